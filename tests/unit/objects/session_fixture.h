#pragma once

#include "cil/clock/manual_clock.h"
#include "cil/events/keywords.h"
#include "cil/objects/session.h"
#include "cil/protocol/names.h"
#include "cil/transport/memory_transport.h"
#include "tests/support/fake_peer.h"
#include "tests/unit/objects/words.h"

#include <QObject>
#include <QStringList>

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace callwright::testing {

struct PublishedEvent {
    EventId id;
    Arguments arguments;
};

struct PeerCall {
    std::uint32_t callId = 16777217;
    std::string deviceId = "9001";
    std::uint32_t callType = 1; ///< CALLTYPE_ACD_IN
};

/// A party as SNAPSHOT_CALL_CONF lists it.
struct PeerParty {
    std::string leg;
    std::string device;
    std::uint32_t state = 3; ///< LocalConnectionState
};

/// A session against a peer that says what the test tells it to, in memory, on a turned clock.
class SessionFixture : public ::testing::Test {
protected:
    SessionFixture();

    // --- the agent's side
    AgentIdentity identity{5000, QStringLiteral("1001"), QStringLiteral("3101"), false};
    ConnectParameters parameters;
    Session& session() { return *m_session; }
    Agent& agent() { return *m_session->currentAgent(); }
    Call& onlyCall();
    AgentState state() { return agent().state(); }

    CilResult connectToPeer();
    /// Connected, asked for the agent, who is in this state; a signed-in one has desk settings and no calls.
    void openAs(AgentState state);
    /// The same, then signed in and Not Ready.
    void signIn();
    /// Signed in, talking on one inbound call.
    void talk();
    void addStandby(); ///< a second side that stands by, as soon as the session is open
    void takeOver();   ///< the side in use is lost, the other one is the peer from now on
    void loseLink();   ///< by force; the way back takes a while
    void comeBack();   ///< at once, until the session is open again
    /// Lets what is under way arrive.
    void settle() { clock.advance(Milliseconds(50)); }

    // --- what was published
    std::vector<PublishedEvent> events;
    QStringList names() const; ///< of the events since the last forget(), OnButtonEnablementChange left out
    QStringList allNames() const;
    void forget() { events.clear(); }
    const Arguments& last(EventId id) const; ///< fails the test when it never came
    std::size_t count(EventId id) const;
    std::uint32_t buttons() const; ///< of the last OnButtonEnablementChange

    // --- the peer's side
    FakePeer& peer() { return *m_peer; }
    void answerQuery(AgentState state, std::int32_t domain = 1);
    void answerDesk();
    void answerDevice(const std::vector<PeerCall>& calls, std::uint32_t callState = 3);
    void answerCall(const PeerCall& call);
    void confirmLast(protocol::MessageType request);
    void sendState(AgentState state, std::uint32_t reason = 0, std::uint32_t direction = 0, std::int32_t domain = 1);
    void beginCall(const PeerCall& call = {});
    void endCall(const PeerCall& call = {});
    /// An event about the agent's own connection of the call.
    protocol::MessageBuilder callEvent(protocol::MessageType type, const PeerCall& call = {}) const;
    void sendCallEvent(protocol::MessageType type, const PeerCall& call = {});

    std::uint32_t deskMask = 0x1FE0;  ///< calls of every kind and supervisor calls allowed, no reasons required
    std::uint32_t incomingWrapup = 1; ///< WrapupDataMode
    std::uint32_t outgoingWrapup = 1;

    void dropSession() { m_session.reset(); }

    QObject bystander; ///< a context for connections that outlives the session
    ManualClock clock;
    MemoryNetwork network{clock, 7};
    Settings settings;

private:
    std::unique_ptr<TransportFactory> m_transports = network.clients();
    std::unique_ptr<Listener> m_listener = network.makeListener();
    std::unique_ptr<FakePeer> m_peer = std::make_unique<FakePeer>(*m_listener);
    std::unique_ptr<Listener> m_otherListener = network.makeListener();
    std::unique_ptr<FakePeer> m_otherPeer = std::make_unique<FakePeer>(*m_otherListener);
    std::unique_ptr<Session> m_session;
};

} // namespace callwright::testing
