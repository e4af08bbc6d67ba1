#include "cil/transport/server_address.h"

#include <QRegularExpression>

namespace callwright {

std::optional<Endpoint> endpointFrom(const QString& text, std::uint16_t portIfNone, std::uint16_t leastPort) {
    static const QRegularExpression shape(
        QStringLiteral(R"(^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]]+))(?::([0-9]{1,5}))?$)"));
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    const uint port = match.captured(3).isEmpty() ? portIfNone : match.captured(3).toUInt();
    if (port < leastPort || port > 65535)
        return std::nullopt;
    return Endpoint{host, static_cast<std::uint16_t>(port)};
}

QString endpointText(const Endpoint& endpoint) {
    if (endpoint.host.isEmpty())
        return {};
    const QString host = endpoint.host.contains(u':') ? QStringLiteral("[%1]").arg(endpoint.host) : endpoint.host;
    return QStringLiteral("%1:%2").arg(host).arg(endpoint.port);
}

} // namespace callwright
