#include "ui/signin/server_address.h"

#include <QRegularExpression>

namespace callwright {

namespace {

constexpr std::uint16_t usualPort = 42027;

} // namespace

std::optional<std::pair<QString, std::uint16_t>> parseServer(const QString& text) {
    static const QRegularExpression shape(
        QStringLiteral(R"(^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]]+))(?::([0-9]{1,5}))?$)"));
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    const uint port = match.captured(3).isEmpty() ? usualPort : match.captured(3).toUInt();
    if (port == 0 || port > 65535)
        return std::nullopt;
    return std::pair(host, static_cast<std::uint16_t>(port));
}

QString serverText(const QString& host, std::uint16_t port) {
    const QString shown = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return host.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(shown).arg(port);
}

} // namespace callwright
