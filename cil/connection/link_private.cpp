#include "cil/connection/link_private.h"

#include "cil/connection/log.h"

#include <algorithm>
#include <utility>

namespace callwright {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

/// The server itself is gone, not only the connection to it: there is no point in asking there first.
bool isServerGone(const SideEnd& end) {
    using Reason = LinkFailure::Reason;
    return end.failure.reason == Reason::MissedHeartbeats || end.failure.reason == Reason::ServerClosed;
}

/// As far as this side alone is concerned.
bool isForGood(const SideEnd& end) {
    return end.after == AfterRefusal::GiveUp || end.after == AfterRefusal::LowerVersion;
}

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
    m_parameters = newParameters;
    setUpSides();
    if (m_sides.size() > 1 && options.usesStandby)
        m_parameters.services |= ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY; // from the version on that has it
    m_failedInARow = 0;
    connectNow(nextAttempt().side);
}

void Link::Private::connectNow(std::size_t index) {
    m_timer.reset();
    leave(index);
    m_current = index;
    openSession(index, Part::Trying);
    setState(LinkState::Connecting);
}

void Link::Private::onOpening(SideSession& session) {
    const auto index = sideOf(session);
    if (index && m_sides[*index].part == Part::Trying)
        setState(LinkState::Opening);
}

void Link::Private::onOpened(SideSession& session) {
    const auto index = sideOf(session);
    if (!index)
        return;
    Side& side = m_sides[*index];
    side.versions.accept();
    side.lastEnd = {};
    if (options.highestVersion >= newestVersion) // else it is the limit that would be remembered
        memory->rememberVersion(side.server, session.version());
    if (side.part == Part::Warming)
        onWarmed(*index);
    else if (session.sessionType() == static_cast<std::uint32_t>(SessionType::SESSION_TYPE_STANDBY))
        onTriedIsStandby(*index);
    else
        becomeActive(*index);
}

void Link::Private::becomeActive(std::size_t index) {
    m_timer.reset();
    m_takeover.reset();
    m_overdue.reset();
    m_failedInARow = 0;
    m_current = m_good = index;
    m_sides[index].part = Part::Active;
    if (m_sides.size() > 1)
        memory->rememberGoodSide(m_sides[index].server, m_sides[otherThan(index)].server);
    startWarming();
    const auto session = m_sides[index].session;
    setState(LinkState::Open);
    if (m_link && isActive(*session))
        Q_EMIT m_link->opened(session->openConf());
    announceStandby();
}

void Link::Private::onEnded(SideSession& session, const SideEnd& end) {
    const auto index = sideOf(session);
    if (!index)
        return;
    Side& side = m_sides[*index];
    if (side.part == Part::Active || side.part == Part::Trying) {
        side.lastEnd = end;
        const bool wasActive = std::exchange(side.part, Part::None) == Part::Active;
        side.session.reset();
        if (wasActive)
            onActiveEnded(*index, end, session);
        else
            onTriedEnded(*index, end);
    } else {
        onSilentlyEnded(*index, end, session);
    }
}

void Link::Private::onTriedEnded(std::size_t index, const SideEnd& end) {
    if (end.after == AfterRefusal::LowerVersion && m_sides[index].versions.lower()) {
        qCInfo(connectionLog) << "version refused, next" << m_sides[index].versions.current();
        connectNow(index); // no failure: the server is there, and answers
    } else if (end.after == AfterRefusal::OtherSide && m_schedule.isOtherSideNext() && !standby()) {
        connectNow(nextAttempt().side); // no failure either
    } else {
        if (standby()) {
            m_overdue.reset();
            awaitTakeover();
        }
        failAfter(end);
    }
}

void Link::Private::onActiveEnded(std::size_t index, const SideEnd& end, const SideSession& session) {
    if (session.openFor() >= provenAfter) {
        m_schedule.begin();
        if (m_sides.size() > 1 && isServerGone(end))
            m_schedule.next(options.expectedClients);
    }
    m_failedInARow = -1; // the loss itself is no attempt
    if (m_sides.size() > 1) {
        const std::size_t other = otherThan(index);
        if (m_sides[other].part != Part::Standby)
            leave(other);
        else
            awaitTakeover();
    }
    failAfter(end);
}

/// What the schedule says. Where a standby stands nothing is tried: a second session would throw it out.
Link::Private::Attempt Link::Private::nextAttempt() {
    Attempt attempt;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        const ReconnectSchedule::Step step = m_schedule.next(options.expectedClients);
        attempt.side = step.isOtherSide ? otherThan(m_good) : m_good;
        attempt.pause += step.pause;
        if (m_sides[attempt.side].part != Part::Standby)
            return attempt;
    }
    return {m_good, takeoverTime}; // both stand by: one of them is about to become active
}

