#include "cil/events/keywords.h"
#include "tests/gui/desk_fixture.h"

#include <QListWidget>
#include <QSignalSpy>

#include <nlohmann/json.hpp>

namespace callwright {
namespace {

using test::click;
using test::DeskFixture;
using test::find;

// Masks of the enablement matrix for an agent of Unified CCE with optional wrap-up.
constexpr std::uint32_t signedOut = 0x01000000;
constexpr std::uint32_t notReady = 0x0A1B0010;
constexpr std::uint32_t ready = 0x101B0010;
constexpr std::uint32_t ringing = 0x001C0001;
constexpr std::uint32_t wrapUpAllowed = 0x58000000; // READY, NOTREADY, WORKREADY during a call
constexpr std::uint32_t talking = 0x001F01A6 | wrapUpAllowed;
constexpr std::uint32_t held = 0x001F000A | wrapUpAllowed;
constexpr std::uint32_t wrapUp = 0x18180000;

class InboundCall : public DeskFixture {};

TEST_F(InboundCall, isTakenByClicksFromSignInToSignOut) {
    show();
    expectButtons(signedOut);
    signIn();
    expectButtons(notReady);
    EXPECT_EQ(find<QLabel>(*window, "agentState").text(), QLatin1String("Not ready"));

    becomeReady();
    expectButtons(ready);
    EXPECT_EQ(agentOnTheSwitch("1001").at("AgentState"), 3);

    const std::uint32_t caller = callBilling();
    ASSERT_TRUE(waitForCalls(1));
    expectButtons(ringing);
    EXPECT_EQ(cell(0, "Status"), QLatin1String("Ringing"));
    EXPECT_EQ(cell(0, "Caller"), QLatin1String("4155550134"));
    EXPECT_EQ(cell(0, "Var1"), QLatin1String("88-1204"));
    EXPECT_EQ(cell(0, "Var2"), QLatin1String("Chiara Russo"));
    EXPECT_EQ(tone.starts, 1);
    EXPECT_EQ(notifier.raised.size(), 1);

    answerByClick();
    ASSERT_TRUE(waitForState(AgentState::Talking));
    expectButtons(talking);
    EXPECT_EQ(tone.stops, 1);
    EXPECT_EQ(notifier.withdrawn, 1);

    click(*window, "holdButton");
    ASSERT_TRUE(waitForStatus(QStringLiteral("On hold")));
    expectButtons(held);
    EXPECT_TRUE(find<QToolButton>(*window, "retrieveButton").isVisible());

    click(*window, "retrieveButton");
    ASSERT_TRUE(waitForStatus(QStringLiteral("Talking")));
    expectButtons(talking);

    click(*window, "wrapUpButton");
    ASSERT_TRUE(waitFor([this] { return agent().nextState().has_value(); }));
    ASSERT_TRUE(site.hangup(caller));
    ASSERT_TRUE(waitForState(AgentState::WorkReady));
    expectButtons(wrapUp);
    EXPECT_EQ(cell(0, "Status"), QLatin1String("Ended"));
    ASSERT_TRUE(waitFor([this] { return dialog("wrapUpDialog") != nullptr; }));
    find<QListWidget>(*dialog("wrapUpDialog"), "wrapUpList").setCurrentRow(1);
    click(*dialog("wrapUpDialog"), "okButton");
    EXPECT_TRUE(waitFor([this] {
        const Call* call = session->wrapupCall();
        return call && call->pendingData().isEmpty() &&
               call->data().toString(keyword::CallWrapupData) == QLatin1String("Order taken");
    }));

    click(*window, "notReadyButton");
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    ASSERT_TRUE(waitForCalls(0));
    expectButtons(notReady);

    click(*window, "signOutButton");
    ASSERT_TRUE(waitFor([this] { return session->status() == ConnectionStatus::Closed; }));
    expectButtons(signedOut);
    EXPECT_EQ(agentOnTheSwitch("1001").at("AgentState"), 1);
    EXPECT_TRUE(find<QToolButton>(*window, "signInButton").isVisible());
    EXPECT_EQ(find<QLabel>(*window, "agentState").text(), QLatin1String("Signed out"));
}

TEST_F(InboundCall, isTakenByKeysAlone) {
    show();
    const auto key = [this](Qt::Key which, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), which, modifiers);
    };
    key(Qt::Key_L, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return dialog("signInDialog") && dialog("signInDialog")->isActiveWindow(); }));
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QLatin1String("passwordField"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("x"));
    key(Qt::Key_Return);
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    test::activate(*window); // a window manager would
    key(Qt::Key_1, Qt::ControlModifier);
    ASSERT_TRUE(waitForState(AgentState::Available));
    callBilling();
    expectButtons(ringing);
    key(Qt::Key_F5);
    ASSERT_TRUE(waitForStatus(QStringLiteral("Talking")));
    expectButtons(talking);
    key(Qt::Key_F7);
    ASSERT_TRUE(waitForStatus(QStringLiteral("On hold")));
    expectButtons(held);
    key(Qt::Key_F7, Qt::ShiftModifier);
    ASSERT_TRUE(waitForStatus(QStringLiteral("Talking")));
    expectButtons(talking);
    key(Qt::Key_2, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return agent().nextState() == AgentState::NotReady; }));
    key(Qt::Key_F6);
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    expectButtons(notReady);
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitFor([this] { return session->status() == ConnectionStatus::Closed; }));
}

