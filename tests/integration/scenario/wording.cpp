#include "tests/integration/scenario/wording.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "cil/protocol/tables.h"
#include "cil/protocol/wire.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

struct BitName {
    std::uint32_t bit;
    QStringView name;
};

using namespace enablement;

constexpr std::uint32_t base = ENABLE_STATISTICS | ENABLE_CHAT;

constexpr std::array bitNames{
    BitName{ENABLE_ANSWER, u"ANSWER"},
    BitName{ENABLE_RELEASE, u"RELEASE"},
    BitName{ENABLE_HOLD, u"HOLD"},
    BitName{ENABLE_RETRIEVE, u"RETRIEVE"},
    BitName{ENABLE_MAKECALL, u"MAKECALL"},
    BitName{ENABLE_TRANSFER_INIT, u"TRANSFER_INIT"},
    BitName{ENABLE_TRANSFER_COMPLETE, u"TRANSFER_COMPLETE"},
    BitName{ENABLE_SINGLE_STEP_TRANSFER, u"SINGLE_STEP_TRANSFER"},
    BitName{ENABLE_CONFERENCE_INIT, u"CONFERENCE_INIT"},
    BitName{ENABLE_CONFERENCE_COMPLETE, u"CONFERENCE_COMPLETE"},
    BitName{ENABLE_SINGLE_STEP_CONFERENCE, u"SINGLE_STEP_CONFERENCE"},
    BitName{ENABLE_ALTERNATE, u"ALTERNATE"},
    BitName{ENABLE_RECONNECT, u"RECONNECT"},
    BitName{ENABLE_WRAPUP, u"WRAPUP"},
    BitName{ENABLE_INSIDE_MAKECALL, u"INSIDE_MAKECALL"},
    BitName{ENABLE_OUTSIDE_MAKECALL, u"OUTSIDE_MAKECALL"},
    BitName{ENABLE_SUPERVISOR_ASSIST, u"SUPERVISOR_ASSIST"},
    BitName{ENABLE_EMERGENCY_CALL, u"EMERGENCY_CALL"},
    BitName{ENABLE_BAD_LINE_CALL, u"BAD_LINE_CALL"},
    BitName{ENABLE_RECORD, u"RECORD"},
    BitName{DISABLE_ALL, u"DISABLE_ALL"},
    BitName{ENABLE_LOGIN, u"LOGIN"},
    BitName{ENABLE_LOGOUT, u"LOGOUT"},
    BitName{ENABLE_LOGOUT_WITH_REASON, u"LOGOUT_WITH_REASON"},
    BitName{ENABLE_READY, u"READY"},
    BitName{ENABLE_NOTREADY, u"NOTREADY"},
    BitName{ENABLE_NOTREADY_WITH_REASON, u"NOTREADY_WITH_REASON"},
    BitName{ENABLE_WORKREADY, u"WORKREADY"},
    BitName{ENABLE_WORKNOTREADY, u"WORKNOTREADY"},
    BitName{ENABLE_STATISTICS, u"STATISTICS"},
    BitName{ENABLE_CHAT, u"CHAT"},
};

/// Numbers whose names say more.
struct EnumKeyword {
    QStringView keyword;
    const char* enumName;
    QStringView prefix; ///< left out of the names
};

constexpr std::array enumKeywords{
    EnumKeyword{u"AgentState", "AgentState", u"AGENT_STATE_"},
    EnumKeyword{u"NextAgentState", "AgentState", u"AGENT_STATE_"},
    EnumKeyword{u"CallStatus", "LocalConnectionState", u"LCS_"},
    EnumKeyword{u"LocalConnectionState", "LocalConnectionState", u"LCS_"},
    EnumKeyword{u"CallType", "CallType", u"CALLTYPE_"},
    EnumKeyword{u"LineType", "LineType", u"LINETYPE_"},
    EnumKeyword{u"EventCause", "EventCause", u"CEC_"},
    EnumKeyword{u"CalledDeviceIDType", "DeviceIDType", u"DEVID_"},
    EnumKeyword{u"TrunkUsedDeviceIDType", "DeviceIDType", u"DEVID_"},
};

