#include "tests/gui/colleague.h"
#include "tests/gui/desk_fixture.h"
#include "ui/status/status_line.h"

#include <nlohmann/json.hpp>

namespace callwright {
namespace {

using test::click;
using test::DeskFixture;
using test::find;

simulator::SimulatorConfig withGreetings() {
    simulator::SimulatorConfig config;
    for (simulator::AgentConfig& agent : config.acd.agents)
        agent.greeting = std::chrono::milliseconds(1);
    return config;
}

/// Recording, reporting, asking for help: each by mouse and by keys.
class HelpTest : public DeskFixture {
protected:
    HelpTest() : DeskFixture(withGreetings()) { settings.recordingEnabled = true; }

    void begin() {
        show();
        signIn();
        talk();
    }
    bool isOn(const char* entry) { return find<QAction>(*window, entry).isEnabled(); }
    nlohmann::ordered_json callOnTheSwitch() const { return site.state().at("calls").at(0); }
    bool isRecordedOnTheSwitch() const {
        const auto call = callOnTheSwitch();
        return std::ranges::any_of(call.at("connections"),
                                   [](const auto& party) { return party.contains("recording"); });
    }
    /// The supervisor of the team, who answers whoever calls.
    std::unique_ptr<test::Colleague> supervisor() {
        auto made = std::make_unique<test::Colleague>(clock, transports, settings, server, "1091", "3191");
        EXPECT_TRUE(waitFor([&made] { return made->isSignedIn(); }));
        return made;
    }
};

TEST_F(HelpTest, recordingIsSwitchedOnByMouseAndOffByKeys) {
    begin();
    EXPECT_FALSE(find<QLabel>(*window, "recordingSign").isVisible());
    chooseFrom("moreButton", "moreMenu", "recordAction");
    ASSERT_TRUE(waitFor([this] { return find<QLabel>(*window, "recordingSign").isVisible(); }));
    EXPECT_EQ(find<QAction>(*window, "recordAction").text(), QLatin1String("Stop recording"));
    EXPECT_TRUE(isRecordedOnTheSwitch());
    ASSERT_TRUE(waitFor([this] { return isOn("recordAction"); }));
    test::activate(*window);
    key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitFor([this] { return !find<QLabel>(*window, "recordingSign").isVisible(); }));
    EXPECT_EQ(find<QAction>(*window, "recordAction").text(), QLatin1String("Record"));
    EXPECT_FALSE(isRecordedOnTheSwitch());
    EXPECT_TRUE(waitFor([this] { return isOn("recordAction"); }));
}

TEST_F(HelpTest, aBadLineIsReportedOncePerClickAndByKeys) {
    begin();
    chooseFrom("moreButton", "moreMenu", "badLineAction");
    ASSERT_TRUE(waitFor([this] { return callOnTheSwitch().contains("badLine"); }));
    EXPECT_TRUE(waitFor([this] { return isOn("badLineAction"); }));
    EXPECT_TRUE(
        waitFor([this] { return find<QLabel>(*window, "messageLabel").text().contains(QLatin1String("bad line")); }));
    test::activate(*window);
    key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(isOn("badLineAction"));
    EXPECT_TRUE(waitFor([this] { return isOn("badLineAction"); }));
}

TEST_F(HelpTest, aSupervisorIsAskedByMouseDuringACall) {
    const auto helper = supervisor();
    begin();
    chooseFrom("moreButton", "moreMenu", "supervisorAssistAction");
    ASSERT_TRUE(waitForCalls(2));
    EXPECT_TRUE(waitForOn("completeConferenceButton"));
    EXPECT_TRUE(find<QToolButton>(*window, "reconnectButton").isVisible());
}

TEST_F(HelpTest, aSupervisorIsAskedByKeysWithoutACall) {
    const auto helper = supervisor();
    show();
    signIn();
    key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitForCalls(1));
    EXPECT_TRUE(waitForStatus(QStringLiteral("Talking")));
}

TEST_F(HelpTest, anEmergencyIsCalledAtOnceByMouse) {
    const auto helper = supervisor();
    begin();
    chooseFrom("moreButton", "moreMenu", "emergencyCallAction");
    ASSERT_TRUE(waitForCalls(2));
    EXPECT_TRUE(waitForOn("completeConferenceButton"));
}

TEST_F(HelpTest, anEmergencyIsCalledAtOnceByKeys) {
    const auto helper = supervisor();
    show();
    signIn();
    key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitForCalls(1));
    EXPECT_TRUE(waitForStatus(QStringLiteral("Talking")));
}

TEST_F(HelpTest, whenNobodyCanHelpItIsSaidAndMayBeTriedAgain) {
    show();
    signIn();
    key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([this] { return find<QLabel>(*window, "troubleWhat").isVisible(); }));
    EXPECT_TRUE(waitFor([this] { return isOn("supervisorAssistAction"); }));
}

TEST_F(HelpTest, anEmergencyNobodyTakesMayBeTriedAgain) {
    show();
    signIn();
    key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([this] { return find<QLabel>(*window, "troubleWhat").isVisible(); }));
    EXPECT_TRUE(waitFor([this] { return isOn("emergencyCallAction"); }));
}

TEST_F(HelpTest, theGreetingIsSwitchedOffByMouseAndOnByKeys) {
    show();
    signIn();
    chooseFrom("moreButton", "moreMenu", "greetingAction");
    const QAction& greeting = find<QAction>(*window, "greetingAction");
    ASSERT_TRUE(waitFor([&greeting] { return greeting.text() == QLatin1String("Turn my greeting on"); }));
    test::activate(*window);
    key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([&greeting] { return greeting.text() == QLatin1String("Turn my greeting off"); }));
    EXPECT_TRUE(greeting.isEnabled());
}

TEST_F(HelpTest, whoIsListenedToSeesNoOtherCallForIt) {
    settings.ccmBasedSilentMonitor = true;
    begin();
    test::Colleague listener(clock, transports, settings, server, "1091", "3191", true);
    ASSERT_TRUE(waitFor([&] { return listener.isSignedIn(); }));
    Agent& supervisor = *listener.session().currentAgent();
    ASSERT_TRUE(supervisor.startMonitoringAllAgentTeams());
    Agent* listenedTo = nullptr;
    ASSERT_TRUE(waitFor([&] {
        listenedTo = listener.session().findAgent(QStringLiteral("agent.5000.1001"));
        return listenedTo && listenedTo->state() == AgentState::Talking;
    }));
    ASSERT_TRUE(supervisor.startMonitoringAgent(listenedTo));
    ASSERT_TRUE(waitFor([&] { return supervisor.monitoredAgent() != nullptr; }));
    ASSERT_TRUE(supervisor.superviseCall(listenedTo, nullptr, SupervisoryAction::Monitor)); // whichever call is active
    ASSERT_TRUE(waitFor([this] { return session->calls().size() == 2; }));                  // as the server tells
    EXPECT_EQ(find<CallGrid>(*window, "callGrid").model()->rowCount(), 1);
    EXPECT_TRUE(isOn("recordAction"));
    click(*window, "holdButton"); // goes for the one that is there
    EXPECT_TRUE(waitForStatus(QStringLiteral("On hold")));
}

} // namespace
} // namespace callwright
