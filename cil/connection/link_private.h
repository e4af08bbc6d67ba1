#pragma once

#include "cil/connection/link.h"
#include "cil/connection/reconnect_schedule.h"
#include "cil/connection/request_table.h"
#include "cil/connection/server_memory.h"
#include "cil/connection/side_session.h"
#include "cil/connection/version_choice.h"

#include <QPointer>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace callwright {

/// What stands behind Link, and chooses the side; nobody else includes this. Every entry from outside (a session, an
/// alarm, a call) holds a reference while it runs, so that a listener may destroy the Link at any point.
class Link::Private final : public SideSession::Owner, public std::enable_shared_from_this<Link::Private> {
public:
    Private(Link& link, Clock& clock, TransportFactory& transports, std::uint64_t seed);

    void open(const LinkOptions& options, const OpenParameters& parameters);
    void close();
    void retryNow();
    void abandon(); ///< the Link is being destroyed
    void onNetworkChanged(bool isReachable);
    protocol::Result<std::uint32_t> request(protocol::MessageBuilder message, ReplyHandler handler);
    protocol::Result<void> send(const protocol::MessageBuilder& message);
    std::optional<protocol::Error> whyNotNow(const protocol::MessageBuilder& message) const;

    Endpoint server() const;
    std::optional<Endpoint> standby() const;
    std::optional<Milliseconds> nextTryIn() const;
    protocol::Version version() const;
    std::uint32_t servicesGranted() const;

    LinkOptions options;
    LinkState state = LinkState::Closed;
    ForgetfulServerMemory ownMemory;
    ServerMemory* memory = &ownMemory;
    std::uint64_t malformedCount = 0;
    std::optional<Milliseconds> roundTrip;

private:
    /// A standby that does not become active in so long is let go, and its side tried like any other.
    static constexpr Milliseconds takeoverTime = std::chrono::seconds(10);
    /// A session that stood for less does not count as a recovery: a server that accepts and at once loses its clients
    /// must not be run down by them.
    static constexpr Milliseconds provenAfter = std::chrono::seconds(15);

    /// What a side's session is for. At most one side is Trying or Active: the one that `state` speaks of.
    enum class Part {
        None,
        Trying,  ///< may become the active session
        Active,  ///< takes the requests, gives the events
        Warming, ///< may become the standby
        Standby, ///< open, and silent until the server says it is active
        Retiring ///< was active; answers to open requests may still come
    };
    struct Side {
        Endpoint server;
        VersionChoice versions;
        Part part = Part::None;
        std::shared_ptr<SideSession> session; ///< nullptr exactly for None
        ReconnectSchedule warming;            ///< of the attempts to get a standby here
        std::unique_ptr<Alarm> timer;         ///< before the next of them, or the end of Retiring
        bool isWilling = true;                ///< to have a standby; until another session becomes active
        bool isHandingOver = false;           ///< its session's server said that it goes into maintenance
        SideEnd lastEnd{};                    ///< of an attempt or an active session here; none since a session opened
    };
    struct Attempt {
        std::size_t side = 0;
        Milliseconds pause{0};
    };

    // SideSession::Owner
    std::uint32_t takeId() override { return m_requests.takeId(); }
    void onOpening(SideSession& session) override;
    void onOpened(SideSession& session) override;
    void onMessage(SideSession& session, const protocol::MessageView& message) override;
    void onEnded(SideSession& session, const SideEnd& end) override;
    void onClosed(SideSession& session) override;
    void onHeartbeat(SideSession& session, Milliseconds roundTrip) override;
    void onHeartbeatMissed(SideSession& session, int inARow) override;
    void onMalformed(const protocol::Error& error, std::span<const std::byte> frame) override;
    void onTraced(bool isOutgoing, std::span<const std::byte> frame) override;

    // link_private.cpp: the one session that counts
    void connectNow(std::size_t side);
    void onTriedEnded(std::size_t side, const SideEnd& end);
    void onActiveEnded(std::size_t side, const SideEnd& end, const SideSession& session);
    void becomeActive(std::size_t side);
    Attempt nextAttempt();
    std::optional<Attempt> nextAllowedAttempt();
    const SideEnd* finalRefusal() const;
    void failAfter(const SideEnd& end);
    void fail(LinkFailure failure, std::optional<Attempt> next);
    void wait(const Attempt& next);
    void finishClosing();
    void endAll(std::vector<RequestTable::Ended> ended);
    void setState(LinkState next);
    void announceState();

    // link_sides.cpp: the sides and their sessions
    void setUpSides();
    void openSession(std::size_t side, Part part);
    void leave(std::size_t side);
    std::optional<std::size_t> sideOf(const SideSession& session) const;
    bool isActive(const SideSession& session) const;
    std::size_t otherThan(std::size_t side) const { return m_sides.size() - 1 - side; }

    // link_standby.cpp: the session that stands by
    void onTriedIsStandby(std::size_t side);
    void onWarmed(std::size_t side);
    void onStandbyActive(std::size_t side);
    void loseActiveTo(std::size_t successor);
    void onSilentlyEnded(std::size_t side, const SideEnd& end, const SideSession& session);
    void awaitTakeover();
    void onTakeoverOverdue();
    void retire(std::size_t side);
    void endRetired(std::size_t side);
    void startWarming();
    bool isStandbyWanted(std::size_t side) const;
    void warmLater(std::size_t side);
    void answerMaintenance(SideSession& session, const protocol::MessageView& message);
    void announceStandby();

    // link_dispatch.cpp: what goes out and comes in
    void onAnswer(std::size_t side, const protocol::MessageView& message);
    void onTimedOut(RequestTable::Ended ended);

    /// `action`, for an entry from outside: with a reference held while it runs, and nothing done once we are gone.
    template <class Action> std::unique_ptr<Alarm> in(Milliseconds delay, Action action) {
        return m_clock.after(delay, [weak = weak_from_this(), action] {
            if (const auto self = weak.lock())
                action(*self);
        });
    }

    QPointer<Link> m_link; ///< nullptr once it is being destroyed
    LinkState m_announced = LinkState::Closed;
    bool m_isStandbyAnnounced = false;
    Clock& m_clock;
    TransportFactory& m_transports;
    std::mt19937_64 m_random;
    RequestTable m_requests;
    OpenParameters m_parameters;

    std::vector<Side> m_sides; ///< those of the last open(); one or two
    std::size_t m_current = 0; ///< the side in use or tried (last)
    std::size_t m_good = 0;    ///< that of the last good session
    ReconnectSchedule m_schedule{m_random};
    int m_failedInARow = 0;
    std::size_t m_next = 0;               ///< the side to be tried, while Waiting
    Milliseconds m_nextTry{0};            ///< and when
    std::unique_ptr<Alarm> m_timer;       ///< the end of Waiting, or of a Closing with nothing to wait for
    std::unique_ptr<Alarm> m_takeover;    ///< runs while a standby stands and nothing is active
    std::optional<std::size_t> m_overdue; ///< the standby that was tried anew as it had not become active
    std::vector<std::shared_ptr<SideSession>> m_leaving; ///< said goodbye, and nothing else is expected of them
};

} // namespace callwright
