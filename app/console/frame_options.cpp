#include "app/console/frame_options.h"

#include <charconv>
#include <cstdio>
#include <optional>

namespace callwright::console {

namespace {

constexpr const char* help = R"(Usage: callwright-console %s [OPTION]... [FILE]

%s
Without FILE, or when it is -, standard input is read.

  --protocol N      protocol version of the session, 13 to 25 (default 25)
  --codepage NAME   code page of texts on the wire: windows-1252 (default) or utf-8
  --hex             bytes are hex digits; white space between them does not matter
  --secrets         show passwords, which otherwise are masked and cannot be encoded again
  --help            this text

Exit status: 0 all went well, 1 something could not be read or converted, 2 wrong use.
)";

std::optional<protocol::Version> parseVersion(const std::string& text) {
    protocol::Version version = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
    const bool isNumber = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isNumber && protocol::isSupported(version) ? std::optional(version) : std::nullopt;
}

std::optional<protocol::CodePage> parseCodePage(const std::string& text) {
    if (text == "windows-1252") {
        return protocol::CodePage::Windows1252;
    }
    return text == "utf-8" ? std::optional(protocol::CodePage::Utf8) : std::nullopt;
}

/// Takes the option at the front, with its value. Gives what is wrong; empty: nothing.
std::string takeOption(Arguments& arguments, FrameOptions& options) {
    std::string option = arguments.front();
    arguments = arguments.subspan(1);
    if (option == "--hex") {
        options.isHex = true;
        return {};
    }
    if (option == "--secrets") {
        options.showSecrets = true;
        return {};
    }
    std::string value;
    if (const auto equals = option.find('='); equals != std::string::npos) {
        value = option.substr(equals + 1);
        option.resize(equals);
    } else if (!arguments.empty()) {
        value = arguments.front();
        arguments = arguments.subspan(1);
    }
    if (option == "--protocol") {
        const auto version = parseVersion(value);
        options.version = version.value_or(options.version);
        return version ? "" : "--protocol needs a version from 13 to 25";
    }
    if (option == "--codepage") {
        const auto page = parseCodePage(value);
        options.codePage = page.value_or(options.codePage);
        return page ? "" : "--codepage needs windows-1252 or utf-8";
    }
    return "unknown option '" + option + "'";
}

} // namespace

std::variant<FrameOptions, int> parseFrameOptions(Arguments arguments, const char* command, const char* about) {
    FrameOptions options;
    bool hasFile = false;
    while (!arguments.empty()) {
        const std::string& argument = arguments.front();
        std::string mistake;
        if (argument == "--help") {
            std::printf(help, command, about);
            return success;
        }
        if (argument.starts_with('-') && argument != "-") {
            mistake = takeOption(arguments, options);
        } else {
            mistake = hasFile ? "more than one file" : "";
            options.path = argument == "-" ? "" : argument;
            hasFile = true;
            arguments = arguments.subspan(1);
        }
        if (!mistake.empty()) {
            std::fprintf(stderr, "callwright-console %s: %s\n", command, mistake.c_str());
            return wrongUse;
        }
    }
    return options;
}

} // namespace callwright::console
