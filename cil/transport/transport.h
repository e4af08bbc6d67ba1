#pragma once

#include "cil/transport/security.h"

#include <QByteArrayView>
#include <QObject>
#include <QString>

#include <chrono>
#include <cstdint>

namespace callwright {

struct Endpoint {
    QString host;
    std::uint16_t port = 0;
    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// How long a network may be silently gone until a TCP connection over it says closed(Broken), whether data is under
/// way or not; kernels take up to 5 s more.
inline constexpr std::chrono::seconds silenceAllowed{15};

enum class TransportFailure {
    ConnectFailed,
    ClosedByPeer,
    Broken,
    // Of secured connections: the network works, but who is there cannot be believed, or does not believe us.
    // The numbers are those of the failures' table (kind Security of cil/service/tables/failures.tsv).
    UnknownIssuer = 1001, ///< no trusted authority signed the server's certificate
    OutOfDate,            ///< the server's certificate is not valid any more, or not yet
    WrongHost,            ///< the server's certificate is not for the name that was asked for
    NotPinned,            ///< the server has another certificate than the pinned one
    NotVerified,          ///< something else is wrong with the server's certificate
    NotSecured,           ///< no TLS, or none that both sides allow
    ClientRefused,        ///< the server does not take our certificate, or wants one
    UnusableFile          ///< a certificate or key of ours
};

constexpr bool isOfSecurity(TransportFailure failure) { return failure >= TransportFailure::UnknownIssuer; }

/// A pipe of bytes to one peer: TCP, or in memory. Client and simulator use the same one.
/// After closed() nothing more is emitted; a Transport is used for one connection only.
class Transport : public QObject {
    Q_OBJECT
public:
    explicit Transport(QObject* parent = nullptr);

    /// Client side: starts connecting; opened() or closed() follows, never from inside this call.
    virtual void open(const Endpoint& peer) = 0;
    /// Queues bytes; ignored once closed. Never blocks.
    virtual void send(QByteArrayView bytes) = 0;
    /// Sends what is queued, then closes. No signal follows.
    virtual void close() = 0;
    /// Closes at once, dropping what is queued (TCP reset). No signal follows.
    virtual void abort() = 0;
    virtual bool isOpen() const = 0;
    /// "address:port" of the other end, for logs and session lists.
    virtual QString peerName() const = 0;

Q_SIGNALS:
    void opened();
    void received(QByteArrayView bytes); ///< valid during the call only
    /// `detail` is English, for logs; of a failure isOfSecurity() it is translated, for people: what is wrong, or what
    /// the server presented, in lines of plain text.
    void closed(callwright::TransportFailure failure, const QString& detail);
};

/// Makes client transports; a test hands in one that makes in-memory ones, which are as safe as memory is.
class TransportFactory {
public:
    virtual ~TransportFactory() = default;
    virtual Transport* create(QObject* parent, const Security& security) = 0;
};

/// Accepts connections for a server: TCP, or in memory.
class Listener : public QObject {
    Q_OBJECT
public:
    explicit Listener(QObject* parent = nullptr);
    /// Port 0 is any free one. Returns what it listens on; port 0 in the answer means it failed (see errorText()).
    virtual Endpoint listen(const Endpoint& at) = 0;
    virtual void close() = 0;
    virtual QString errorText() const = 0;

Q_SIGNALS:
    /// The receiver takes the transport over (setParent) during the signal, else it is deleted.
    void accepted(callwright::Transport* transport);
};

} // namespace callwright
