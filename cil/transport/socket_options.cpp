#include "cil/transport/socket_options.h"

#include "cil/transport/transport.h"

#include <QVariant>

#ifdef Q_OS_WIN
#include <mstcpip.h>
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace callwright {

namespace {

constexpr int silentSeconds = static_cast<int>(silenceAllowed.count());
constexpr int probeSeconds = 5; // the first probe after so much silence, then one every so often
constexpr int probeCount = 2;   // 5 + 2 * 5 = silentSeconds

template <class Value> void setOption(QAbstractSocket& socket, int level, int option, const Value& value) {
    const qintptr handle = socket.socketDescriptor();
    if (handle == -1)
        return;
        // An option the system refuses is not fatal: the heartbeat of the session remains.
#ifdef Q_OS_WIN
    ::setsockopt(static_cast<SOCKET>(handle), level, option, reinterpret_cast<const char*>(&value), sizeof value);
#else
    ::setsockopt(static_cast<int>(handle), level, option, &value, sizeof value);
#endif
}

} // namespace

void tuneSocket(QAbstractSocket& socket) {
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
#if defined(TCP_KEEPIDLE)
    setOption(socket, IPPROTO_TCP, TCP_KEEPIDLE, probeSeconds);
#elif defined(TCP_KEEPALIVE)
    setOption(socket, IPPROTO_TCP, TCP_KEEPALIVE, probeSeconds);
#endif
#ifdef TCP_KEEPINTVL
    setOption(socket, IPPROTO_TCP, TCP_KEEPINTVL, probeSeconds);
#endif
#ifdef TCP_KEEPCNT
    setOption(socket, IPPROTO_TCP, TCP_KEEPCNT, probeCount);
#endif
#if defined(TCP_USER_TIMEOUT)
    setOption(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, static_cast<unsigned>(silentSeconds * 1000));
#elif defined(TCP_RXT_CONNDROPTIME)
    setOption(socket, IPPROTO_TCP, TCP_RXT_CONNDROPTIME, silentSeconds);
#elif defined(TCP_MAXRT)
    setOption(socket, IPPROTO_TCP, TCP_MAXRT, silentSeconds);
#endif
    static_assert(probeSeconds + probeCount * probeSeconds == silentSeconds);
}

void resetOnClose(QAbstractSocket& socket) {
    linger atOnce{};
    atOnce.l_onoff = 1;
    atOnce.l_linger = 0;
    setOption(socket, SOL_SOCKET, SO_LINGER, atOnce);
}

} // namespace callwright
