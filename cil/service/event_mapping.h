#pragma once

#include "cil/events/arguments.h"
#include "cil/events/event_list.h"
#include "cil/protocol/tables.h"

#include <cstdint>
#include <optional>
#include <vector>

/// Which event a message is, and what the event carries: driven by the wire column and the parameters of the event
/// list, not by code per message.
namespace callwright::service {

/// The event that stands for a message. EventId::None: none does, or it takes more than the message to tell
/// (CONTROL_FAILURE_CONF and FAILURE_CONF: failures.h; OPEN_CONF, CLOSE_CONF and heartbeats: the session).
EventId eventOf(std::uint32_t messageNumber);

/// The same, but a message that none stands for is itself, for IGenericEvents, with wireData() as its arguments. None:
/// unknown, without a layout, or undecided as above.
EventId eventOrGenericOf(std::uint32_t messageNumber);

/// What an event says beyond its message: the state of the objects, after they took the message in.
struct EventContext {
    std::uint32_t peripheralId = 0;
    QString agentInstrument;
    QString agentExtension;                      ///< the other name of the own device; may be empty
    QString uniqueObjectId;                      ///< of the call or agent the event is about
    QString agentUniqueObjectId;                 ///< of the agent at the device; may be empty
    QString icmEnterpriseUniqueId;               ///< of the call, as known from earlier events; may be empty
    std::optional<std::uint32_t> callStatus;     ///< nullopt: the event carries none (after OnCallFailed)
    std::optional<std::uint32_t> enablementMask; ///< of that object
    bool minimizeEventArgs = true;               ///< Server/CallObject/MinimizeEventArgs
};

/// The arguments of an event: every parameter of its list that `wire` (see wireData()) or the context has; long-form
/// parameters only with minimizeEventArgs off. `known` fills what the message itself leaves out but the list promises
/// (pass Call::data() of the call, or nothing), and in the long form all else that the list names, but for
/// OnCallDataUpdate, which carries only what changed, and where a call was diverted from.
Arguments eventArguments(EventId id, const Arguments& wire, const EventContext& context, const Arguments& known = {});

/// Parameters that the event promises (not optional, this form) and `arguments` lacks. For tests and assertions.
std::vector<Keyword> missingParameters(EventId id, const Arguments& arguments);

} // namespace callwright::service
