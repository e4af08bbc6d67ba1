#include "cil/service/silent_monitor_message.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace callwright::service {
namespace {

constexpr QStringView anyPrefix = u"callwright:silent-monitor/";
constexpr QStringView textPrefix = u"callwright:silent-monitor/1 ";
constexpr qsizetype mostBytes = 254; // Text of USER_MESSAGE_REQ without its NUL

enum class ValueForm { Number, Key, Word, Address };

constexpr std::uint32_t bitOf(SilentMonitorVerb verb) { return 1U << static_cast<std::uint32_t>(verb); }
constexpr std::uint32_t inEvery = bitOf(SilentMonitorVerb::Start) | bitOf(SilentMonitorVerb::Report) |
                                  bitOf(SilentMonitorVerb::Heartbeat) | bitOf(SilentMonitorVerb::Stop);

struct FieldRow {
    QStringView name;
    Keyword keyword;
    ValueForm type;
    std::int64_t least; ///< of a number; of a text, of its length
    std::int64_t most;
    std::uint32_t verbs;
    bool isRequired;
};

// AgentID and DeviceID: exactly one of them.
constexpr std::array fieldRows{
    FieldRow{u"key", keyword::SMSessionKey, ValueForm::Key, 1, 65535, inEvery, true},
    FieldRow{u"agent", keyword::AgentID, ValueForm::Word, 1, 12, bitOf(SilentMonitorVerb::Start), false},
    FieldRow{u"device", keyword::DeviceID, ValueForm::Word, 1, 64, bitOf(SilentMonitorVerb::Start), false},
    FieldRow{u"peripheral", keyword::PeripheralID, ValueForm::Number, 0, 0x7FFFFFFF, bitOf(SilentMonitorVerb::Start),
             true},
    FieldRow{u"address", keyword::MonitoringIPAddress, ValueForm::Address, 2, 45, bitOf(SilentMonitorVerb::Start),
             true},
    FieldRow{u"port", keyword::MonitoringIPPort, ValueForm::Number, 1, 65535, bitOf(SilentMonitorVerb::Start), true},
    FieldRow{u"interval", keyword::HeartbeatInterval, ValueForm::Number, 1, 3600, bitOf(SilentMonitorVerb::Start),
             true},
    FieldRow{u"timeout", keyword::HeartbeatTimeout, ValueForm::Number, 1, 3600, bitOf(SilentMonitorVerb::Start), true},
    FieldRow{u"server", keyword::OriginatingServerID, ValueForm::Word, 1, 64, bitOf(SilentMonitorVerb::Start), false},
    FieldRow{u"status", keyword::StatusCode, ValueForm::Number, -1, 0x7FFFFFFF, bitOf(SilentMonitorVerb::Report), true},
    FieldRow{u"phone", keyword::ClientAddress, ValueForm::Address, 2, 45, bitOf(SilentMonitorVerb::Report), false},
};

constexpr std::array verbs{std::pair{QStringView(u"start"), SilentMonitorVerb::Start},
                           std::pair{QStringView(u"report"), SilentMonitorVerb::Report},
                           std::pair{QStringView(u"beat"), SilentMonitorVerb::Heartbeat},
                           std::pair{QStringView(u"stop"), SilentMonitorVerb::Stop}};

bool isWord(QStringView text) {
    return std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7F' && c != u'='; });
}

/// An address in figures: no names, which somebody would have to look up.
bool isAddress(QStringView text) {
    return std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u'.' ||
               c == u':';
    });
}

/// NotSet: the field may not hold it.
ArgValue readField(const FieldRow& row, QStringView text) {
    if (row.type == ValueForm::Word || row.type == ValueForm::Address) {
        const bool isRight = row.type == ValueForm::Word ? isWord(text) : isAddress(text);
        return isRight && text.size() >= row.least && text.size() <= row.most ? ArgValue(text.toString()) : ArgValue();
    }
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    if (!isNumber || number < row.least || number > row.most || text != QString::number(number))
        return {};
    return row.type == ValueForm::Key ? ArgValue(static_cast<std::uint16_t>(number))
                                      : ArgValue(static_cast<std::int32_t>(number));
}

/// Takes one "name=value" in; false: not with this verb, not twice, not with that value.
bool takeField(SilentMonitorMessage& message, QStringView part) {
    const qsizetype equals = part.indexOf(u'=');
    const auto row = std::ranges::find(fieldRows, part.left(std::max<qsizetype>(equals, 0)), &FieldRow::name);
    if (equals < 0 || row == fieldRows.end() || (row->verbs & bitOf(message.verb)) == 0 ||
        message.fields.contains(row->keyword))
        return false;
    ArgValue value = readField(*row, part.mid(equals + 1));
    if (value.type() == ArgType::NotSet)
        return false;
    message.fields.set(row->keyword, std::move(value));
    return true;
}

bool isWhole(const SilentMonitorMessage& message) {
    const Arguments& fields = message.fields;
    const bool hasAll = std::ranges::all_of(fieldRows, [&](const FieldRow& row) {
        return !row.isRequired || (row.verbs & bitOf(message.verb)) == 0 || fields.contains(row.keyword);
    });
    if (!hasAll || message.verb != SilentMonitorVerb::Start)
        return hasAll;
    return fields.contains(keyword::AgentID) != fields.contains(keyword::DeviceID) &&
           fields.toInt(keyword::HeartbeatTimeout) >= fields.toInt(keyword::HeartbeatInterval);
}

QString written(const SilentMonitorMessage& message, bool isWithServer) {
    const auto verb = std::ranges::find(verbs, message.verb, &std::pair<QStringView, SilentMonitorVerb>::second);
    QString text = textPrefix.toString() + verb->first.toString();
    for (const FieldRow& row : fieldRows) {
        const ArgValue* value = (row.verbs & bitOf(message.verb)) != 0 ? message.fields.find(row.keyword) : nullptr;
        if (value && (isWithServer || row.keyword != keyword::OriginatingServerID))
            text += u' ' + row.name.toString() + u'=' + value->toString();
    }
    return text;
}

} // namespace

bool isSilentMonitorText(QStringView text) { return text.startsWith(anyPrefix); }

QString silentMonitorText(const SilentMonitorMessage& message) {
    for (const bool isWithServer : {true, false}) {
        QString text = written(message, isWithServer);
        if (parseSilentMonitorText(text))
            return text;
    }
    return {};
}

std::optional<SilentMonitorMessage> parseSilentMonitorText(QStringView text) {
    if (text.size() > mostBytes || !text.startsWith(textPrefix))
        return std::nullopt;
    const auto parts = text.mid(textPrefix.size()).split(u' ');
    const auto verb = std::ranges::find(verbs, parts.front(), &std::pair<QStringView, SilentMonitorVerb>::first);
    if (verb == verbs.end())
        return std::nullopt;
    SilentMonitorMessage message{verb->second, {}};
    const bool isRight =
        std::all_of(parts.begin() + 1, parts.end(), [&message](QStringView part) { return takeField(message, part); });
    return isRight && isWhole(message) ? std::optional(std::move(message)) : std::nullopt;
}

} // namespace callwright::service
