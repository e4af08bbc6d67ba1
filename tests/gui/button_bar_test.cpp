#include "cil/events/enablement_bits.h"
#include "tests/gui/find.h"
#include "ui/buttons/button_bar.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using namespace enablement;
using test::click;
using test::find;

class ButtonBarTest : public testing::Test {
protected:
    ButtonBarTest() {
        auto* center = new QWidget;
        auto* row = new QHBoxLayout(center);
        row->addWidget(field);
        for (const ButtonPlace place : {ButtonPlace::StateRow, ButtonPlace::DialRow, ButtonPlace::CallRow})
            bar->place(place, *row);
        window.setCentralWidget(center);
        QObject::connect(bar, &ButtonBar::triggered, &window, [this](DeskAction action) { used.push_back(action); });
        window.show();
    }

    QToolButton& button(const char* name) { return find<QToolButton>(window, name); }

    QMainWindow window;
    QLineEdit* field = new QLineEdit;
    ButtonBar* bar = new ButtonBar(&window);
    std::vector<DeskAction> used;
};

TEST_F(ButtonBarTest, followsEveryBitOfTheMask) {
    for (int shift = 0; shift < 32; ++shift) {
        const std::uint32_t mask = 1u << shift;
        bar->setMask(mask);
        for (const ButtonRow& row : buttonTable())
            EXPECT_EQ(bar->action(row.action)->isEnabled(), isAllowed(row, mask)) << row.name << " bit " << shift;
    }
}

TEST_F(ButtonBarTest, aDisabledButtonSaysWhyAndAnEnabledOneSaysItsKey) {
    bar->setMask(0);
    EXPECT_TRUE(button("answerButton").toolTip().contains(QLatin1String("Possible while the selected call rings.")));
    EXPECT_TRUE(find<QAction>(window, "chatAction").toolTip().contains(QLatin1String("later version")));
    bar->setMask(ENABLE_ANSWER);
    EXPECT_EQ(button("answerButton").toolTip(), QLatin1String("Answer (F5)"));
}

TEST_F(ButtonBarTest, aSecondClickDoesNothingUntilTheMaskComes) {
    bar->setMask(ENABLE_ANSWER);
    click(window, "answerButton");
    click(window, "answerButton");
    EXPECT_EQ(used, (std::vector{DeskAction::Answer}));
    bar->setOffline(false); // as it was
    EXPECT_FALSE(button("answerButton").isEnabled());
    bar->setMask(ENABLE_ANSWER); // the same again: the server has spoken
    click(window, "answerButton");
    EXPECT_EQ(used.size(), 2u);
}

TEST_F(ButtonBarTest, transferAndConferenceBecomeTheirCompletion) {
    bar->setMask(ENABLE_TRANSFER_INIT | ENABLE_CONFERENCE_INIT | ENABLE_SINGLE_STEP_TRANSFER);
    EXPECT_TRUE(button("transferButton").isVisible());
    EXPECT_TRUE(button("conferenceButton").isVisible());
    bar->setMask(ENABLE_ALTERNATE | ENABLE_RECONNECT | ENABLE_TRANSFER_COMPLETE);
    EXPECT_FALSE(button("transferButton").isVisible());
    EXPECT_TRUE(button("completeTransferButton").isVisible());
    EXPECT_TRUE(button("completeTransferButton").property("wanted").toBool());
    bar->setMask(ENABLE_ALTERNATE | ENABLE_RECONNECT | ENABLE_CONFERENCE_COMPLETE);
    EXPECT_TRUE(button("completeConferenceButton").isVisible());
    EXPECT_TRUE(button("completeConferenceButton").property("wanted").toBool());
    bar->setMask(ENABLE_ANSWER);
    EXPECT_TRUE(button("forwardButton").isVisible());
    EXPECT_FALSE(button("transferButton").isVisible());
}

