#pragma once

#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <tl/expected.hpp>

#include <string>

namespace callwright::simulator {

struct OpenTerms;

/// The three ways in which a message may name an agent's place; what is not given is empty.
struct AgentNames {
    std::string extension;
    std::string agentId;
    std::string instrument; ///< of a remote agent without the phone number behind the semicolon

    bool isEmpty() const { return extension.empty() && agentId.empty() && instrument.empty(); }
};

AgentNames agentNamesIn(const protocol::MessageView& message);

/// The instrument that the names mean: E_CTI_INVALID_AGENT_DATA when the switch does not know one of them,
/// E_CTI_INCONSISTENT_AGENT_DATA when they mean different ones. Empty when only an agent is named who is not signed in.
tl::expected<std::string, protocol::StatusCode> resolveAgent(const AgentNames& names, const Switch& behind);

/// The instrument on whose behalf a request is made: the one it names, else the session's own. A Client Events client
/// reaches its own device only (CTI Server guide v25, Client Control Service); any other is refused with
/// E_CTI_FUNCTION_NOT_AVAILABLE. Empty for a client of every device that names none: the call tells the switch then.
tl::expected<std::string, protocol::StatusCode> targetOf(const protocol::MessageView& request, const OpenTerms& terms,
                                                         const Switch& behind);

} // namespace callwright::simulator
