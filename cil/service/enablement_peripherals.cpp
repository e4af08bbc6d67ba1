#include "cil/service/enablement_parts.h"

#include <algorithm>
#include <array>

namespace callwright::service::detail {
namespace {

using namespace enablement;
using protocol::AgentState;
using protocol::PeripheralType;

enum class Family { UnifiedCce, Aspect, Definity, AuraContactCenter, Ivr, OtherAcd };

struct FamilyRow {
    PeripheralType type;
    Family family;
};

/// Everything that is not named here is another ACD, whose differences no book tells.
constexpr std::array families{
    FamilyRow{PeripheralType::PT_ENTERPRISE_AGENT, Family::UnifiedCce},
    FamilyRow{PeripheralType::PT_SIMPLIFIED_IPCC, Family::UnifiedCce}, // System PG
    FamilyRow{PeripheralType::PT_ACMI_IPCC, Family::UnifiedCce},
    FamilyRow{PeripheralType::PT_NONE, Family::UnifiedCce}, // not told yet
    FamilyRow{PeripheralType::PT_ASPECT, Family::Aspect},
    FamilyRow{PeripheralType::PT_DEFINITY_ECS_NON_EAS, Family::Definity},
    FamilyRow{PeripheralType::PT_DEFINITY_ECS_EAS, Family::Definity},
    FamilyRow{PeripheralType::PT_SYMPOSIUM, Family::AuraContactCenter},
    FamilyRow{PeripheralType::PT_VRU, Family::Ivr},
    FamilyRow{PeripheralType::PT_VRU_POLLED, Family::Ivr},
};

Family familyOf(PeripheralType type) {
    const auto row = std::ranges::find(families, type, &FamilyRow::type);
    return row != families.end() ? row->family : Family::OtherAcd;
}

bool isOfRole(const EnablementInput& input, std::initializer_list<CallRole> roles) {
    return input.call && std::ranges::find(roles, input.call->role) != roles.end();
}

bool always(const EnablementInput&) { return true; }

/// Where Unified CCE offers to begin a consultation, Aspect wants a second call dialled.
bool mayDialAgain(const EnablementInput& input) {
    return input.call && input.call->status == protocol::LocalConnectionState::LCS_CONNECT && !input.other;
}

bool isInConference(const EnablementInput& input) {
    return isOfRole(input, {CallRole::Conference}) || (input.other && input.other->role == CallRole::Conference);
}

bool isConsultOrConference(const EnablementInput& input) {
    return isOfRole(input, {CallRole::ConsultForTransfer, CallRole::ConsultForConference, CallRole::ConsultForBoth,
                            CallRole::Conference});
}

bool consultsOffSwitch(const EnablementInput& input) {
    return (input.call && input.call->isOffSwitch) || (input.other && input.other->isOffSwitch);
}

bool isWorking(const EnablementInput& input) {
    using enum AgentState;
    return input.agentState == AGENT_STATE_AVAILABLE || input.agentState == AGENT_STATE_WORK_NOT_READY ||
           input.agentState == AGENT_STATE_WORK_READY;
}

/// Section "other peripherals": rows apply in their order.
struct Difference {
    Family family;
    bool (*applies)(const EnablementInput&);
    std::uint32_t cleared;
    std::uint32_t added;
};

constexpr std::uint32_t everythingButBase = ~base;

constexpr std::array agentDifferences{
    Difference{Family::Definity, isWorking, 0, ENABLE_LOGOUT},
    Difference{Family::Ivr, always, everythingButBase, 0},
};

constexpr std::array callDifferences{
    Difference{Family::Aspect, always, ENABLE_TRANSFER_INIT | ENABLE_CONFERENCE_INIT, 0},
    Difference{Family::Aspect, mayDialAgain, 0, ENABLE_MAKECALL},
    Difference{Family::Aspect, areUnrelatedHalves, 0, ENABLE_TRANSFER_COMPLETE | ENABLE_CONFERENCE_COMPLETE},
    Difference{Family::Aspect, isInConference, ENABLE_CONFERENCE_COMPLETE, 0}, // three at most
    Difference{Family::AuraContactCenter, always,
               ENABLE_ALTERNATE | ENABLE_SINGLE_STEP_TRANSFER | ENABLE_SINGLE_STEP_CONFERENCE, 0},
    Difference{Family::AuraContactCenter, isConsultOrConference, ENABLE_HOLD, 0},
    Difference{Family::AuraContactCenter, consultsOffSwitch, ENABLE_TRANSFER_COMPLETE, 0},
    Difference{Family::Ivr, always, everythingButBase, 0},
};

template <class Rows> std::uint32_t adjusted(std::uint32_t bits, const EnablementInput& input, const Rows& rows) {
    const Family family = familyOf(input.peripheral);
    if (family != Family::UnifiedCce) {
        bits &= ~help; // no supervisor functions
    }
    for (const Difference& row : rows) {
        if (row.family == family && row.applies(input)) {
            bits = (bits & ~row.cleared) | row.added;
        }
    }
    return bits;
}

} // namespace

std::uint32_t peripheralAgentBits(std::uint32_t bits, const EnablementInput& input) {
    return adjusted(bits, input, agentDifferences);
}

std::uint32_t peripheralCallBits(std::uint32_t bits, const EnablementInput& input) {
    return bits == 0 ? 0 : adjusted(bits, input, callDifferences);
}

} // namespace callwright::service::detail

namespace callwright::service {

bool isUnifiedCce(protocol::PeripheralType peripheral) {
    return detail::familyOf(peripheral) == detail::Family::UnifiedCce;
}

} // namespace callwright::service
