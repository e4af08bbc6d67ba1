#include "app/simulator/server/server_config.h"

#include "app/simulator/json/member_reader.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

namespace services = protocol::ServicesRequested;

struct ServiceName {
    std::string_view name;
    std::uint32_t bit;
};

/// The services that a configuration may take away, under the guide's names.
constexpr ServiceName serviceNames[] = {
    {"CTI_SERVICE_CLIENT_EVENTS", services::CTI_SERVICE_CLIENT_EVENTS},
    {"CTI_SERVICE_CALL_DATA_UPDATE", services::CTI_SERVICE_CALL_DATA_UPDATE},
    {"CTI_SERVICE_CLIENT_CONTROL", services::CTI_SERVICE_CLIENT_CONTROL},
    {"CTI_SERVICE_ALL_EVENTS", services::CTI_SERVICE_ALL_EVENTS},
    {"CTI_SERVICE_CONNECTION_MONITOR", services::CTI_SERVICE_CONNECTION_MONITOR},
    {"CTI_SERVICE_CLIENT_MONITOR", services::CTI_SERVICE_CLIENT_MONITOR},
    {"CTI_SERVICE_PERIPHERAL_MONITOR", services::CTI_SERVICE_PERIPHERAL_MONITOR},
    {"CTI_SERVICE_SERVER", services::CTI_SERVICE_SERVER},
    {"CTI_SERVICE_SUPERVISOR", services::CTI_SERVICE_SUPERVISOR},
    {"CTI_SERVICE_IGNORE_DUPLICATE_AGENT_EVENTS", services::CTI_SERVICE_IGNORE_DUPLICATE_AGENT_EVENTS},
    {"CTI_SERVICE_ACD_LINE_ONLY", services::CTI_SERVICE_ACD_LINE_ONLY},
    {"CTI_SERVICE_ACTIVE_STANDBY", services::CTI_SERVICE_ACTIVE_STANDBY},
};

void readServices(MemberReader& reader, ServerConfig& config) {
    const nlohmann::json* list = reader.member("services");
    if (list == nullptr) {
        return;
    }
    if (!list->is_array()) {
        return reader.fail(reader.where() + ".services is not a list of service names");
    }
    config.grantedServices = 0;
    for (const nlohmann::json& item : *list) {
        const std::string name = item.is_string() ? item.get<std::string>() : std::string();
        const auto known = std::ranges::find(serviceNames, name, &ServiceName::name);
        if (known == std::end(serviceNames)) {
            return reader.fail(reader.where() + ".services holds " + item.dump() +
                               ", which is no service offered here");
        }
        config.grantedServices |= known->bit;
    }
}

void readClients(MemberReader& reader, ServerConfig& config) {
    const nlohmann::json* clients = reader.member("clients");
    if (clients == nullptr) {
        return;
    }
    if (!clients->is_object()) {
        return reader.fail(reader.where() + ".clients is not an object of ClientID and password");
    }
    for (const auto& item : clients->items()) {
        const std::string password = item.value().is_string() ? item.value().get<std::string>() : std::string();
        const auto id = protocol::fromUtf8(item.key(), serverCodePage);
        const auto secret = protocol::fromUtf8(password, serverCodePage);
        if (!item.value().is_string() || !id || !secret) {
            return reader.fail(reader.where() + ".clients: the entry of " + item.key() +
                               " cannot be sent as a password");
        }
        config.clientPasswords[*id] = *secret;
    }
}

void readProtected(MemberReader& reader, ServerConfig& config) {
    const nlohmann::json* list = reader.member("protectedCallVariables");
    if (list == nullptr) {
        return;
    }
    const auto isVariable = [](const nlohmann::json& item) {
        return item.is_number_unsigned() && item.get<std::uint64_t>() >= 1 && item.get<std::uint64_t>() <= 10;
    };
    if (!list->is_array() || !std::ranges::all_of(*list, isVariable)) {
        return reader.fail(reader.where() + ".protectedCallVariables is not a list of numbers from 1 to 10");
    }
    config.protectedCallVariables = 0;
    for (const nlohmann::json& item : *list) {
        config.protectedCallVariables |= 1U << (item.get<std::uint32_t>() - 1);
    }
}

void readVersions(MemberReader& reader, ServerConfig& config) {
    auto oldest = static_cast<std::uint32_t>(config.oldestVersion);
    auto newest = static_cast<std::uint32_t>(config.newestVersion);
    reader.read("oldestVersion", oldest, protocol::oldestVersion, protocol::newestVersion);
    reader.read("newestVersion", newest, protocol::oldestVersion, protocol::newestVersion);
    if (oldest > newest) {
        reader.fail(reader.where() + ".oldestVersion is above newestVersion");
    }
    config.oldestVersion = static_cast<protocol::Version>(oldest);
    config.newestVersion = static_cast<protocol::Version>(newest);
}

} // namespace

tl::expected<ServerConfig, std::string> serverConfigFromJson(const nlohmann::json& json) {
    ServerConfig config;
    MemberReader reader(json, "server");
    readVersions(reader, config);
    readServices(reader, config);
    reader.read("agentStateControlOnly", config.agentStateControlOnly);
    readClients(reader, config);
    readProtected(reader, config);
    if (reader.has("uniqueInstanceTag")) {
        std::uint32_t tag = 0;
        reader.read("uniqueInstanceTag", tag, 1, 0xFFFF);
        config.uniqueInstanceTag = static_cast<std::uint16_t>(tag);
    }
    if (const std::string error = reader.error(); !error.empty()) {
        return tl::unexpected(error);
    }
    return config;
}

} // namespace callwright::simulator