/// The same in every event of a site, told by the object's name, or a matter of the moment.
constexpr std::array<QStringView, 38> hidden{u"PeripheralID",
                                             u"PeripheralType",
                                             u"RouterCallKeyDay",
                                             u"RouterCallKeyCallID",
                                             u"RouterCallKeySequenceNumber",
                                             u"ICMEnterpriseUniqueID",
                                             u"ConnectionCallID",
                                             u"ConnectionDeviceID",
                                             u"ConnectionDeviceIDType",
                                             u"EnablementMask",
                                             u"UniqueObjectID",
                                             u"OldUniqueObjectID",
                                             u"ServiceID",
                                             u"SkillGroupID",
                                             u"SkillGroupPriority",
                                             u"InvokeID",
                                             u"ErrorMessage",
                                             u"FailureCode",
                                             u"PeripheralErrorCode",
                                             u"MRDID",
                                             u"ICMAgentID",
                                             u"CTIClientSignature",
                                             u"StateDuration",
                                             u"Duration",
                                             u"NumCTIClients",
                                             u"FilterTarget",
                                             u"MaxTaskLimit",
                                             u"AgentAvailabilityStatus",
                                             u"NumTasks",
                                             u"AgentMode",
                                             u"SkillGroupState",
                                             u"MonitorID",
                                             u"ClientAddress",
                                             u"ClientPort",
                                             u"BitRate",
                                             u"EchoCancellation",
                                             u"PacketSize",
                                             u"PayloadType"};

QString quoted(const QString& text) {
    const bool isPlain = !text.isEmpty() && !text.contains(u' ');
    return isPlain ? text : u'"' + text + u'"';
}

QString valueInWords(const QString& key, const ArgValue& value) {
    if (const Arguments* nested = value.arguments()) {
        QStringList parts;
        for (const auto& pair : *nested)
            parts << pair.key.name() + u'=' + valueInWords(pair.key.name(), pair.value);
        parts.sort();
        return u'{' + parts.join(u' ') + u'}';
    }
    const auto named = std::ranges::find(enumKeywords, QStringView(key), &EnumKeyword::keyword);
    if (const auto number = value.toUInt(); number && named != enumKeywords.end()) {
        const auto name = protocol::enumValueName(named->enumName, *number);
        QString text = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        if (!text.isEmpty())
            return text.startsWith(named->prefix) ? text.mid(named->prefix.size()) : text;
    }
    return quoted(value.toString());
}

/// "absent" in the many ways of the wire: the number that means no service, no skill group, no line.
bool saysNothing(const QString& key, const ArgValue& value) {
    if (key == u"ServiceNumber" || key == u"SkillGroupNumber")
        return value.toUInt() == 0xFFFFFFFFU;
    if (key == u"RTPType" || key == u"EventReasonCode" || key == u"IncomingOrOutgoing" || key == u"WrapupOkEnabled")
        return value.toUInt() == 0U;
    return false;
}

/// That the event is for this desk goes without saying.
bool isOwn(const QString& key, const ArgValue& value, const AgentIdentity& identity) {
    if (key == u"AgentID")
        return value.toString() == identity.agentId;
    return (key == u"AgentInstrument" || key == u"AgentExtension") && value.toString() == identity.agentInstrument;
}

QString messageName(std::uint32_t number) {
    const auto* message = protocol::findMessage(number);
    return message ? QString::fromLatin1(message->name.data(), static_cast<qsizetype>(message->name.size()))
                   : QString::number(number);
}

/// The names of the codes; the sentences around them are another test's.
QString reasonOf(const Arguments& arguments) {
    const QString text = arguments.toString(keyword::ErrorMessage);
    return text.mid(text.lastIndexOf(u'('));
}

/// Who an event is about; voice events name the call by its connection only.
QString objectOf(const Arguments& arguments) {
    const QString uid = arguments.toString(keyword::UniqueObjectID);
    if (!uid.isEmpty() || !arguments.contains(keyword::ConnectionDeviceID))
        return uid;
    return u"call.%1.%2.%3"_s.arg(arguments.toString(keyword::PeripheralID),
                                  arguments.toString(keyword::ConnectionCallID),
                                  arguments.toString(keyword::ConnectionDeviceID));
}

