#include "tests/gui/colleague.h"
#include "tests/gui/desk_fixture.h"

#include <QStringList>
#include <QTableView>

#include <ostream>

namespace callwright {
namespace {

using test::click;
using test::Colleague;
using test::DeskFixture;
using test::find;

simulator::SimulatorConfig siteForFailover() {
    simulator::SimulatorConfig config;
    config.acd.timers.outsideAnswers = std::chrono::milliseconds(0);
    config.acd.busyTrigger = 2;
    return config;
}

/// The link is lost and comes back, whatever the person at the desk was doing.
class Failover : public DeskFixture {
protected:
    Failover() : DeskFixture(siteForFailover()) {}

    void call(const char* number) {
        find<QLineEdit>(*window, "dialField").setText(QLatin1String(number));
        click(*window, "callButton");
    }
    void consult(const char* button, const char* number, const char* status) {
        ASSERT_TRUE(waitForOn(button));
        click(*window, button);
        dialByKeys(QLatin1String(number));
        ASSERT_TRUE(waitForCalls(2));
        ASSERT_TRUE(waitFor([this, status] { return cell(1, "Status") == QLatin1String(status); }));
    }
    void signInColleague() {
        m_colleague = std::make_unique<Colleague>(clock, transports, settings, server, "1002", "3102");
        ASSERT_TRUE(waitFor([this] { return m_colleague->isSignedIn(); }));
    }

    /// What a person sees of it all: state, rows, which row is the current call.
    QStringList seen() {
        QStringList lines{QString::number(static_cast<int>(agent().state()))};
        const QAbstractItemModel& grid = *find<CallGrid>(*window, "callGrid").model();
        for (int row = 0; row < grid.rowCount(); ++row) {
            QStringList cells{grid.headerData(row, Qt::Vertical, Qt::DecorationRole).isNull() ? QString()
                                                                                              : QStringLiteral(">")};
            for (const char* column : {"CallID", "Status", "Caller", "Var1", "Var2"})
                cells += cell(row, column);
            lines += cells.join(u'|');
        }
        return lines;
    }
    bool isTroubled() { return find<QWidget>(*window, "troubleBar").isVisible(); }

    void lose() {
        for (const simulator::FaultKind kind : {simulator::FaultKind::Refuse, simulator::FaultKind::Drop}) {
            simulator::Fault fault;
            fault.kind = kind;
            ASSERT_TRUE(site.fault(fault));
        }
        ASSERT_TRUE(waitFor([this] { return session->status() == ConnectionStatus::Reconnecting; }));
        ASSERT_TRUE(waitFor([this] { return find<QToolButton>(*window, "retryButton").isVisible(); }));
    }
    void comeBack() {
        ASSERT_TRUE(site.heal({.kind = simulator::FaultKind::Refuse}));
        click(*window, "retryButton");
    }

private:
    std::unique_ptr<Colleague> m_colleague;

public: // what a person may be doing, reached by clicks
    void toNotReady() {}
    void toReady() { becomeReady(); }
    void toRinging() {
        becomeReady();
        callBilling();
        ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    }
    void toDialling() {
        call("14155550002"); // never answers
        ASSERT_TRUE(waitForStatus(QStringLiteral("Calling")));
    }
    void toTalking() { talk(); }
    void toHeld() {
        talk();
        click(*window, "holdButton");
        ASSERT_TRUE(waitForStatus(QStringLiteral("On hold")));
    }
    void toConsulting() {
        talk();
        consult("transferButton", "14155550199", "Consulting");
        ASSERT_TRUE(waitForOn("completeTransferButton"));
    }
    void toConsultingConference() {
        signInColleague();
        talk();
        consult("conferenceButton", "3102", "Consulting");
        ASSERT_TRUE(waitForOn("completeConferenceButton"));
    }
    void toConference() {
        toConsultingConference();
        click(*window, "completeConferenceButton");
        ASSERT_TRUE(waitForCalls(1));
    }
    void toWrapUp() {
        talk();
        click(*window, "wrapUpButton");
        ASSERT_TRUE(waitFor([this] { return agent().nextState().has_value(); }));
        ASSERT_TRUE(site.hangup(talkedTo));
        ASSERT_TRUE(waitForState(AgentState::WorkReady));
    }
};

struct Phase {
    const char* name;
    void (Failover::*reach)();
};

void PrintTo(const Phase& phase, std::ostream* out) { *out << phase.name; }

constexpr Phase phases[] = {
    {"NotReady", &Failover::toNotReady},
    {"Ready", &Failover::toReady},
    {"Ringing", &Failover::toRinging},
    {"Dialling", &Failover::toDialling},
    {"Talking", &Failover::toTalking},
    {"Held", &Failover::toHeld},
    {"ConsultingForTransfer", &Failover::toConsulting},
    {"ConsultingForConference", &Failover::toConsultingConference},
    {"Conference", &Failover::toConference},
    {"WrapUp", &Failover::toWrapUp},
};

class FailoverInPhase : public Failover, public testing::WithParamInterface<Phase> {
protected:
    void reach() {
        show();
        signIn();
        (this->*GetParam().reach)();
    }
};

TEST_P(FailoverInPhase, nothingCanBePressedAndAfterwardsEverythingIsAsItWas) {
    reach();
    if (HasFatalFailure())
        return;
    const QStringList before = seen();
    const std::uint32_t mask = session->enablementMask();

    lose();
    ASSERT_TRUE(isTroubled());
    expectButtons(0);
    for (int row = 0; row < static_cast<int>(session->calls().size()); ++row)
        EXPECT_TRUE(session->calls().at(static_cast<std::size_t>(row))->isEnded() ||
                    cell(row, "Status").endsWith(QLatin1String("not confirmed")))
            << cell(row, "Status").toStdString();

    comeBack();
    EXPECT_TRUE(waitFor([&] { return seen() == before; })) << before.join(u'\n').toStdString() << "\nbecame\n"
                                                           << seen().join(u'\n').toStdString();
    expectButtons(mask);
    EXPECT_TRUE(waitFor([this] { return !isTroubled(); })) << find<QLabel>(*window, "troubleWhat").text().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Phases, FailoverInPhase, testing::ValuesIn(phases),
                         [](const auto& phase) { return phase.param.name; });

} // namespace
} // namespace callwright