TEST_F(ButtonBarTest, whatIsSwitchedOnSaysHowToSwitchItOff) {
    bar->setMask(ENABLE_RECORD);
    QAction& record = find<QAction>(window, "recordAction");
    EXPECT_EQ(record.text(), QLatin1String("Record"));
    bar->setSwitchedOn(DeskAction::Record, true);
    EXPECT_EQ(record.text(), QLatin1String("Stop recording"));
    EXPECT_TRUE(record.toolTip().startsWith(QLatin1String("Stop recording (")));
    bar->setSwitchedOn(DeskAction::Record, false);
    EXPECT_EQ(record.text(), QLatin1String("Record"));
}

TEST_F(ButtonBarTest, theEmergencyStandsApartAndSaysThatItDoesNotAsk) {
    bar->setMask(ENABLE_EMERGENCY_CALL | ENABLE_SUPERVISOR_ASSIST);
    const QList<QAction*> entries = bar->moreMenu()->actions();
    const auto at = entries.indexOf(bar->action(DeskAction::EmergencyCall));
    ASSERT_GT(at, 0);
    EXPECT_TRUE(entries.at(at - 1)->isSeparator());
    EXPECT_TRUE(entries.at(at + 1)->isSeparator());
    EXPECT_TRUE(entries.at(at)->toolTip().contains(QLatin1String("without asking again")));
}

TEST_F(ButtonBarTest, aTooltipUnderTheMouseFollowsItsButton) {
    test::activate(window);
    bar->setMask(ENABLE_HOLD);
    QToolButton& hold = button("holdButton");
    ASSERT_TRUE(QTest::qWaitFor([&] { // the row is laid out anew when other buttons show
        QTest::mouseMove(field, field->rect().center());
        QTest::mouseMove(&hold, hold.rect().center());
        return hold.underMouse();
    }));
    QToolTip::showText(hold.mapToGlobal(hold.rect().center()), hold.toolTip(), &hold);
    ASSERT_EQ(QToolTip::text(), QLatin1String("Hold (F7)"));
    bar->setMask(0);
    EXPECT_EQ(QToolTip::text(), hold.toolTip());
    EXPECT_TRUE(QToolTip::text().contains(QLatin1String("Possible while you talk.")));
    bar->setMask(ENABLE_RETRIEVE); // another button in its place
    EXPECT_NE(QToolTip::text(), hold.toolTip());
    QToolTip::hideText();
}

TEST_F(ButtonBarTest, aRefusedActionMayBeTriedAgain) {
    bar->setMask(ENABLE_READY | ENABLE_LOGOUT);
    click(window, "readyButton");
    click(window, "signOutButton");
    bar->settle(DeskAction::Ready);
    EXPECT_TRUE(button("readyButton").isEnabled());
    EXPECT_FALSE(button("signOutButton").isEnabled());
}

TEST_F(ButtonBarTest, nothingIsPossibleWhileTheLinkIsLost) {
    bar->setMask(ENABLE_READY | ENABLE_MAKECALL);
    bar->setOffline(true);
    EXPECT_FALSE(button("readyButton").isEnabled());
    EXPECT_TRUE(button("readyButton").toolTip().contains(QLatin1String("no connection")));
    bar->setOffline(false);
    EXPECT_TRUE(button("readyButton").isEnabled());
}

TEST_F(ButtonBarTest, buttonsThatShareAPlaceTakeTurns) {
    bar->setMask(ENABLE_HOLD);
    EXPECT_TRUE(button("holdButton").isVisible());
    EXPECT_FALSE(button("retrieveButton").isVisible());
    bar->setMask(ENABLE_RETRIEVE);
    EXPECT_FALSE(button("holdButton").isVisible());
    EXPECT_TRUE(button("retrieveButton").isVisible());
    bar->setMask(ENABLE_LOGIN);
    EXPECT_TRUE(button("signInButton").isVisible());
    EXPECT_FALSE(button("signOutButton").isVisible());
}

