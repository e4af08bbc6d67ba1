#pragma once

#include <QString>

#include <cstdint>
#include <variant>

namespace callwright {

/// The answer of a request method: CIL_OK means "sent", never "done"; the outcome comes as an event.
/// Numbers and names are those of the facts ("CIL error" in enums.tsv).
struct CilResult {
    std::int32_t code = 1;       ///< CIL_OK
    std::uint32_t invokeId = 0;  ///< of the request sent; 0 when nothing was sent
    explicit operator bool() const { return code == 1; }
};
QString cilErrorName(std::int32_t code); ///< "CIL_OK", "E_CTIOS_CALL_NOT_ALERTING" ...; the number when unknown
QString cilErrorText(std::int32_t code); ///< translated, for people: what happened and what to do

} // namespace callwright
