#include "cil/connection/link_private.h"

#include "cil/connection/close_reasons.h"
#include "cil/connection/log.h"
#include "cil/connection/open_request.h"

#include <utility>

namespace callwright {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds closeReplyTime = 5s;
/// A session that was lost sooner does not count as a recovery: a server that accepts and at once loses its clients
/// must not be run down by them.
constexpr Milliseconds provenAfter = 15s;

} // namespace

Link::Private::Private(Link& link, Clock& clock, TransportFactory& transports, std::uint64_t seed)
    : m_link(&link), m_clock(clock), m_transports(transports), m_random(seed),
      m_requests(clock, [this](RequestTable::Ended ended) {
          const auto keep = shared_from_this();
          onTimedOut(std::move(ended));
      }) {}

void Link::Private::open(const LinkOptions& newOptions, const OpenParameters& newParameters) {
    if (state != LinkState::Closed)
        return;
    options = newOptions;
    parameters = newParameters;
    versions = VersionChoice(options.highestVersion, store->lastGood(options.server));
    m_schedule.beginAfterFirstAttempt();
    connectNow();
}

void Link::Private::connectNow() {
    dropConnection();
    m_connection = std::make_shared<Connection>(versions.current());
    m_transport = m_transports.create(m_link, options.security);
    QObject::connect(m_transport, &Transport::opened, m_link, keeping([](Private& self) { self.onTransportOpened(); }));
    QObject::connect(m_transport, &Transport::received, m_link,
                     keeping([](Private& self, QByteArrayView bytes) { self.onReceived(bytes); }));
    QObject::connect(m_transport, &Transport::closed, m_link,
                     keeping([](Private& self, TransportFailure failure, const QString& detail) {
                         self.onTransportClosed(failure, detail);
                     }));
    qCInfo(connectionLog).noquote() << "connect" << options.server.host << options.server.port << "version"
                                    << versions.current();
    setTimer(options.openTimeout, [](Private& self) {
        self.fail(LinkFailure::Reason::ConnectFailed, 0, QStringLiteral("no connection in time"), true);
    });
    m_transport->open(options.server);
    setState(LinkState::Connecting);
}

void Link::Private::onTransportOpened() {
    if (state != LinkState::Connecting)
        return;
    m_connection->openId = m_requests.takeId();
    const auto frame = buildOpenRequest(parameters, versions.current(), options.codePage, options.heartbeatInterval,
                                        m_connection->openId);
    if (!frame) {
        const std::string_view field = frame.error().field ? name(*frame.error().field) : std::string_view();
        fail(LinkFailure::Reason::Refused, static_cast<std::uint32_t>(frame.error().code),
             QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())) + u' ' +
                 QString::fromStdString(frame.error().detail),
             false);
        return;
    }
    setTimer(options.openTimeout, [](Private& self) {
        self.fail(LinkFailure::Reason::OpenTimedOut, 0, QStringLiteral("no answer to OPEN_REQ"), true);
    });
    const auto connection = m_connection;
    setState(LinkState::Opening);
    if (m_connection == connection)
        sendFrame(*frame);
}

void Link::Private::onTransportClosed(TransportFailure failure, const QString& detail) {
    if (state == LinkState::Closing)
        finishClosing(false);
    else if (isOfSecurity(failure))
        fail(LinkFailure::Reason::Untrusted, 0, detail, true,
             failure); // the other side may be well, or files be mended
    else if (failure == TransportFailure::ConnectFailed)
        fail(LinkFailure::Reason::ConnectFailed, 0, detail, true);
    else
        fail(LinkFailure::Reason::TransportLost, 0, detail, true);
}

void Link::Private::onOpenConfirmed(const MessageView& openConf) {
    m_timer.reset();
    versions.accept();
    store->remember(options.server, versions.current());
    servicesGranted = openConf.number(Field::ServicesGranted, 0);
    m_connection->openedAt = m_clock.now();
    startHeartbeat();
    qCInfo(connectionLog) << "open"
                          << "version" << versions.current() << "services" << Qt::hex << servicesGranted;
    const auto connection = m_connection;
    setState(LinkState::Open);
    if (m_connection == connection && m_link)
        Q_EMIT m_link->opened(openConf);
}

void Link::Private::onOpenRefused(std::uint32_t status) {
    const AfterRefusal what = afterRefusal(status);
    if (what == AfterRefusal::LowerVersion && versions.lower()) {
        qCInfo(connectionLog) << "version refused, next" << versions.current();
        connectNow(); // no failure: the server is there, and answers
        return;
    }
    const std::string_view name = statusCodeName(status);
    fail(LinkFailure::Reason::Refused, status, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
         what == AfterRefusal::TryLater);
}

