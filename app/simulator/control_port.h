#pragma once

#include "app/simulator/control_commands.h"
#include "cil/transport/transport.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace callwright::simulator {

/// Takes the control commands of any number of clients, one line each, and answers each with one line.
class ControlPort : public QObject {
    Q_OBJECT
public:
    explicit ControlPort(ControlCommands& commands, QObject* parent = nullptr);
    ~ControlPort() override;

    /// Returns where it listens; the error says why it does not.
    tl::expected<Endpoint, std::string> listen(std::unique_ptr<Listener> listener, const Endpoint& at);

private:
    void accept(Transport* transport);
    void take(Transport& transport, QByteArray& pending, QByteArrayView bytes);

    ControlCommands& m_commands;
    std::unique_ptr<Listener> m_listener;
};

} // namespace callwright::simulator
