#pragma once

#include "cil/service/requests.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Expanded call context as it goes on the wire: "user.name" is a NamedVariable, "user.name[3]" a NamedArray element.
namespace callwright::service {

// Limits of one message (CTI Server guide v25, NAMEDVAR, NAMEDARRAY and E_CTI_TOO_MUCH_DATA), in bytes. The total
// counts what the fields hold: index, name and value with their terminators.
inline constexpr std::size_t maxEccName = 32;
inline constexpr std::size_t maxEccValue = 210;
inline constexpr std::size_t maxEccTotal = 2000;

struct EccField {
    std::string name;
    std::string value;
    std::optional<std::uint8_t> index; ///< of an array's element
};

/// Every variable encoded, or the first that does not fit; TooMuchData when all together do not.
tl::expected<std::vector<EccField>, RequestProblem> encodeEcc(const Arguments& ecc, protocol::CodePage page);

} // namespace callwright::service
