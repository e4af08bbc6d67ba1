#pragma once

#include "cil/transport/transport.h"

#include <QTcpSocket>

namespace callwright {

/// A pipe over a TCP socket: TCP_NODELAY, keep-alive and user timeout set, linger 0 on abort(), and what is queued for
/// a peer that does not read limited. TlsTransport is one whose socket has more to do before it is open.
class SocketTransport : public Transport {
    Q_OBJECT
public:
    explicit SocketTransport(QObject* parent);
    explicit SocketTransport(QTcpSocket* accepted); ///< the server's end, which is open; takes the socket over
    ~SocketTransport() override;

    void open(const Endpoint& peer) override;
    void send(QByteArrayView bytes) override;
    void close() override;
    void abort() override;
    bool isOpen() const override { return m_isOpen; }
    QString peerName() const override { return m_peerName; }

protected:
    struct Loss {
        TransportFailure failure;
        QString detail;
    };

    /// `socket`: not connected, or connected and ready for bytes.
    SocketTransport(QTcpSocket* socket, QObject* parent);

    virtual void startConnecting(const Endpoint& peer);
    virtual qint64 queuedBytes() const { return m_socket->bytesToWrite(); }
    virtual Loss lossBy(QAbstractSocket::SocketError error) const;

    QTcpSocket* socket() const { return m_socket; } ///< nullptr once closed
    void becomeOpen();                              ///< bytes may flow: tells opened()
    void lose(const Loss& loss);                    ///< tells closed()

private:
    QTcpSocket* release();
    void adoptConnection();
    void onReadyRead();
    void onError(QAbstractSocket::SocketError error);

    QTcpSocket* m_socket; ///< ours while connecting or open, else nullptr
    QString m_peerName;
    bool m_isOpen = false;
};

} // namespace callwright
