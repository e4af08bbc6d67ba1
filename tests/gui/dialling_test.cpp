#include "tests/gui/desk_fixture.h"

#include <QAbstractItemView>
#include <QCompleter>

#include <nlohmann/json.hpp>

namespace callwright {
namespace {

using test::click;
using test::DeskFixture;
using test::find;

/// Numbers and tones: the dial dialog, the keypad, forwarding, and numbers dialled before.
class DiallingTest : public DeskFixture {
protected:
    std::string tonesOnTheSwitch() const {
        const auto call = site.state().at("calls").at(0);
        return call.contains("DTMFString") ? call.at("DTMFString").get<std::string>() : std::string();
    }
    void ring() {
        show();
        signIn();
        becomeReady();
        callBilling();
        ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    }
    bool isGoneFromHere() {
        return waitFor([this] {
            const auto calls = site.state().at("calls");
            return std::ranges::none_of(calls, [](const auto& call) {
                return std::ranges::any_of(call.at("connections"),
                                           [](const auto& party) { return party.at("instrument") == "3101"; });
            });
        });
    }
};

TEST_F(DiallingTest, tonesAreSentByMouseAndByKeysDuringACall) {
    show();
    signIn();
    talk();
    click(*window, "keypadButton");
    ASSERT_TRUE(waitForDialog("keypadDialog"));
    EXPECT_TRUE(find<QToolButton>(*window, "keypadButton").isEnabled());
    click(*dialog("keypadDialog"), "keypadKey1");
    click(*dialog("keypadDialog"), "keypadKey2");
    click(*dialog("keypadDialog"), "keypadKeyPound");
    EXPECT_TRUE(waitFor([this] { return tonesOnTheSwitch() == "12#"; }));
    type(QStringLiteral("7*"));
    EXPECT_TRUE(waitFor([this] { return tonesOnTheSwitch() == "12#7*"; }));
    EXPECT_EQ(find<QLineEdit>(*dialog("keypadDialog"), "sentTones").text(), QLatin1String("12#7*"));
    ASSERT_TRUE(site.hangup(talkedTo));
    EXPECT_TRUE(waitForNoDialog("keypadDialog"));
}

TEST_F(DiallingTest, theKeysOfTheDeskWorkInTheKeypadToo) {
    show();
    signIn();
    talk();
    key(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(waitForDialog("keypadDialog"));
    QTest::simulateEvent(dialog("keypadDialog"), true, Qt::Key_5, {}, QStringLiteral("5"), false);
    for (int time = 0; time < 3; ++time) // held down
        QTest::simulateEvent(dialog("keypadDialog"), true, Qt::Key_5, {}, QStringLiteral("5"), true);
    key(Qt::Key_6);
    EXPECT_TRUE(waitFor([this] { return tonesOnTheSwitch() == "56"; })) << tonesOnTheSwitch();
    key(Qt::Key_F6);
    EXPECT_TRUE(waitForNoDialog("keypadDialog"));
}

TEST_F(DiallingTest, theKeypadOpensByKeyAndSaysWhenNobodyHears) {
    show();
    signIn();
    talk();
    key(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(waitForDialog("keypadDialog"));
    click(*window, "holdButton");
    EXPECT_TRUE(waitFor([this] { return find<QLabel>(*dialog("keypadDialog"), "keypadProblem").isVisible(); }));
    key(Qt::Key_Escape);
    EXPECT_TRUE(waitForNoDialog("keypadDialog"));
}

TEST_F(DiallingTest, withoutACallTheKeypadDials) {
    show();
    signIn();
    click(*window, "keypadButton");
    ASSERT_TRUE(waitForDialog("dialDialog"));
    for (const char* digit : {"keypadKey3", "keypadKey1", "keypadKey0", "keypadKey2"})
        click(*dialog("dialDialog"), digit);
    QTest::keyClicks(&find<QLineEdit>(*dialog("dialDialog"), "callData.CallVariable1"), QStringLiteral("77"));
    click(*dialog("dialDialog"), "okButton");
    ASSERT_TRUE(waitForCalls(1));
    EXPECT_TRUE(waitForNoDialog("dialDialog"));
    EXPECT_EQ(site.state().at("calls").at(0).at("DialedNumber"), "3102");
    EXPECT_EQ(site.state().at("calls").at(0).at("CallVariable1"), "77");
}

TEST_F(DiallingTest, dialledNumbersAreRememberedAndOfferedAgain) {
    show();
    signIn();
    recents.kept.clear();
    auto& field = find<QLineEdit>(*window, "dialField");
    key(Qt::Key_D, Qt::ControlModifier);
    type(QStringLiteral("+1 (415) 555-0199"));
    key(Qt::Key_Return);
    ASSERT_TRUE(waitForCalls(1));
    ASSERT_TRUE(waitFor([&field] { return field.text().isEmpty(); }));
    EXPECT_EQ(recents.kept.value(QStringLiteral("1001")), QStringList(QStringLiteral("14155550199")));
    ASSERT_TRUE(waitForOn("hangUpButton"));
    key(Qt::Key_F6);
    ASSERT_TRUE(waitForCalls(0));
    ASSERT_TRUE(waitForOn("callButton"));

    key(Qt::Key_D, Qt::ControlModifier);
    key(Qt::Key_Down);
    QAbstractItemView& list = *field.completer()->popup();
    ASSERT_TRUE(list.isVisible());
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    EXPECT_EQ(field.text(), QLatin1String("14155550199"));
    click(*window, "callButton");
    EXPECT_TRUE(waitForCalls(1));
}

TEST_F(DiallingTest, aRefusedNumberStaysInTheField) {
    show();
    signIn();
    becomeReady(); // one dials from Not ready only
    auto& field = find<QLineEdit>(*window, "dialField");
    field.setFocus();
    type(QStringLiteral("3102"));
    key(Qt::Key_Return);
    EXPECT_TRUE(waitFor([this] { return find<QLabel>(*window, "troubleWhat").isVisible(); }));
    EXPECT_EQ(field.text(), QLatin1String("3102"));
    EXPECT_TRUE(find<QToolButton>(*window, "callButton").isEnabled());
}

TEST_F(DiallingTest, aRingingCallIsForwardedByMouse) {
    ring();
    EXPECT_TRUE(waitForOn("forwardButton"));
    click(*window, "forwardButton");
    dialByClick(QStringLiteral("3102"));
    EXPECT_TRUE(isGoneFromHere());
    EXPECT_TRUE(waitForNoDialog("dialDialog"));
}

TEST_F(DiallingTest, aRingingCallIsForwardedByKeys) {
    ring();
    EXPECT_TRUE(waitForOn("forwardButton"));
    key(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    dialByKeys(QStringLiteral("3102"));
    EXPECT_TRUE(isGoneFromHere());
}

} // namespace
} // namespace callwright