std::uint32_t callIdIn(const QString& uniqueObjectId) { return uniqueObjectId.section(u'.', 2, 2).toUInt(); }

} // namespace

QString maskInWords(std::uint32_t mask) {
    QStringList words;
    if ((mask & base) == base) {
        words << u"base"_s;
        mask &= ~base;
    }
    for (const auto& [bit, name] : bitNames) {
        if ((mask & bit) != 0)
            words << name.toString();
        mask &= ~bit;
    }
    if (mask != 0)
        words << QString::number(mask, 16);
    return words.isEmpty() ? u"nothing"_s : words.join(u' ');
}

QString CallNames::letterOf(std::uint32_t connectionCallId) {
    constexpr std::uint32_t firstCallId = 16777217; // the simulator counts on from here
    constexpr std::uint32_t letters = 26;
    if (connectionCallId < firstCallId || connectionCallId == protocol::NULL_CALL_ID)
        return u"(no call)"_s;
    const std::uint32_t count = connectionCallId - firstCallId;
    const QString letter(QChar(static_cast<char16_t>(u'A' + count % letters)));
    return count < letters ? letter : letter + QString::number(count / letters);
}

QString CallNames::find(const QString& desk, const QString& uniqueObjectId) const {
    const auto at = m_byDesk.find(desk);
    if (at == m_byDesk.end())
        return {};
    const auto call = at->second.find(uniqueObjectId);
    return call == at->second.end() ? QString() : call->second;
}

QString CallNames::nameOf(const QString& desk, const QString& uniqueObjectId) {
    if (!uniqueObjectId.startsWith(u"call."))
        return uniqueObjectId.startsWith(u"agent.") ? QString() : uniqueObjectId;
    auto& known = m_byDesk[desk];
    if (const auto at = known.find(uniqueObjectId); at != known.end())
        return at->second;
    QString name = letterOf(callIdIn(uniqueObjectId));
    while (std::ranges::any_of(known, [&](const auto& call) { return call.second == name; }))
        name += u'\'';
    return known[uniqueObjectId] = name;
}

void CallNames::forget(const QString& desk, const QString& uniqueObjectId) { m_byDesk[desk].erase(uniqueObjectId); }

QString eventInWords(EventId id, const Arguments& arguments, const AgentIdentity& identity, CallNames& names) {
    const QString& desk = identity.agentId;
    QString line = eventName(id);
    const QString former = arguments.toString(keyword::OldUniqueObjectID);
    const QString formerName = former.isEmpty() ? QString() : names.nameOf(desk, former);
    if (!former.isEmpty())
        names.forget(desk, former);
    const QString object = objectOf(arguments);
    const bool isOwnCall = id != EventId::OnEmergencyCall; // that one names the other agent's connection
    if (const QString name = isOwnCall ? names.nameOf(desk, object) : CallNames::letterOf(callIdIn(object));
        !name.isEmpty())
        line += u' ' + name;
    if (!former.isEmpty())
        line += u" (was %1)"_s.arg(formerName);
    QStringList parts;
    for (const auto& [key, value] : arguments) {
        const QString name = key.name();
        if (std::ranges::find(hidden, QStringView(name)) != hidden.end() || saysNothing(name, value) ||
            isOwn(name, value, identity))
            continue;
        if (name == u"NewConnectionCallID")
            parts << u"new="_s + names.letterOf(value.toUInt().value_or(0));
        else if (name.startsWith(u"NewConnection"))
            continue;
        else if (name == u"MessageType")
            parts << u"of="_s + messageName(value.toUInt().value_or(0));
        else
            parts << name + u'=' + valueInWords(name, value);
    }
    parts.sort();
    for (const QString& part : parts)
        line += u' ' + part;
    if (arguments.contains(keyword::ErrorMessage) && arguments.contains(keyword::FailureCode))
        line += u' ' + reasonOf(arguments);
    return line;
}

} // namespace callwright::testing
