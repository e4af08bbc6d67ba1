#pragma once

#include "cil/protocol/text_codec.h"

#include <QString>

#include <string_view>

namespace callwright::service {

inline QString fromWire(std::string_view text, protocol::CodePage page) {
    return QString::fromStdString(protocol::toUtf8(text, page).utf8);
}

} // namespace callwright::service