TEST_F(ButtonBarTest, theWayBackTakesThePlaceOfHangUpAndStaysInTheMenu) {
    bar->setMask(ENABLE_RECONNECT); // a consultation rings or talks
    EXPECT_TRUE(button("reconnectButton").isVisible());
    EXPECT_TRUE(button("reconnectButton").isEnabled());
    EXPECT_FALSE(button("hangUpButton").isVisible());
    bar->setMask(ENABLE_RELEASE | ENABLE_RECONNECT); // two calls that have nothing to do with each other
    EXPECT_TRUE(button("hangUpButton").isVisible());
    EXPECT_FALSE(button("reconnectButton").isVisible());
    EXPECT_TRUE(bar->moreMenu()->actions().contains(bar->action(DeskAction::Reconnect)));
    EXPECT_TRUE(bar->action(DeskAction::Reconnect)->isEnabled());
}

TEST_F(ButtonBarTest, theSecondHalfOfADoubleClickDoesNotMeetWhatCameIntoThePlace) {
    bar->setMask(ENABLE_RECONNECT);
    click(window, "reconnectButton");
    bar->setMask(ENABLE_RELEASE); // the answer came between the clicks
    QToolButton& hangUp = button("hangUpButton");
    ASSERT_TRUE(hangUp.isVisible());
    QMouseEvent second(QEvent::MouseButtonDblClick, QPointF(5, 5), hangUp.mapToGlobal(QPointF(5, 5)), Qt::LeftButton,
                       Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&hangUp, &second);
    QTest::mouseRelease(&hangUp, Qt::LeftButton, {}, QPoint(5, 5));
    EXPECT_EQ(used, (std::vector{DeskAction::Reconnect}));
}

TEST_F(ButtonBarTest, aKeyHeldDownIsOneUse) {
    test::activate(window);
    field->setFocus();
    bar->setMask(ENABLE_RECORD);
    const Qt::KeyboardModifiers modifiers = Qt::ControlModifier | Qt::ShiftModifier;
    QTest::keyPress(field, Qt::Key_R, modifiers);
    bar->settle(DeskAction::Record); // the answer comes while the key is down
    QTest::simulateEvent(field, true, Qt::Key_R, modifiers, QString(), true);
    EXPECT_EQ(used, (std::vector{DeskAction::Record}));
}

TEST_F(ButtonBarTest, theWantedButtonIsAccented) {
    bar->setMask(ENABLE_ANSWER | ENABLE_RELEASE);
    EXPECT_TRUE(button("answerButton").property("wanted").toBool());
    EXPECT_FALSE(button("hangUpButton").property("wanted").toBool());
    bar->setMask(ENABLE_RELEASE);
    EXPECT_FALSE(button("answerButton").property("wanted").toBool());
    bar->setMask(ENABLE_READY | ENABLE_RECONNECT); // somebody is consulted
    EXPECT_FALSE(button("readyButton").property("wanted").toBool());
}

TEST_F(ButtonBarTest, keysWorkWithoutTakingTheFocus) {
    test::activate(window);
    field->setFocus();
    bar->setMask(ENABLE_ANSWER);
    QTest::keyClicks(field, QStringLiteral("41"));
    QTest::keyClick(field, Qt::Key_F5);
    QTest::keyClicks(field, QStringLiteral("5"));
    EXPECT_EQ(used, (std::vector{DeskAction::Answer}));
    EXPECT_EQ(field->text(), QLatin1String("415"));
    EXPECT_TRUE(field->hasFocus());
}

TEST_F(ButtonBarTest, everyButtonHasANameForScreenReaders) {
    for (const ButtonRow& row : buttonTable()) {
        if (const auto* widget = window.findChild<QToolButton*>(QLatin1String(row.name))) {
            EXPECT_EQ(widget->accessibleName(), buttonText(row));
        }
    }
}

TEST_F(ButtonBarTest, whatTheServerDoesNotGrantIsSaidAndNotWhenItWouldBePossible) {
    bar->setMissingService([](std::uint32_t bits) {
        return (bits & ENABLE_ANSWER) != 0 ? QStringLiteral("The service Client Control is missing.") : QString();
    });
    bar->setMask(0);
    EXPECT_TRUE(button("answerButton").toolTip().endsWith(QLatin1String("The service Client Control is missing.")));
    EXPECT_FALSE(button("readyButton").toolTip().contains(QLatin1String("Client Control")));
}

} // namespace
} // namespace callwright
