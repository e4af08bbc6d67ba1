#include "cil/events/keywords.h"
#include "tests/gui/colleague.h"
#include "tests/gui/desk_fixture.h"
#include "ui/calls/call_details_model.h"

#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <nlohmann/json.hpp>

namespace callwright {
namespace {

using test::click;
using test::Colleague;
using test::DeskFixture;
using test::find;

/// Two calls and more at one desk, as they show in the grid and the details, by mouse and keyboard.
class SeveralCalls : public DeskFixture {
protected:
    SeveralCalls() : SeveralCalls(test::siteForSeveralCalls()) {}
    explicit SeveralCalls(const simulator::SimulatorConfig& config) : DeskFixture(config) {}

    CallGrid& grid() { return find<CallGrid>(*window, "callGrid"); }

    void begin() {
        show();
        signIn();
        talk();
    }
    QPoint at(int row, int column = 0) { return grid().visualRect(grid().model()->index(row, column)).center(); }
    void clickRow(int row) { QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(row)); }
    void doubleClickRow(int row) {
        clickRow(row);
        QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, at(row));
    }
    bool waitForCell(int row, const char* column, const char* text) {
        const bool came = waitFor([&] { return cell(row, column) == QLatin1String(text); });
        EXPECT_TRUE(came) << column << row << " is " << cell(row, column).toStdString();
        return came;
    }
    bool isMarkedCurrent(int row) {
        return !grid().model()->headerData(row, Qt::Vertical, Qt::DecorationRole).isNull();
    }

    void consult(const char* button, const char* number) {
        ASSERT_TRUE(waitForOn(button));
        click(*window, button);
        dialByKeys(QLatin1String(number));
        ASSERT_TRUE(waitForCell(1, "Status", "Consulting"));
        ASSERT_TRUE(waitFor([this] { return session->calls().front()->status() == CallStatus::Held; }));
    }

    QStringList story() {
        QStringList words;
        const QAbstractItemModel& model = *find<QTableView>(*window, "timelineView").model();
        for (int row = 0; row < model.rowCount(); ++row)
            words += model.index(row, 1).data().toString();
        return words;
    }
    /// The lines of a section of the details: "name=value".
    QStringList section(const char* name) {
        QStringList lines;
        const QAbstractItemModel& model = *find<QTreeView>(*window, "detailsView").model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            for (int line = 0; index.data() == QLatin1String(name) && line < model.rowCount(index); ++line)
                lines += model.index(line, 0, index).data().toString() + QLatin1Char('=') +
                         model.index(line, 1, index).data().toString();
        }
        return lines;
    }
    QString trouble() {
        const auto& what = find<QLabel>(*window, "troubleWhat");
        return what.isVisible() ? what.text() : QString();
    }
    QString details() { return find<QLabel>(*window, "troubleDetails").text(); }
};

TEST_F(SeveralCalls, theSecondIsAnsweredByDoubleClickAndEitherIsMadeCurrent) {
    begin();
    ASSERT_TRUE(site.startCall("3101", "4155550177"));
    ASSERT_TRUE(waitForCalls(2));
    ASSERT_TRUE(waitForCell(1, "Status", "Ringing"));
    EXPECT_EQ(cell(1, "Caller"), QLatin1String("4155550177"));
    EXPECT_TRUE(isMarkedCurrent(0));
    doubleClickRow(1);
    ASSERT_TRUE(waitForCell(1, "Status", "Talking"));
    ASSERT_TRUE(waitForCell(0, "Status", "On hold"));

    const auto otherOf = [this](int row) { return session->calls().at(static_cast<std::size_t>(row)); };
    const int waiting = isMarkedCurrent(0) ? 1 : 0; // whichever is not current now
    clickRow(waiting);
    EXPECT_FALSE(isMarkedCurrent(waiting)); // a click only selects
    EXPECT_EQ(grid().selectedCall(), otherOf(waiting)->uniqueObjectId());
    doubleClickRow(waiting);
    EXPECT_TRUE(waitFor([&] { return session->currentCall() == otherOf(waiting); }));
    EXPECT_TRUE(isMarkedCurrent(waiting));
    EXPECT_FALSE(isMarkedCurrent(1 - waiting));

    grid().setFocus();
    QTest::keyClick(&grid(), waiting == 0 ? Qt::Key_Down : Qt::Key_Up);
    EXPECT_TRUE(isMarkedCurrent(waiting));
    QTest::keyClick(&grid(), Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] { return isMarkedCurrent(1 - waiting); }));
    EXPECT_TRUE(grid()
                    .model()
                    ->index(1 - waiting, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("current call")));
}

