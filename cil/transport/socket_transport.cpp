#include "cil/transport/socket_transport.h"

#include "cil/transport/socket_options.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QPointer>

#include <utility>

namespace callwright {

namespace {

constexpr qint64 maxQueued = 16 * 1024 * 1024; // a peer that does not read must not eat our memory

QString nameOf(const QString& host, quint16 port) {
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    return bracketed + u':' + QString::number(port);
}

} // namespace

SocketTransport::SocketTransport(QObject* parent) : SocketTransport(new QTcpSocket, parent) {
    connect(m_socket, &QTcpSocket::connected, this, &SocketTransport::becomeOpen);
}

SocketTransport::SocketTransport(QTcpSocket* accepted) : SocketTransport(accepted, nullptr) {}

SocketTransport::SocketTransport(QTcpSocket* socket, QObject* parent) : Transport(parent), m_socket(socket) {
    m_socket->setParent(this);
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        adoptConnection();
    connect(m_socket, &QTcpSocket::readyRead, this, &SocketTransport::onReadyRead);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &SocketTransport::onError);
}

SocketTransport::~SocketTransport() { SocketTransport::abort(); }

void SocketTransport::open(const Endpoint& peer) {
    m_peerName = nameOf(peer.host, peer.port);
    // Queued, because connecting to an address may fail inside the call.
    QMetaObject::invokeMethod(
        this,
        [this, peer] {
            if (m_socket)
                startConnecting(peer);
        },
        Qt::QueuedConnection);
}

void SocketTransport::startConnecting(const Endpoint& peer) { m_socket->connectToHost(peer.host, peer.port); }

void SocketTransport::send(QByteArrayView bytes) {
    if (!m_isOpen)
        return;
    if (queuedBytes() + bytes.size() > maxQueued) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                lose({TransportFailure::Broken, QStringLiteral("the peer does not read")});
            },
            Qt::QueuedConnection);
        return;
    }
    m_socket->write(bytes.data(), bytes.size());
}

void SocketTransport::close() {
    if (!m_isOpen) {
        abort();
        return;
    }
    QTcpSocket* const socket = release();
    // The socket lives on until what is queued is out.
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    socket->disconnectFromHost();
}

void SocketTransport::abort() {
    if (QTcpSocket* const socket = release()) {
        resetOnClose(*socket);
        socket->abort();
        socket->deleteLater();
    }
}

/// From here on nothing is emitted, and the socket survives us: we may be destroyed inside one of its signals.
QTcpSocket* SocketTransport::release() {
    m_isOpen = false;
    QTcpSocket* const socket = std::exchange(m_socket, nullptr);
    if (socket) {
        socket->disconnect(this);
        socket->setParent(QCoreApplication::instance());
    }
    return socket;
}

void SocketTransport::adoptConnection() {
    m_isOpen = true;
    m_peerName = nameOf(m_socket->peerAddress().toString(), m_socket->peerPort());
    tuneSocket(*m_socket);
}

void SocketTransport::becomeOpen() {
    adoptConnection();
    Q_EMIT opened();
}

void SocketTransport::onReadyRead() {
    const QByteArray bytes = m_socket->readAll();
    if (!bytes.isEmpty())
        Q_EMIT received(bytes);
}

void SocketTransport::onError(QAbstractSocket::SocketError error) {
    const Loss loss = lossBy(error);
    const QPointer<SocketTransport> self(this);
    if (m_isOpen && m_socket->bytesAvailable() > 0)
        onReadyRead(); // the last words of a peer that closed
    if (self && m_socket)
        lose(loss);
}

SocketTransport::Loss SocketTransport::lossBy(QAbstractSocket::SocketError error) const {
    const QString detail = m_socket->errorString();
    if (!m_isOpen)
        return {TransportFailure::ConnectFailed, detail};
    if (error == QAbstractSocket::RemoteHostClosedError)
        return {TransportFailure::ClosedByPeer, detail};
    return {TransportFailure::Broken, detail};
}

void SocketTransport::lose(const Loss& loss) {
    QTcpSocket* const socket = release();
    if (!socket)
        return;
    socket->abort();
    socket->deleteLater();
    Q_EMIT closed(loss.failure, loss.detail);
}

} // namespace callwright
