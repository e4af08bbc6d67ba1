#include "cil/events/keywords.h"
#include "tests/gui/colleague.h"
#include "tests/gui/desk_fixture.h"

#include <nlohmann/json.hpp>

namespace callwright {
namespace {

using test::click;
using test::DeskFixture;
using test::find;

simulator::SimulatorConfig quickOutside() {
    simulator::SimulatorConfig config;
    config.acd.timers.outsideAnswers = std::chrono::milliseconds(0);
    return config;
}

const QString outsideNumber = QStringLiteral("+1 (415) 555-0199");
const QString talkingText = QStringLiteral("Talking");

/// Transfer, conference and what there is between two calls: each by mouse and by keys.
class CallControl : public DeskFixture {
protected:
    CallControl() : DeskFixture(quickOutside()) {}

    void begin() {
        show();
        signIn();
        talk();
    }
    /// Until the button is there that the consultation brings.
    void consultByKeys(const QString& number, const char* button) {
        test::activate(*window);
        key(Qt::Key_F8);
        dialByKeys(number);
        ASSERT_TRUE(waitForOn(button));
        ASSERT_TRUE(waitForNoDialog("dialDialog"));
    }
    /// From a consultation to the first call.
    void goBack(bool byMouse) {
        test::activate(*window);
        if (byMouse)
            click(*window, "reconnectButton");
        else
            key(Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(waitForCalls(1));
        ASSERT_TRUE(waitForStatus(talkingText));
    }
    bool isWanted(const char* button) { return find<QToolButton>(*window, button).property("wanted").toBool(); }

    /// Who is in the one call that is left on the switch.
    std::set<std::string> peopleInTheCall() const {
        std::set<std::string> people;
        const auto truth = site.state();
        for (const auto& call : truth.at("calls")) {
            for (const auto& connection : call.at("connections"))
                people.insert(connection.at("device").get<std::string>());
        }
        return people;
    }
    std::size_t callsOnTheSwitch() const { return site.state().at("calls").size(); }
};

TEST_F(CallControl, aCallIsTransferredAfterAskingByMouse) {
    begin();
    click(*window, "transferButton");
    EXPECT_FALSE(find<QToolButton>(*window, "transferButton").isEnabled());
    dialByClick(outsideNumber);
    ASSERT_TRUE(waitForOn("completeTransferButton"));
    EXPECT_TRUE(waitForNoDialog("dialDialog"));
    EXPECT_EQ(session->calls().size(), 2u);
    EXPECT_TRUE(isWanted("completeTransferButton"));
    EXPECT_FALSE(find<QToolButton>(*window, "transferButton").isVisible());
    click(*window, "completeTransferButton");
    ASSERT_TRUE(waitFor([this] { return session->calls().empty() || session->wrapupCall(); }));
    EXPECT_TRUE(waitFor([this] { return callsOnTheSwitch() == 1; }));
    EXPECT_EQ(peopleInTheCall(), (std::set<std::string>{"4155550134", "14155550199"}));
}

TEST_F(CallControl, aCallIsTransferredAfterAskingByKeys) {
    begin();
    key(Qt::Key_F8);
    dialByKeys(outsideNumber);
    ASSERT_TRUE(waitForOn("completeTransferButton"));
    test::activate(*window);
    key(Qt::Key_F8, Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([this] { return peopleInTheCall() == std::set<std::string>{"4155550134", "14155550199"}; }));
}

TEST_F(CallControl, aCallIsTransferredWithoutAskingByMouse) {
    begin();
    chooseFrom("transferButton", "transferButtonMenu", "singleStepTransferAction");
    dialByClick(outsideNumber);
    EXPECT_TRUE(waitFor([this] { return peopleInTheCall() == std::set<std::string>{"4155550134", "14155550199"}; }));
    EXPECT_TRUE(waitForNoDialog("dialDialog"));
}

TEST_F(CallControl, aCallIsTransferredWithoutAskingByKeys) {
    begin();
    key(Qt::Key_F8, Qt::ControlModifier);
    dialByKeys(outsideNumber);
    EXPECT_TRUE(waitFor([this] { return peopleInTheCall() == std::set<std::string>{"4155550134", "14155550199"}; }));
}

TEST_F(CallControl, aConferenceIsMadeByMouseAndGrowsByKeys) {
    begin();
    click(*window, "conferenceButton");
    dialByClick(outsideNumber);
    ASSERT_TRUE(waitForOn("completeConferenceButton"));
    EXPECT_TRUE(isWanted("completeConferenceButton"));
    click(*window, "completeConferenceButton");
    ASSERT_TRUE(waitForCalls(1));
    ASSERT_TRUE(waitForOn("conferenceButton"));
    EXPECT_TRUE(session->currentCall()->isConference());
    EXPECT_EQ(session->currentCall()->parties().size(), 3u);

    test::activate(*window);
    key(Qt::Key_F9);
    dialByKeys(QStringLiteral("14155550198"));
    ASSERT_TRUE(waitForOn("completeConferenceButton"));
    test::activate(*window);
    key(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(waitForCalls(1));
    EXPECT_TRUE(waitFor([this] { return session->currentCall()->parties().size() == 4; }));
    EXPECT_EQ(peopleInTheCall(), (std::set<std::string>{"4155550134", "3101", "14155550199", "14155550198"}));
}

TEST_F(CallControl, whoIsConsultedAndWhoWaitsAreSwapped) {
    begin();
    key(Qt::Key_F8);
    dialByKeys(outsideNumber);
    ASSERT_TRUE(waitForOn("swapButton"));
    ASSERT_TRUE(waitFor([this] { return session->calls().at(0)->status() == CallStatus::Held; }));
    click(*window, "swapButton");
    ASSERT_TRUE(waitFor([this] {
        return session->calls().at(0)->status() == CallStatus::Connect &&
               session->calls().at(1)->status() == CallStatus::Held;
    }));
    ASSERT_TRUE(waitForOn("swapButton"));
    test::activate(*window);
    key(Qt::Key_F7, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([this] {
        return session->calls().at(0)->status() == CallStatus::Held &&
               session->calls().at(1)->status() == CallStatus::Connect;
    }));
}

TEST_F(CallControl, oneGoesBackToTheFirstCallByMouseAndByKeys) {
    begin();
    for (const bool byMouse : {true, false}) {
        consultByKeys(outsideNumber, "completeTransferButton");
        goBack(byMouse);
        ASSERT_TRUE(waitForOn("transferButton"));
    }
    EXPECT_EQ(peopleInTheCall(), (std::set<std::string>{"4155550134", "3101"}));
}

TEST_F(CallControl, whoDoesNotAnswerIsGivenUpByMouseAndByKeys) {
    begin();
    for (const bool byMouse : {true, false}) {
        consultByKeys(QStringLiteral("14155550002"), "reconnectButton"); // nobody answers there
        EXPECT_FALSE(find<QToolButton>(*window, "hangUpButton").isVisible());
        goBack(byMouse);
        ASSERT_TRUE(waitForOn("hangUpButton"));
    }
    EXPECT_EQ(peopleInTheCall(), (std::set<std::string>{"4155550134", "3101"}));
}

TEST_F(CallControl, theDataOfTheCallGoesWithTheConsultationAsEdited) {
    begin();
    test::Colleague ben(clock, transports, settings, server, "1002", "3102");
    ASSERT_TRUE(waitFor([&ben] { return ben.isSignedIn(); }));
    click(*window, "transferButton");
    ASSERT_TRUE(waitForDialog("dialDialog"));
    auto& order = find<QLineEdit>(*dialog("dialDialog"), "callData.CallVariable1");
    EXPECT_EQ(order.text(), QLatin1String("88-1204"));
    order.selectAll();
    QTest::keyClicks(&order, QStringLiteral("99-1"));
    dialByClick(QStringLiteral("3102"));
    ASSERT_TRUE(waitFor([&ben] { return ben.session().currentCall() != nullptr; }));
    const Arguments data = ben.session().currentCall()->callData();
    EXPECT_EQ(data.toString(keyword::CallVariable1), QLatin1String("99-1"));
    EXPECT_EQ(data.toString(keyword::CallVariable2), QLatin1String("Chiara Russo"));
}

TEST_F(CallControl, enterInTheDialFieldAsksToConsultThatNumber) {
    begin();
    key(Qt::Key_D, Qt::ControlModifier);
    type(outsideNumber);
    key(Qt::Key_Return);
    ASSERT_TRUE(waitForDialog("dialDialog"));
    EXPECT_EQ(find<QLineEdit>(*dialog("dialDialog"), "numberField").text(), outsideNumber);
    key(Qt::Key_Return);
    ASSERT_TRUE(waitForOn("completeTransferButton"));
    EXPECT_TRUE(waitFor([this] { return find<QLineEdit>(*window, "dialField").text().isEmpty(); }));
}

TEST_F(CallControl, cancellingGivesTheButtonBack) {
    begin();
    click(*window, "conferenceButton");
    ASSERT_TRUE(waitForDialog("dialDialog"));
    EXPECT_FALSE(find<QToolButton>(*window, "conferenceButton").isEnabled());
    key(Qt::Key_Escape);
    EXPECT_TRUE(find<QToolButton>(*window, "conferenceButton").isEnabled());
    EXPECT_TRUE(waitForNoDialog("dialDialog"));
    EXPECT_EQ(callsOnTheSwitch(), 1u);
}

TEST_F(CallControl, aRefusedConsultationKeepsTheDialogWithWhatWasEntered) {
    begin();
    click(*window, "transferButton");
    const QString tooLong(50, QLatin1Char('1'));
    dialByClick(tooLong);
    ASSERT_TRUE(waitFor([this] { return find<QLabel>(*dialog("dialDialog"), "dialProblem").isVisible(); }));
    EXPECT_EQ(find<QLineEdit>(*dialog("dialDialog"), "numberField").text(), tooLong);
    EXPECT_EQ(session->calls().size(), 1u);
    dialByClick(QStringLiteral("14155550199")); // over it: the same dialog
    EXPECT_TRUE(waitForOn("completeTransferButton"));
}

TEST_F(CallControl, aDialogAboutACallThatEndsGoesWithIt) {
    begin();
    click(*window, "transferButton");
    ASSERT_TRUE(waitForDialog("dialDialog"));
    ASSERT_TRUE(site.hangup(talkedTo));
    EXPECT_TRUE(waitForNoDialog("dialDialog"));
}

} // namespace
} // namespace callwright