TEST_F(SeveralCalls, aConsultationBelongsToItsOriginalAndItsTransferIsToldUntilWrapUpIsLeft) {
    begin();
    click(*window, "wrapUpButton");
    ASSERT_TRUE(waitFor([this] { return agent().nextState().has_value(); }));
    consult("transferButton", "14155550199");
    ASSERT_TRUE(waitForCell(0, "Status", "Waiting for transfer"));
    EXPECT_EQ(cell(1, "Caller"), QLatin1String("14155550199"));
    clickRow(0);
    EXPECT_TRUE(
        section("This call")
            .contains(QStringLiteral("Belongs to=The call with 4155550134 that you consult 14155550199 about.")));
    clickRow(1);
    EXPECT_TRUE(
        section("This call")
            .contains(QStringLiteral("Belongs to=Consulting with 14155550199 about the call with 4155550134.")));
    clickRow(0);

    ASSERT_TRUE(waitForOn("completeTransferButton"));
    click(*window, "completeTransferButton");
    ASSERT_TRUE(waitForState(AgentState::WorkReady));
    ASSERT_TRUE(waitForCalls(1));
    EXPECT_EQ(cell(0, "Status"), QLatin1String("Ended"));
    EXPECT_TRUE(waitFor([this] { return story().contains(QStringLiteral("Ended")); }));
    const QStringList told = story();
    for (const char* expected : {"Rang at 3101", "You answered", "On hold", "Consulting with 14155550199",
                                 "Transferred to 14155550199", "Ended"})
        EXPECT_TRUE(told.contains(QLatin1String(expected))) << expected << ":\n" << told.join(u'\n').toStdString();

    test::activate(*window);
    click(*window, "notReadyButton");
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_TRUE(waitForCalls(0));
    EXPECT_FALSE(find<QTreeView>(*window, "detailsView").isVisible());
}

TEST_F(SeveralCalls, aSwapShowsWhoIsTalkedToAndWhoWaits) {
    begin();
    consult("transferButton", "14155550199");
    ASSERT_TRUE(waitForCell(0, "Status", "Waiting for transfer"));
    ASSERT_TRUE(waitForOn("swapButton"));
    click(*window, "swapButton");
    EXPECT_TRUE(waitForCell(0, "Status", "Talking"));
    EXPECT_TRUE(waitForCell(1, "Status", "On hold"));
}

TEST_F(SeveralCalls, theSelectionFollowsTheCurrentCall) {
    begin();
    clickRow(0);
    consult("transferButton", "14155550199");
    EXPECT_TRUE(waitFor([this] { return isMarkedCurrent(1) && grid().currentIndex().row() == 1; }));
    ASSERT_TRUE(waitForOn("reconnectButton"));
    Call* original = session->calls().front();
    ASSERT_TRUE(session->calls().back()->reconnect()); // as by a key or the phone
    ASSERT_TRUE(waitFor([&] { return session->currentCall() == original; }));
    EXPECT_TRUE(waitFor([this] { return grid().currentIndex().row() == 0; }));
}

