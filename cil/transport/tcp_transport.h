#pragma once

#include "cil/transport/transport.h"

#include <memory>

namespace callwright {

/// TCP with TCP_NODELAY, keep-alive and user timeout set so that a silent network is noticed within 20 s where the
/// system can; linger 0 on abort(). Where security is on, TLS over it: opened() means that the server has been
/// verified, but with TLS 1.3 not yet that the server takes our certificate; when it does not, closed(ClientRefused)
/// follows.
class TcpTransportFactory final : public TransportFactory {
public:
    Transport* create(QObject* parent, const Security& security) override;
};

std::unique_ptr<Listener> makeTcpListener();
/// Accepts those whose handshake succeeds within some seconds; who failed, and why, is logged. Files that cannot be
/// used make listen() fail.
std::unique_ptr<Listener> makeTlsListener(const ServerSecurity& security);

} // namespace callwright
