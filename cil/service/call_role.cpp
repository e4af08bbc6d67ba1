#include "cil/service/call_role.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::CallType;
using protocol::ConsultType;
using protocol::MessageType;

constexpr int conferenceFrom = 3;

/// Roles that a CallType gives by itself.
struct TypeRow {
    CallType type;
    CallRole role;
};

constexpr std::array supervisorRows{
    TypeRow{CallType::CALLTYPE_SUPERVISOR_MONITOR, CallRole::SilentMonitor},
    TypeRow{CallType::CALLTYPE_SUPERVISOR_WHISPER, CallRole::SilentMonitor},
    TypeRow{CallType::CALLTYPE_SUPERVISOR_BARGEIN, CallRole::BargedIn},
};

/// For who began the call.
constexpr std::array originRows{
    TypeRow{CallType::CALLTYPE_CONSULT, CallRole::ConsultForBoth},
    TypeRow{CallType::CALLTYPE_CONSULT_OFFERRED, CallRole::ConsultForBoth},
    TypeRow{CallType::CALLTYPE_CONSULT_CONFERENCE, CallRole::ConsultForBoth},
    TypeRow{CallType::CALLTYPE_ASSIST, CallRole::ConsultForBoth},
    TypeRow{CallType::CALLTYPE_EMERGENCY, CallRole::ConsultForBoth},
};

template <class Rows> std::optional<CallRole> findRole(const Rows& rows, std::uint32_t callType) {
    const auto row = std::ranges::find_if(
        rows, [callType](const TypeRow& r) { return static_cast<std::uint32_t>(r.type) == callType; });
    return row != rows.end() ? std::optional(row->role) : std::nullopt;
}

bool isConference(const RoleInput& input) {
    const bool isToldByType = input.callType == static_cast<std::uint32_t>(CallType::CALLTYPE_CONFERENCE);
    return input.parties >= conferenceFrom || (input.parties == 0 && isToldByType);
}

} // namespace

CallRole roleOf(const RoleInput& input) {
    if (const auto role = findRole(supervisorRows, input.callType); role && input.isSupervisor) {
        return *role;
    }
    if (isConference(input)) {
        return CallRole::Conference;
    }
    if (!input.isOutgoing) {
        return CallRole::Plain;
    }
    return input.askedFor ? *input.askedFor : findRole(originRows, input.callType).value_or(CallRole::Plain);
}

std::optional<CallRole> roleAskedFor(MessageType request, const Arguments& arguments) {
    switch (request) {
    case MessageType::SUPERVISOR_ASSIST_REQ:
    case MessageType::EMERGENCY_CALL_REQ:
        return CallRole::ConsultForBoth;
    case MessageType::CONSULTATION_CALL_REQ:
        break;
    default:
        return std::nullopt;
    }
    const auto type = arguments.toUInt(keyword::ConsultType);
    if (type == static_cast<std::uint32_t>(ConsultType::CT_TRANSFER)) {
        return CallRole::ConsultForTransfer;
    }
    return type == static_cast<std::uint32_t>(ConsultType::CT_CONFERENCE) ? CallRole::ConsultForConference
                                                                          : CallRole::ConsultForBoth;
}

std::optional<bool> isController(const Arguments& wire, const QStringList& ownDevices) {
    const QString device = wire.toString(keyword::ControllerDeviceID);
    return device.isEmpty() || ownDevices.isEmpty() ? std::nullopt : std::optional(ownDevices.contains(device));
}

bool isInbound(std::uint32_t callType) {
    constexpr std::array inbound{
        CallType::CALLTYPE_ACD_IN,      CallType::CALLTYPE_PREROUTE_ACD_IN, CallType::CALLTYPE_PREROUTE_DIRECT_AGENT,
        CallType::CALLTYPE_OVERFLOW_IN, CallType::CALLTYPE_OTHER_IN,        CallType::CALLTYPE_VOICE_CALL_BACK};
    return std::ranges::any_of(inbound,
                               [callType](CallType type) { return static_cast<std::uint32_t>(type) == callType; });
}

} // namespace callwright::service
