#include "app/simulator/server/sides_config.h"

#include "app/simulator/json/member_reader.h"

#include <array>
#include <utility>

namespace callwright::simulator {

namespace {

using Inactive = SidesConfig::Inactive;

constexpr std::array sideWords = {std::pair("A", Side::A), std::pair("B", Side::B)};
constexpr std::array inactiveWords = {std::pair("stands by", Inactive::StandsBy),
                                      std::pair("refuses", Inactive::Refuses),
                                      std::pair("is not there", Inactive::IsNotThere)};

} // namespace

tl::expected<SidesConfig, std::string> sidesConfigFromJson(const nlohmann::json& json) {
    SidesConfig config;
    MemberReader reader(json, "sides");
    reader.readWord("active", sideWords, config.active);
    reader.readWord("inactive", inactiveWords, config.inactive);
    reader.readSeconds("takeover", config.takeover);
    if (const std::string error = reader.error(); !error.empty()) {
        return tl::unexpected(error);
    }
    return config;
}

} // namespace callwright::simulator
