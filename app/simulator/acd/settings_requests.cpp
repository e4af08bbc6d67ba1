#include "app/simulator/acd/settings_requests.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/fields.h"
#include "cil/protocol/tables.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

constexpr std::uint32_t noCallType = 0xFFFF; // NULL_CALLTYPE

using Service = tl::expected<const QueueConfig*, StatusCode>;

/// nullptr: none is given.
Service findService(const AcdConfig& config, std::uint32_t serviceNumber, std::uint32_t serviceId) {
    const bool isByNumber = serviceNumber != protocol::NULL_SERVICE;
    if (!isByNumber && serviceId == protocol::NULL_SERVICE)
        return nullptr;
    const auto found = isByNumber ? std::ranges::find(config.queues, serviceNumber, &QueueConfig::serviceNumber)
                                  : std::ranges::find(config.queues, serviceId, &QueueConfig::serviceId);
    if (found == config.queues.end())
        return tl::make_unexpected(StatusCode::E_CTI_INVALID_SERVICE);
    if (serviceId != protocol::NULL_SERVICE && found->serviceId != serviceId)
        return tl::make_unexpected(StatusCode::E_CTI_SERVICE_CONFLICT);
    return &*found;
}

bool isKnownCall(const World& world, const CallKey& key) {
    const auto has = [&](const auto& entry) {
        const auto& known = entry.second.key;
        return known && known->day == key.day && known->callId == key.callId;
    };
    return std::ranges::any_of(world.calls, has) || std::ranges::any_of(world.ended, has);
}

std::vector<std::uint32_t> enabledServices(const protocol::MessageView& message) {
    std::vector<std::uint32_t> services;
    for (std::size_t i = 0; const auto* field = message.find(Field::FltEnabledServices, i); ++i) {
        for (std::size_t at = 0; at + 2 <= field->data.size(); at += 2) {
            services.push_back(std::to_integer<std::uint32_t>(field->data[at]) << 8 |
                               std::to_integer<std::uint32_t>(field->data[at + 1]));
        }
    }
    return services;
}

StatusCode takeServiceData(Context& context, const protocol::MessageView& message) {
    const std::uint32_t target = message.number(Field::AgentSkillTargetID, 0);
    const auto agent =
        std::ranges::find_if(context.world.agents, [&](const Agent& a) { return a.config->skillTargetId == target; });
    if (agent == context.world.agents.end())
        return StatusCode::E_CTI_INVALID_AGENT_DATA;
    const CallKey key{message.number(Field::RouterCallKeyDay, 0), message.number(Field::RouterCallKeyCallID, 0)};
    if (!isKnownCall(context.world, key))
        return StatusCode::E_CTI_INVALID_CALLID;
    agent->serviceData =
        ServiceData{key, enabledServices(message), message.number(Field::NumPositiveAnswersSuggestions, 0),
                    message.number(Field::NumNegativeAnswersSuggestions, 0)};
    return StatusCode::E_CTI_NO_ERROR;
}

} // namespace

tl::expected<const SkillGroupConfig*, StatusCode> findGroup(const AcdConfig& config, std::uint32_t groupNumber,
                                                            std::uint32_t groupId) {
    const bool isByNumber = groupNumber != protocol::NULL_SKILL_GROUP;
    const auto found = isByNumber ? std::ranges::find(config.skillGroups, groupNumber, &SkillGroupConfig::number)
                                  : std::ranges::find(config.skillGroups, groupId, &SkillGroupConfig::id);
    if (found == config.skillGroups.end())
        return tl::make_unexpected(StatusCode::E_CTI_INVALID_SKILL_GROUP);
    if (groupId != protocol::NULL_SKILL_GROUP && found->id != groupId)
        return tl::make_unexpected(StatusCode::E_CTI_SKILL_GROUP_CONFLICT);
    return &*found;
}

SwitchAnswer setApplicationData(Context& context, const protocol::MessageView& message) {
    auto& variables = context.world.applicationData[message.number(Field::ApplicationPathID, 0)];
    for (const Field field : callDataFields()) {
        if (const auto text = message.text(field))
            variables[field] = *text;
    }
    return confirmed();
}

SwitchAnswer setDeviceAttributes(Context& context, const protocol::MessageView& message) {
    const auto type = static_cast<DeviceIDType>(message.number(Field::CallingDeviceType, 0));
    const auto place = placeOfDevice(context.config, type, message.text(Field::CallingDeviceID).value_or(""));
    if (!place || !findInstrument(context.config, *place))
        return failed(StatusCode::E_CTI_INVALID_DEVICE);
    const Service service =
        findService(context.config, message.number(Field::ServiceNumber, 0), message.number(Field::ServiceID, 0));
    if (!service)
        return failed(service.error());
    const std::uint32_t groupNumber = message.number(Field::SkillGroupNumber, 0);
    const std::uint32_t groupId = message.number(Field::SkillGroupID, 0);
    DeviceAttributes attributes;
    if (groupNumber != protocol::NULL_SKILL_GROUP || groupId != protocol::NULL_SKILL_GROUP) {
        const auto group = findGroup(context.config, groupNumber, groupId);
        if (!group)
            return failed(group.error());
        attributes.skillGroup = (*group)->number;
    }
    const std::uint32_t callType = message.number(Field::CallType, noCallType);
    if (callType != noCallType) {
        if (protocol::enumValueName("CallType", callType).empty())
            return failed(StatusCode::E_CTI_INVALID_CALL_TYPE);
        attributes.callType = static_cast<CallType>(callType);
    }
    if (*service) {
        attributes.serviceNumber = (*service)->serviceNumber;
        attributes.serviceId = (*service)->serviceId;
    }
    context.world.deviceAttributes[*place] = attributes;
    return confirmed();
}

SwitchAnswer setServiceData(Context& context, const protocol::MessageView& message) {
    Fields fields;
    fields.set(Field::Status, takeServiceData(context, message));
    return Confirmation{fields.take()};
}

} // namespace callwright::simulator
