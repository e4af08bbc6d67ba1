#pragma once

#include "cil/transport/security.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>

namespace callwright {

/// What the files of a Security hold, ready for a socket.
struct LoadedSecurity {
    QSslConfiguration configuration;
    QList<QByteArray> pins{}; ///< SHA-256 of the only certificates to believe; empty: none is pinned
    QString problem{}; ///< what is wrong, with the file's name; translated. Empty: nothing, else the rest is void.
};

LoadedSecurity loadSecurity(const Security& security);
LoadedSecurity loadSecurity(const ServerSecurity& security);

} // namespace callwright
