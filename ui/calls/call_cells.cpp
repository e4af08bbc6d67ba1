#include "ui/calls/call_cells.h"

#include "cil/events/keywords.h"
#include "ui/text/call_text.h"

#include <QCoreApplication>

#include <array>

namespace callwright {

namespace {

constexpr auto cellContext = "callwright::CallCells";

enum class Source { Value, Element, CallId, Status, Caller, Queue, Time };

struct TypeRow {
    const char* type; ///< lower case
    Source source;
    Keyword key; ///< for Value
    const char* header;
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
    TypeRow{"wrapup", Source::Element, {}, QT_TRANSLATE_NOOP("callwright::CallCells", "Wrap-up")},
    TypeRow{"campaignid", Source::Value, keyword::CampaignID, QT_TRANSLATE_NOOP("callwright::CallCells", "Campaign")},
    TypeRow{"queryruleid", Source::Value, keyword::QueryRuleID,
            QT_TRANSLATE_NOOP("callwright::CallCells", "Query rule")},
};

const TypeRow* rowOf(const QString& type) {
    for (const TypeRow& row : typeRows) {
        if (type.compare(QLatin1String(row.type), Qt::CaseInsensitive) == 0)
            return &row;
    }
    return nullptr;
}

Cell computed(Source source, const CallView& call, Milliseconds now) {
    switch (source) {
    case Source::CallId:
        return {call.data.toString(keyword::ConnectionCallID), false};
    case Source::Status:
        return {callLook(call).text, false};
    case Source::Caller:
        return {otherParty(call), false};
    case Source::Queue:
        return {queueText(call), false};
    case Source::Time:
        return {durationText(now - call.since), false};
    case Source::Value:
    case Source::Element:
        break;
    }
    return {};
}

Source sourceOf(const GridColumn& column) {
    const TypeRow* row = rowOf(column.type);
    return row ? row->source : Source::Element;
}

} // namespace

Cell cellOf(const GridColumn& column, const CallView& call, Milliseconds now) {
    Cell cell;
    const TypeRow* row = rowOf(column.type);
    if (const auto element = elementOf(column))
        cell = valueOf(*element, call);
    else if (row && row->source == Source::Value)
        cell = {call.data.toString(row->key), false};
    else if (row)
        cell = computed(row->source, call, now);
    if (column.maxChars > 0)
        cell.text.truncate(column.maxChars);
    return cell;
}

std::optional<DataElement> changeableElement(const GridColumn& column) {
    return column.editable ? elementOf(column) : std::nullopt;
}

bool showsTime(const GridColumn& column) { return sourceOf(column) == Source::Time; }

bool showsStatus(const GridColumn& column) { return sourceOf(column) == Source::Status; }

QString columnHeader(const GridColumn& column) {
    if (!column.header.isEmpty() && column.header != column.type)
        return column.header;
    const TypeRow* row = rowOf(column.type);
    if (row && row->header)
        return QCoreApplication::translate(cellContext, row->header);
    return column.name.isEmpty() ? column.type : column.name;
}

} // namespace callwright
