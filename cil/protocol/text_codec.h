#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace callwright::protocol {

/// The 8-bit code page of a connection. The guide says ASCII; sites use more, so it is a choice per connection.
enum class CodePage { Windows1252, Utf8 };

/// Wire bytes to UTF-8. Undecodable bytes become U+FFFD, so that they are shown; `isExact` tells whether
/// encoding the result gives the same bytes back.
struct DecodedText {
    std::string utf8;
    bool isExact = true;
};
DecodedText toUtf8(std::string_view wire, CodePage page);

/// UTF-8 to wire bytes; nullopt when a character does not exist in the code page or the text holds a NUL.
std::optional<std::string> fromUtf8(std::string_view utf8, CodePage page);

} // namespace callwright::protocol
