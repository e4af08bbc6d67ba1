#pragma once

#include "app/simulator/acd/context.h"

/// How agents come and go and change their state (CTI Server guide v25, SET_AGENT_STATE_REQ, AGENT_STATE_EVENT).
namespace callwright::simulator {

/// SET_AGENT_STATE_REQ for the agent at `instrument`, or for the one who signs in there.
SwitchAnswer setAgentState(Context& context, const std::string& instrument, const protocol::MessageView& message);
/// The same made by a supervisor for an agent of the team: nobody asks for the agent's password, a sign-out comes from
/// any state and waits for the end of a call, and nobody signs in.
SwitchAnswer setStateOfMember(Context& context, const std::string& instrument, const protocol::MessageView& message);

void enterState(Context& context, Agent& agent, AgentState state, std::uint32_t reason = 0);
/// The agent asks, while on a call, for a state afterwards.
void wishState(Context& context, Agent& agent, StateWish wish);
void signIn(Context& context, Agent& agent, const std::string& instrument, std::vector<std::uint32_t> skillGroups);
void signOut(Context& context, Agent& agent, std::uint32_t reason);

/// A routed call is on its way to the agent's phone.
void reserve(Context& context, Agent& agent, const Call& call);
/// The agent did not take the call: Not Ready with the system's reason.
void missCall(Context& context, Agent& agent);
/// Brings the agent's state in line with the calls at the phone. Built from what is there now, not from what happened.
void followCalls(Context& context, const std::string& instrument);
/// Has followCalls wait until `action` is done.
void asOne(Context& context, const std::function<void()>& action);
/// Tells followCalls what the agent there talks about.
void noteWork(Context& context, const Call& call, const Connection& connection);
/// Wrap-up data came in for a call.
void noteCallData(Context& context, const std::string& instrument, CallSerial call, const CallData& data);

Direction directionOf(const Call& call, const Connection& connection);

/// The agent's state with respect to one of the skill groups.
AgentState stateInGroup(const Agent& agent, std::uint32_t skillGroup);
std::uint32_t availability(const Agent& agent); ///< AgentAvailabilityStatus
std::uint32_t taskCount(const Context& context, const Agent& agent);
SwitchEvent agentStateEvent(const Context& context, const Agent& agent);
void postAgentState(Context& context, const Agent& agent);

} // namespace callwright::simulator
