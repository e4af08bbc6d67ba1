#include "cil/transport/tcp_transport.h"

#include "cil/transport/socket_options.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

namespace callwright {

namespace {

constexpr qint64 maxQueued = 16 * 1024 * 1024; // a peer that does not read must not eat our memory

QString nameOf(const QString& host, quint16 port) {
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    return bracketed + u':' + QString::number(port);
}

class TcpTransport final : public Transport {
    Q_OBJECT
public:
    explicit TcpTransport(QObject* parent) : TcpTransport(new QTcpSocket, parent) {}
    ~TcpTransport() override { TcpTransport::abort(); }

    TcpTransport(QTcpSocket* socket, QObject* parent) : Transport(parent), m_socket(socket) {
        m_socket->setParent(this);
        m_isOpen = m_socket->state() == QAbstractSocket::ConnectedState;
        if (m_isOpen)
            becomeConnected();
        connect(m_socket, &QTcpSocket::connected, this, &TcpTransport::onConnected);
        connect(m_socket, &QTcpSocket::readyRead, this, &TcpTransport::onReadyRead);
        connect(m_socket, &QTcpSocket::errorOccurred, this, &TcpTransport::onError);
    }

    void open(const Endpoint& peer) override {
        m_peerName = nameOf(peer.host, peer.port);
        // Queued, because connecting to an address may fail inside the call.
        QMetaObject::invokeMethod(
            this,
            [this, peer] {
                if (m_socket)
                    m_socket->connectToHost(peer.host, peer.port);
            },
            Qt::QueuedConnection);
    }

    void send(QByteArrayView bytes) override {
        if (!m_isOpen)
            return;
        if (m_socket->bytesToWrite() + bytes.size() > maxQueued) {
            QMetaObject::invokeMethod(
                this, [this] { lose(TransportFailure::Broken, QStringLiteral("the peer does not read")); },
                Qt::QueuedConnection);
            return;
        }
        m_socket->write(bytes.data(), bytes.size());
    }

    void close() override {
        QTcpSocket* const socket = release();
        if (!socket)
            return;
        // The socket lives on until what is queued is out.
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
        const bool wasConnected = socket->state() == QAbstractSocket::ConnectedState;
        socket->disconnectFromHost();
        if (!wasConnected)
            socket->deleteLater();
    }

    void abort() override {
        if (QTcpSocket* const socket = release()) {
            resetOnClose(*socket);
            socket->abort();
            socket->deleteLater();
        }
    }

    bool isOpen() const override { return m_isOpen; }
    QString peerName() const override { return m_peerName; }

private:
    /// From here on nothing is emitted, and the socket survives us: we may be destroyed inside one of its signals.
    QTcpSocket* release() {
        m_isOpen = false;
        QTcpSocket* const socket = std::exchange(m_socket, nullptr);
        if (socket) {
            socket->disconnect(this);
            socket->setParent(QCoreApplication::instance());
        }
        return socket;
    }

    void becomeConnected() {
        m_isOpen = true;
        m_peerName = nameOf(m_socket->peerAddress().toString(), m_socket->peerPort());
        tuneSocket(*m_socket);
    }

    void onConnected() {
        becomeConnected();
        Q_EMIT opened();
    }

    void onReadyRead() {
        const QByteArray bytes = m_socket->readAll();
        if (!bytes.isEmpty())
            Q_EMIT received(bytes);
    }

    void onError(QAbstractSocket::SocketError error) {
        const QString detail = m_socket->errorString();
        const QPointer<TcpTransport> self(this);
        if (m_isOpen && m_socket->bytesAvailable() > 0)
            onReadyRead(); // the last words of a peer that closed
        if (!self || !m_socket)
            return;
        if (!m_isOpen)
            lose(TransportFailure::ConnectFailed, detail);
        else if (error == QAbstractSocket::RemoteHostClosedError)
            lose(TransportFailure::ClosedByPeer, detail);
        else
            lose(TransportFailure::Broken, detail);
    }

    void lose(TransportFailure failure, const QString& detail) {
        QTcpSocket* const socket = release();
        if (!socket)
            return;
        socket->abort();
        socket->deleteLater();
        Q_EMIT closed(failure, detail);
    }

    QTcpSocket* m_socket; ///< ours while connecting or open, else nullptr
    QString m_peerName;
    bool m_isOpen = false;
};

class TcpListener final : public Listener {
    Q_OBJECT
public:
    TcpListener() { connect(&m_server, &QTcpServer::newConnection, this, &TcpListener::acceptAll); }

    Endpoint listen(const Endpoint& at) override {
        m_error.clear();
        const QHostAddress address = addressOf(at.host);
        if (address.isNull())
            m_error = QStringLiteral("\"%1\" is no address of this computer").arg(at.host);
        else if (!m_server.listen(address, at.port))
            m_error = m_server.errorString();
        return {at.host, m_error.isEmpty() ? m_server.serverPort() : std::uint16_t(0)};
    }

    void close() override { m_server.close(); }
    QString errorText() const override { return m_error; }

private:
    static QHostAddress addressOf(const QString& host) {
        if (host == u"localhost")
            return QHostAddress::LocalHost;
        if (host == u"*" || host.isEmpty())
            return QHostAddress::Any;
        return QHostAddress(host);
    }

    void acceptAll() {
        const QPointer<TcpListener> self(this);
        while (self && m_server.hasPendingConnections()) {
            const QPointer<Transport> transport = new TcpTransport(m_server.nextPendingConnection(), nullptr);
            Q_EMIT accepted(transport);
            if (transport && !transport->parent())
                delete transport;
        }
    }

    QTcpServer m_server;
    QString m_error;
};

} // namespace

Transport* TcpTransportFactory::create(QObject* parent) { return new TcpTransport(parent); }

std::unique_ptr<Listener> makeTcpListener() { return std::make_unique<TcpListener>(); }

} // namespace callwright

#include "tcp_transport.moc"
