#pragma once

#include "app/simulator/acd/acd_config.h"
#include "app/simulator/acd/vocabulary.h"

/// What the kind of switch decides: which requests there are at all. Unified CCE is the one that is played; of the
/// others no more is true than their type, what they offer and the events that the configuration asks for.
namespace callwright::simulator {

bool isUnifiedCce(const AcdConfig& config);

/// Whether AGENT_PRE_CALL_EVENT tells of routed calls before they come, which Unified CCE alone does.
bool isAnnouncedBeforehand(const AcdConfig& config);

/// QUERY_DEVICE_INFO_CONF.CallControlSupported: exactly the requests with a bit that are carried out.
std::uint32_t callControlOf(const AcdConfig& config);

/// Whether the switch knows the request at all; one that it does not is refused whatever it says.
bool offers(const AcdConfig& config, MessageType request);

} // namespace callwright::simulator
