#include "cil/objects/system_events.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/call_events.h"
#include "cil/objects/opening.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/service/failures.h"
#include "cil/service/text.h"

#include <algorithm>
#include <array>

namespace callwright {
namespace {

using protocol::Field;
using protocol::SystemEventID;
namespace Status = protocol::PGStatusCode;
using namespace enablement;

/// What an event says besides its PGStatus.
struct StatusRow {
    SystemEventID event;
    std::uint32_t bits; ///< of PGStatus
    bool isSet;
};

constexpr std::array statusRows{
    StatusRow{SystemEventID::SYS_CENTRAL_CONTROLLER_ONLINE, Status::PGS_CC_DOWN, false},
    StatusRow{SystemEventID::SYS_CENTRAL_CONTROLLER_OFFLINE, Status::PGS_CC_DOWN, true},
    StatusRow{SystemEventID::SYS_PERIPHERAL_GATEWAY_OFFLINE, Status::PGS_OPC_DOWN, true},
    StatusRow{SystemEventID::SYS_CTI_SERVER_ONLINE, Status::PGS_CTI_SERVER_OFFLINE, false},
    StatusRow{SystemEventID::SYS_CTI_SERVER_OFFLINE, Status::PGS_CTI_SERVER_OFFLINE, true},
};

constexpr std::uint32_t wayDown = Status::PGS_OPC_DOWN | Status::PGS_CTI_SERVER_OFFLINE;

/// What remains where not everything does.
struct RemainsRow {
    Hindrance hindrance;
    std::uint32_t bits;
};

constexpr std::uint32_t whileOffline = ENABLE_STATISTICS | ENABLE_CHAT;

constexpr std::array remainsRows{
    RemainsRow{Hindrance::GatewayOffline, whileOffline},
    RemainsRow{Hindrance::PeripheralOffline, whileOffline},
    RemainsRow{Hindrance::PhoneOutOfService, whileOffline | ENABLE_LOGIN | ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON |
                                                 ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON | ENABLE_WRAPUP},
};

bool isOwnPhone(const SessionCore& core, const protocol::MessageView& message) {
    const auto named = [&](Field field) {
        return isOwnDevice(core.own, service::fromWire(message.text(field).value_or(""), core.codePage()))
            .value_or(false);
    };
    return named(Field::Text) || named(Field::EventDeviceID);
}

/// Returns whether the phone system or the own phone is back, be it known to have been away or not.
bool takeSystemEvent(SessionCore& core, const protocol::MessageView& message) {
    const auto event = static_cast<SystemEventID>(message.number(Field::SystemEventID, 0));
    const bool isOurs = message.number(Field::SystemEventArg1) == core.own.agentFacts.identity.peripheralId;
    core.pgStatus = message.number(Field::PGStatus, core.pgStatus);
    if (const auto row = std::ranges::find(statusRows, event, &StatusRow::event); row != statusRows.end())
        core.pgStatus = row->isSet ? core.pgStatus | row->bits : core.pgStatus & ~row->bits;
    if (!isOurs)
        return false;
    if (event == SystemEventID::SYS_PERIPHERAL_ONLINE || event == SystemEventID::SYS_PERIPHERAL_OFFLINE)
        core.isPeripheralOnline = event == SystemEventID::SYS_PERIPHERAL_ONLINE;
    const bool isOut = event == SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE;
    const bool isPhoneBack = event == SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE && isOwnPhone(core, message);
    if (isPhoneBack || (isOut && isOwnPhone(core, message)))
        core.isPhoneInService = isPhoneBack;
    return isPhoneBack || event == SystemEventID::SYS_PERIPHERAL_ONLINE;
}

/// What the parts together come to, which CTI Server leaves to the client to compute.
void postComputed(SessionCore& core, service::ComputedSystemEvent event) {
    postCtiosFailure(core, service::ctiosFailureArguments(event));
}

void followOperation(SessionCore& core, bool wasOperational) {
    if (isOperational(core) == wasOperational)
        return;
    using enum service::ComputedSystemEvent;
    postComputed(core, wasOperational ? DriverOffline : DriverOnline);
    postComputed(core, wasOperational ? AgentSummaryOffline : AgentSummaryOnline);
    if (wasOperational)
        suspend(core);
}

} // namespace

bool isOperational(const SessionCore& core) { return core.isPeripheralOnline && (core.pgStatus & wayDown) == 0; }

bool isPhoneOut(const SessionCore& core) { return !core.isPhoneInService || core.restoration.isPhoneOut; }

Hindrance hindranceOf(const SessionCore& core) {
    if (core.departure != Hindrance::None && !core.own.agentFacts.isSignedIn())
        return core.departure;
    if (core.status() != ConnectionStatus::Open)
        return Hindrance::None;
    if ((core.pgStatus & wayDown) != 0)
        return Hindrance::GatewayOffline;
    if (!core.isPeripheralOnline)
        return Hindrance::PeripheralOffline;
    if (isPhoneOut(core))
        return Hindrance::PhoneOutOfService;
    return (core.pgStatus & Status::PGS_CC_DOWN) != 0 ? Hindrance::CentralControllerOffline : Hindrance::None;
}

std::uint32_t remainingBits(const SessionCore& core) {
    const auto row = std::ranges::find(remainsRows, hindranceOf(core), &RemainsRow::hindrance);
    return row == remainsRows.end() ? ~0U : row->bits;
}

void onSystemMessage(SessionCore& core, const protocol::MessageView& message) {
    const bool wasOperational = isOperational(core);
    const std::uint32_t before = remainingBits(core);
    const bool isSystem = message.type() == protocol::MessageType::SYSTEM_EVENT;
    const bool isBack = isSystem && takeSystemEvent(core, message);
    postCtiosFailure(core, service::ctiosFailureArguments(message, core.codePage()));
    followOperation(core, wasOperational);
    if (core.mode == SessionMode::Agent && isOperational(core) && (isBack || !wasOperational))
        relearn(core);
    if (remainingBits(core) != before)
        postButtons(core.own, EventId::OnCTIOSFailure, core.own.agentUid());
}

} // namespace callwright
