#include "cil/service/ecc.h"

#include "cil/events/keywords.h"

namespace callwright::service {
namespace {

using Kind = RequestProblem::Kind;
constexpr std::uint32_t maxIndex = 0xFF;

struct Name {
    QString name;
    std::optional<std::uint8_t> index;
};

/// "user.name[3]" to "user.name" and 3; what only looks like it stays a name.
Name split(const QString& whole) {
    const qsizetype open = whole.lastIndexOf(u'[');
    if (open < 0 || !whole.endsWith(u']')) {
        return {whole, std::nullopt};
    }
    bool isNumber = false;
    const uint index = QStringView(whole).mid(open + 1).chopped(1).toUInt(&isNumber);
    if (!isNumber || index > maxIndex) {
        return {whole, std::nullopt};
    }
    return {whole.left(open), static_cast<std::uint8_t>(index)};
}

std::size_t bytesOf(const EccField& field) {
    constexpr std::size_t terminators = 2;
    return field.name.size() + field.value.size() + terminators + (field.index ? 1 : 0);
}

tl::expected<EccField, RequestProblem> encodeOne(const Arguments::Pair& pair, protocol::CodePage page) {
    const Name name = split(pair.key.name());
    const auto encodedName = protocol::fromUtf8(name.name.toStdString(), page);
    const auto encodedValue = protocol::fromUtf8(pair.value.toString().toStdString(), page);
    const auto holdsNul = [](const std::string& text) { return text.find('\0') != std::string::npos; };
    if (!encodedName || !encodedValue || holdsNul(*encodedName) || holdsNul(*encodedValue)) {
        return tl::unexpected(RequestProblem{Kind::NotEncodable, pair.key});
    }
    if (encodedName->size() > maxEccName) {
        return tl::unexpected(RequestProblem{Kind::NameTooLong, pair.key, maxEccName, encodedName->size()});
    }
    if (encodedValue->size() > maxEccValue) {
        return tl::unexpected(RequestProblem{Kind::TooLong, pair.key, maxEccValue, encodedValue->size()});
    }
    return EccField{*encodedName, *encodedValue, name.index};
}

} // namespace

tl::expected<std::vector<EccField>, RequestProblem> encodeEcc(const Arguments& ecc, protocol::CodePage page) {
    std::vector<EccField> fields;
    fields.reserve(ecc.size());
    std::size_t total = 0;
    for (const Arguments::Pair& pair : ecc) {
        auto field = encodeOne(pair, page);
        if (!field) {
            return tl::unexpected(field.error());
        }
        total += bytesOf(*field);
        fields.push_back(std::move(*field));
    }
    if (total > maxEccTotal) {
        return tl::unexpected(RequestProblem{Kind::TooMuchData, keyword::ECC, maxEccTotal, total});
    }
    return fields;
}

} // namespace callwright::service
