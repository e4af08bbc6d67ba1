#pragma once

#include "cil/transport/security.h"
#include "cil/transport/socket_transport.h"

#include <QByteArray>
#include <QList>
#include <QSslSocket>

#include <optional>

namespace callwright {

/// A TCP connection that opens when the handshake is done and the server has been verified.
class TlsTransport final : public SocketTransport {
    Q_OBJECT
public:
    TlsTransport(const Security& security, QObject* parent);
    explicit TlsTransport(QSslSocket* accepted); ///< the server's end, after its handshake; takes the socket over

protected:
    void startConnecting(const Endpoint& peer) override;
    qint64 queuedBytes() const override;
    Loss lossBy(QAbstractSocket::SocketError error) const override;

private:
    QSslSocket& tls() const { return static_cast<QSslSocket&>(*socket()); }
    void onEncrypted();
    std::optional<Loss> refusalOfUs() const;
    Loss handshakeLossBy(QAbstractSocket::SocketError error) const;

    Security m_security;
    QList<QByteArray> m_pins; ///< SHA-256; empty: none
    std::optional<QSsl::AlertType> m_alert;
    QSsl::SslProtocol m_protocolOfAlert = QSsl::UnknownProtocol;
    bool m_isReached = false; ///< TCP stands
    bool m_hasHeard = false;  ///< the server has sent something since the handshake: it takes us
};

} // namespace callwright
