#include "app/simulator/control_port.h"

#include <utility>

namespace callwright::simulator {

namespace {

constexpr qsizetype longestLine = 65536;

} // namespace

ControlPort::ControlPort(ControlCommands& commands, QObject* parent) : QObject(parent), m_commands(commands) {}

ControlPort::~ControlPort() = default;

tl::expected<Endpoint, std::string> ControlPort::listen(std::unique_ptr<Listener> listener, const Endpoint& at) {
    m_listener = std::move(listener);
    connect(m_listener.get(), &Listener::accepted, this, &ControlPort::accept);
    const Endpoint address = m_listener->listen(at);
    if (address.port == 0) {
        return tl::unexpected(m_listener->errorText().toStdString());
    }
    return address;
}

void ControlPort::accept(Transport* transport) {
    transport->setParent(this);
    const auto pending = std::make_shared<QByteArray>();
    connect(transport, &Transport::received, this,
            [this, transport, pending](QByteArrayView bytes) { take(*transport, *pending, bytes); });
    connect(transport, &Transport::closed, transport, &QObject::deleteLater);
}

void ControlPort::take(Transport& transport, QByteArray& pending, QByteArrayView bytes) {
    pending.append(bytes.data(), bytes.size());
    while (transport.isOpen()) {
        const qsizetype end = pending.indexOf('\n');
        if (end > longestLine || (end < 0 && pending.size() > longestLine)) {
            transport.send(R"({"id":null,"ok":false,"error":"a line has at most 65536 bytes"})"
                           "\n");
            transport.close();
            transport.deleteLater();
            return;
        }
        if (end < 0) {
            return;
        }
        const QByteArray line = pending.first(end).trimmed();
        pending.remove(0, end + 1);
        if (!line.isEmpty()) {
            const std::string answer = m_commands.execute({line.constData(), static_cast<std::size_t>(line.size())});
            transport.send(QByteArray::fromStdString(answer + '\n'));
        }
    }
}

} // namespace callwright::simulator
