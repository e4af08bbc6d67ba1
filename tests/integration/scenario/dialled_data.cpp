#include "tests/integration/scenario/dialled_data.h"

#include "cil/events/keywords.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::pair<QString, QString>> pairsIn(const QString& words) {
    std::vector<std::pair<QString, QString>> pairs;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        pairs.emplace_back(word.section(u'=', 0, 0), word.section(u'=', 1).replace(u'_', u' '));
    return pairs;
}

} // namespace

Arguments callDataIn(const QString& words) {
    Arguments data;
    Arguments ecc;
    for (const auto& [name, value] : pairsIn(words))
        (name.startsWith(u"user.") ? ecc : data).set(name, value);
    if (!ecc.isEmpty())
        data.set(keyword::ECC, ecc);
    return data;
}

simulator::CallVariables callVariablesIn(const QString& words) {
    simulator::CallVariables variables;
    for (const auto& [name, value] : pairsIn(words))
        variables.emplace_back(name.toStdString(), value.toStdString());
    return variables;
}

} // namespace callwright::testing
