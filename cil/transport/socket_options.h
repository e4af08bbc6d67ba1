#pragma once

#include <QAbstractSocket>

namespace callwright {

/// TCP_NODELAY, and keep-alive and user timeout such that a network that has gone silent ends the connection after
/// silenceAllowed: keep-alive where nothing is under way, the user timeout where something is.
/// Linux and Android: TCP_USER_TIMEOUT. macOS: TCP_RXT_CONNDROPTIME. Windows 10 1709 and later: TCP_MAXRT. Where a
/// system lacks one of these, what remains is its keep-alive and the heartbeat of the session.
/// Needs a connected socket.
void tuneSocket(QAbstractSocket& socket);

/// Makes the next close a reset (SO_LINGER 0).
void resetOnClose(QAbstractSocket& socket);

} // namespace callwright
