#include "cil/service/call_role.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::CallType;

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

} // namespace

CallRole roleOf(const RoleInput& input) {
    const auto row = std::ranges::find_if(
        supervisorRows, [&](const TypeRow& r) { return static_cast<std::uint32_t>(r.type) == input.callType; });
    if (input.isSupervisor && row != supervisorRows.end()) {
        return row->role;
    }
    return input.isConference ? CallRole::Conference : CallRole::Plain;
}

bool isInbound(std::uint32_t callType) {
    constexpr std::array inbound{
        CallType::CALLTYPE_ACD_IN,      CallType::CALLTYPE_PREROUTE_ACD_IN, CallType::CALLTYPE_PREROUTE_DIRECT_AGENT,
        CallType::CALLTYPE_OVERFLOW_IN, CallType::CALLTYPE_OTHER_IN,        CallType::CALLTYPE_VOICE_CALL_BACK};
    return std::ranges::any_of(inbound,
                               [callType](CallType type) { return static_cast<std::uint32_t>(type) == callType; });
}

} // namespace callwright::service
