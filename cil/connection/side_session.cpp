#include "cil/connection/side_session.h"

#include "cil/connection/log.h"

#include <QCoreApplication>

#include <utility>

namespace callwright {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds closeReplyTime = 5s;

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

} // namespace

QString statusText(std::uint32_t status) { return toQString(statusCodeName(status)); }

SideSession::SideSession(std::weak_ptr<Owner> owner, Clock& clock, Setup setup)
    : m_owner(std::move(owner)), m_clock(clock), m_setup(std::move(setup)), m_reader(m_setup.version),
      m_openConfDecoder(m_setup.version) {}

void SideSession::open(TransportFactory& transports, QObject* parent) {
    m_transport = transports.create(parent, m_setup.security);
    Transport* const transport = m_transport;
    QObject::connect(transport, &Transport::opened, transport,
                     keeping([](SideSession& self) { self.onTransportOpened(); }));
    QObject::connect(transport, &Transport::received, transport,
                     keeping([](SideSession& self, QByteArrayView bytes) { self.onReceived(bytes); }));
    QObject::connect(transport, &Transport::closed, transport,
                     keeping([](SideSession& self, TransportFailure failure, const QString& detail) {
                         self.onTransportClosed(failure, detail);
                     }));
    qCInfo(connectionLog).noquote() << "connect" << server().host << server().port << "version" << version();
    setTimer(m_setup.connectTimeout, [](SideSession& self) {
        self.end(LinkFailure::Reason::ConnectFailed, 0, QStringLiteral("no connection in time"));
    });
    transport->open(server());
}

void SideSession::onTransportOpened() {
    if (m_phase != Phase::Connecting)
        return;
    tell([this](Owner& owner) { m_openId = owner.takeId(); });
    const auto frame =
        buildOpenRequest(m_setup.parameters, version(), m_setup.codePage, m_setup.heartbeatInterval, m_openId);
    if (!frame) {
        const QString field = toQString(frame.error().field ? name(*frame.error().field) : std::string_view());
        end(LinkFailure::Reason::Refused, static_cast<std::uint32_t>(frame.error().code),
            field + u' ' + QString::fromStdString(frame.error().detail), AfterRefusal::GiveUp);
        return;
    }
    setTimer(m_setup.openTimeout, [](SideSession& self) {
        self.end(LinkFailure::Reason::OpenTimedOut, 0, QStringLiteral("no answer to OPEN_REQ"));
    });
    m_phase = Phase::Opening;
    tell([this](Owner& owner) { owner.onOpening(*this); });
    if (m_phase == Phase::Opening)
        send(*frame);
}

void SideSession::onTransportClosed(TransportFailure failure, const QString& detail) {
    if (m_phase == Phase::Closing)
        finishClosing(false);
    else if (isOfSecurity(failure)) // files may be mended, the server's or ours
        end(LinkFailure::Reason::Untrusted, 0, detail, AfterRefusal::TryLater, failure);
    else if (failure == TransportFailure::ConnectFailed)
        end(LinkFailure::Reason::ConnectFailed, 0, detail);
    else if (m_phase == Phase::Opening && !m_setup.security.isOn) // what a secured port does to a plain OPEN_REQ
        end(LinkFailure::Reason::TransportLost, 0,
            QCoreApplication::translate("Security", "%1 (This port may want a secured connection, TLS.)").arg(detail));
    else
        end(LinkFailure::Reason::TransportLost, 0, detail);
}

void SideSession::onOpenConfirmed(const MessageView& openConf) {
    m_timer.reset();
    m_openConfFrame.assign(openConf.frame().begin(), openConf.frame().end());
    m_openConf = m_openConfDecoder.decode(m_openConfFrame).value_or(MessageView()); // it has been decoded once before
    m_openedAt = m_clock.now();
    m_phase = Phase::Open;
    startHeartbeat();
    qCInfo(connectionLog).noquote() << "open" << server().host << server().port << "version" << version() << "services"
                                    << QString::number(servicesGranted(), 16) << "session type" << sessionType();
    tell([this](Owner& owner) { owner.onOpened(*this); });
}

void SideSession::startHeartbeat() {
    const auto send = [weak = weak_from_this()]() -> std::uint32_t {
        const auto self = weak.lock();
        const auto owner = self ? self->m_owner.lock() : nullptr;
        const std::uint32_t invokeId = owner ? owner->takeId() : 0;
        if (self) {
            MessageBuilder request(MessageType::HEARTBEAT_REQ, self->version());
            self->send(request.set(Field::InvokeID, invokeId));
        }
        return invokeId;
    };
    const auto missed = keeping([](SideSession& self, int inARow) {
        qCWarning(connectionLog).noquote() << "heartbeats missed" << inARow << self.server().host;
        self.tell([&](Owner& owner) { owner.onHeartbeatMissed(self, inARow); });
    });
    const auto dead = keeping([](SideSession& self) {
        self.end(LinkFailure::Reason::MissedHeartbeats, 0, QStringLiteral("heartbeats unanswered"));
    });
    m_heartbeat =
        std::make_shared<Heartbeat>(m_clock, m_setup.heartbeatInterval, Heartbeat::Actions{send, missed, dead});
    m_heartbeat->start();
}

void SideSession::askNow() {
    const auto keep = shared_from_this();
    if (const auto heartbeat = m_heartbeat; heartbeat && m_phase == Phase::Open)
        heartbeat->askNow();
}

void SideSession::send(const std::vector<std::byte>& frame) {
    const auto keep = shared_from_this();
    if (!m_transport)
        return;
    m_transport->send(asByteArrayView(frame));
    if (m_heartbeat)
        m_heartbeat->noteSent();
    trace(true, frame);
}

void SideSession::send(MessageBuilder& message) {
    if (const auto frame = message.build())
        send(*frame);
}

void SideSession::end(LinkFailure::Reason reason, std::uint32_t status, const QString& detail, AfterRefusal after,
                      std::optional<TransportFailure> security) {
    if (m_phase == Phase::Ended)
        return;
    drop();
    const SideEnd end{{reason, status, server(), detail, std::nullopt, std::nullopt, security}, after};
    tell([&](Owner& owner) { owner.onEnded(*this, end); });
}

void SideSession::close() {
    const auto keep = shared_from_this();
    m_phase = Phase::Closing;
    setTimer(closeReplyTime, [](SideSession& self) { self.finishClosing(false); });
    m_heartbeat->stop();
    tell([this](Owner& owner) { m_closeId = owner.takeId(); });
    MessageBuilder request(MessageType::CLOSE_REQ, version());
    send(request.set(Field::InvokeID, m_closeId).set(Field::Status, StatusCode::E_CTI_NO_ERROR));
}

void SideSession::finishClosing(bool isConfirmed) {
    qCInfo(connectionLog).noquote() << "closed" << server().host << server().port;
    release(isConfirmed);
    tell([this](Owner& owner) { owner.onClosed(*this); });
}

void SideSession::drop() { release(false); }

void SideSession::release(bool isOrderly) {
    m_phase = Phase::Ended;
    m_timer.reset();
    if (m_heartbeat)
        m_heartbeat->stop();
    Transport* const transport = m_transport;
    m_transport.clear();
    if (!transport)
        return;
    transport->disconnect();
    if (isOrderly)
        transport->close();
    else
        transport->abort();
    transport->setParent(nullptr); // it may be in the middle of a signal to us: it must not die with the Link
    transport->deleteLater();
}

void SideSession::setTimer(Milliseconds delay, void (*action)(SideSession&)) {
    m_timer = m_clock.after(delay, keeping(action));
}

} // namespace callwright
