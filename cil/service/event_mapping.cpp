#include "cil/service/event_mapping.h"

#include "cil/events/event_types.h"
#include "cil/events/keywords.h"
#include "cil/service/failures.h"
#include "cil/service/identity.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::MessageType;

constexpr auto noCause = static_cast<std::uint32_t>(protocol::EventCause::CEC_NONE);

/// Messages that more than one event or none stands for by themselves: the session decides.
constexpr std::array undecided{MessageType::FAILURE_CONF,        MessageType::FAILURE_EVENT,  MessageType::SYSTEM_EVENT,
                               MessageType::OPEN_CONF,           MessageType::HEARTBEAT_CONF, MessageType::CLOSE_CONF,
                               MessageType::CONTROL_FAILURE_CONF};

/// Parameters whose field has another name on the wire. Of the device names only one form exists there: it stands for
/// both the short and the full one.
struct Spelling {
    Keyword parameter;
    Keyword field;
};

constexpr std::array spellings{
    Spelling{keyword::QueuedDeviceID, keyword::QueueDeviceID},
    Spelling{keyword::QueuedDeviceIDType, keyword::QueueDeviceType},
    Spelling{keyword::LastRedirectedDeviceID, keyword::LastRedirectDeviceID},
    Spelling{keyword::LastRedirectedDeviceIDType, keyword::LastRedirectDeviceType},
    Spelling{keyword::CallingDeviceIDType, keyword::CallingDeviceType},
    Spelling{keyword::CalledDeviceIDType, keyword::CalledDeviceType},
    Spelling{keyword::TrunkUsedDeviceIDType, keyword::TrunkUsedDeviceType},
    Spelling{keyword::CallTypeIDTag, keyword::FltCallTypeID},
    Spelling{keyword::PreCallInvokeIDTag, keyword::PreCallInvokeID},
    Spelling{keyword::DivertingDeviceIDFull, keyword::DivertingDeviceID},
    Spelling{keyword::ReleasingDeviceIDFull, keyword::ReleasingDeviceID},
    Spelling{keyword::ControllerDeviceIDFull, keyword::ControllerDeviceID},
    Spelling{keyword::AddedPartyDeviceIDFull, keyword::AddedPartyDeviceID},
    Spelling{keyword::PrimaryDeviceIDFull, keyword::PrimaryDeviceID},
    Spelling{keyword::SecondaryDeviceIDFull, keyword::SecondaryDeviceID},
    Spelling{keyword::AlertingDeviceIDFull, keyword::AlertingDeviceID},
    Spelling{keyword::CallingDeviceIDFull, keyword::CallingDeviceID},
    Spelling{keyword::CalledDeviceIDFull, keyword::CalledDeviceID},
    Spelling{keyword::AnsweringDeviceIDFull, keyword::AnsweringDeviceID},
    Spelling{keyword::HoldingDeviceIDFull, keyword::HoldingDeviceID},
    Spelling{keyword::RetrievingDeviceIDFull, keyword::RetrievingDeviceID},
    Spelling{keyword::TransferringDeviceIDFull, keyword::TransferringDeviceID},
    Spelling{keyword::TransferredDeviceIDFull, keyword::TransferredDeviceID},
};

const ArgValue* findOnWire(const Arguments& wire, Keyword parameter) {
    if (const ArgValue* value = wire.find(parameter)) {
        return value;
    }
    const auto at = std::ranges::find(spellings, parameter, &Spelling::parameter);
    return at != spellings.end() ? wire.find(at->field) : nullptr;
}

/// Calls at the device: UniqueObjectID to true.
ArgValue validCalls(const Arguments& wire, const EventContext& context) {
    Arguments calls;
    for (int i = 1; const Arguments* call = wire.arguments(Keyword::indexed(keyword::CallConnection, i)); ++i) {
        calls.set(callId(context.peripheralId, call->toUInt(keyword::CallConnectionCallID).value_or(0xFFFFFFFF),
                         call->toString(keyword::CallConnectionDeviceID)),
                  true);
    }
    return calls;
}

/// What the context says of a parameter; NotSet: nothing.
ArgValue fromContext(EventId id, Keyword parameter, const Arguments& wire, const EventContext& context) {
    if (parameter == keyword::UniqueObjectID && !context.uniqueObjectId.isEmpty()) {
        return context.uniqueObjectId;
    }
    if (parameter == keyword::CallStatus && context.callStatus) {
        return static_cast<std::uint16_t>(*context.callStatus);
    }
    if (parameter == keyword::EnablementMask && context.enablementMask) {
        return *context.enablementMask;
    }
    if (parameter == keyword::PeripheralID && !wire.contains(parameter)) {
        return context.peripheralId;
    }
    if (parameter == keyword::ICMEnterpriseUniqueID && !wire.contains(parameter) &&
        !context.icmEnterpriseUniqueId.isEmpty()) {
        return context.icmEnterpriseUniqueId;
    }
    if (parameter == keyword::FilterTarget && !context.agentUniqueObjectId.isEmpty()) {
        return context.agentUniqueObjectId;
    }
    if (parameter == keyword::ValidCalls) {
        return validCalls(wire, context);
    }
    if (!context.agentInstrument.isEmpty()) {
        if (parameter == keyword::DeviceID) {
            return context.agentInstrument;
        }
        if (parameter == keyword::DeviceUniqueObjectID) {
            return deviceId(context.peripheralId, context.agentInstrument);
        }
        if (parameter == keyword::IsTransferController) {
            const QString device = wire.toString(keyword::TransferringDeviceID);
            return !device.isEmpty() && (device == context.agentInstrument || device == context.agentExtension);
        }
    }
    if (id == EventId::OnCallFailed && parameter == keyword::FailureCode) {
        return wire.value(keyword::EventCause);
    }
    if (id == EventId::OnCallFailed && parameter == keyword::ErrorMessage) {
        return callFailedMessage(wire.toUInt(keyword::EventCause).value_or(noCause));
    }
    return {};
}

