#include "cil/service/field_keywords.h"

#include <QString>

#include <vector>

namespace callwright::service {
namespace {

std::vector<Keyword> internNames() {
    std::vector<Keyword> keywords(protocol::fieldCount);
    for (std::size_t i = 1; i < keywords.size(); ++i) {
        const std::string_view name = protocol::name(static_cast<protocol::Field>(i));
        keywords[i] = Keyword::of(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    }
    return keywords;
}

} // namespace

Keyword keywordOf(protocol::Field field) {
    static const std::vector<Keyword> keywords = internNames();
    const auto index = static_cast<std::size_t>(field);
    return index < keywords.size() ? keywords[index] : Keyword();
}

} // namespace callwright::service