TEST_F(InboundCall, ringingStealsNoKeystroke) {
    show();
    signIn();
    becomeReady();
    auto& field = find<QLineEdit>(*window, "dialField");
    field.setFocus();
    QTest::keyClicks(&field, QStringLiteral("41"));
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    EXPECT_EQ(QApplication::focusWidget(), &field);
    EXPECT_EQ(QApplication::activeWindow(), window.get());
    QTest::keyClicks(&field, QStringLiteral("55 0"));
    QTest::keyClick(&field, Qt::Key_Return); // nothing may be called now, and nothing is answered by it
    QTest::keyClick(&field, Qt::Key_Space);
    EXPECT_EQ(field.text(), QLatin1String("4155 0 "));
    EXPECT_EQ(cell(0, "Status"), QLatin1String("Ringing"));
}

TEST_F(InboundCall, isAnsweredFromTheNotification) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    Q_EMIT notifier.answerChosen(session->currentCall()->uniqueObjectId());
    EXPECT_TRUE(waitForStatus(QStringLiteral("Talking")));
}

TEST_F(InboundCall, isAnsweredByDoubleClickOnItsRow) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    auto& grid = find<CallGrid>(*window, "callGrid");
    const QPoint row = grid.visualRect(grid.model()->index(0, 1)).center();
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, row);
    QTest::mouseDClick(grid.viewport(), Qt::LeftButton, {}, row);
    EXPECT_TRUE(waitForStatus(QStringLiteral("Talking")));
}

TEST_F(InboundCall, isAnsweredOnceHoweverOftenAndWhereverItIsAsked) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    const QSignalSpy refusals(&window->desk(), &Desk::requestFailed); // of a second answer
    auto& grid = find<CallGrid>(*window, "callGrid");
    grid.setFocus();
    for (int time = 0; time < 3; ++time)
        QTest::keyClick(&grid, Qt::Key_Return);
    click(*window, "answerButton");
    EXPECT_TRUE(waitForStatus(QStringLiteral("Talking")));
    ASSERT_TRUE(waitForOn("holdButton"));
    click(*window, "holdButton"); // its answer comes after those of all that was sent before
    ASSERT_TRUE(waitForStatus(QStringLiteral("On hold")));
    EXPECT_TRUE(refusals.isEmpty());
}

TEST_F(InboundCall, showsACellEditedInPlaceAsPendingUntilTheServerSaysSo) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    answerByClick();

    auto& grid = find<CallGrid>(*window, "callGrid");
    const QModelIndex order = grid.model()->index(0, 4);
    grid.setFocus();
    grid.setCurrentIndex(order);
    QTest::keyClick(&grid, Qt::Key_F2);
    auto& editor = find<QLineEdit>(grid, "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("99-1"));
    bool wasPending = false;
    QObject::connect(grid.model(), &QAbstractItemModel::dataChanged, &grid, [&] {
        wasPending |=
            order.data(Qt::FontRole).value<QFont>().italic() && order.data().toString() == QLatin1String("99-1");
    });
    QTest::keyClick(&editor, Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] { return wasPending && !order.data(Qt::FontRole).value<QFont>().italic(); }));
    EXPECT_EQ(order.data().toString(), QLatin1String("99-1"));
    EXPECT_EQ(site.state().at("calls").at(0).at("CallVariable1"), "99-1");
}

} // namespace
} // namespace callwright
