#include "cil/connection/link_private.h"

#include <algorithm>
#include <utility>

namespace callwright {

using namespace protocol;

void Link::Private::setUpSides() {
    std::vector<Endpoint> servers;
    for (const Endpoint& server : options.sides) {
        if (servers.size() < 2 && std::ranges::find(servers, server) == servers.end())
            servers.push_back(server);
    }
    if (servers.empty())
        servers.emplace_back(); // fails as any address does at which nobody answers
    m_sides.clear();
    for (const Endpoint& server : servers) {
        m_sides.push_back({server, VersionChoice(options.highestVersion, memory->lastGoodVersion(server)), Part::None,
                           nullptr, ReconnectSchedule(m_random), nullptr});
    }
    const auto good = servers.size() == 2 ? memory->lastGoodSide(servers[0], servers[1]) : std::nullopt;
    m_good = good && *good == servers.back() ? servers.size() - 1 : 0;
    m_schedule = ReconnectSchedule(m_random, servers.size());
}

void Link::Private::openSession(std::size_t index, Part part) {
    SideSession::Setup setup;
    Side& side = m_sides[index];
    setup.server = side.server;
    setup.security = options.security;
    setup.version = side.versions.current();
    setup.parameters = m_parameters;
    setup.codePage = options.codePage;
    setup.heartbeatInterval = options.heartbeatInterval;
    setup.openTimeout = options.openTimeout;
    setup.connectTimeout = m_sides.size() > 1 ? options.connectTimeout : options.openTimeout;
    side.timer.reset();
    side.part = part;
    side.isHandingOver = false;
    side.session = std::make_shared<SideSession>(weak_from_this(), m_clock, std::move(setup));
    side.session->open(m_transports, m_link);
}

void Link::Private::leave(std::size_t index) {
    Side& side = m_sides[index];
    side.timer.reset();
    side.part = Part::None;
    const auto session = std::exchange(side.session, nullptr);
    if (!session)
        return;
    if (session->phase() == SideSession::Phase::Open) {
        m_leaving.push_back(session);
        session->close();
    } else {
        session->drop();
    }
}

std::optional<std::size_t> Link::Private::sideOf(const SideSession& session) const {
    const auto found = std::ranges::find(m_sides, &session, [](const Side& side) { return side.session.get(); });
    return found == m_sides.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_sides.begin()));
}

bool Link::Private::isActive(const SideSession& session) const {
    const auto side = sideOf(session);
    return side && m_sides[*side].part == Part::Active;
}

Endpoint Link::Private::server() const { return m_sides.empty() ? Endpoint() : m_sides[m_current].server; }

std::optional<Endpoint> Link::Private::standby() const {
    const auto found = std::ranges::find(m_sides, Part::Standby, &Side::part);
    return found == m_sides.end() ? std::nullopt : std::optional(found->server);
}

std::optional<Milliseconds> Link::Private::nextTryIn() const {
    return state == LinkState::Waiting ? std::optional(std::max(Milliseconds(0), m_nextTry - m_clock.now()))
                                       : std::nullopt;
}

Version Link::Private::version() const {
    if (m_sides.empty())
        return newestVersion;
    const Side& side = m_sides[m_current];
    return side.part == Part::Active ? side.session->version() : side.versions.current();
}

std::uint32_t Link::Private::servicesGranted() const {
    const bool isOpen = !m_sides.empty() && m_sides[m_current].part == Part::Active;
    return isOpen ? m_sides[m_current].session->servicesGranted() : 0;
}

} // namespace callwright
