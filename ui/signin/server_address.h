#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <utility>

namespace callwright {

/// "host:port", "host" (the CTI Server's usual port 42027), "[::1]:42027". nullopt: neither.
std::optional<std::pair<QString, std::uint16_t>> parseServer(const QString& text);
QString serverText(const QString& host, std::uint16_t port);

} // namespace callwright
