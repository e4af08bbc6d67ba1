#include "app/desktop/demo.h"
#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/transport/memory_transport.h"
#include "tests/gui/fakes.h"
#include "tests/gui/find.h"
#include "ui/main_window.h"

#include <QLabel>
#include <QToolButton>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using protocol::MessageType;
using simulator::FaultKind;
using test::click;
using test::find;

/// The agent's window on a simulated site in memory, on a turned clock: for what takes long.
class DeskInMemory : public testing::Test {
protected:
    DeskInMemory() {
        parameters.sideA = site.listen(network.makeListener(), {QStringLiteral("cti-a"), 42027}).value();
        test::activate(window);
    }
    void settle() { clock.advance(std::chrono::milliseconds(500)); }
    void signIn(Session& desk) {
        ASSERT_TRUE(desk.connectTo(parameters, {5000, QStringLiteral("1001"), QStringLiteral("3101"), false}));
        settle();
        if (!desk.currentAgent()->isSignedIn()) {
            ASSERT_TRUE(desk.currentAgent()->login(QStringLiteral("open sesame")));
        }
        settle();
        ASSERT_EQ(desk.currentAgent()->state(), AgentState::NotReady);
    }
    void talk() {
        signIn(session);
        ASSERT_TRUE(session.currentAgent()->setReady());
        settle();
        talkedTo = site.startCall("Billing", "4155550134").value();
        settle();
        click(window, "answerButton");
        settle();
        ASSERT_EQ(session.currentCall()->status(), CallStatus::Connect);
    }
    /// The answers to this are of no use: nobody asked with their InvokeID.
    void spoilAnswersTo(MessageType request) {
        simulator::Fault fault;
        fault.kind = FaultKind::WrongId;
        fault.request = request;
        ASSERT_TRUE(site.fault(fault));
    }
    QString trouble() {
        const auto& what = find<QLabel>(window, "troubleWhat");
        return what.isVisible() ? what.text() : QString();
    }
    QString lastTold() { return find<QLabel>(window, "messageLabel").text(); }

    ManualClock clock;
    MemoryNetwork network{clock, 1};
    std::unique_ptr<TransportFactory> transports = network.clients();
    simulator::Simulator site{clock, {}, 1};
    Settings settings = demoSettings();
    ConnectParameters parameters;
    test::CountedTone tone;
    test::RecordedNotifier notifier;
    test::MemoryStore passwords;
    test::MemoryRecents recents;
    Session session{clock, *transports, settings, 1};
    MainWindow window{session, clock, MainWindow::Services{tone, notifier, passwords, recents}};
    std::uint32_t talkedTo = 0;
};

TEST_F(DeskInMemory, whatShowsToHaveHappenedIsNotCalledAFailureForWantOfAnAnswer) {
    talk();
    spoilAnswersTo(MessageType::HOLD_CALL_REQ);
    click(window, "holdButton");
    settle();
    ASSERT_EQ(session.currentCall()->status(), CallStatus::Held);
    clock.advance(std::chrono::seconds(30));
    EXPECT_TRUE(trouble().isEmpty()) << trouble().toStdString();
    EXPECT_TRUE(find<QToolButton>(window, "retrieveButton").isEnabled());
}

TEST_F(DeskInMemory, whatNobodyKnowsIsSaidSoUntilItDoesNotMatterAnyMore) {
    talk();
    spoilAnswersTo(MessageType::SEND_DTMF_SIGNAL_REQ);
    ASSERT_TRUE(session.currentCall()->sendDtmf({QStringLiteral("1")}));
    clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(trouble().toStdString(), "It is not known whether the tones were sent: No answer came in time.");
    ASSERT_TRUE(site.hangup(talkedTo));
    settle();
    EXPECT_TRUE(trouble().isEmpty()) << trouble().toStdString();
}

TEST_F(DeskInMemory, theStatusLineTellsTheStateHoweverItBecameKnown) {
    signIn(session);
    EXPECT_TRUE(lastTold().startsWith(QLatin1String("Not ready since "))) << lastTold().toStdString();
    simulator::Fault logout;
    logout.kind = FaultKind::Logout;
    logout.name = "1001";
    ASSERT_TRUE(site.fault(logout));
    settle();
    EXPECT_TRUE(lastTold().startsWith(QLatin1String("Signed out since "))) << lastTold().toStdString();
    auto elsewhere = std::make_unique<Session>(clock, *transports, settings, 2);
    signIn(*elsewhere);
    elsewhere.reset();
    settle();
    signIn(session); // the agent is signed in already: an answer says so, and no event
    EXPECT_TRUE(lastTold().startsWith(QLatin1String("Not ready since "))) << lastTold().toStdString();
}

} // namespace
} // namespace callwright
