#include "app/simulator/acd/configuration_records.h"

#include "app/simulator/acd/fields.h"
#include "cil/protocol/text_codec.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

namespace bits = protocol::ConfigMsgMask;
using protocol::AgentType;
using protocol::ConfigDeviceType;
using protocol::RecordType;
using Records = std::vector<FieldValues>;

constexpr std::uint32_t voiceDomainId = 1;
constexpr std::uint32_t noCustomer = 0;
constexpr std::size_t shortName = 31; // and a NUL
constexpr std::size_t longName = 63;

/// Names are kept in UTF-8; what the wire cannot carry is left out.
std::string wireName(const std::string& name, std::size_t longest) {
    return protocol::fromUtf8(name, protocol::CodePage::Windows1252).value_or("").substr(0, longest);
}

/// Every agent has desk settings of its own.
std::uint32_t deskSettingsId(const AcdConfig& config, const AgentConfig& agent) {
    return static_cast<std::uint32_t>(&agent - config.agents.data()) + 1;
}

FieldValues serviceRecord(const AcdConfig& config, const QueueConfig& queue) {
    const SkillGroupConfig* const group = findSkillGroup(config, queue.skillGroup);
    Fields fields;
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
        .set(Field::FltPeripheralID, config.peripheralId)
        .set(Field::PeripheralNumber, queue.serviceNumber)
        .set(Field::Extension, queue.dialedNumber.substr(0, 15))
        .set(Field::ServiceSkillTargetID, queue.serviceId)
        .set(Field::PeripheralName, wireName(queue.name, longName))
        .set(Field::FltMRDomainID, voiceDomainId)
        .set(Field::NumServiceMembers, 1u)
        .set(Field::ServiceMember, group ? group->id : 0u)
        .set(Field::ServicePriority, 0u);
    return fields.take();
}

FieldValues groupRecord(const AcdConfig& config, const SkillGroupConfig& group, RecordType type) {
    Fields fields;
    fields.set(Field::RecordType, type)
        .set(Field::FltPeripheralID, config.peripheralId)
        .set(Field::PeripheralNumber, group.number)
        .set(Field::FltSkillGroupPriority, 0u)
        .set(Field::SkillGroupSkillTargetID, group.id)
        .set(Field::PeripheralName, wireName(group.name, longName))
        .set(Field::FltMRDomainID, voiceDomainId);
    return fields.take();
}

FieldValues agentRecord(const AcdConfig& config, const AgentConfig& agent, RecordType type) {
    const std::size_t space = agent.name.rfind(' ');
    const std::string first = space == std::string::npos ? std::string() : agent.name.substr(0, space);
    const std::string last = space == std::string::npos ? agent.name : agent.name.substr(space + 1);
    const InstrumentConfig* const phone = findInstrument(config, agent.instrument);
    Fields fields;
    fields.set(Field::RecordType, type)
        .set(Field::FltPeripheralID, config.peripheralId)
        .set(Field::AgentType, agent.isSupervisor ? AgentType::CONFIG_SUPERVISOR : AgentType::CONFIG_AGENT)
        .set(Field::AgentDeskSettingsID, deskSettingsId(config, agent))
        .set(Field::LoginID, agent.id)
        .set(Field::LoginName, agent.id)
        .set(Field::LastName, wireName(last, shortName))
        .set(Field::FirstName, wireName(first, shortName))
        .setIfAny(Field::Extension, phone ? phone->extension : std::string())
        .set(Field::AgentSkillTargetID, agent.skillTargetId)
        .set(Field::NumSkills, static_cast<std::uint32_t>(agent.skillGroups.size()))
        .set(Field::SSOEnabled, 0u);
    for (const std::uint32_t group : agent.skillGroups)
        fields.set(Field::FltSkillGroupNumber, group).set(Field::FltSkillGroupPriority, 0u);
    return fields.take();
}

FieldValues agentServiceRecord(const Agent& agent) {
    const auto services = agent.serviceData ? agent.serviceData->services : std::vector<std::uint32_t>();
    Fields fields;
    fields.set(Field::AgentSkillTargetID, agent.config->skillTargetId)
        .set(Field::NumOfEnabledServices, static_cast<std::uint32_t>(services.size()));
    for (const std::uint32_t service : services)
        fields.set(Field::FltEnabledServices, service);
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD);
    return fields.take();
}

Records deviceRecords(const AcdConfig& config) {
    Records records;
    for (const InstrumentConfig& phone : config.instruments) {
        Fields fields;
        fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
            .set(Field::FltPeripheralID, config.peripheralId)
            .set(Field::DeviceType, ConfigDeviceType::CONFIG_DEVICE_TYPE_AGENT_DEVICE_EXTENSION)
            .set(Field::Extension, phone.extension);
        records.push_back(fields.take());
    }
    for (const QueueConfig& queue : config.queues) {
        Fields fields;
        fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
            .set(Field::FltPeripheralID, config.peripheralId)
            .set(Field::DeviceType, ConfigDeviceType::CONFIG_DEVICE_TYPE_ROUTE_POINT)
            .set(Field::FltServiceID, queue.serviceId)
            .set(Field::DialedNumber, queue.dialedNumber);
        records.push_back(fields.take());
    }
    return records;
}

FieldValues callTypeRecord(const QueueConfig& queue) {
    Fields fields;
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
        .set(Field::FltCallTypeID, queue.callTypeId)
        .set(Field::CustomerDefinitionID, noCustomer)
        .set(Field::EnterpriseName, wireName(queue.name, shortName));
    return fields.take();
}

