#include "cil/service/enablement.h"

#include "cil/service/enablement_parts.h"

#include <array>

namespace callwright::service {
namespace {

using namespace enablement;
namespace Desk = protocol::DeskSettingsMask;

/// Any of these lets an agent dial somebody.
constexpr std::uint32_t dialRights =
    Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED | Desk::DESK_OUTBOUND_ACCESS_INTERNATIONAL_MASK |
    Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK | Desk::DESK_OUTBOUND_ACCESS_PRIVATE_NET_MASK |
    Desk::DESK_OUTBOUND_ACCESS_OPERATOR_ASSISTED_MASK | Desk::DESK_OUTBOUND_ACCESS_PBX_MASK |
    Desk::DESK_NON_ACD_CALLS_ALLOWED_MASK;

/// Rights that take bits away: what is not in the desk mask clears `cleared`.
struct DeskRow {
    std::uint32_t neededAny;
    std::uint32_t cleared;
};

constexpr std::array deskRows{
    DeskRow{Desk::DESK_SUPERVISOR_CALLS_ALLOWED_MASK, detail::help},
    DeskRow{dialRights, ENABLE_MAKECALL},
};

/// Desk settings that ask for a reason: the button is another one then.
struct ReasonRow {
    std::uint32_t required;
    std::uint32_t plain;
    std::uint32_t withReason;
};

constexpr std::array reasonRows{
    ReasonRow{Desk::DESK_IDLE_REASON_REQUIRED_MASK, ENABLE_NOTREADY, ENABLE_NOTREADY_WITH_REASON},
    ReasonRow{Desk::DESK_LOGOUT_REASON_REQUIRED_MASK, ENABLE_LOGOUT, ENABLE_LOGOUT_WITH_REASON},
};

} // namespace

namespace detail {

std::uint32_t permitted(std::uint32_t bits, const EnablementInput& input) {
    if (input.isSupervisor) {
        bits &= ~help;
    }
    if (!input.desk) {
        return bits;
    }
    for (const DeskRow& row : deskRows) {
        if (isUnifiedCce(input.peripheral) && (input.desk->mask & row.neededAny) == 0) {
            bits &= ~row.cleared;
        }
    }
    for (const ReasonRow& row : reasonRows) {
        if ((input.desk->mask & row.required) != 0 && (bits & row.plain) != 0) {
            bits = (bits & ~row.plain) | row.withReason;
        }
    }
    return bits;
}

} // namespace detail

std::uint32_t agentMask(const EnablementInput& input) {
    return detail::permitted(detail::peripheralAgentBits(detail::agentBits(input), input), input);
}

std::uint32_t callMask(const EnablementInput& input) {
    return detail::permitted(detail::peripheralCallBits(detail::callBits(input), input), input);
}

std::uint32_t enablementMask(const EnablementInput& input) {
    return ((agentMask(input) & detail::agentOverlay(input)) | callMask(input)) & input.switchCapabilityMask;
}

} // namespace callwright::service