std::optional<Link::Private::Attempt> Link::Private::nextAllowedAttempt() {
    if (++m_failedInARow >= options.attemptsAllowed && options.attemptsAllowed > 0)
        return std::nullopt;
    return nextAttempt();
}

/// That of a side that refuses for good, when the other one does so too or sends us there: nobody is left to be asked.
const SideEnd* Link::Private::finalRefusal() const {
    if (std::ranges::any_of(m_sides, [](const Side& side) { return side.lastEnd.after == AfterRefusal::TryLater; }))
        return nullptr;
    const auto found = std::ranges::find_if(m_sides, [](const Side& side) { return isForGood(side.lastEnd); });
    return found == m_sides.end() ? nullptr : &found->lastEnd;
}

void Link::Private::failAfter(const SideEnd& end) {
    const SideEnd* const refusal = finalRefusal();
    if (end.after == AfterRefusal::StayAway)
        fail(end.failure, std::nullopt);
    else if (refusal)
        fail(isForGood(end) ? end.failure : refusal->failure, std::nullopt);
    else
        fail(end.failure, nextAllowedAttempt());
}

void Link::Private::fail(LinkFailure failure, std::optional<Attempt> next) {
    if (next) {
        failure.retryIn = next->pause;
        failure.next = m_sides[next->side].server;
        wait(*next);
    } else {
        m_timer.reset();
        m_takeover.reset();
        for (std::size_t side = 0; side < m_sides.size(); ++side)
            leave(side);
    }
    qCWarning(connectionLog).noquote() << "failed" << failure.server.host << failure.server.port << "reason"
                                       << static_cast<int>(failure.reason) << "status" << failure.status
                                       << QString(failure.detail).replace(u'\n', QStringLiteral("; ")) << "retry in ms"
                                       << (failure.retryIn ? failure.retryIn->count() : -1)
                                       << failure.next.value_or(Endpoint()).host;
    state = next ? LinkState::Waiting : LinkState::Closed;
    endAll(m_requests.takeAll());
    announceState();
    announceStandby();
    if (m_link)
        Q_EMIT m_link->failed(failure);
}

void Link::Private::wait(const Attempt& next) {
    m_nextTry = m_clock.now() + next.pause;
    m_next = next.side;
    m_timer = in(next.pause, [](Private& self) { self.connectNow(self.m_next); });
}

void Link::Private::retryNow() {
    if (state == LinkState::Waiting)
        connectNow(m_next);
}

void Link::Private::onNetworkChanged(bool isReachable) {
    qCInfo(connectionLog) << "network changed, reachable" << isReachable;
    for (std::size_t index = 0; index < m_sides.size(); ++index) {
        Side& side = m_sides[index];
        if (side.session) {
            side.session->askNow();
        } else if (side.timer && isReachable) {
            side.warming.beginWithPause();
            warmLater(index);
        }
    }
    if (state == LinkState::Waiting && isReachable) {
        m_schedule.beginWithPause(); // not at once: the whole site may have come back this moment
        wait(nextAttempt());
    }
}

void Link::Private::close() {
    if (state == LinkState::Closing)
        return;
    state = LinkState::Closing;
    m_takeover.reset();
    for (std::size_t side = 0; side < m_sides.size(); ++side)
        leave(side);
    m_timer = m_leaving.empty() ? in(0ms, [](Private& self) { self.finishClosing(); }) : nullptr;
    endAll(m_requests.takeAll());
    announceState();
    announceStandby();
}

void Link::Private::onClosed(SideSession& session) {
    std::erase_if(m_leaving, [&](const auto& leaving) { return leaving.get() == &session; });
    if (state == LinkState::Closing && m_leaving.empty())
        finishClosing();
}

void Link::Private::finishClosing() {
    m_timer.reset();
    setState(LinkState::Closed);
    if (m_link)
        Q_EMIT m_link->closed();
}

void Link::Private::abandon() {
    m_link.clear();
    state = LinkState::Closed;
    m_timer.reset();
    m_takeover.reset();
    for (Side& side : m_sides) {
        if (side.session)
            side.session->drop();
    }
    for (const auto& session : m_leaving)
        session->drop();
    m_sides.clear();
    m_leaving.clear();
    m_requests.takeAll();
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

} // namespace callwright
