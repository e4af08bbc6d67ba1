#pragma once

#include <QStringView>

#include <cstdint>
#include <span>

namespace callwright::detail {

struct Spelling {
    QStringView text; ///< lower case
    std::uint32_t number;
};

std::span<const QStringView> knownNames();  ///< generated; the keyword's number - 1 is the index
std::span<const Spelling> knownSpellings(); ///< generated; ascending, aliases included

} // namespace callwright::detail
