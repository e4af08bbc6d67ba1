#include "cil/transport/tcp_transport.h"

#include "cil/transport/security_files.h"
#include "cil/transport/socket_transport.h"
#include "cil/transport/tls_transport.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QPointer>
#include <QSslServer>

#include <memory>
#include <utility>

namespace callwright {

namespace {

Q_LOGGING_CATEGORY(logListener, "callwright.listener")

/// Listens with a server of Qt's and makes a transport of each connection that is ready.
class SocketListener : public Listener {
    Q_OBJECT
public:
    explicit SocketListener(std::unique_ptr<QTcpServer> server) : m_server(std::move(server)) {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &SocketListener::acceptAll);
    }

    Endpoint listen(const Endpoint& at) override {
        m_error.clear();
        const QHostAddress address = addressOf(at.host);
        if (address.isNull())
            m_error = QStringLiteral("\"%1\" is no address of this computer").arg(at.host);
        else if (!m_server->listen(address, at.port))
            m_error = m_server->errorString();
        return answer(at);
    }

    void close() override { m_server->close(); }
    QString errorText() const override { return m_error; }

protected:
    virtual Transport* wrap(QTcpSocket* socket) { return new SocketTransport(socket); }

    Endpoint fail(const Endpoint& at, const QString& problem) {
        m_error = problem;
        return answer(at);
    }
    QTcpServer& server() { return *m_server; }

private:
    static QHostAddress addressOf(const QString& host) {
        if (host == u"localhost")
            return QHostAddress::LocalHost;
        if (host == u"*" || host.isEmpty())
            return QHostAddress::Any;
        return QHostAddress(host);
    }

    Endpoint answer(const Endpoint& at) const {
        return {at.host, m_error.isEmpty() ? m_server->serverPort() : std::uint16_t(0)};
    }

    void acceptAll() {
        const QPointer<SocketListener> self(this);
        while (self && m_server->hasPendingConnections()) {
            const QPointer<Transport> transport = wrap(m_server->nextPendingConnection());
            Q_EMIT accepted(transport);
            if (transport && !transport->parent())
                delete transport;
        }
    }

    std::unique_ptr<QTcpServer> m_server;
    QString m_error;
};

/// Logs when the client's handshake fails. Texts come from its certificate, too: the log quotes them, with what cannot
/// be printed shown as such.
void watchHandshake(QSslSocket* client) {
    struct Failure {
        QString who, why, certificate = QStringLiteral("none");
    };
    auto* const watcher = new QObject(client); // until the handshake is over
    const auto failure = std::make_shared<Failure>();
    failure->who = QStringLiteral("%1:%2").arg(client->peerAddress().toString()).arg(client->peerPort());
    const auto log = [client, watcher, failure] {
        if (failure->why.isEmpty())
            failure->why = client->error() == QAbstractSocket::UnknownSocketError
                               ? QStringLiteral("it spoke no TLS, or nothing in time")
                               : client->errorString();
        qCWarning(logListener) << "TLS handshake failed with" << failure->who << "because" << failure->why
                               << "certificate" << failure->certificate;
        delete watcher;
    };
    QObject::connect(client, &QSslSocket::handshakeInterruptedOnError, watcher, [failure](const QSslError& error) {
        failure->why = error.errorString();
        failure->certificate = error.certificate().subjectDisplayName();
    });
    QObject::connect(client, &QSslSocket::encrypted, watcher, [watcher] { delete watcher; });
    QObject::connect(client, &QAbstractSocket::errorOccurred, watcher, log);
    QObject::connect(client, &QAbstractSocket::disconnected, watcher, log);
}

/// Sees every client, also those that QSslServer drops before any handshake without a word.
class TlsServer final : public QSslServer {
protected:
    void incomingConnection(qintptr descriptor) override {
        QSslServer::incomingConnection(descriptor);
        const auto clients = findChildren<QSslSocket*>(Qt::FindDirectChildrenOnly);
        if (!clients.isEmpty() && clients.last()->socketDescriptor() == descriptor)
            watchHandshake(clients.last());
    }
};

class TlsListener final : public SocketListener {
    Q_OBJECT
public:
    explicit TlsListener(ServerSecurity security)
        : SocketListener(std::make_unique<TlsServer>()), m_security(std::move(security)) {}

    Endpoint listen(const Endpoint& at) override {
        const LoadedSecurity loaded = loadSecurity(m_security);
        if (!loaded.problem.isEmpty())
            return fail(at, loaded.problem);
        sslServer().setSslConfiguration(loaded.configuration);
        return SocketListener::listen(at);
    }

protected:
    Transport* wrap(QTcpSocket* socket) override { return new TlsTransport(static_cast<QSslSocket*>(socket)); }

private:
    QSslServer& sslServer() { return static_cast<QSslServer&>(server()); }

    ServerSecurity m_security;
};

} // namespace

Transport* TcpTransportFactory::create(QObject* parent, const Security& security) {
    if (security.isOn)
        return new TlsTransport(security, parent);
    return new SocketTransport(parent);
}

std::unique_ptr<Listener> makeTcpListener() { return std::make_unique<SocketListener>(std::make_unique<QTcpServer>()); }

std::unique_ptr<Listener> makeTlsListener(const ServerSecurity& security) {
    return std::make_unique<TlsListener>(security);
}

} // namespace callwright

#include "tcp_transport.moc"
