#include "cil/service/configuration.h"

#include "cil/service/config_records.h"
#include "cil/service/field_keywords.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::MessageType;
using enum protocol::MessageType;

/// One kind: its message, its bit, and the fields that identify a record (None: one field does).
struct KindRow {
    ConfigKind kind;
    const char* name;
    MessageType message;
    std::uint32_t bit;
    Field scope; ///< the peripheral
    Field id;
    Field formerId; ///< carried by a change of the id
};

constexpr std::array<KindRow, configKindCount> kindRows{{
    {ConfigKind::Service, "Service", CONFIG_SERVICE_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_SERVICE,
     Field::FltPeripheralID, Field::PeripheralNumber, Field::OldPeripheralNumber},
    {ConfigKind::SkillGroup, "SkillGroup", CONFIG_SKILL_GROUP_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_SKILL_GROUP,
     Field::FltPeripheralID, Field::PeripheralNumber, Field::OldPeripheralNumber},
    {ConfigKind::Agent, "Agent", CONFIG_AGENT_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_AGENT, Field::FltPeripheralID,
     Field::LoginID, Field::OldLoginID},
    {ConfigKind::AgentService, "AgentService", CONFIG_AGENT_SERVICE_EVENT,
     protocol::ConfigMsgMask::CONFIG_MSG_AGENT_SERVICE_MASK, Field::None, Field::AgentSkillTargetID, Field::None},
    {ConfigKind::Device, "Device", CONFIG_DEVICE_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_DEVICE,
     Field::FltPeripheralID, Field::PeripheralNumber, Field::None},
    {ConfigKind::CallType, "CallType", CONFIG_CALL_TYPE_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_CALL_TYPE,
     Field::None, Field::FltCallTypeID, Field::None},
    {ConfigKind::MediaRoutingDomain, "MediaRoutingDomain", CONFIG_MRD_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_MRD,
     Field::None, Field::FltMRDomainID, Field::None},
    {ConfigKind::Peripheral, "Peripheral", CONFIG_PERIPHERAL_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_PERIPHERAL,
     Field::None, Field::ConfigPeripheralID, Field::None},
    {ConfigKind::DeskSettings, "DeskSettings", CONFIG_AGENT_DESK_SETTINGS_EVENT,
     protocol::ConfigMsgMask::CONFIG_MSG_AGENT_DESK_SETTINGS, Field::None, Field::AgentDeskSettingsID, Field::None},
    {ConfigKind::Terminal, "Terminal", CONFIG_TERMINAL_EVENT, protocol::ConfigMsgMask::CONFIG_MSG_TERMINAL, Field::None,
     Field::TerminalDeviceName, Field::None},
}};

const KindRow& rowOf(ConfigKind kind) { return kindRows[static_cast<std::size_t>(kind)]; }

/// Empty: the record does not say what it is about.
QString identity(const KindRow& kind, const Arguments& record, Field idField) {
    const ArgValue* id = record.find(keywordOf(idField));
    if (idField == Field::None || !id || id->toString().isEmpty())
        return {};
    if (kind.scope == Field::None)
        return id->toString();
    return record.toString(keywordOf(kind.scope)) + u'.' + id->toString();
}

/// The guide gives devices a PeripheralNumber and leaves open which of them have one: others go by their number.
QString identity(const KindRow& kind, const Arguments& record) {
    const QString id = identity(kind, record, kind.id);
    if (!id.isEmpty() || kind.kind != ConfigKind::Device)
        return id;
    for (const Field number : {Field::Extension, Field::DialedNumber, Field::DNIS}) {
        if (const QString other = identity(kind, record, number); !other.isEmpty())
            return other;
    }
    return {};
}

protocol::RecordType operationOf(const Arguments& record) {
    return static_cast<protocol::RecordType>(record.toUInt(keywordOf(Field::RecordType)).value_or(0));
}

} // namespace

QString configKindName(ConfigKind kind) { return QString::fromLatin1(rowOf(kind).name); }

const Arguments* Configuration::find(ConfigKind kind, const QString& id) const {
    const auto at = records(kind).find(id);
    return at != records(kind).end() ? &at->second : nullptr;
}

std::size_t Configuration::size() const {
    std::size_t sum = 0;
    for (const Records& records : m_records)
        sum += records.size();
    return sum;
}

void Configuration::apply(const protocol::MessageView& message, protocol::CodePage page) {
    const auto kind = std::ranges::find(kindRows, message.type(), &KindRow::message);
    if (kind == kindRows.end())
        return;
    for (const Arguments& record : configRecords(message, page))
        apply(kind->kind, record);
}

void Configuration::apply(ConfigKind kind, const Arguments& record) {
    const KindRow& row = rowOf(kind);
    Records& records = m_records[static_cast<std::size_t>(kind)];
    const QString id = identity(row, record);
    const QString formerId = identity(row, record, row.formerId);
    const protocol::RecordType operation = operationOf(record);
    if (operation == protocol::RecordType::CONFIG_RECORD_DELETE) {
        records.erase(id);
        return;
    }
    Arguments news = record;
    news.remove(keywordOf(Field::RecordType));
    if (operation == protocol::RecordType::CONFIG_RECORD_CHANGE) {
        const auto before = records.find(formerId.isEmpty() || !records.contains(formerId) ? id : formerId);
        if (before != records.end()) {
            Arguments kept = before->second;
            news = kept.merge(news);
            records.erase(before);
        }
    }
    if (id.isEmpty() || (size() >= mostRecords && !records.contains(id)))
        ++m_dropped;
    else
        records[id] = std::move(news);
}

void Configuration::forget(std::uint32_t configInformation, std::uint32_t peripheralId) {
    for (const KindRow& kind : kindRows) {
        if ((kind.bit & configInformation) == 0)
            continue;
        Records& records = m_records[static_cast<std::size_t>(kind.kind)];
        const bool isAll = peripheralId == 0xFFFFFFFF || kind.scope == Field::None;
        std::erase_if(records, [&](const auto& record) {
            return isAll || record.second.toUInt(keywordOf(kind.scope)) == peripheralId;
        });
    }
}

} // namespace callwright::service
