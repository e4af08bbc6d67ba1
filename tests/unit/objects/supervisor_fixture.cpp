#include "tests/unit/objects/supervisor_fixture.h"

namespace callwright::testing {

using protocol::Field;
using protocol::MessageType;

void SupervisorFixture::signInWithTeam() {
    signIn();
    sendOwnState(77);
    sendTeam({"1002", "1003"});
    forget();
}

void SupervisorFixture::sendOwnState(std::uint32_t icmAgentId) {
    peer().send(peer()
                    .message(MessageType::AGENT_STATE_EVENT)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::PeripheralType, protocol::PeripheralType::PT_ENTERPRISE_AGENT)
                    .set(Field::AgentState, AgentState::NotReady)
                    .set(Field::MRDID, 1U)
                    .set(Field::ICMAgentID, icmAgentId)
                    .set(Field::AgentID, std::string_view("1001"))
                    .set(Field::AgentInstrument, std::string_view("3101"))
                    .set(Field::AgentExtension, std::string_view("2101")));
    settle();
}

void SupervisorFixture::sendTeam(const std::vector<std::string>& agentIds, std::uint32_t operation,
                                 std::uint32_t flags) {
    auto message = peer().message(MessageType::AGENT_TEAM_CONFIG_EVENT);
    message.set(Field::PeripheralID, 5000U)
        .set(Field::TeamID, 501U)
        .set(Field::NumberOfAgents, static_cast<std::uint32_t>(agentIds.size()))
        .set(Field::ConfigOperation, operation)
        .set(Field::AgentTeamName, std::string_view("Claims"));
    for (const std::string& id : agentIds) {
        message.set(Field::AtcAgentID, std::string_view(id))
            .set(Field::AgentFlags, flags)
            .set(Field::AtcAgentState, AgentState::NotReady)
            .set(Field::AtcStateDuration, 125U);
    }
    peer().send(message);
    settle();
}

void SupervisorFixture::sendMember(const std::string& agentId, AgentState state, const std::string& instrument) {
    peer().send(peer()
                    .message(MessageType::AGENT_STATE_EVENT)
                    .set(Field::MonitorID, teamMonitor)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::PeripheralType, protocol::PeripheralType::PT_ENTERPRISE_AGENT)
                    .set(Field::AgentState, state)
                    .set(Field::MRDID, 1U)
                    .set(Field::AgentID, std::string_view(agentId))
                    .set(Field::AgentExtension, std::string_view("2102"))
                    .set(Field::AgentInstrument, std::string_view(instrument)));
    settle();
}

Agent& SupervisorFixture::member(const char* agentId) {
    Agent* found = session().findAgent(QStringLiteral("agent.5000.") + QLatin1String(agentId));
    if (!found)
        throw std::runtime_error(std::string("no team member ") + agentId);
    return *found;
}

void SupervisorFixture::confirmWith(MessageType request, MessageType confirmation, std::uint32_t monitorId) {
    peer().send(peer()
                    .message(confirmation)
                    .set(Field::InvokeID, peer().last(request).invokeId())
                    .set(Field::MonitorID, monitorId));
    settle();
}

void SupervisorFixture::monitorMember() {
    signInWithTeam();
    ASSERT_TRUE(agent().startMonitoringAllAgentTeams());
    settle();
    confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF, teamMonitor);
    sendMember("1002", AgentState::Available);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    answerDevice({});
    forget();
}

protocol::MessageBuilder SupervisorFixture::memberEvent(MessageType type, const PeerCall& call) const {
    auto message = callEvent(type, call);
    message.set(Field::MonitorID, deviceMonitor);
    return message;
}

void SupervisorFixture::sendMemberEvent(MessageType type, const PeerCall& call) {
    peer().send(memberEvent(type, call));
    settle();
}

void SupervisorFixture::memberTalks() {
    monitorMember();
    sendMember("1002", AgentState::Reserved);
    peer().send(memberEvent(MessageType::BEGIN_CALL_EVENT).set(Field::CallType, 1U));
    peer().send(memberEvent(MessageType::CALL_DELIVERED_EVENT)
                    .set(Field::LocalConnectionState, protocol::LocalConnectionState::LCS_ALERTING)
                    .set(Field::AlertingDeviceID, std::string_view("3102")));
    peer().send(memberEvent(MessageType::CALL_ESTABLISHED_EVENT)
                    .set(Field::LocalConnectionState, protocol::LocalConnectionState::LCS_CONNECT)
                    .set(Field::AnsweringDeviceID, std::string_view("3102")));
    sendMember("1002", AgentState::Talking);
    forget();
}

std::uint32_t SupervisorFixture::supervisorButtons() const {
    return last(EventId::OnSupervisorButtonChange).toUInt(keyword::SupervisorBtnEnablementMask).value();
}

} // namespace callwright::testing
