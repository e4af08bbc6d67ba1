#include "ui/calls/data_element.h"

#include "cil/events/keywords.h"

#include <QCoreApplication>

#include <array>
#include <utility>
#include <vector>

namespace callwright {

namespace {

/// Var1 to Var10: CallVariable1 to CallVariable10.
std::optional<Keyword> variableOf(const QString& type) {
    bool isNumber = false;
    const int number = type.startsWith(QLatin1String("var"), Qt::CaseInsensitive) ? type.mid(3).toInt(&isNumber) : 0;
    if (!isNumber || number < 1 || number > 10)
        return std::nullopt;
    return Keyword::of(QStringLiteral("CallVariable%1").arg(number));
}

/// The types that the facts list for named variables and arrays.
bool isEccType(const QString& type) {
    constexpr std::array types{"ecc", "eccvariable", "eccvar", "eccname", "namedvariable", "eccarray", "namedarray"};
    for (const char* known : types) {
        if (type.compare(QLatin1String(known), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

const ArgValue* find(const Arguments& data, const DataElement& element) {
    if (element.nested == Keyword())
        return data.find(element.key);
    const Arguments* ecc = data.arguments(element.key);
    return ecc ? ecc->find(element.nested) : nullptr;
}

/// Nested ones one by one.
std::vector<std::pair<DataElement, ArgValue>> elementsOf(const Arguments& data) {
    std::vector<std::pair<DataElement, ArgValue>> elements;
    for (const auto& [key, value] : data) {
        const Arguments* nested = value.arguments();
        if (!nested)
            elements.push_back({{key, {}}, value});
        for (auto inner = nested ? nested->begin() : data.end(); nested && inner != nested->end(); ++inner)
            elements.push_back({{key, inner->key}, inner->value});
    }
    return elements;
}

void add(Arguments& data, const DataElement& element, const ArgValue& value) {
    if (element.nested == Keyword()) {
        data.set(element.key, value);
        return;
    }
    const Arguments* known = data.arguments(element.key);
    Arguments nested = known ? *known : Arguments();
    data.set(element.key, nested.set(element.nested, value));
}

} // namespace

DataElement eccElement(const QString& name) {
    const QLatin1String prefix("user.");
    return {keyword::ECC, Keyword::of(name.startsWith(prefix, Qt::CaseInsensitive) ? name : prefix + name)};
}

std::optional<DataElement> elementOf(const GridColumn& column) {
    if (const auto variable = variableOf(column.type))
        return DataElement{*variable, {}};
    if (column.type.compare(QLatin1String("wrapup"), Qt::CaseInsensitive) == 0)
        return DataElement{keyword::CallWrapupData, {}};
    if (isEccType(column.type) && !column.name.trimmed().isEmpty())
        return eccElement(column.name.trimmed());
    return std::nullopt;
}

Cell valueOf(const DataElement& element, const CallView& call) {
    if (const ArgValue* pending = find(call.pending, element))
        return {pending->toString(), true};
    const ArgValue* known = find(call.data, element);
    const ArgValue* refused = find(call.refused, element);
    return {known ? known->toString() : QString(), false, refused ? refused->toString() : QString()};
}

QString spokenCell(const Cell& cell) {
    if (cell.pending)
        return QCoreApplication::translate("callwright::DataElement", "%1, not confirmed yet").arg(cell.text);
    return cell.refused.isEmpty() ? cell.text
                                  : QCoreApplication::translate("callwright::DataElement", "%1, “%2” was not accepted")
                                        .arg(cell.text, cell.refused);
}

QString cellHint(const Cell& cell, bool changeable) {
    if (cell.pending)
        return QCoreApplication::translate("callwright::DataElement", "Sent; the server has not confirmed it yet.");
    if (!cell.refused.isEmpty())
        return QCoreApplication::translate("callwright::DataElement",
                                           "“%1” was not accepted. This is what the server has.")
            .arg(cell.refused);
    return changeable ? QCoreApplication::translate("callwright::DataElement", "Double-click or press F2 to change it.")
                      : QString();
}

std::vector<DataElement> elementsIn(const Arguments& data) {
    std::vector<DataElement> found;
    for (const auto& [element, value] : elementsOf(data)) {
        const bool isVariable = element.key.name().startsWith(QLatin1String("CallVariable"));
        if (isVariable || element.key == keyword::CallWrapupData || element.key == keyword::ECC)
            found.push_back(element);
    }
    return found;
}

Arguments refusedData(const CallView& before, const CallView& after) {
    Arguments refused;
    const auto note = [&](const DataElement& element, const ArgValue& sent) {
        const ArgValue* known = find(after.data, element);
        const QString value = known ? known->toString() : QString();
        if (!find(after.pending, element) && value != sent.toString())
            add(refused, element, sent);
    };
    for (const auto& [element, sent] : elementsOf(before.pending))
        note(element, sent);
    for (const auto& [element, sent] : elementsOf(before.refused)) {
        const ArgValue* old = find(before.data, element);
        const ArgValue* known = find(after.data, element);
        const bool isSame = (old ? old->toString() : QString()) == (known ? known->toString() : QString());
        if (isSame && !find(before.pending, element))
            note(element, sent);
    }
    return refused;
}

Arguments changeOf(const DataElement& element, const QString& text) {
    if (element.nested == Keyword())
        return Arguments().set(element.key, text);
    return Arguments().set(element.key, Arguments().set(element.nested, text));
}

int longestValue(const DataElement& element) {
    constexpr int variable = 40;
    constexpr int named = 210;
    return element.nested == Keyword() ? variable : named;
}

} // namespace callwright