TEST_F(SeveralCalls, anEditIsNotLeftWhenAnotherCallBecomesCurrent) {
    begin();
    grid().setFocus();
    grid().setCurrentIndex(grid().model()->index(0, 4));
    QTest::keyClick(&grid(), Qt::Key_F2);
    auto& editor = find<QLineEdit>(grid(), "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("half-"));
    ASSERT_TRUE(session->currentCall()->makeConsultCall({QStringLiteral("14155550199")}, ConsultType::Transfer));
    ASSERT_TRUE(waitFor([this] { return isMarkedCurrent(1); }));
    EXPECT_EQ(grid().currentIndex().row(), 0);
    EXPECT_EQ(editor.text(), QLatin1String("half-"));
    QTest::keyClicks(&editor, QStringLiteral("typed"));
    QTest::keyClick(&editor, Qt::Key_Return);
    EXPECT_TRUE(waitFor([this] { return grid().currentIndex().row() == 1; }));
    EXPECT_TRUE(waitForCell(0, "Var1", "half-typed"));
}

TEST_F(SeveralCalls, whoACallWasSentToWithoutAskingIsTold) {
    begin();
    click(*window, "wrapUpButton");
    ASSERT_TRUE(waitFor([this] { return agent().nextState().has_value(); }));
    key(Qt::Key_F8, Qt::ControlModifier);
    dialByKeys(QStringLiteral("14155550199"));
    ASSERT_TRUE(waitForState(AgentState::WorkReady));
    EXPECT_TRUE(waitFor([this] { return story().contains(QStringLiteral("Transferred to 14155550199")); }))
        << story().join(u'\n').toStdString();
}

TEST_F(SeveralCalls, tonesAreToldButNotWhich) {
    begin();
    ASSERT_TRUE(session->currentCall()->sendDtmf({QStringLiteral("4711")}));
    EXPECT_TRUE(waitFor([this] { return story().contains(QStringLiteral("Tones sent")); }))
        << story().join(u'\n').toStdString();
    EXPECT_FALSE(story().join(u'\n').contains(QLatin1String("4711")));
}

TEST_F(SeveralCalls, whyACallFailedIsToldAndStands) {
    show();
    signIn();
    find<QLineEdit>(*window, "dialField").setText(QStringLiteral("14155550001")); // busy
    click(*window, "callButton");
    ASSERT_TRUE(waitForCell(0, "Status", "Failed"));
    const QString why = QStringLiteral("The number, the line or the phone system is busy.");
    EXPECT_TRUE(waitFor([&] { return story().contains(QStringLiteral("The call failed: ") + why); }))
        << story().join(u'\n').toStdString();
    EXPECT_TRUE(section("This call").contains(QStringLiteral("Why it failed=") + why));
}

TEST_F(SeveralCalls, aConferenceIsOneRowWithItsPeople) {
    begin();
    consult("conferenceButton", "14155550199");
    ASSERT_TRUE(waitForCell(0, "Status", "Waiting for conference"));
    ASSERT_TRUE(waitForOn("completeConferenceButton"));
    click(*window, "completeConferenceButton");
    ASSERT_TRUE(waitForCalls(1));
    ASSERT_TRUE(waitFor([this] { return cell(0, "Caller").startsWith(QLatin1String("Conference of 3: ")); }))
        << cell(0, "Caller").toStdString();
    EXPECT_TRUE(cell(0, "Caller").contains(QLatin1String("4155550134")));
    EXPECT_TRUE(cell(0, "Caller").contains(QLatin1String("14155550199")));
    clickRow(0);
    const QStringList people = section("People in the call");
    EXPECT_EQ(people.size(), 3) << people.join(u'\n').toStdString();
    EXPECT_EQ(people.value(0), QLatin1String("3101=You, Talking"));
    EXPECT_EQ(people.filter(QStringLiteral("14155550199")).size(), 1);
    EXPECT_TRUE(story().contains(QStringLiteral("14155550199 joined")) ||
                story().contains(QStringLiteral("4155550134 joined")))
        << story().join(u'\n').toStdString();
}

TEST_F(SeveralCalls, whatIsTypedInACellOutlivesTheCallsChangeOfIdentity) {
    show("1002", "3102");
    signIn();
    Colleague colleague(clock, transports, settings, server, "1001", "3101");
    ASSERT_TRUE(waitFor([&] { return colleague.isSignedIn(); }));
    ASSERT_TRUE(waitFor([&] { return colleague.session().currentAgent()->state() == AgentState::NotReady; }));
    ASSERT_TRUE(site.startCall("3101", "4155550134", {{"CallVariable1", "88-1204"}}));
    ASSERT_TRUE(waitFor([&] {
        Call* call = colleague.session().currentCall();
        return call && call->status() == CallStatus::Connect;
    }));
    ASSERT_TRUE(colleague.session().currentCall()->makeConsultCall({QStringLiteral("3102")}, ConsultType::Transfer));
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    answerByClick();
    ASSERT_TRUE(waitFor([&] { // the one that consults
        Call* call = colleague.session().currentCall();
        return call && call->consultPurpose() != ConsultPurpose::None && call->status() == CallStatus::Connect;
    }));

    const QString before = session->currentCall()->uniqueObjectId();
    grid().setFocus();
    grid().setCurrentIndex(grid().model()->index(0, 4));
    QTest::keyClick(&grid(), Qt::Key_F2);
    auto& editor = find<QLineEdit>(grid(), "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("half-typ"));
    ASSERT_TRUE(colleague.session().currentCall()->transfer());
    ASSERT_TRUE(waitFor([&] { return session->currentCall() && session->currentCall()->uniqueObjectId() != before; }));
    ASSERT_TRUE(waitFor([&] { return grid().selectedCall() == session->currentCall()->uniqueObjectId(); }));
    EXPECT_EQ(editor.text(), QLatin1String("half-typ"));
    QTest::keyClicks(&editor, QStringLiteral("ed"));
    QTest::keyClick(&editor, Qt::Key_Return);
    EXPECT_TRUE(waitFor([this] {
        return session->currentCall()->data().toString(keyword::CallVariable1) == QLatin1String("half-typed") &&
               session->currentCall()->pendingData().isEmpty();
    }));
    EXPECT_EQ(grid().model()->rowCount(), 1);
    EXPECT_EQ(cell(0, "Caller"), QLatin1String("4155550134")); // who was handed over
    EXPECT_TRUE(story().contains(QStringLiteral("Transferred: 4155550134 is here now")))
        << story().join(u'\n').toStdString();
}

} // namespace
} // namespace callwright
