#include "cil/connection/link_private.h"
#include "cil/connection/log.h"

#include <utility>

namespace callwright {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

constexpr Version standbySince = 24;
/// How long answers to open requests may still come from a side that handed over; the server closes it when it has
/// read STOPPING_REQUESTS_TO_THIS_SIDE_IND, and this is for one that does not.
constexpr Milliseconds retireTime = 15s;

} // namespace

/// The session is there, but takes no requests: the active side is the other one.
void Link::Private::onTriedIsStandby(std::size_t index) {
    const bool isOtherStanding = standby().has_value();
    m_sides[index].part = Part::Standby;
    awaitTakeover();
    if (m_schedule.isOtherSideNext() && !isOtherStanding) {
        connectNow(nextAttempt().side);
        announceStandby();
        return;
    }
    SideEnd end;
    end.failure.reason = LinkFailure::Reason::Refused;
    end.failure.status = static_cast<std::uint32_t>(StatusCode::E_CTI_SERVER_NOT_MASTER);
    end.failure.server = m_sides[index].server;
    end.failure.detail = QStringLiteral("no side is active");
    failAfter(end);
}

void Link::Private::awaitTakeover() {
    if (!m_takeover)
        m_takeover = in(takeoverTime, [](Private& self) { self.onTakeoverOverdue(); });
}

void Link::Private::onTakeoverOverdue() {
    m_takeover.reset();
    std::optional<std::size_t> freed;
    if (m_overdue && m_sides[*m_overdue].part == Part::Standby && m_next != *m_overdue)
        return; // once more it would stand by again, and the other side never be tried
    for (std::size_t index = 0; index < m_sides.size(); ++index) {
        if (m_sides[index].part == Part::Standby) {
            leave(index);
            freed = index;
        }
    }
    qCWarning(connectionLog) << "the standby has not become active";
    m_overdue = freed;
    if (freed && state == LinkState::Waiting)
        connectNow(*freed);
    announceStandby();
}

void Link::Private::onStandbyActive(std::size_t index) {
    if (state == LinkState::Open && !m_sides[m_current].isHandingOver) {
        loseActiveTo(index);
        if (index >= m_sides.size() || m_sides[index].part != Part::Standby)
            return; // who heard of the loss did not want to go on
    }
    const auto handingOver = state == LinkState::Open ? m_sides[m_current].session : nullptr;
    if (handingOver)
        retire(m_current);
    else if (m_current != index) // it may be the one tried last
        leave(m_current);
    becomeActive(index);
    if (handingOver && handingOver->phase() == SideSession::Phase::Open) {
        MessageBuilder goodbye(MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND, handingOver->version());
        handingOver->send(goodbye);
    }
}

/// Nothing of it has been noticed here (half-open TCP), and what was asked of that side gets no answer any more.
void Link::Private::loseActiveTo(std::size_t successor) {
    LinkFailure failure;
    failure.reason = LinkFailure::Reason::TransportLost;
    failure.server = m_sides[m_current].server;
    failure.detail = QStringLiteral("the other side has become active");
    leave(m_current);
    fail(std::move(failure), Attempt{successor, 0ms});
}

void Link::Private::retire(std::size_t index) {
    m_sides[index].part = Part::Retiring;
    m_sides[index].timer = in(retireTime, [index](Private& self) {
        self.leave(index);
        self.endRetired(index);
    });
}

void Link::Private::endRetired(std::size_t index) {
    m_sides[index].warming.begin();
    warmLater(index);
    endAll(m_requests.takeAll(index));
}

void Link::Private::answerMaintenance(SideSession& session, const MessageView& message) {
    const bool isAccepted = standby().has_value();
    qCInfo(connectionLog) << "the server asks for maintenance, accepted" << isAccepted;
    MessageBuilder answer(MessageType::ACTIVE_MAINTENANCE_RESP_MSG, session.version());
    session.send(answer.set(Field::InvokeID, message.number(Field::InvokeID, 0))
                     .set(Field::MaintenanceModeAccepted, std::uint32_t{isAccepted}));
}

void Link::Private::startWarming() {
    for (std::size_t index = 0; index < m_sides.size(); ++index) {
        m_sides[index].isWilling = true;
        if (m_sides[index].part == Part::None) {
            m_sides[index].warming.begin();
            warmLater(index);
        }
    }
}

bool Link::Private::isStandbyWanted(std::size_t index) const {
    if (m_sides.size() < 2 || !options.usesStandby)
        return false;
    const Side& side = m_sides[index];
    const Side& active = m_sides[otherThan(index)];
    return active.part == Part::Active && active.session->version() >= standbySince &&
           (active.session->servicesGranted() & ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY) != 0 && side.isWilling &&
           side.versions.current() >= standbySince;
}

void Link::Private::warmLater(std::size_t index) {
    if (!isStandbyWanted(index))
        return;
    const Milliseconds pause = m_sides[index].warming.next(options.expectedClients).pause;
    m_sides[index].timer = in(pause, [index](Private& self) { self.openSession(index, Part::Warming); });
}

void Link::Private::onWarmed(std::size_t index) {
    Side& side = m_sides[index];
    switch (static_cast<SessionType>(side.session->sessionType())) {
    case SessionType::SESSION_TYPE_STANDBY:
        side.part = Part::Standby;
        announceStandby();
        return;
    case SessionType::SESSION_TYPE_ACTIVE: { // two that are active: one of them errs, so ask the one in use
        qCWarning(connectionLog).noquote() << "also active" << side.server.host << side.server.port;
        const auto active = m_sides[m_current].session;
        leave(index);
        warmLater(index);
        active->askNow();
        return;
    }
    default: // knows nothing of standby sessions
        side.isWilling = false;
        leave(index);
    }
}

/// A session that nobody above knows of has ended: the one in use goes on.
void Link::Private::onSilentlyEnded(std::size_t index, const SideEnd& end, const SideSession& session) {
    Side& side = m_sides[index];
    const Part part = std::exchange(side.part, Part::None);
    side.session.reset();
    side.timer.reset();
    qCInfo(connectionLog).noquote() << "no standby" << side.server.host << side.server.port << end.failure.detail;
    if (part == Part::Retiring) {
        endRetired(index);
        return;
    }
    if (part == Part::Warming && end.after == AfterRefusal::LowerVersion && side.versions.lower() &&
        isStandbyWanted(index)) {
        openSession(index, Part::Warming);
        return;
    }
    side.isWilling = end.after == AfterRefusal::TryLater ||
                     (end.after == AfterRefusal::OtherSide &&
                      end.failure.status != static_cast<std::uint32_t>(StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY));
    if (part == Part::Standby && session.openFor() >= provenAfter)
        side.warming.begin();
    warmLater(index);
    announceStandby();
}

void Link::Private::announceStandby() {
    const bool isReady = standby().has_value();
    if (isReady == m_isStandbyAnnounced || !m_link)
        return;
    m_isStandbyAnnounced = isReady;
    Q_EMIT m_link->standbyChanged(isReady);
}

} // namespace callwright
