#include "cil/events/keywords.h"
#include "tests/gui/desk_fixture.h"

#include <QTreeView>

#include <nlohmann/json.hpp>

namespace callwright {
namespace {

using test::click;
using test::DeskFixture;
using test::find;

struct Refusal {
    const char* name;
    CilResult (*request)(Session&);
    const char* attempt; ///< what the trouble bar begins with
    const char* detail;  ///< of its details
};

Call& current(Session& session) { return *session.currentCall(); }

const Refusal refusals[] = {
    {"clear", [](Session& session) { return current(session).clear(); },
     "The call was not ended for everybody: ", "CLEAR_CALL_REQ"},
    {"singleStepConference",
     [](Session& session) { return current(session).singleStepConference({QStringLiteral("3102")}); },
     "The conference was not made: ", "CONFERENCE_CALL_REQ"},
    {"singleStepTransfer",
     [](Session& session) { return current(session).singleStepTransfer({QStringLiteral("3101")}); },
     "The transfer was not made: ", "TRANSFER_CALL_REQ"},
    {"record", [](Session& session) { return current(session).startRecord(); },
     "The recording was not started: ", "START_RECORDING_REQ"},
    {"assist", [](Session& session) { return session.currentAgent()->requestSupervisorAssist(&current(session)); },
     "No supervisor was called: ", "SUPERVISOR_ASSIST_REQ"},
    {"emergency", [](Session& session) { return session.currentAgent()->makeEmergencyCall(&current(session)); },
     "The emergency call was not made: ", "EMERGENCY_CALL_REQ"},
    {"greeting", [](Session& session) { return session.currentAgent()->setGreeting(GreetingAction::StopCurrent); },
     "The greeting was not changed: ", "AGENT_GREETING_CONTROL_REQ"},
    {"callData",
     [](Session& session) {
         return current(session).setCallData(
             {{keyword::ECC, Arguments().set(QStringLiteral("user.unheard"), QStringLiteral("x"))}});
     },
     "The call data was not changed: ", "SET_CALL_DATA_REQ"},
};

void PrintTo(const Refusal& refusal, std::ostream* stream) { *stream << refusal.name; }

simulator::SimulatorConfig siteThatRefuses() {
    simulator::SimulatorConfig config;
    config.acd.hasRecorder = false;
    config.acd.timers.outsideAnswers = std::chrono::milliseconds(0);
    return config;
}

class TalkingDesk : public DeskFixture {
protected:
    explicit TalkingDesk(const simulator::SimulatorConfig& config = siteThatRefuses()) : DeskFixture(config) {}

    void begin() {
        show();
        signIn();
        talk();
    }
    QString text(const char* label) {
        const auto& found = find<QLabel>(*window, label);
        return found.isVisible() ? found.text() : QString();
    }
};

class RefusalTest : public TalkingDesk, public testing::WithParamInterface<Refusal> {};

TEST_P(RefusalTest, saysWhatWasTriedWhyItFailedAndKeepsTheCodesForDetails) {
    begin();
    const CilResult sent = GetParam().request(*session);
    ASSERT_TRUE(sent) << cilErrorName(sent.code).toStdString();
    ASSERT_TRUE(waitFor([this] { return !text("troubleWhat").isEmpty(); }));
    const QString what = text("troubleWhat");
    EXPECT_TRUE(what.startsWith(QLatin1String(GetParam().attempt))) << what.toStdString();
    EXPECT_TRUE(what.endsWith(QLatin1Char('.'))) << what.toStdString();
    EXPECT_FALSE(what.contains(QLatin1Char('_'))) << what.toStdString(); // no name of the protocol
    EXPECT_TRUE(text("troubleDetails").isEmpty());
    QTest::keyClick(&find<QToolButton>(*window, "detailsButton"), Qt::Key_Space);
    const QString details = text("troubleDetails");
    EXPECT_TRUE(details.contains(QLatin1String(GetParam().detail))) << details.toStdString();
    EXPECT_TRUE(details.contains(QLatin1String("E_CTI")) || details.contains(QLatin1String("CF_")))
        << details.toStdString();
    click(*window, "dismissButton");
    EXPECT_TRUE(text("troubleWhat").isEmpty());
}

INSTANTIATE_TEST_SUITE_P(everyKind, RefusalTest, testing::ValuesIn(refusals),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

GridColumn eccColumn(const char* name) {
    GridColumn column;
    column.type = QStringLiteral("ECC");
    column.name = QLatin1String(name);
    column.header = column.name;
    column.editable = true;
    return column;
}

class EccDesk : public TalkingDesk {
protected:
    EccDesk() {
        settings.callColumns = {settings.callColumns.front(), eccColumn("order"), eccColumn("history[2]"),
                                eccColumn("unheard")};
        makeDesk();
    }
    void edit(int column, const QString& value) {
        auto& grid = find<CallGrid>(*window, "callGrid");
        grid.setFocus();
        grid.setCurrentIndex(grid.model()->index(0, column));
        QTest::keyClick(&grid, Qt::Key_F2);
        auto& editor = find<QLineEdit>(grid, "cellEditor");
        QTest::keyClicks(&editor, value);
        QTest::keyClick(&editor, Qt::Key_Return);
        ASSERT_TRUE(waitFor([&grid] { return !grid.findChild<QLineEdit*>(QStringLiteral("cellEditor")); }));
    }
    QModelIndex at(int column) { return find<CallGrid>(*window, "callGrid").model()->index(0, column); }
};

TEST_F(EccDesk, elementsAreChangedInPlaceAndARefusedOneGoesBackWithAnExplanation) {
    begin();
    bool wasPending = false;
    QObject::connect(at(1).model(), &QAbstractItemModel::dataChanged, window.get(),
                     [&] { wasPending |= at(1).data(Qt::FontRole).value<QFont>().italic(); });
    edit(1, QStringLiteral("A-77"));
    edit(2, QStringLiteral("third"));
    EXPECT_TRUE(waitFor([&] { return session->currentCall()->pendingData().isEmpty(); }));
    EXPECT_TRUE(wasPending);
    EXPECT_EQ(at(1).data().toString(), QLatin1String("A-77"));
    EXPECT_EQ(at(2).data().toString(), QLatin1String("third"));
    const auto truth = site.state();
    EXPECT_EQ(truth.at("calls").at(0).at("ECC").at("user.order"), "A-77") << truth.at("calls").dump(1);

    edit(3, QStringLiteral("lost"));
    ASSERT_TRUE(waitFor([&] { return !at(3).data(Qt::DecorationRole).isNull(); }));
    EXPECT_TRUE(at(3).data().toString().isEmpty());
    EXPECT_TRUE(at(3).data(Qt::ToolTipRole).toString().contains(QLatin1String("lost")));
    EXPECT_TRUE(text("troubleWhat").startsWith(QLatin1String("The call data was not changed: ")));
    EXPECT_EQ(at(1).data().toString(), QLatin1String("A-77"));
}

TEST_F(EccDesk, severalRefusalsAreCountedAndPaged) {
    begin();
    edit(3, QStringLiteral("one"));
    ASSERT_TRUE(waitFor([this] { return !text("troubleWhat").isEmpty(); }));
    ASSERT_TRUE(session->currentCall()->clear());
    ASSERT_TRUE(waitFor([this] { return text("troublePlace") == QLatin1String("2 of 2"); }));
    EXPECT_TRUE(text("troubleWhat").startsWith(QLatin1String("The call was not ended")));
    click(*window, "earlierTroubleButton");
    EXPECT_TRUE(text("troubleWhat").startsWith(QLatin1String("The call data")));
}

} // namespace
} // namespace callwright
