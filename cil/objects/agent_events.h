#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"

namespace callwright {

class Seat;
struct AgentFacts;

/// AGENT_STATE_EVENT (CTI Server guide v25, Agent Event): the agent's voice state, as it is published. States of other
/// media routing domains and of other agents change nothing.
void onAgentState(Seat& seat, const protocol::MessageView& message);
/// QUERY_AGENT_STATE_CONF: the state as it is now, which also says which domain is the voice domain.
void takeQueriedState(Seat& seat, const Arguments& wire);
/// The state could not be asked for: nothing is known of it until the server tells.
void takeUnknownState(Seat& seat);
/// AGENT_DESK_SETTINGS_CONF.
void takeDeskSettings(Seat& seat, const Arguments& wire);

/// WrapupOkEnabled: this is the wrap-up of an inbound call, which cannot be left without data.
bool wrapupDataRequired(const AgentFacts& agent);

} // namespace callwright
