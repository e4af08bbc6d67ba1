#include "cil/transport/transport.h"

namespace callwright {

Transport::Transport(QObject* parent) : QObject(parent) {}

Listener::Listener(QObject* parent) : QObject(parent) {}

} // namespace callwright
