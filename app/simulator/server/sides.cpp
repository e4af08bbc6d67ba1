#include "app/simulator/server/sides.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace callwright::simulator {

namespace {

using Role = Server::Role;

std::string_view nameOf(Role role) {
    switch (role) {
    case Role::Active:
        return "active";
    case Role::Standby:
        return "standby";
    case Role::Inactive:
        return "inactive";
    case Role::Leaving:
        return "leaving";
    }
    return "";
}

} // namespace

Sides::Sides(Clock& clock, Switch& behind, const ServerConfig& server, const SidesConfig& config, std::uint64_t seed)
    : m_clock(clock), m_config(config), m_active(config.active) {
    const auto registry = std::make_shared<SessionRegistry>();
    for (const Side side : bothSides) {
        m_places[index(side)].server = std::make_unique<Server>(clock, behind, server, seed + index(side), registry);
        rest(side);
    }
}

Sides::~Sides() = default;

bool Sides::isReachable(Side side) const {
    return m_config.inactive != SidesConfig::Inactive::IsNotThere || server(side).role() != Role::Inactive;
}

void Sides::rest(Side side) {
    const bool standsBy = m_config.inactive == SidesConfig::Inactive::StandsBy;
    server(side).setRole(standsBy ? Role::Standby : Role::Inactive);
}

void Sides::activate(Side side) {
    m_active = side;
    m_takeover.reset();
    server(side).setRole(Role::Active);
    Q_EMIT reachabilityChanged();
}

void Sides::start(Side side) {
    if (isUp(side)) {
        return;
    }
    m_places[index(side)].isUp = true;
    if (side == m_active) {
        activate(side);
    } else {
        server(side).drop({});
        rest(side);
        Q_EMIT reachabilityChanged();
        look();
    }
}

void Sides::lose(Side side) {
    if (!isUp(side)) {
        return;
    }
    m_places[index(side)].isUp = false;
    endChange();
    look();
    Q_EMIT reachabilityChanged();
}

void Sides::look() {
    const Side other = otherSide(m_active);
    if (isUp(m_active) || !isUp(other)) {
        m_takeover.reset();
    } else if (!m_takeover) {
        m_takeover = m_clock.after(m_config.takeover, [this, other] {
            rest(otherSide(other)); // its sessions, should there be any left, own nothing any more
            activate(other);
        });
    }
}

tl::expected<void, std::string> Sides::changeOver() {
    const Side leaving = m_active;
    const Side taking = otherSide(leaving);
    if (m_change) {
        return tl::unexpected(std::string("a change of sides is under way"));
    }
    if (!isUp(leaving) || !isUp(taking) || server(taking).role() != Role::Standby) {
        return tl::unexpected(std::string("no side stands by"));
    }
    m_change = new PlannedChange(m_clock, server(leaving), this);
    connect(m_change, &PlannedChange::ended, this, &Sides::endChange);
    connect(m_change, &PlannedChange::decided, this, [this, leaving, taking] {
        server(leaving).setRole(Role::Leaving);
        activate(taking);
        server(taking).rebuildCalls(server(leaving));
    });
    m_change->start();
    return {};
}

void Sides::endChange() {
    PlannedChange* const change = std::exchange(m_change, nullptr);
    if (!change) {
        return;
    }
    change->disconnect(this);
    change->abandon();
    change->deleteLater(); // it may be the one that called
    for (const Side side : bothSides) {
        if (server(side).role() == Role::Leaving) {
            rest(side);
        }
    }
}

nlohmann::ordered_json Sides::state() const {
    auto sides = nlohmann::ordered_json::array();
    for (const Side side : bothSides) {
        nlohmann::ordered_json json{{"name", simulator::nameOf(side)},
                                    {"role", isUp(side) ? nameOf(server(side).role()) : "down"}};
        if (m_change && server(side).isInMaintenance()) {
            json["maintenance"] = true;
        }
        sides.push_back(json);
    }
    return sides;
}

} // namespace callwright::simulator
