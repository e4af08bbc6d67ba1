#pragma once

#include "app/simulator/server/planned_change.h"
#include "app/simulator/server/server.h"
#include "app/simulator/server/side.h"
#include "app/simulator/server/sides_config.h"
#include "cil/clock/clock.h"

#include <QObject>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace callwright::simulator {

/// Two CTI Servers before one switch, of which one is active (CTI Server guide v25, PG and CTI Server Graceful
/// Shutdown). What the guide leaves open is decided here: a side whose clients lost it for its own reasons (killed, off
/// line, its network gone) is replaced after SidesConfig::takeover if the other one is up; when it comes back it is a
/// fresh standby, whose sessions of before are gone. If it comes back in time it goes on. A change of the network alone
/// (connections cut, refused or slow) moves no role.
class Sides : public QObject {
    Q_OBJECT
public:
    Sides(Clock& clock, Switch& behind, const ServerConfig& server, const SidesConfig& config, std::uint64_t seed);
    ~Sides() override;

    Server& server(Side side) { return *m_places[index(side)].server; }
    const Server& server(Side side) const { return *m_places[index(side)].server; }
    Side active() const { return m_active; }
    bool isUp(Side side) const { return m_places[index(side)].isUp; }
    /// Whether its role lets clients connect at all.
    bool isReachable(Side side) const;

    void start(Side side); ///< it is there, for the first time or again
    void lose(Side side);  ///< for the other one it is gone; its connections are the caller's to cut
    /// Begins a planned change of sides; the error is an English sentence.
    tl::expected<void, std::string> changeOver();

    /// [{"name":"A","role":"active","maintenance"?:true},..]; a side that is gone is "down".
    nlohmann::ordered_json state() const;

Q_SIGNALS:
    void reachabilityChanged(); ///< of one side or both

private:
    struct Place {
        std::unique_ptr<Server> server;
        bool isUp = false;
    };

    static std::size_t index(Side side) { return static_cast<std::size_t>(side); }
    void look();
    void activate(Side side);
    void rest(Side side);
    void endChange();

    Clock& m_clock;
    SidesConfig m_config;
    std::array<Place, 2> m_places;
    Side m_active;
    std::unique_ptr<Alarm> m_takeover;
    PlannedChange* m_change = nullptr; ///< our child; nullptr: none is under way
};

} // namespace callwright::simulator
