#pragma once

#include "cil/clock/clock.h"
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
#include <random>

namespace callwright {

/// What an application says of itself in OPEN_REQ (CTI Server guide v25, Session Management, OPEN_REQ).
struct OpenParameters {
    std::uint32_t services = 0;       ///< mask ServicesRequested
    std::uint32_t callMsgMask = 0;
    std::uint32_t agentStateMask = 0;
    std::uint32_t configMsgMask = 0;
    std::uint32_t peripheralId = 0xFFFFFFFF;
    QString clientId;
    QString clientPassword; ///< may be empty, is always sent
    QString clientSignature;
    QString agentExtension;
    QString agentId;
    QString agentInstrument;
};

struct LinkOptions {
    Endpoint server;
    protocol::CodePage codePage = protocol::CodePage::Windows1252;
    protocol::Version highestVersion = protocol::newestVersion; ///< tried first; one lower after E_CTI_INVALID_VERSION
    Milliseconds heartbeatInterval = std::chrono::seconds(90);  ///< IdleTimeout is four of them; 0 = no heartbeats
    Milliseconds requestTimeout = std::chrono::seconds(15);
    Milliseconds openTimeout = std::chrono::seconds(30);
    int expectedClients = 0; ///< N of the guide: the first wait before a reconnect is 0..N/10 s
};

enum class LinkState { Closed, Connecting, Opening, Open, Waiting, Closing };

/// Why a link is not open (any more).
struct LinkFailure {
    enum class Reason { ConnectFailed, OpenTimedOut, Refused, ProtocolError, TransportLost, MissedHeartbeats, ServerClosed };
    Reason reason = Reason::TransportLost;
    std::uint32_t status = 0;      ///< StatusCode of the server's FAILURE_CONF or FAILURE_EVENT, 0 otherwise
    Endpoint server;
    QString detail;                ///< English, for logs
    std::optional<Milliseconds> retryIn; ///< nullopt: it does not come back by itself (evicted, refused)
};

/// How one request ended. Exactly one Reply comes for every request that got an InvokeID.
struct Reply {
    enum class Outcome {
        Confirmed,      ///< `message` is the *_CONF
        ControlFailure, ///< CONTROL_FAILURE_CONF: `code` is a ControlFailureCode, `peripheralErrorCode` is filled
        Failure,        ///< FAILURE_CONF: `code` is a StatusCode
        TimedOut,
        LinkLost
    };
    std::uint32_t invokeId = 0;
    protocol::MessageType request{}; ///< what was asked
    Outcome outcome = Outcome::LinkLost;
    std::uint32_t code = 0;
    std::uint32_t peripheralErrorCode = 0;
    const protocol::MessageView* message = nullptr; ///< valid during the call-back only; set for the first three
};

/// One session with a CTI Server: connects, opens with the highest version the server takes, keeps the heartbeat,
/// pairs requests with replies, and comes back after a loss with the waits of the guide's client guidelines.
/// Says nothing about what messages mean.
class Link : public QObject {
    Q_OBJECT
public:
    Link(Clock& clock, TransportFactory& transports, std::uint64_t seed, QObject* parent = nullptr);
    ~Link() override;

    /// Starts connecting and goes on trying until close(). Ignored unless Closed.
    void open(const LinkOptions& options, const OpenParameters& parameters);
    /// CLOSE_REQ, up to 5 s for the reply, then closed(). Open requests end as LinkLost first.
    void close();
    /// Ends a wait before a reconnect now.
    void retryNow();

    LinkState state() const;
    protocol::Version version() const; ///< of the open session; otherwise the one to be tried next
    std::uint32_t servicesGranted() const;
    std::optional<Milliseconds> roundTrip() const; ///< of the last reply

    /// A builder for this session's version. PeripheralID etc. are the caller's business; InvokeID is set by request().
    protocol::MessageBuilder message(protocol::MessageType type) const;

    using ReplyHandler = std::function<void(const Reply&)>;
    /// Sends at once or fails: nullopt with `error` filled when the link is not open or the message does not build.
    /// Nothing is ever queued for later. The handler is called exactly once, later, also on timeout or link loss.
    protocol::Result<std::uint32_t> request(protocol::MessageBuilder message, ReplyHandler handler);

    /// QString <-> wire text in the connection's code page.
    QString fromWire(std::string_view text) const;
    std::optional<std::string> toWire(const QString& text) const;

Q_SIGNALS:
    void stateChanged(callwright::LinkState state);
    void opened(const callwright::protocol::MessageView& openConf);
    void event(const callwright::protocol::MessageView& message); ///< unsolicited, in the order received
    void failed(const callwright::LinkFailure& failure);           ///< after every open request got its LinkLost
    void closed();                                                 ///< the answer to close()
    void heartbeat();
    void heartbeatMissed(int inARow);
    void malformed(const callwright::protocol::Error& error, QByteArrayView frame);
    void traced(bool outgoing, QByteArrayView frame); ///< every frame, for the trace log; mask secrets before writing

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callwright
