#include "app/simulator/acd/consulting.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/dialing.h"
#include "app/simulator/acd/placement.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

std::optional<SwitchAnswer> checkActive(Context& context, const Leg& active, bool mayBeHeld) {
    const bool isHeld = mayBeHeld && active.connection->state == LCS_HOLD;
    if ((active.connection->state != LCS_CONNECT && !isHeld) || active.call->listening)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    if (countLegsAt(context.world, active.connection->instrument) >= callsAtMost)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::CallAlreadyExists);
    if (isConsultedAbout(context.world, *active.call) || isGrowing(context.world, *active.call))
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::OutstandingTransfer);
    return std::nullopt;
}

tl::expected<ConsultPurpose, SwitchAnswer> purposeOf(const protocol::MessageView& message) {
    using protocol::ConsultType;
    switch (static_cast<ConsultType>(message.number(Field::ConsultType, 0))) {
    case ConsultType::CT_TRANSFER:
        return ConsultPurpose::Transfer;
    case ConsultType::CT_CONFERENCE:
        return ConsultPurpose::Conference;
    case ConsultType::CT_UNSPECIFIED: // Unified CCE wants to know beforehand
        return tl::make_unexpected(
            refused(ControlFailureCode::CF_INVALID_CONSULT_TYPE, PeripheralError::InvalidConsultType));
    }
    return tl::make_unexpected(failed(StatusCode::E_CTI_INVALID_CONSULT_TYPE));
}

/// The first call's data, changed by what was given.
CallDataChange initialData(const Call& original, const CallDataChange& given) {
    CallDataChange data{original.data.items, original.data.ecc};
    apply(given, data);
    return data;
}

} // namespace

tl::expected<Leg, SwitchAnswer> consult(Context& context, Leg active, const ConsultRequest& request) {
    const std::string instrument = active.connection->instrument;
    const Agent* const agent = agentAt(context.world, instrument);
    if (!agent)
        return tl::make_unexpected(failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON));
    if (!isDigits(request.dialled))
        return tl::make_unexpected(failed(StatusCode::E_CTI_INVALID_DIGITS));
    if (const auto refusal = checkActive(context, active, request.isCallForHelp))
        return tl::make_unexpected(*refusal);
    if (!fits(request.data, active.call->data))
        return tl::make_unexpected(failed(StatusCode::E_CTI_TOO_MUCH_DATA));
    Target target = resolve(context.config, context.world, request.dialled);
    if (request.making) {
        auto routed = postRouted(context, *request.making, std::move(target));
        if (!routed)
            return tl::make_unexpected(routed.error());
        target = std::move(*routed);
        if (const auto refusal = checkPlacement(context, *request.making, target))
            return tl::make_unexpected(*refusal);
    }
    if (!request.isCallForHelp && !isAllowed(agent->config->desk, target))
        return tl::make_unexpected(notAllowed());

    Leg fresh;
    asOne(context, [&] {
        if (active.connection->state == LCS_CONNECT)
            hold(context, *active.call, *active.connection);
        fresh.call = &createCall(context, request.type, initialData(*active.call, request.data),
                                 context.config.consultSharesCallId ? std::optional(active.call->id) : std::nullopt);
        if (request.making)
            notePlacement(*fresh.call, *request.making);
        fresh.call->consultation =
            Consultation{active.call->serial, instrument, request.purpose, request.joinsWhenAnswered, request.data};
        fresh.connection = &originate(context, *fresh.call, instrument, target);
        connectTo(context, *fresh.call, target);
    });
    return fresh;
}

SwitchAnswer consultationCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg active = findLeg(context.world, instrument, message, activeFields);
    if (!active)
        return noSuchConnection(context.world, message, activeFields, PeripheralError::ConsultNoActiveConnection);
    const auto purpose = purposeOf(message);
    if (!purpose)
        return purpose.error();
    const auto data = readChange(message, context.config);
    if (!data)
        return failed(data.error());
    ConsultRequest request;
    request.dialled = message.text(Field::DialedNumber).value_or("");
    request.purpose = *purpose;
    request.data = *data;
    request.making = &message;
    const auto fresh = consult(context, active, request);
    if (!fresh)
        return fresh.error();
    return Confirmation{newConnectionFields(*fresh->call, *fresh->connection)};
}

} // namespace callwright::simulator
