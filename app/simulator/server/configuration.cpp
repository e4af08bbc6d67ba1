#include "app/simulator/server/configuration.h"

#include <algorithm>
#include <optional>
#include <span>

namespace callwright::simulator {

namespace {

using protocol::ConfigEndStatus;
using protocol::ConfigType;
using protocol::Field;
using protocol::MessageType;
namespace bits = protocol::ConfigMsgMask;

constexpr std::size_t recordsAtMost = 10;     // in one message
constexpr std::size_t bytesAtMost = 12000;    // of their fields: the message may have 12500
constexpr std::size_t bytesOfANumber = 4 + 4; // and tag and length

/// In the order in which the guide wants them.
struct RecordKind {
    std::uint32_t bit;
    MessageType type;
    protocol::Version since;
    std::optional<Field> key;
};
constexpr RecordKind recordKinds[] = {
    {bits::CONFIG_MSG_SERVICE, MessageType::CONFIG_SERVICE_EVENT, 13, Field::ServiceConfigKey},
    {bits::CONFIG_MSG_SKILL_GROUP, MessageType::CONFIG_SKILL_GROUP_EVENT, 13, Field::SkillGroupConfigKey},
    {bits::CONFIG_MSG_AGENT, MessageType::CONFIG_AGENT_EVENT, 13, Field::AgentConfigKey},
    {bits::CONFIG_MSG_AGENT_SERVICE_MASK, MessageType::CONFIG_AGENT_SERVICE_EVENT, 24, std::nullopt},
    {bits::CONFIG_MSG_DEVICE, MessageType::CONFIG_DEVICE_EVENT, 13, Field::DeviceConfigKey},
    {bits::CONFIG_MSG_CALL_TYPE, MessageType::CONFIG_CALL_TYPE_EVENT, 13, Field::CallTypeConfigKey},
    {bits::CONFIG_MSG_MRD, MessageType::CONFIG_MRD_EVENT, 20, std::nullopt},
    {bits::CONFIG_MSG_PERIPHERAL, MessageType::CONFIG_PERIPHERAL_EVENT, 22, Field::PeripheralConfigKey},
    {bits::CONFIG_MSG_AGENT_DESK_SETTINGS, MessageType::CONFIG_AGENT_DESK_SETTINGS_EVENT, 22,
     Field::AgentDeskSettingsConfigKey},
    {bits::CONFIG_MSG_TERMINAL, MessageType::CONFIG_TERMINAL_EVENT, 24, std::nullopt},
};

std::size_t bytesOf(const FieldValues& record) {
    std::size_t bytes = 0;
    for (const FieldValue& field : record) {
        const auto* text = std::get_if<std::string>(&field.value);
        bytes += text == nullptr ? bytesOfANumber : text->size() + 1 + 4;
    }
    return bytes;
}

OutgoingMessage recordMessage(MessageType type, std::span<const FieldValues> records) {
    OutgoingMessage message{type, {{Field::NumRecords, static_cast<std::uint32_t>(records.size())}}};
    for (const FieldValues& record : records) {
        message.fields.insert(message.fields.end(), record.begin(), record.end());
    }
    return message;
}

void addRecords(std::vector<OutgoingMessage>& messages, MessageType type, std::span<const FieldValues> records) {
    while (!records.empty()) {
        std::size_t count = 1;
        std::size_t bytes = bytesOf(records.front());
        while (count < std::min(records.size(), recordsAtMost) && bytes + bytesOf(records[count]) <= bytesAtMost) {
            bytes += bytesOf(records[count++]);
        }
        messages.push_back(recordMessage(type, records.first(count)));
        records = records.subspan(count);
    }
}

OutgoingMessage beginning(ConfigType type, const RecordKind& kind, const Switch& behind) {
    OutgoingMessage message{
        MessageType::CONFIG_BEGIN_EVENT,
        {{Field::ConfigType, static_cast<std::uint32_t>(type)}, {Field::ConfigInformation, kind.bit}}};
    if (kind.key) {
        message.fields.push_back({*kind.key, behind.configurationKey(kind.bit)});
    }
    return message;
}

OutgoingMessage ending(ConfigEndStatus status) {
    return {MessageType::CONFIG_END_EVENT, {{Field::ConfigEndStatus, static_cast<std::uint32_t>(status)}}};
}

} // namespace

OutgoingMessage configurationKeys(protocol::Version version, const Switch& behind) {
    OutgoingMessage message{
        MessageType::CONFIG_KEY_EVENT,
        {{Field::ConfigKeyStatus, static_cast<std::uint32_t>(protocol::ConfigKeyStatus::CONFIG_SUCCESS)}}};
    for (const RecordKind& kind : recordKinds) {
        if (kind.key && version >= kind.since) {
            message.fields.push_back({*kind.key, behind.configurationKey(kind.bit)});
        }
    }
    return message;
}

std::vector<OutgoingMessage> configurationLoad(const protocol::MessageView& request, const Switch& behind) {
    const std::uint32_t asked = request.number(Field::ConfigInformation, 0);
    std::vector<OutgoingMessage> messages;
    for (const RecordKind& kind : recordKinds) {
        if ((asked & kind.bit) == 0 || request.version() < kind.since) {
            continue;
        }
        const std::vector<FieldValues> records = behind.configuration(kind.bit);
        if (records.empty()) {
            continue;
        }
        if (!messages.empty()) {
            messages.push_back(ending(ConfigEndStatus::CONFIGEND_PARTIAL));
        }
        messages.push_back(beginning(ConfigType::CONFIG_TYPE_SOLICITED, kind, behind));
        addRecords(messages, kind.type, records);
    }
    messages.push_back(
        ending(messages.empty() ? ConfigEndStatus::CONFIGEND_EMPTY : ConfigEndStatus::CONFIGEND_SUCCESS));
    return messages;
}

std::uint32_t configurationBit(MessageType type) {
    const auto kind = std::ranges::find(recordKinds, type, &RecordKind::type);
    return kind == std::end(recordKinds) ? 0 : kind->bit;
}

std::vector<OutgoingMessage> configurationUpdate(const SwitchEvent& event, const Switch& behind) {
    const auto kind = std::ranges::find(recordKinds, event.type, &RecordKind::type);
    return {beginning(ConfigType::CONFIG_TYPE_UNSOLICITED, *kind, behind),
            {event.type, event.fields},
            ending(ConfigEndStatus::CONFIGEND_SUCCESS)};
}

} // namespace callwright::simulator
