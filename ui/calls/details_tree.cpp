#include "ui/calls/details_tree.h"

#include "cil/events/keywords.h"
#include "cil/objects/protocol_names.h"
#include "ui/calls/call_cells.h"
#include "ui/text/call_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace callwright {

namespace {

QString worded(const char* text) { return QCoreApplication::translate("callwright::DetailsTree", text); }

struct FactRow {
    Keyword key;
    const char* name;
};

/// Facts that show as the server says them, when it says them.
constexpr std::array factRows{
    FactRow{keyword::ANI, QT_TRANSLATE_NOOP("callwright::DetailsTree", "Caller's number")},
    FactRow{keyword::DNIS, QT_TRANSLATE_NOOP("callwright::DetailsTree", "Number called (DNIS)")},
    FactRow{keyword::DialedNumber, QT_TRANSLATE_NOOP("callwright::DetailsTree", "Number dialled")},
    FactRow{keyword::CallerEnteredDigits, QT_TRANSLATE_NOOP("callwright::DetailsTree", "Digits entered")},
    FactRow{keyword::UserToUserInfo, QT_TRANSLATE_NOOP("callwright::DetailsTree", "User information")},
    FactRow{keyword::CustomerPhoneNumber, QT_TRANSLATE_NOOP("callwright::DetailsTree", "Customer's number")},
    FactRow{keyword::CustomerAccountNumber, QT_TRANSLATE_NOOP("callwright::DetailsTree", "Customer's account")},
};

/// Numbers of the protocol that have names, by the enumeration they are of.
struct EnumRow {
    Keyword key;
    const char* enumeration;
};

constexpr std::array enumRows{
    EnumRow{keyword::CallType, "CallType"},
    EnumRow{keyword::CallStatus, "LocalConnectionState"},
    EnumRow{keyword::CalledPartyDisposition, "DispositionCode"},
    EnumRow{keyword::ConnectionDeviceIDType, "ConnectionDeviceIDType"},
    EnumRow{keyword::LineType, "LineType"},
    EnumRow{keyword::PeripheralType, "PeripheralType"},
};

bool isVariable(Keyword key) { return key.name().startsWith(QLatin1String("CallVariable")); }

/// What the sections before the technical one say completely.
bool isSaidInWords(Keyword key) {
    return isVariable(key) || key == keyword::CallWrapupData || key == keyword::ECC ||
           std::ranges::find(factRows, key, &FactRow::key) != factRows.end();
}

DetailsNode line(const QString& key, const QString& name, const QString& value) { return {key, name, {value, false}}; }

void addFact(DetailsNode& section, const char* key, const QString& name, const QString& value) {
    if (!value.isEmpty())
        section.children.push_back(line(QLatin1String(key), name, value));
}

DetailsNode callSection(const CallView& call, Milliseconds clockToWall) {
    DetailsNode section{QStringLiteral("call"), worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "This call"))};
    const auto add = [&section](const char* key, const char* name, const QString& value) {
        addFact(section, key, worded(name), value);
    };
    if (const auto type = call.data.toUInt(keyword::CallType))
        add("type", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Kind"), callTypeText(*type));
    add("direction", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Direction"), directionText(call));
    add("state", QT_TRANSLATE_NOOP("callwright::DetailsTree", "State"), callLook(call).text);
    add("failure", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Why it failed"), call.failure);
    add("relation", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Belongs to"), relationText(call));
    for (const FactRow& row : factRows) {
        const bool isOwn = row.key == keyword::ANI && !call.incoming;
        addFact(section, row.name,
                worded(isOwn ? QT_TRANSLATE_NOOP("callwright::DetailsTree", "Called from") : row.name),
                call.data.toString(row.key));
    }
    add("queue", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Queue"), queueText(call));
    if (const auto waited = call.data.toUInt(keyword::MeasuredCallQTime); waited && *waited > 0 && *waited < 0xFFFFFFFF)
        add("waited", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Waited in the queue"),
            durationText(std::chrono::seconds(*waited)));
    add("begun", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Began at"), clockText(call.begun + clockToWall));
    add("since", QT_TRANSLATE_NOOP("callwright::DetailsTree", "In this state since"),
        clockText(call.since + clockToWall));
    if (call.isRecording)
        add("recording", QT_TRANSLATE_NOOP("callwright::DetailsTree", "Recording"),
            worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "The call is being recorded")));
    return section;
}

const GridColumn* columnOf(const DataElement& element, const std::vector<GridColumn>& columns) {
    const auto column =
        std::ranges::find_if(columns, [&element](const GridColumn& one) { return elementOf(one) == element; });
    return column == columns.end() ? nullptr : &*column;
}

QString plainName(const DataElement& element) {
    if (element.nested != Keyword())
        return element.nested.name().mid(QLatin1String("user.").size());
    if (element.key == keyword::CallWrapupData)
        return worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Wrap-up data"));
    return worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Call variable %1")).arg(element.key.name().mid(12));
}

/// Shown when it has a value, or may be given one.
void addElement(DetailsNode& parent, const DataElement& element, const CallView& call,
                const std::vector<GridColumn>& columns, const QString& name) {
    const GridColumn* column = columnOf(element, columns);
    const bool isEditable = column && column->editable && call.confirmed;
    DetailsNode node{element.key.name() + element.nested.name(), name, valueOf(element, call), plainName(element)};
    if (isEditable) {
        node.element = element;
        node.column = *column;
    }
    if (isEditable || !node.value.text.isEmpty() || node.value.pending)
        parent.children.push_back(std::move(node));
}

DetailsNode dataSection(const CallView& call, const std::vector<GridColumn>& columns) {
    DetailsNode section{QStringLiteral("data"), worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Call data"))};
    for (int number = 1; number <= 10; ++number) {
        const DataElement element{Keyword::of(QStringLiteral("CallVariable%1").arg(number)), {}};
        addElement(section, element, call, columns, elementName(element, columns));
    }
    const DataElement wrapUp{keyword::CallWrapupData, {}};
    addElement(section, wrapUp, call, columns, elementName(wrapUp, columns));
    return section;
}

struct EccName {
    QString name;
    int index = -1; ///< -1: a scalar
    Keyword key;
};

EccName eccName(Keyword key) {
    static const QRegularExpression pattern(QStringLiteral(R"(^(?:user\.)?(.*?)(?:\[(\d{1,3})\])?$)"));
    const QRegularExpressionMatch match = pattern.match(key.name());
    return {match.captured(1), match.captured(2).isEmpty() ? -1 : match.captured(2).toInt(), key};
}

/// Of the call and of the settings' columns, by name and index: [2] before [10].
std::vector<EccName> eccNames(const CallView& call, const std::vector<GridColumn>& columns) {
    std::vector<EccName> names;
    const auto note = [&names](Keyword key) {
        if (std::ranges::find(names, key, &EccName::key) == names.end())
            names.push_back(eccName(key));
    };
    for (const Arguments* data : {call.data.arguments(keyword::ECC), call.pending.arguments(keyword::ECC)}) {
        for (std::size_t at = 1; data && at <= data->size(); ++at)
            note(data->at(at)->key);
    }
    for (const GridColumn& column : columns) {
        if (const auto element = changeableElement(column); element && element->key == keyword::ECC)
            note(element->nested);
    }
    std::ranges::sort(names, [](const EccName& a, const EccName& b) {
        return a.name != b.name ? a.name < b.name : a.index < b.index;
    });
    return names;
}

DetailsNode& arrayNode(DetailsNode& section, const QString& name) {
    const QString key = name + QStringLiteral("[]");
    if (section.children.empty() || section.children.back().key != key)
        section.children.push_back(line(key, name, {}));
    return section.children.back();
}

DetailsNode eccSection(const CallView& call, const std::vector<GridColumn>& columns) {
    DetailsNode section{QStringLiteral("ecc"),
                        worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Extended call data (ECC)"))};
    for (const EccName& ecc : eccNames(call, columns)) {
        const DataElement element{keyword::ECC, ecc.key};
        if (ecc.index < 0) {
            addElement(section, element, call, columns, elementName(element, columns));
            continue;
        }
        const GridColumn* column = columnOf(element, columns);
        const QString place = QStringLiteral("[%1]").arg(ecc.index);
        addElement(arrayNode(section, ecc.name), element, call, columns,
                   column && columnHeader(*column) != column->name ? columnHeader(*column) + QLatin1Char(' ') + place
                                                                   : place);
    }
    return section;
}

QString roleOf(const PartyView& party, const CallView& call) {
    if (party.isSelf)
        return worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "You"));
    if (call.incoming && !party.number.isEmpty() && party.number == call.data.toString(keyword::ANI))
        return worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Caller"));
    if (!call.incoming && !party.number.isEmpty() && party.number == call.data.toString(keyword::DialedNumber))
        return worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Called by you"));
    return {};
}

DetailsNode peopleSection(const CallView& call) {
    DetailsNode section{QStringLiteral("people"),
                        worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "People in the call"))};
    const bool isLeft = call.ended && call.parties.size() < 2; // by everybody
    for (std::size_t at = 0; !isLeft && at < call.parties.size(); ++at) {
        const PartyView& party = call.parties[at];
        const QString name = party.number.isEmpty()
                                 ? worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Unknown number"))
                                 : party.number;
        QStringList words{roleOf(party, call), party.status == CallStatus::Null
                                                   ? QString()
                                                   : callStatusLook(party.status, true, false).text};
        words.removeAll(QString());
        section.children.push_back(line(QStringLiteral("party %1").arg(at), name, words.join(QStringLiteral(", "))));
    }
    return section;
}

QString technicalValue(Keyword key, const ArgValue& value) {
    const auto row = std::ranges::find(enumRows, key, &EnumRow::key);
    const QString name =
        row == enumRows.end() ? QString() : protocolName(row->enumeration, value.toUInt().value_or(0xFFFFFFFF));
    return name.isEmpty() ? value.toString() : QStringLiteral("%1 (%2)").arg(name, value.toString());
}

void addTechnical(DetailsNode& parent, const Arguments& data) {
    for (const auto& [key, value] : data) {
        if (isSaidInWords(key))
            continue;
        DetailsNode node = line(key.name(), key.name(), technicalValue(key, value));
        if (const Arguments* nested = value.arguments()) {
            node.value.text.clear();
            addTechnical(node, *nested);
        }
        parent.children.push_back(std::move(node));
    }
    std::ranges::sort(parent.children, {}, &DetailsNode::name);
}

} // namespace

QString elementName(const DataElement& element, const std::vector<GridColumn>& columns) {
    const GridColumn* column = columnOf(element, columns);
    const bool hasHeader = column && !column->header.isEmpty() && column->header != column->type;
    return hasHeader ? column->header : plainName(element);
}

std::vector<DetailsNode> detailsOf(const CallView& call, const std::vector<GridColumn>& columns,
                                   Milliseconds clockToWall) {
    DetailsNode technical{QLatin1String(technicalKey),
                          worded(QT_TRANSLATE_NOOP("callwright::DetailsTree", "Technical"))};
    addTechnical(technical, call.data);
    std::vector<DetailsNode> sections{callSection(call, clockToWall), peopleSection(call), dataSection(call, columns),
                                      eccSection(call, columns), std::move(technical)};
    std::erase_if(sections, [](const DetailsNode& section) { return section.children.empty(); });
    return sections;
}

} // namespace callwright
