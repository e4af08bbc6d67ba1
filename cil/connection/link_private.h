#pragma once

#include "cil/connection/frame_reader.h"
#include "cil/connection/heartbeat.h"
#include "cil/connection/link.h"
#include "cil/connection/reconnect_schedule.h"
#include "cil/connection/request_table.h"
#include "cil/connection/version_choice.h"

#include <QPointer>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace callwright {

/// The state machine behind Link; nobody else includes this. Every entry from outside (a signal of the transport, an
/// alarm, a call) holds a reference while it runs, so that a listener may destroy the Link at any point.
class Link::Private : public std::enable_shared_from_this<Link::Private> {
public:
    Private(Link& link, Clock& clock, TransportFactory& transports, std::uint64_t seed);

    void open(const LinkOptions& options, const OpenParameters& parameters);
    void close();
    void retryNow();
    void abandon(); ///< the Link is being destroyed
    void onNetworkChanged(bool isReachable);
    protocol::Result<std::uint32_t> request(protocol::MessageBuilder message, ReplyHandler handler);

    LinkOptions options;
    OpenParameters parameters;
    LinkState state = LinkState::Closed;
    VersionChoice versions;
    VersionsInMemory ownStore;
    VersionStore* store = &ownStore;
    std::uint32_t servicesGranted = 0;
    std::uint64_t malformedCount = 0;
    std::optional<Milliseconds> roundTrip;

private:
    /// One connection. A new one is a new object, so that code on the stack sees that its own is gone.
    struct Connection {
        explicit Connection(protocol::Version version) : reader(version) {}
        FrameReader reader;
        std::uint32_t openId = 0;
        std::uint32_t closeId = 0;
        Milliseconds openedAt{0};
        std::shared_ptr<Heartbeat> heartbeat; ///< once open
    };

    // link_private.cpp: connecting, opening, failing, closing
    void connectNow();
    void onTransportOpened();
    void onTransportClosed(TransportFailure failure, const QString& detail);
    void onOpenConfirmed(const protocol::MessageView& openConf);
    void onOpenRefused(std::uint32_t status);
    void startHeartbeat();
    void fail(LinkFailure::Reason reason, std::uint32_t status, const QString& detail, bool comesBack,
              std::optional<TransportFailure> security = std::nullopt);
    void wait(Milliseconds pause);
    void sendClose();
    void finishClosing(bool isConfirmed);
    void dropConnection(bool orderly = false);
    void endAll(std::vector<RequestTable::Ended> ended);
    void setState(LinkState next);
    void announceState();
    void setTimer(Milliseconds delay, void (*action)(Private&));

    // link_dispatch.cpp: what goes out and comes in on the one connection
    std::uint32_t sendSimple(protocol::MessageType type);
    void sendFrame(const std::vector<std::byte>& frame);
    void trace(bool isOutgoing, std::span<const std::byte> frame);
    void onReceived(QByteArrayView bytes);
    void onMalformed(const FrameReader::Malformed& malformed, std::span<const std::byte> frame);
    void dispatch(const protocol::MessageView& message);
    void dispatchOpening(const protocol::MessageView& message);
    void dispatchOpen(const protocol::MessageView& message);
    void onAnswer(const protocol::MessageView& message);
    void onFailureEvent(const protocol::MessageView& message);
    void reportMalformed(const protocol::Error& error, std::span<const std::byte> frame);
    void onTimedOut(RequestTable::Ended ended);

    /// `action`, for an entry from outside: with a reference held while it runs, and nothing done once we are gone.
    template <class Action> auto keeping(Action action) {
        return [weak = weak_from_this(), action](auto&&... arguments) {
            if (const auto self = weak.lock())
                action(*self, arguments...);
        };
    }

    QPointer<Link> m_link; ///< nullptr once it is being destroyed
    LinkState m_announced = LinkState::Closed;
    Clock& m_clock;
    TransportFactory& m_transports;
    std::mt19937_64 m_random;
    ReconnectSchedule m_schedule{m_random};
    RequestTable m_requests;
    QPointer<Transport> m_transport;
    std::shared_ptr<Connection> m_connection;
    std::unique_ptr<Alarm> m_timer; ///< the one thing the present state waits for, besides messages
};

} // namespace callwright
