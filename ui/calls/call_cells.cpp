#include "ui/calls/call_cells.h"

#include "cil/events/keywords.h"
#include "ui/text/state_text.h"

#include <QCoreApplication>

#include <array>

namespace callwright {

namespace {

constexpr auto context = "callwright::CallCells";

enum class Source { Value, Variable, Ecc, CallId, Status, Caller, Queue, Time };

struct TypeRow {
    const char* type; ///< lower case
    Source source;
    Keyword key; ///< for Value
    const char* header;
    bool changeable = false;
};

constexpr std::array typeRows{
    TypeRow{"callid", Source::CallId, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "Call")},
    TypeRow{"callstatus", Source::Status, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "State")},
    TypeRow{"status", Source::Status, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "State")},
    TypeRow{"caller", Source::Caller, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "Caller")},
    TypeRow{"queue", Source::Queue, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "Queue")},
    TypeRow{"time", Source::Time, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "Time")},
    TypeRow{"dnis", Source::Value, keyword::DNIS, QT_TRANSLATE_NOOP("callwright::CallCells", "DNIS")},
    TypeRow{"ani", Source::Value, keyword::ANI, QT_TRANSLATE_NOOP("callwright::CallCells", "Caller")},
    TypeRow{"ced", Source::Value, keyword::CallerEnteredDigits,
            QT_TRANSLATE_NOOP("callwright::CallCells", "Digits entered")},
    TypeRow{"dialednumber", Source::Value, keyword::DialedNumber,
            QT_TRANSLATE_NOOP("callwright::CallCells", "Dialled")},
    TypeRow{"dn", Source::Value, keyword::DialedNumber, QT_TRANSLATE_NOOP("callwright::CallCells", "Dialled")},
    TypeRow{"usertouserinfo", Source::Value, keyword::UserToUserInfo,
            QT_TRANSLATE_NOOP("callwright::CallCells", "User info")},
    TypeRow{"usertouser", Source::Value, keyword::UserToUserInfo,
            QT_TRANSLATE_NOOP("callwright::CallCells", "User info")},
    TypeRow{"wrapup", Source::Value, keyword::CallWrapupData, QT_TRANSLATE_NOOP("callwright::CallCells", "Wrap-up"),
            true},
    TypeRow{"campaignid", Source::Value, keyword::CampaignID, QT_TRANSLATE_NOOP("callwright::CallCells", "Campaign")},
    TypeRow{"queryruleid", Source::Value, keyword::QueryRuleID,
            QT_TRANSLATE_NOOP("callwright::CallCells", "Query rule")},
    TypeRow{"ecc", Source::Ecc, {}, nullptr},
    TypeRow{"eccvariable", Source::Ecc, {}, nullptr},
    TypeRow{"eccvar", Source::Ecc, {}, nullptr},
    TypeRow{"eccname", Source::Ecc, {}, nullptr},
    TypeRow{"namedvariable", Source::Ecc, {}, nullptr},
    TypeRow{"eccarray", Source::Ecc, {}, nullptr},
    TypeRow{"namedarray", Source::Ecc, {}, nullptr},
};

const TypeRow* rowOf(const QString& type) {
    for (const TypeRow& row : typeRows) {
        if (type.compare(QLatin1String(row.type), Qt::CaseInsensitive) == 0)
            return &row;
    }
    return nullptr;
}

/// Var1 to Var10: CallVariable1 to CallVariable10.
std::optional<Keyword> variableOf(const QString& type) {
    bool isNumber = false;
    const int number = type.startsWith(QLatin1String("var"), Qt::CaseInsensitive) ? type.mid(3).toInt(&isNumber) : 0;
    if (!isNumber || number < 1 || number > 10)
        return std::nullopt;
    return Keyword::of(QStringLiteral("CallVariable%1").arg(number));
}

std::optional<Keyword> changeableKey(const QString& type) {
    if (const auto variable = variableOf(type))
        return variable;
    const TypeRow* row = rowOf(type);
    return row && row->changeable ? std::optional(row->key) : std::nullopt;
}

Cell valueOf(Keyword key, const CallView& call) {
    if (call.pending.contains(key))
        return {call.pending.toString(key), true};
    return {call.data.toString(key), false};
}

Cell eccOf(const QString& name, const CallView& call) {
    const Keyword key = Keyword::of(QStringLiteral("user.%1").arg(name));
    if (const Arguments* ecc = call.data.arguments(keyword::ECC))
        return {ecc->toString(key), false};
    return {};
}

QString unconfirmed(const QString& status) {
    return QCoreApplication::translate("callwright::CallCells", "%1, not confirmed").arg(status);
}

Cell computed(Source source, const GridColumn& column, const CallView& call, Milliseconds now) {
    switch (source) {
    case Source::CallId:
        return {call.data.toString(keyword::ConnectionCallID), false};
    case Source::Status: {
        const QString text = callStatusLook(call.status, call.incoming, call.ended).text;
        return {call.confirmed ? text : unconfirmed(text), false};
    }
    case Source::Caller:
        return {otherParty(call), false};
    case Source::Queue: // an outgoing call was not queued: the number dialled is its other party
        return {call.incoming ? call.data.toString(keyword::DialedNumber) : QString(), false};
    case Source::Time:
        return {durationText(now - call.since), false};
    case Source::Ecc:
        return eccOf(column.name, call);
    case Source::Value:
    case Source::Variable:
        break;
    }
    return {};
}

Source sourceOf(const GridColumn& column) {
    const TypeRow* row = rowOf(column.type);
    return row ? row->source : Source::Variable;
}

} // namespace

Cell cellOf(const GridColumn& column, const CallView& call, Milliseconds now) {
    Cell cell;
    const TypeRow* row = rowOf(column.type);
    if (const auto variable = variableOf(column.type))
        cell = valueOf(*variable, call);
    else if (row && row->source == Source::Value)
        cell = valueOf(row->key, call);
    else if (row)
        cell = computed(row->source, column, call, now);
    if (column.maxChars > 0)
        cell.text.truncate(column.maxChars);
    return cell;
}

std::optional<Arguments> cellChange(const GridColumn& column, const QString& text) {
    const auto key = changeableKey(column.type);
    if (!column.editable || !key)
        return std::nullopt;
    return Arguments().set(*key, text);
}

bool showsTime(const GridColumn& column) { return sourceOf(column) == Source::Time; }

bool showsStatus(const GridColumn& column) { return sourceOf(column) == Source::Status; }

QString longestStatus() {
    QString longest;
    for (const CallStatus status : {CallStatus::Initiate, CallStatus::Alerting, CallStatus::Connect, CallStatus::Held,
                                    CallStatus::Queued, CallStatus::Fail}) {
        const QString text = unconfirmed(callStatusLook(status, true, false).text);
        longest = text.size() > longest.size() ? text : longest;
    }
    return longest;
}

QString columnHeader(const GridColumn& column) {
    if (!column.header.isEmpty() && column.header != column.type)
        return column.header;
    const TypeRow* row = rowOf(column.type);
    if (row && row->header)
        return QCoreApplication::translate(context, row->header);
    return column.name.isEmpty() ? column.type : column.name;
}

QString otherParty(const CallView& call) {
    const QString caller = call.data.toString(keyword::ANI);
    const QString dialed = call.data.toString(keyword::DialedNumber);
    if (call.incoming)
        return caller.isEmpty() ? QCoreApplication::translate("callwright::CallCells", "Unknown caller") : caller;
    return dialed.isEmpty() ? call.data.toString(keyword::CalledDeviceID) : dialed;
}

} // namespace callwright
