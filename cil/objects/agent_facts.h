#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/agent.h"
#include "cil/service/enablement.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace callwright {

/// What is known of the session's agent; the state behind the Agent object.
struct AgentFacts {
    AgentIdentity identity;
    QString extension;
    std::uint32_t peripheralType = 0;
    AgentState state = AgentState::Unknown;
    std::optional<std::uint32_t> reasonCode; ///< nullopt: not told; a query does not tell it
    std::optional<AgentState> nextState;
    std::uint32_t incomingOrOutgoing = 0;
    Milliseconds stateSince{0};                ///< the clock's time at which the state began
    std::optional<service::DeskSettings> desk; ///< nullopt: not answered yet
    /// Whether help is joined to the call at once, and not consulted (SupervisorAssistCallMethod, EmergencyCallMethod).
    bool isAssistBlind = false;
    bool isEmergencyBlind = false;
    bool isWarnedOfListening = false; ///< SilentMonitorWarningMessage: the agent sees that a supervisor listens
    Arguments properties;

    /// The media routing domain whose states are the voice state. Unified CCE's built-in voice domain is 1 everywhere;
    /// the answer to QUERY_AGENT_STATE_REQ, asked in that domain, confirms or corrects it.
    std::int32_t voiceDomain = 1;

    /// Whether the state is one of an agent who is signed in; nothing known counts as signed out.
    bool isSignedIn() const { return state != AgentState::Logout && state != AgentState::Unknown; }
    /// In WorkNotReady or WorkReady, that is in wrap-up.
    bool isWrappingUp() const { return state == AgentState::WorkNotReady || state == AgentState::WorkReady; }

    std::uint32_t statesTold = 0; ///< by events
    bool isReadyAsked = false;    ///< by an own request that has not come about yet
    bool isReadyChosen = false; ///< takes calls by the agent's own choice: asked for here, or come back to after a call
    bool isLeaving = false;     ///< signing out was asked for here

    QString password; ///< kept while signed in: signing out needs it again (SET_AGENT_STATE_REQ, AgentPassword)
    bool isSingleSignOn = false;
};

} // namespace callwright
