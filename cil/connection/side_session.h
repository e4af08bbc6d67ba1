#pragma once

#include "cil/connection/close_reasons.h"
#include "cil/connection/frame_reader.h"
#include "cil/connection/heartbeat.h"
#include "cil/connection/link.h"

#include <QPointer>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace callwright {

/// How a session ended by itself, or why it never stood.
struct SideEnd {
    LinkFailure failure; ///< but for what comes next, which is not the side's to say
    AfterRefusal after = AfterRefusal::TryLater;
};

/// One connection to one side, from the first byte to the last: transport, OPEN, heartbeat, CLOSE. What it is for, and
/// what comes after it, is its owner's business. Held by shared_ptr; every entry from outside holds a reference while
/// it runs, so that the owner may drop it at any point.
class SideSession : public std::enable_shared_from_this<SideSession> {
public:
    enum class Phase { Connecting, Opening, Open, Closing, Ended };

    class Owner {
    public:
        virtual ~Owner() = default;
        virtual std::uint32_t takeId() = 0; ///< an InvokeID
        virtual void onOpening(SideSession& session) = 0;
        virtual void onOpened(SideSession& session) = 0;
        virtual void onMessage(SideSession& session, const protocol::MessageView& message) = 0; ///< once open
        virtual void onEnded(SideSession& session, const SideEnd& end) = 0;
        virtual void onClosed(SideSession& session) = 0; ///< the answer to close()
        virtual void onHeartbeat(SideSession& session, Milliseconds roundTrip) = 0;
        virtual void onHeartbeatMissed(SideSession& session, int inARow) = 0;
        virtual void onMalformed(const protocol::Error& error, std::span<const std::byte> frame) = 0;
        virtual void onTraced(bool isOutgoing, std::span<const std::byte> frame) = 0;
    };

    struct Setup {
        Endpoint server;
        Security security;
        protocol::Version version = protocol::newestVersion;
        OpenParameters parameters;
        protocol::CodePage codePage = protocol::CodePage::Windows1252;
        Milliseconds heartbeatInterval{0};
        Milliseconds connectTimeout{0};
        Milliseconds openTimeout{0};
    };

    SideSession(std::weak_ptr<Owner> owner, Clock& clock, Setup setup);

    void open(TransportFactory& transports, QObject* parent); ///< the owner hears of it later, never inside this call
    void close(); ///< only when Open: CLOSE_REQ, up to 5 s for the reply, then onClosed(), whatever happens
    void drop();  ///< at once; the owner hears nothing any more
    void send(const std::vector<std::byte>& frame);
    void send(protocol::MessageBuilder& message); ///< ignored when it does not build
    void askNow();                                ///< whether the server is there, by heartbeat

    const Endpoint& server() const { return m_setup.server; }
    protocol::Version version() const { return m_setup.version; }
    Phase phase() const { return m_phase; }
    /// Once open. Valid as long as the session.
    const protocol::MessageView& openConf() const { return m_openConf; }
    std::uint32_t servicesGranted() const { return m_openConf.number(protocol::Field::ServicesGranted, 0); }
    std::uint32_t sessionType() const { return m_openConf.number(protocol::Field::SessionType, 0); }
    Milliseconds openFor() const { return m_clock.now() - m_openedAt; } ///< only when it has been open

private:
    // side_session.cpp: its life
    void onTransportOpened();
    void onTransportClosed(TransportFailure failure, const QString& detail);
    void onOpenConfirmed(const protocol::MessageView& openConf);
    void startHeartbeat();
    void end(LinkFailure::Reason reason, std::uint32_t status, const QString& detail,
             AfterRefusal after = AfterRefusal::TryLater, std::optional<TransportFailure> security = std::nullopt);
    void finishClosing(bool isConfirmed);
    void release(bool isOrderly);
    void setTimer(Milliseconds delay, void (*action)(SideSession&));

    // side_dispatch.cpp: what comes in
    void onReceived(QByteArrayView bytes);
    void onMalformed(const FrameReader::Malformed& malformed, std::span<const std::byte> frame);
    void dispatch(const protocol::MessageView& message);
    void dispatchOpening(const protocol::MessageView& message);
    void dispatchOpen(const protocol::MessageView& message);
    void onHeartbeatAnswered(const protocol::MessageView& message, std::uint32_t invokeId);
    void trace(bool isOutgoing, std::span<const std::byte> frame);

    /// `action`, for an entry from outside: with a reference held while it runs, and nothing done once we are gone.
    template <class Action> auto keeping(Action action) {
        return [weak = weak_from_this(), action](auto&&... arguments) {
            if (const auto self = weak.lock())
                action(*self, arguments...);
        };
    }
    template <class Call> void tell(Call call) {
        if (const auto owner = m_owner.lock())
            call(*owner);
    }

    std::weak_ptr<Owner> m_owner;
    Clock& m_clock;
    Setup m_setup;
    Phase m_phase = Phase::Connecting;
    FrameReader m_reader;
    QPointer<Transport> m_transport;
    std::unique_ptr<Alarm> m_timer; ///< the one thing the present phase waits for, besides messages
    std::shared_ptr<Heartbeat> m_heartbeat;
    std::uint32_t m_openId = 0;
    std::uint32_t m_closeId = 0;
    Milliseconds m_openedAt{0};
    std::vector<std::byte> m_openConfFrame;
    protocol::Decoder m_openConfDecoder;
    protocol::MessageView m_openConf;
};

/// A status code's name, for a log.
QString statusText(std::uint32_t status);

} // namespace callwright
