#pragma once

#include "cil/transport/transport.h"

#include <memory>

namespace callwright {

/// TCP with TCP_NODELAY, keep-alive and user timeout set so that a silent network is noticed within 20 s where the
/// system can; linger 0 on abort().
class TcpTransportFactory final : public TransportFactory {
public:
    Transport* create(QObject* parent) override;
};

std::unique_ptr<Listener> makeTcpListener();

} // namespace callwright
