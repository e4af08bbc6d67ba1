#include "app/simulator/acd/placement.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/peripheral.h"
#include "app/simulator/acd/router.h"

#include <array>

namespace callwright::simulator {

namespace {

using enum protocol::CallPlacementType;

constexpr std::chrono::seconds ringCycle(6);

constexpr std::array numbersNoted{Field::CallPlacementType, Field::CallMannerType, Field::AlertRings,
                                  Field::CallOption,        Field::FacilityType,   Field::AnsweringMachine,
                                  Field::Priority,          Field::PostRoute};
constexpr std::array textsNoted{Field::FacilityCode, Field::AuthorizationCode, Field::AccountCode};

const Agent* agentBehind(const Context& context, const Target& target) {
    return target.kind == Target::Kind::Phone ? agentAt(context.world, target.instrument) : nullptr;
}

bool fitsPlacement(const Context& context, std::uint32_t placement, const Target& target) {
    const bool isOutside = target.kind == Target::Kind::Outside;
    const Agent* const agent = agentBehind(context, target);
    switch (static_cast<protocol::CallPlacementType>(placement)) {
    case CPT_UNSPECIFIED: // Aspect has no default for a number outside
        return !isOutside || context.config.peripheralType != number(protocol::PeripheralType::PT_ASPECT);
    case CPT_LINE_CALL:
        return !isOutside;
    case CPT_OUTBOUND:
    case CPT_OUTBOUND_NO_ACCESS_CODE:
        return isOutside;
    case CPT_DIRECT_POSITION:
        return target.kind == Target::Kind::Phone;
    case CPT_DIRECT_AGENT:
        return agent != nullptr;
    case CPT_SUPERVISOR_ASSIST:
        return agent && agent->config->isSupervisor;
    case CPT_RECORD_AGENT_GREETING:
        return target.kind == Target::Kind::VoiceMenu;
    }
    return false;
}

} // namespace

std::optional<SwitchAnswer> checkPlacement(const Context& context, const protocol::MessageView& message,
                                           const Target& target) {
    if (target.kind == Target::Kind::Nobody ||
        fitsPlacement(context, message.number(Field::CallPlacementType, 0), target))
        return std::nullopt; // who dials what is not there hears it from the line
    return refused(ControlFailureCode::CF_INVALID_CALLED_DEVICE);
}

void notePlacement(Call& call, const protocol::MessageView& message) {
    if (const std::uint32_t rings = message.number(Field::AlertRings, 0); rings != 0)
        call.patience = rings * ringCycle;
    call.hasPriority = message.number(Field::Priority, 0) != 0;
    for (const Field field : numbersNoted) {
        if (const std::uint32_t value = message.number(field, 0); value != 0)
            call.placement.push_back({field, value});
    }
    for (const Field field : textsNoted) {
        if (const auto text = message.text(field); text && !text->empty())
            call.placement.push_back({field, std::string(*text)});
    }
}

tl::expected<Target, SwitchAnswer> postRouted(const Context& context, const protocol::MessageView& message,
                                              Target target) {
    if (isUnifiedCce(context.config) || message.number(Field::PostRoute, 0) == 0)
        return target;
    if (target.kind != Target::Kind::Queue)
        return tl::make_unexpected(refused(ControlFailureCode::CF_INVALID_DESTINATION));
    const Agent* const agent = nextAgentFor(context, target.queue);
    return agent ? resolve(context.config, context.world, deviceOf(context.config, context.world, agent->instrument).id)
                 : target;
}

} // namespace callwright::simulator