/// The counters of messages that bring named variables, of those that the call has.
std::optional<std::int16_t> countNamed(const Arguments& known, Keyword counter) {
    const Arguments* const ecc = known.arguments(keyword::ECC);
    if (!ecc || (counter != keyword::NumNamedVariables && counter != keyword::NumNamedArrays)) {
        return std::nullopt;
    }
    const bool wantsArrays = counter == keyword::NumNamedArrays;
    const auto count = std::ranges::count_if(
        *ecc, [wantsArrays](const auto& pair) { return pair.key.name().endsWith(u']') == wantsArrays; });
    return static_cast<std::int16_t>(count);
}

void addIndexed(Arguments& arguments, const Arguments& wire, Keyword group) {
    for (int i = 1;; ++i) {
        const Keyword key = Keyword::indexed(group, i);
        const ArgValue* value = wire.find(key);
        if (!value) {
            return;
        }
        arguments.set(key, *value);
    }
}

/// Where the call came from: no update brings it, so that nobody takes it for a change.
bool isOfDiversion(const Parameter& parameter) {
    return parameter.keyword == keyword::DivertingDeviceID || parameter.keyword == keyword::DivertingDeviceIDFull;
}

/// The events, by the number of the one message behind each.
EventId lookUp(std::uint32_t messageNumber) {
    for (const EventSpec& event : allEvents()) {
        if (event.isFired && std::ranges::find(event.wire, messageNumber) != event.wire.end()) {
            return event.id;
        }
    }
    return EventId::None;
}

} // namespace

EventId eventOf(std::uint32_t messageNumber) {
    const auto isThis = [messageNumber](MessageType type) { return static_cast<std::uint32_t>(type) == messageNumber; };
    return std::ranges::any_of(undecided, isThis) ? EventId::None : lookUp(messageNumber);
}

EventId eventOrGenericOf(std::uint32_t messageNumber) {
    const auto generic = static_cast<EventId>(messageNumber);
    return isGeneric(generic) ? generic : eventOf(messageNumber);
}

Arguments eventArguments(EventId id, const Arguments& wire, const EventContext& context, const Arguments& known) {
    Arguments arguments;
    const auto parameters = parametersOf(id);
    arguments.reserve(parameters.size());
    const bool carriesAll = !context.minimizeEventArgs && id != EventId::OnCallDataUpdate;
    // The status is the context's to tell or to keep back: after OnCallFailed none is carried, in either form.
    const auto isWanted = [carriesAll](const Parameter& parameter) {
        return (carriesAll || !parameter.optional || isOfDiversion(parameter)) &&
               parameter.keyword != keyword::CallStatus;
    };
    for (const Parameter& parameter : parameters) {
        const bool isLeftOut = parameter.variant == EventVariant::LongForm && context.minimizeEventArgs;
        if (isLeftOut || parameter.within != Keyword()) {
            continue;
        }
        if (parameter.indexed) {
            addIndexed(arguments, wire, parameter.keyword);
        } else if (ArgValue derived = fromContext(id, parameter.keyword, wire, context);
                   derived.type() != ArgType::NotSet) {
            arguments.set(parameter.keyword, std::move(derived));
        } else if (const ArgValue* value = findOnWire(wire, parameter.keyword)) {
            arguments.set(parameter.keyword, *value);
        } else if (const ArgValue* kept = isWanted(parameter) ? findOnWire(known, parameter.keyword) : nullptr) {
            arguments.set(parameter.keyword, *kept);
        } else if (const auto named = carriesAll ? countNamed(known, parameter.keyword) : std::nullopt) {
            arguments.set(parameter.keyword, *named);
        }
    }
    return arguments;
}

std::vector<Keyword> missingParameters(EventId id, const Arguments& arguments) {
    std::vector<Keyword> missing;
    for (const Parameter& parameter : parametersOf(id)) {
        const bool isPromised =
            !parameter.optional && parameter.variant == EventVariant::Always && parameter.within == Keyword();
        const Keyword key = parameter.indexed ? Keyword::indexed(parameter.keyword, 1) : parameter.keyword;
        if (isPromised && !arguments.contains(key)) {
            missing.push_back(parameter.keyword);
        }
    }
    return missing;
}

} // namespace callwright::service
