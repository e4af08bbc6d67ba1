#pragma once

#include "app/simulator/server/side.h"
#include "cil/clock/clock.h"

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <chrono>
#include <string>

namespace callwright::simulator {

/// How the two CTI Servers of a site stand to each other.
struct SidesConfig {
    /// What the side that is not active does with clients.
    enum class Inactive {
        StandsBy,  ///< the standby service of version 24
        Refuses,   ///< as before it: E_CTI_CTI_SERVER_OFFLINE for everybody
        IsNotThere ///< nobody can connect
    };

    Side active = Side::A; ///< to begin with
    Inactive inactive = Inactive::StandsBy;
    Milliseconds takeover = std::chrono::seconds(1); ///< from the loss of the active side to the other one's start
};

/// The error is a sentence that names the faulty member.
tl::expected<SidesConfig, std::string> sidesConfigFromJson(const nlohmann::json& json);

} // namespace callwright::simulator
