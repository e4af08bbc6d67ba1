#include "cil/transport/tls_transport.h"

#include "cil/transport/certificate_text.h"
#include "cil/transport/security_files.h"

#include <QCoreApplication>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

namespace callwright {

namespace {

/// What an error of verification means for whoever has to mend it.
TransportFailure failureOf(QSslError::SslError error) {
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return TransportFailure::UnknownIssuer;
    case QSslError::CertificateNotYetValid:
    case QSslError::CertificateExpired:
        return TransportFailure::OutOfDate;
    case QSslError::HostNameMismatch:
        return TransportFailure::WrongHost;
    default:
        return TransportFailure::NotVerified;
    }
}

/// Of several errors the gravest: what an unknown authority says about names and dates is worth nothing.
TransportFailure gravest(const QList<QSslError>& errors) {
    using enum TransportFailure;
    for (const TransportFailure failure : {UnknownIssuer, NotVerified, OutOfDate, WrongHost}) {
        if (std::ranges::any_of(errors, [failure](const auto& error) { return failureOf(error.error()) == failure; }))
            return failure;
    }
    return NotVerified;
}

bool isAboutOurCertificate(QSsl::AlertType alert) {
    using enum QSsl::AlertType;
    return alert == BadCertificate || alert == UnsupportedCertificate || alert == CertificateRevoked ||
           alert == CertificateExpired || alert == CertificateUnknown || alert == UnknownCa || alert == AccessDenied ||
           alert == CertificateRequired;
}

} // namespace

TlsTransport::TlsTransport(const Security& security, QObject* parent)
    : SocketTransport(new QSslSocket, parent), m_security(security) {
    connect(&tls(), &QSslSocket::connected, this, [this] { m_isReached = true; });
    connect(&tls(), &QSslSocket::encrypted, this, &TlsTransport::onEncrypted);
    connect(&tls(), &QSslSocket::alertReceived, this, [this](auto, QSsl::AlertType type) {
        m_alert = type;
        m_protocolOfAlert = tls().sessionProtocol();
    });
    connect(this, &Transport::received, this, [this] { m_hasHeard = true; });
}

TlsTransport::TlsTransport(QSslSocket* accepted) : SocketTransport(accepted), m_hasHeard(true) {}

void TlsTransport::startConnecting(const Endpoint& peer) {
    const LoadedSecurity loaded = loadSecurity(m_security);
    if (!loaded.problem.isEmpty()) {
        lose({TransportFailure::UnusableFile, loaded.problem});
        return;
    }
    m_pins = loaded.pins;
    tls().setSslConfiguration(loaded.configuration);
    tls().connectToHostEncrypted(peer.host, peer.port);
}

void TlsTransport::onEncrypted() {
    const QSslCertificate presented = tls().peerCertificate();
    if (!m_pins.isEmpty() && !m_pins.contains(presented.digest(QCryptographicHash::Sha256)))
        lose({TransportFailure::NotPinned, certificateText(presented)});
    else
        becomeOpen();
}

qint64 TlsTransport::queuedBytes() const { return tls().bytesToWrite() + tls().encryptedBytesToWrite(); }

SocketTransport::Loss TlsTransport::lossBy(QAbstractSocket::SocketError error) const {
    if (error == QAbstractSocket::SslInvalidUserDataError) // found before connecting
        return {TransportFailure::UnusableFile,
                QCoreApplication::translate("Security", "The certificate in the file %1 and its private key cannot be "
                                                        "used: %2")
                    .arg(m_security.certificateFile, tls().errorString())};
    if (const auto refusal = refusalOfUs())
        return *refusal;
    return isOpen() || !m_isReached ? SocketTransport::lossBy(error) : handshakeLossBy(error);
}

/// With TLS 1.3 the server looks at our certificate when for us the handshake is done. With TLS 1.2 it has no alert of
/// its own for a certificate that is missing: the handshake fails, after the server has settled for that version (till
/// then the socket has the newest one).
std::optional<SocketTransport::Loss> TlsTransport::refusalOfUs() const {
    if (m_hasHeard || !m_alert)
        return std::nullopt;
    const bool misses = *m_alert == QSsl::AlertType::HandshakeFailure && m_protocolOfAlert == QSsl::TlsV1_2 &&
                        m_security.certificateFile.isEmpty();
    if (!misses && !isAboutOurCertificate(*m_alert))
        return std::nullopt;
    return Loss{TransportFailure::ClientRefused, tls().errorString()};
}

SocketTransport::Loss TlsTransport::handshakeLossBy(QAbstractSocket::SocketError error) const {
    const QString detail = tls().errorString();
    const QList<QSslError> errors = tls().sslHandshakeErrors();
    if (m_pins.isEmpty() && !errors.isEmpty())
        return {gravest(errors), certificateText(tls().peerCertificate())};
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::RemoteHostClosedError:
        return {TransportFailure::NotSecured, detail};
    default:
        return {TransportFailure::ConnectFailed, detail};
    }
}

} // namespace callwright