FieldValues domainRecord() {
    Fields fields;
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
        .set(Field::FltMRDomainID, voiceDomainId)
        .set(Field::FltEnterpriseName, "Cisco_Voice")
        .set(Field::FltInterruptible, 0u);
    return fields.take();
}

FieldValues peripheralRecord(const AcdConfig& config) {
    Fields fields;
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
        .set(Field::ConfigPeripheralID, config.peripheralId)
        .set(Field::DefaultAgentDeskSettingsID, 1u);
    return fields.take();
}

FieldValues deskRecord(const AcdConfig& config, const AgentConfig& agent) {
    const DeskSettings& desk = agent.desk;
    Fields fields;
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
        .set(Field::AgentDeskSettingsID, deskSettingsId(config, agent))
        .set(Field::FltDeskSettingsMask, desk.mask)
        .set(Field::FltWrapUpDataIncomingMode, desk.wrapupIncoming)
        .set(Field::FltWrapUpDataOutgoingMode, desk.wrapupOutgoing)
        .set(Field::FltLogoutNonActivityTime, desk.logoutNonActivityTime)
        .set(Field::FltRingNoAnswerTime, desk.ringNoAnswerTime)
        .set(Field::FltSilentMonitorWarningMessage, desk.silentMonitorWarningMessage)
        .set(Field::FltSilentMonitorAudibleIndication, desk.silentMonitorAudibleIndication)
        .set(Field::FltSupervisorAssistCallMethod, desk.supervisorAssistCallMethod)
        .set(Field::FltEmergencyCallMethod, desk.emergencyCallMethod)
        .set(Field::FltAutoRecordOnEmergency, desk.autoRecordOnEmergency)
        .set(Field::FltRecordingMode, desk.recordingMode)
        .set(Field::FltWorkModeTimer, desk.workModeTimer);
    return fields.take();
}

FieldValues terminalRecord(const InstrumentConfig& phone) {
    Fields fields;
    fields.set(Field::RecordType, RecordType::CONFIG_RECORD_ADD)
        .set(Field::TerminalType, 1u)
        .set(Field::TerminalDeviceName, ("SEP" + phone.instrument).substr(0, longName))
        .set(Field::TerminalTypeName, "IP phone")
        .set(Field::NumInstruments, 1u)
        .set(Field::Instrument, phone.instrument);
    return fields.take();
}

template <class Range, class Make> Records recordsOf(const Range& range, Make make) {
    Records records;
    for (const auto& item : range)
        records.push_back(make(item));
    return records;
}

/// FNV-1a.
void mix(std::uint64_t& hash, std::string_view bytes) {
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 1099511628211ULL;
    }
}

void postChange(Context& context, MessageType type, FieldValues record) {
    Fields fields;
    fields.set(Field::NumRecords, 1u);
    FieldValues all = fields.take();
    all.insert(all.end(), record.begin(), record.end());
    context.outbox.post({type, {}, std::move(all)});
}

} // namespace

Records configurationRecords(const Context& context, std::uint32_t kind) {
    const AcdConfig& config = context.config;
    constexpr RecordType add = RecordType::CONFIG_RECORD_ADD;
    switch (kind) {
    case bits::CONFIG_MSG_SERVICE:
        return recordsOf(config.queues, [&](const QueueConfig& queue) { return serviceRecord(config, queue); });
    case bits::CONFIG_MSG_SKILL_GROUP:
        return recordsOf(config.skillGroups, [&](const auto& group) { return groupRecord(config, group, add); });
    case bits::CONFIG_MSG_AGENT:
        return recordsOf(config.agents, [&](const auto& agent) { return agentRecord(config, agent, add); });
    case bits::CONFIG_MSG_AGENT_SERVICE_MASK:
        return recordsOf(context.world.agents, agentServiceRecord);
    case bits::CONFIG_MSG_DEVICE:
        return deviceRecords(config);
    case bits::CONFIG_MSG_CALL_TYPE:
        return recordsOf(config.queues, callTypeRecord);
    case bits::CONFIG_MSG_MRD:
        return {domainRecord()};
    case bits::CONFIG_MSG_PERIPHERAL:
        return {peripheralRecord(config)};
    case bits::CONFIG_MSG_AGENT_DESK_SETTINGS:
        return recordsOf(config.agents, [&](const auto& agent) { return deskRecord(config, agent); });
    case bits::CONFIG_MSG_TERMINAL:
        return recordsOf(config.instruments, terminalRecord);
    default:
        return {};
    }
}

std::string configurationKey(const Context& context, std::uint32_t kind) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const FieldValues& record : configurationRecords(context, kind)) {
        for (const FieldValue& field : record) {
            mix(hash, std::to_string(number(field.field)) + "=");
            if (const auto* value = std::get_if<std::uint32_t>(&field.value))
                mix(hash, std::to_string(*value));
            else
                mix(hash, std::get<std::string>(field.value));
        }
    }
    std::string key;
    for (int shift = 56; shift >= 0; shift -= 8)
        key.push_back(static_cast<char>((hash | 1) >> shift & 0xFF));
    return key;
}

void renameAgent(Context& context, AgentConfig& config, const std::string& name) {
    config.name = name;
    postChange(context, MessageType::CONFIG_AGENT_EVENT,
               agentRecord(context.config, config, RecordType::CONFIG_RECORD_CHANGE));
}

void renameGroup(Context& context, SkillGroupConfig& config, const std::string& name) {
    config.name = name;
    postChange(context, MessageType::CONFIG_SKILL_GROUP_EVENT,
               groupRecord(context.config, config, RecordType::CONFIG_RECORD_CHANGE));
}

} // namespace callwright::simulator
