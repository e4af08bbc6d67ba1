#pragma once

#include "app/console/commands.h"
#include "cil/protocol/text_codec.h"
#include "cil/protocol/version.h"

#include <string>
#include <variant>

namespace callwright::console {

/// What decode and encode are told.
struct FrameOptions {
    protocol::Version version = protocol::newestVersion;
    protocol::CodePage codePage = protocol::CodePage::Windows1252;
    bool isHex = false;
    bool showSecrets = false;
    std::string path; ///< empty: standard input
};

/// The options, or the exit status when there is nothing more to do (help, or a mistake, told on stderr).
std::variant<FrameOptions, int> parseFrameOptions(Arguments arguments, const char* command, const char* about);

} // namespace callwright::console
