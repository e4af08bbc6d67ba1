#pragma once

#include <cctype>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::test {

/// Bytes from hex digits; white space and everything in quotes' place is up to the reader: "00 01" or "0001".
/// A text in single quotes stands for its characters: "02 'ab' 00".
inline std::vector<std::byte> bytes(std::string_view text) {
    std::vector<std::byte> result;
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') {
            for (++i; i < text.size() && text[i] != '\''; ++i) {
                result.push_back(static_cast<std::byte>(text[i]));
            }
        } else if (std::isxdigit(static_cast<unsigned char>(text[i])) != 0) {
            result.push_back(static_cast<std::byte>(digit(text[i]) * 16 + digit(text[i + 1])));
            ++i;
        }
    }
    return result;
}

inline std::string hex(std::span<const std::byte> data) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const std::byte byte : data) {
        result += digits[std::to_integer<std::size_t>(byte >> 4)];
        result += digits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return result;
}

/// A frame of the message with the body given as by bytes().
inline std::vector<std::byte> frame(unsigned number, std::string_view bodyText) {
    const auto body = bytes(bodyText);
    std::vector<std::byte> result;
    for (const std::size_t value : {body.size(), std::size_t{number}}) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            result.push_back(static_cast<std::byte>(value >> shift & 0xFF));
        }
    }
    result.insert(result.end(), body.begin(), body.end());
    return result;
}

} // namespace callwright::test
