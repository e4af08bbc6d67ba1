#include "app/simulator/simulator_config.h"

#include "app/simulator/json/member_reader.h"

#include <nlohmann/json.hpp>

namespace callwright::simulator {

namespace {

tl::expected<nlohmann::json, std::string> parse(std::string_view text) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return tl::make_unexpected("not JSON at byte " + std::to_string(error.byte));
    }
}

} // namespace

tl::expected<SimulatorConfig, std::string> simulatorConfigFromText(std::string_view text) {
    const auto json = parse(text);
    if (!json) {
        return tl::make_unexpected(json.error());
    }
    SimulatorConfig config;
    MemberReader reader(*json, "the configuration");
    if (const nlohmann::json* server = reader.member("server")) {
        if (auto read = serverConfigFromJson(*server)) {
            config.server = std::move(*read);
        } else {
            reader.fail(read.error());
        }
    }
    if (const nlohmann::json* sides = reader.member("sides")) {
        if (const auto read = sidesConfigFromJson(*sides)) {
            config.sides = *read;
        } else {
            reader.fail(read.error());
        }
    }
    if (const nlohmann::json* acd = reader.member("acd")) {
        if (auto read = configFromJson(*acd)) {
            config.acd = std::move(*read);
        } else {
            reader.fail(read.error());
        }
    }
    reader.read("demo", config.demo);
    if (const std::string error = reader.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return config;
}

} // namespace callwright::simulator
