#pragma once

#include "cil/clock/clock.h"
#include "cil/connection/open_request.h"
#include "cil/connection/reply.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"
#include "cil/transport/transport.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callwright {

struct LinkOptions {
    std::vector<Endpoint> sides; ///< one, or two: A and B of one system
    Security security;
    protocol::CodePage codePage = protocol::CodePage::Windows1252;
    protocol::Version highestVersion = protocol::newestVersion; ///< tried first; one lower after E_CTI_INVALID_VERSION
    Milliseconds heartbeatInterval = std::chrono::seconds(90);  ///< IdleTimeout is four of them; 0 = no heartbeats
    Milliseconds requestTimeout = std::chrono::seconds(15);
    Milliseconds openTimeout = std::chrono::seconds(30);
    /// For the TCP connection where a second side is there to be tried; a single one has openTimeout.
    Milliseconds connectTimeout = std::chrono::seconds(5);
    int expectedClients = 0; ///< N of the guide: the first wait before a reconnect is 0..N/10 s
    int attemptsAllowed = 0; ///< so many failed in a row end it for good; 0: it goes on until told to stop
    /// With two sides and from version 24 on: asks for CTI_SERVICE_ACTIVE_STANDBY and, where that is granted, keeps a
    /// second session warm on the other side.
    bool usesStandby = true;
};

class NetworkWatch;
class ServerMemory;

enum class LinkState { Closed, Connecting, Opening, Open, Waiting, Closing };

/// Why a link is not open (any more).
struct LinkFailure {
    enum class Reason {
        ConnectFailed,
        Untrusted, ///< there is a server, but the connection to it could not be secured: `security` says why
        OpenTimedOut,
        Refused,
        ProtocolError,
        TransportLost,
        MissedHeartbeats,
        ServerClosed
    };
    Reason reason = Reason::TransportLost;
    std::uint32_t status = 0;            ///< StatusCode of the server's FAILURE_CONF or FAILURE_EVENT, 0 otherwise
    Endpoint server;                     ///< the side that failed
    QString detail;                      ///< as Transport::closed() has it
    std::optional<Milliseconds> retryIn; ///< 0: at once; nullopt: it does not come back by itself (evicted, refused)
    std::optional<Endpoint> next;        ///< where the next attempt goes
    std::optional<TransportFailure> security{};
    bool isFinal() const { return !retryIn; }
};

/// A session with a CTI Server of one or two sides (CTI Server guide v25, Session Management, and CTI Client
/// Application Guidelines): connects, opens with the highest version the server takes, keeps the heartbeat, pairs
/// requests with replies, and comes back after a loss with the waits and the change of sides that the guidelines state.
/// Says nothing about what messages mean.
///
/// From version 24 on a second session stands by on the other side. When the active one is lost, or hands over for
/// maintenance, and the other says STANDBY_ACTIVE_EVENT_MSG, that one becomes the session: opened() comes again, with
/// its OPEN_CONF. After a loss failed() came before; in a planned change nothing failed, and answers to open requests
/// still come from the old side until the server closes it. Everything else about the standby happens silently.
class Link : public QObject {
    Q_OBJECT
public:
    Link(Clock& clock, TransportFactory& transports, std::uint64_t seed, QObject* parent = nullptr);
    ~Link() override;

    /// Where each server's protocol version and the good side are remembered; by default in memory, as long as this
    /// link lives. The memory must outlive the link.
    void setMemory(ServerMemory& memory);
    /// Lets changes of the computer's network be followed: an open session asks by heartbeat at once whether it still
    /// stands; a wait for a reconnect begins anew with the guide's first, short one when the network is back.
    void follow(NetworkWatch& network);

    /// Starts connecting and goes on trying until close(), a refusal that trying again cannot change, an eviction, or
    /// the last attempt allowed (the failure is final then, and the link Closed). Ignored unless Closed.
    void open(const LinkOptions& options, const OpenParameters& parameters);
    /// CLOSE_REQ, up to 5 s for the reply, then closed(); always later, also when nothing is open. Open requests end
    /// as LinkLost first.
    void close();
    /// Ends a wait before a reconnect now.
    void retryNow();

    LinkState state() const;
    Endpoint server() const;                       ///< the side in use, or tried (last)
    std::optional<Endpoint> standby() const;       ///< where a session stands by
    std::optional<Milliseconds> nextTryIn() const; ///< while Waiting
    protocol::Version version() const;             ///< of the open session; otherwise the one to be tried next
    std::uint32_t servicesGranted() const;         ///< 0 unless open
    std::optional<Milliseconds> roundTrip() const; ///< of the last reply
    std::uint64_t malformedCount() const;          ///< frames that could not be read, since the link was made

    /// A builder for this session's version. PeripheralID etc. are the caller's business; InvokeID is set by request().
    protocol::MessageBuilder message(protocol::MessageType type) const;

    using ReplyHandler = std::function<void(const Reply&)>;
    /// Sends at once or fails: E_CTI_SESSION_NOT_OPEN when the link is not open, E_CTI_FUNCTION_NOT_AVAILABLE when no
    /// confirmation belongs to the message, or why the message does not build. Nothing is ever queued for later.
    /// The handler is called exactly once, later, also on timeout or link loss; what comes after a timeout is ignored.
    /// A confirmation in several segments (LIST_AGENT_TEAM_CONF) comes by event() up to the last, which is the reply.
    /// Only destroying the link drops handlers uncalled.
    protocol::Result<std::uint32_t> request(protocol::MessageBuilder message, ReplyHandler handler);

    /// Sends at once or fails as request() does, and expects nothing: for what has no InvokeID (CONFIG_REQUEST_EVENT)
    /// and for answers to requests of the server's.
    protocol::Result<void> send(const protocol::MessageBuilder& message);

    /// QString <-> wire text in the connection's code page.
    QString fromWire(std::string_view text) const;
    std::optional<std::string> toWire(const QString& text) const;

Q_SIGNALS:
    void stateChanged(callwright::LinkState state);
    void opened(const callwright::protocol::MessageView& openConf); ///< again when the other side has become active
    void event(const callwright::protocol::MessageView& message);   ///< unsolicited, in the order received
    void failed(const callwright::LinkFailure& failure);            ///< after every open request got its LinkLost
    void closed();                                                  ///< the answer to close()
    void standbyChanged(bool isReady);                              ///< standby() has, or has no more, a value
    void heartbeat();
    void heartbeatMissed(int inARow);
    void malformed(const callwright::protocol::Error& error, QByteArrayView frame);
    void traced(bool outgoing, QByteArrayView frame); ///< every frame, for the trace log; mask secrets before writing

private:
    class Private;
    std::shared_ptr<Private> d; ///< outlives us while it is on the stack: a listener may destroy the link
};

} // namespace callwright
