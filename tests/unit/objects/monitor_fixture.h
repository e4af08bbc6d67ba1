#pragma once

#include "tests/unit/objects/session_fixture.h"

#include <string>
#include <vector>

namespace callwright::testing {

/// A session without an agent against a peer that says what the test tells it to.
class MonitorFixture : public SessionFixture {
protected:
    std::vector<Role> roles{Role::Monitor};
    MonitorSessionSnapshotMode snapshotMode = MonitorSessionSnapshotMode::NoSnapshot;

    CilResult connectMonitor() {
        const CilResult result = session().connectTo(parameters, roles);
        settle();
        return result;
    }
    CilResult setFilter(const char* filter) {
        const CilResult result = session().setMessageFilter(QString::fromLatin1(filter), snapshotMode);
        settle();
        return result;
    }
    /// Connected, with this filter set, and everything so far forgotten.
    void watch(const char* filter) {
        ASSERT_TRUE(connectMonitor());
        ASSERT_TRUE(setFilter(filter));
        forget();
    }
    void sendPeripheral(std::uint32_t peripheralId, bool isOnline = true) {
        peer().send(peer()
                        .message(protocol::MessageType::SYSTEM_EVENT)
                        .set(protocol::Field::SystemEventID, isOnline ? protocol::SystemEventID::SYS_PERIPHERAL_ONLINE
                                                                      : protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE)
                        .set(protocol::Field::SystemEventArg1, peripheralId));
        settle();
    }
    void sendStateOf(const char* agentId, const char* instrument, AgentState agentState,
                     std::uint32_t peripheralId = 5000) {
        peer().send(peer()
                        .message(protocol::MessageType::AGENT_STATE_EVENT)
                        .set(protocol::Field::PeripheralID, peripheralId)
                        .set(protocol::Field::AgentState, agentState)
                        .set(protocol::Field::MRDID, 1U)
                        .set(protocol::Field::AgentID, std::string_view(agentId))
                        .set(protocol::Field::AgentInstrument, std::string_view(instrument)));
        settle();
    }
    /// An event about this connection; of a monitor, when one is given.
    void sendAbout(protocol::MessageType type, std::uint32_t callId, const char* device, std::uint32_t monitorId = 0) {
        auto message = callEvent(type, {callId, device});
        message.set(protocol::Field::MonitorID, monitorId);
        peer().send(message);
        settle();
    }
    /// The agent as QUERY_AGENT_STATE_REQ `frame` asks for it.
    void answerAgent(const ReceivedFrame& frame, AgentState agentState, const char* instrument) {
        peer().send(peer()
                        .message(protocol::MessageType::QUERY_AGENT_STATE_CONF)
                        .set(protocol::Field::InvokeID, frame.invokeId())
                        .set(protocol::Field::AgentState, agentState)
                        .set(protocol::Field::MRDID, 1U)
                        .set(protocol::Field::AgentID, std::string_view(*frame.text(protocol::Field::AgentID)))
                        .set(protocol::Field::AgentInstrument, std::string_view(instrument)));
        settle();
    }
    QStringList agentNames() {
        QStringList names;
        for (const Agent* agent : session().agents())
            names.append(agent->uniqueObjectId());
        return names;
    }
    QStringList callNames() {
        QStringList names;
        for (const Call* call : session().calls())
            names.append(call->uniqueObjectId());
        return names;
    }
    void letItBegin() { clock.advance(std::chrono::seconds(1)); } ///< a snapshot
    void loseAndReopen() {
        peer().reset();
        settle();
        while (session().status() != ConnectionStatus::Open)
            clock.advance(std::chrono::seconds(1));
        settle();
    }
};

} // namespace callwright::testing
