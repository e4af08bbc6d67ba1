#include "cil/connection/settings_server_memory.h"

#include <QUrl>

#include <algorithm>

namespace callwright {

namespace {

/// No text of a host's may become a path in the settings.
QString nameOf(const Endpoint& server) {
    return QString::fromLatin1(QUrl::toPercentEncoding(server.host)) + u':' + QString::number(server.port);
}

QString goodSideKey(const Endpoint& one, const Endpoint& other) {
    const auto [first, second] = std::minmax({nameOf(one), nameOf(other)});
    return QStringLiteral("servers/goodSides/%1,%2").arg(first, second);
}

} // namespace

std::optional<protocol::Version> SettingsServerMemory::lastGoodVersion(const Endpoint& server) const {
    return m_thisRun.lastGoodVersion(server);
}

void SettingsServerMemory::rememberVersion(const Endpoint& server, protocol::Version version) {
    m_thisRun.rememberVersion(server, version);
}

std::optional<Endpoint> SettingsServerMemory::lastGoodSide(const Endpoint& one, const Endpoint& other) const {
    const QString good = m_settings.value(goodSideKey(one, other)).toString();
    for (const Endpoint& side : {one, other}) {
        if (good == nameOf(side))
            return side;
    }
    return std::nullopt;
}

void SettingsServerMemory::rememberGoodSide(const Endpoint& good, const Endpoint& other) {
    if (lastGoodSide(good, other) != good)
        m_settings.setValue(goodSideKey(good, other), nameOf(good));
}

} // namespace callwright