void Link::Private::startHeartbeat() {
    const auto send = [weak = weak_from_this()]() -> std::uint32_t {
        const auto self = weak.lock();
        return self ? self->sendSimple(MessageType::HEARTBEAT_REQ) : 0;
    };
    const auto missed = keeping([](Private& self, int inARow) {
        qCWarning(connectionLog) << "heartbeats missed" << inARow;
        if (self.m_link)
            Q_EMIT self.m_link->heartbeatMissed(inARow);
    });
    const auto dead = keeping([](Private& self) {
        self.fail(LinkFailure::Reason::MissedHeartbeats, 0, QStringLiteral("heartbeats unanswered"), true);
    });
    m_connection->heartbeat =
        std::make_shared<Heartbeat>(m_clock, options.heartbeatInterval, Heartbeat::Actions{send, missed, dead});
    m_connection->heartbeat->start();
}

void Link::Private::fail(LinkFailure::Reason reason, std::uint32_t status, const QString& detail, bool comesBack,
                         std::optional<TransportFailure> security) {
    if (m_connection && m_connection->heartbeat && m_clock.now() - m_connection->openedAt >= provenAfter)
        m_schedule.begin();
    LinkFailure failure{reason, status, options.server, detail, std::nullopt, security};
    if (comesBack)
        failure.retryIn = m_schedule.next(options.expectedClients);
    qCWarning(connectionLog).noquote() << "failed, reason" << static_cast<int>(reason) << "status" << status
                                       << QString(detail).replace(u'\n', QStringLiteral("; ")) << "retry in ms"
                                       << (failure.retryIn ? failure.retryIn->count() : -1);
    m_timer.reset();
    dropConnection();
    state = comesBack ? LinkState::Waiting : LinkState::Closed;
    if (comesBack)
        wait(*failure.retryIn);
    endAll(m_requests.takeAll());
    announceState();
    if (m_link)
        Q_EMIT m_link->failed(failure);
}

void Link::Private::wait(Milliseconds pause) {
    setTimer(pause, [](Private& self) { self.connectNow(); });
}

void Link::Private::retryNow() {
    if (state == LinkState::Waiting)
        connectNow();
}

void Link::Private::onNetworkChanged(bool isReachable) {
    qCInfo(connectionLog) << "network changed, reachable" << isReachable;
    if (state == LinkState::Open) {
        m_connection->heartbeat->askNow();
    } else if (state == LinkState::Waiting && isReachable) {
        m_schedule.beginAfterFirstAttempt(); // not at once: the whole site may have come back this moment
        wait(m_schedule.next(options.expectedClients));
    }
}

void Link::Private::close() {
    if (state == LinkState::Closing)
        return;
    const bool wasOpen = std::exchange(state, LinkState::Closing) == LinkState::Open;
    setTimer(wasOpen ? closeReplyTime : 0ms, [](Private& self) { self.finishClosing(false); });
    if (wasOpen) {
        sendClose();
        endAll(m_requests.takeAll());
    } else {
        dropConnection(false);
    }
    announceState();
}

void Link::Private::sendClose() {
    m_connection->heartbeat->stop();
    m_connection->closeId = m_requests.takeId();
    MessageBuilder message(MessageType::CLOSE_REQ, versions.current());
    message.set(Field::InvokeID, m_connection->closeId).set(Field::Status, StatusCode::E_CTI_NO_ERROR);
    if (const auto frame = message.build())
        sendFrame(*frame);
}

void Link::Private::finishClosing(bool isConfirmed) {
    qCInfo(connectionLog) << "closed";
    m_timer.reset();
    dropConnection(isConfirmed);
    setState(LinkState::Closed);
    if (m_link)
        Q_EMIT m_link->closed();
}

void Link::Private::abandon() {
    m_link.clear();
    state = LinkState::Closed;
    m_timer.reset();
    dropConnection();
    m_requests.takeAll();
}

void Link::Private::dropConnection(bool orderly) {
    servicesGranted = 0;
    if (const auto connection = std::exchange(m_connection, nullptr); connection && connection->heartbeat)
        connection->heartbeat->stop();
    Transport* const transport = m_transport;
    m_transport.clear();
    if (!transport)
        return;
    transport->disconnect();
    if (orderly)
        transport->close();
    else
        transport->abort();
    transport->setParent(nullptr); // it may be in the middle of a signal to us: it must not die with the Link
    transport->deleteLater();
}

void Link::Private::endAll(std::vector<RequestTable::Ended> ended) {
    for (const RequestTable::Ended& one : ended) {
        if (m_link && one.handler)
            one.handler(one.reply);
    }
}

void Link::Private::setState(LinkState next) {
    state = next;
    announceState();
}

void Link::Private::announceState() {
    if (state == m_announced || !m_link) // what a listener did in the meantime has been announced already
        return;
    m_announced = state;
    Q_EMIT m_link->stateChanged(state);
}

void Link::Private::setTimer(Milliseconds delay, void (*action)(Private&)) {
    m_timer = m_clock.after(delay, keeping(action));
}

} // namespace callwright
