#pragma once

#include "tests/gui/colleague.h"
#include "tests/gui/desk_fixture.h"

#include <QStringList>
#include <QTableView>

#include <memory>
#include <ostream>

namespace callwright::test {

/// What a person may be doing when the link is lost, and what the desk then shows.
class Failover : public DeskFixture {
protected:
    explicit Failover(const simulator::SimulatorConfig& config = siteForSeveralCalls()) : DeskFixture(config) {}

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
        m_colleague = std::make_unique<Colleague>(clock, transports, settings, server, "1002", "3102", false, serverB);
        ASSERT_TRUE(waitFor([this] { return m_colleague->isSignedIn(); }));
    }

    QString label(const char* name) { return find<QLabel>(*window, name).text(); }

    /// What a person sees of it all: state, rows, which row is the current call. The state's reason and what follows it
    /// are not among them: no answer to a query tells them, and nobody guesses.
    QStringList seen() {
        QStringList lines{label("agentState")};
        if (label("agentStateDetail") == QLatin1String("not confirmed"))
            lines += label("agentStateDetail");
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
    void waitUntilSeen(const QStringList& before) {
        EXPECT_TRUE(waitFor([&] { return seen() == before; })) << before.join(u'\n').toStdString() << "\nbecame\n"
                                                               << seen().join(u'\n').toStdString();
    }
    /// What the selected call has been through.
    QStringList story() {
        QStringList lines;
        const QAbstractItemModel& timeline = *find<QTableView>(*window, "timelineView").model();
        for (int row = 0; row < timeline.rowCount(); ++row)
            lines += timeline.index(row, 1).data().toString();
        return lines;
    }
    /// The story went on by the loss and its end, told once.
    void expectToldOnce(QStringList before) {
        if (session->currentCall())
            before += {QStringLiteral("Not confirmed; the call may have changed"),
                       QStringLiteral("Confirmed by the server again")};
        EXPECT_EQ(story(), before) << story().join(u'\n').toStdString();
    }
    /// The desk says of everything alive that it may be out of date.
    void expectUnconfirmed() {
        EXPECT_EQ(label("agentStateDetail"), QLatin1String("not confirmed"));
        for (int row = 0; row < static_cast<int>(session->calls().size()); ++row)
            EXPECT_TRUE(session->calls().at(static_cast<std::size_t>(row))->isEnded() ||
                        cell(row, "Status").endsWith(QLatin1String("not confirmed")))
                << cell(row, "Status").toStdString();
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

inline void PrintTo(const Phase& phase, std::ostream* out) { *out << phase.name; }

inline constexpr Phase phases[] = {
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

} // namespace callwright::test
