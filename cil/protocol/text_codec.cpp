#include "cil/protocol/text_codec.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace callwright::protocol {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Windows-1252 from 0x80 to 0x9F; 0 where the code page has no character. All other bytes are Latin-1.
constexpr std::array<char16_t, 32> windows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

void appendUtf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// The character at the beginning of `text` and its length; nullopt when the bytes are no UTF-8 (overlong forms,
/// surrogates and numbers beyond Unicode included).
struct Utf8Character {
    char32_t value;
    std::size_t length;
};
std::optional<Utf8Character> nextUtf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(0);
    if (lead < 0x80) {
        return Utf8Character{lead, 1};
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) {
        return std::nullopt;
    }
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return std::nullopt;
        }
        value = value << 6 | (byte(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return std::nullopt;
    }
    return Utf8Character{value, length};
}

DecodedText fromWindows1252(std::string_view wire) {
    DecodedText result;
    result.utf8.reserve(wire.size());
    for (const char c : wire) {
        const auto byte = static_cast<unsigned char>(c);
        char32_t value = byte;
        if (byte >= 0x80 && byte < 0xA0) {
            value = windows1252High[byte - 0x80U];
            if (value == 0) {
                value = replacement;
                result.isExact = false;
            }
        }
        appendUtf8(result.utf8, value);
    }
    return result;
}

DecodedText checkedUtf8(std::string_view wire) {
    DecodedText result;
    while (!wire.empty()) {
        const auto character = nextUtf8(wire);
        appendUtf8(result.utf8, character ? character->value : replacement);
        result.isExact = result.isExact && character.has_value();
        wire.remove_prefix(character ? character->length : 1);
    }
    return result;
}

std::optional<char> toWindows1252(char32_t value) {
    if (value < 0x80 || (value >= 0xA0 && value <= 0xFF)) {
        return static_cast<char>(static_cast<unsigned char>(value));
    }
    const auto found = std::ranges::find(windows1252High, value);
    if (found == windows1252High.end() || value == 0) {
        return std::nullopt;
    }
    return static_cast<char>(static_cast<unsigned char>(0x80 + (found - windows1252High.begin())));
}

} // namespace

DecodedText toUtf8(std::string_view wire, CodePage page) {
    return page == CodePage::Utf8 ? checkedUtf8(wire) : fromWindows1252(wire);
}

std::optional<std::string> fromUtf8(std::string_view utf8, CodePage page) {
    std::string wire;
    wire.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto character = nextUtf8(utf8);
        if (!character || character->value == 0) {
            return std::nullopt;
        }
        if (page == CodePage::Utf8) {
            wire.append(utf8.substr(0, character->length));
        } else if (const auto byte = toWindows1252(character->value)) {
            wire += *byte;
        } else {
            return std::nullopt;
        }
        utf8.remove_prefix(character->length);
    }
    return wire;
}

} // namespace callwright::protocol
