#include "app/simulator/server/server_config.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace callwright::simulator {

namespace {

TEST(ServerConfig, IsBuiltInWhereNothingIsSaid) {
    const auto config = serverConfigFromJson(nlohmann::json::object());
    ASSERT_TRUE(config);
    EXPECT_EQ(config->oldestVersion, 13);
    EXPECT_EQ(config->newestVersion, 25);
    EXPECT_TRUE(config->clientPasswords.empty());
    EXPECT_EQ(config->grantedServices, offeredServices);
}

TEST(ServerConfig, TakesEverythingThatItDocuments) {
    const auto config = serverConfigFromJson(nlohmann::json::parse(R"({
        "oldestVersion": 15, "newestVersion": 20, "services": ["CTI_SERVICE_CLIENT_EVENTS"],
        "agentStateControlOnly": true, "clients": {"5000.1001": "s\u00e9cret"},
        "protectedCallVariables": [2, 10]})"));
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->oldestVersion, 15);
    EXPECT_EQ(config->newestVersion, 20);
    EXPECT_EQ(config->grantedServices, protocol::ServicesRequested::CTI_SERVICE_CLIENT_EVENTS);
    EXPECT_TRUE(config->agentStateControlOnly);
    EXPECT_EQ(config->clientPasswords.at("5000.1001"), "s\xE9"
                                                       "cret");
    EXPECT_EQ(config->protectedCallVariables, 0x202U);
}

struct Mistake {
    const char* json;
    const char* named; ///< what the sentence must say
};

TEST(ServerConfig, MistakesAreNamed) {
    const Mistake mistakes[] = {
        {R"([])", "server is not an object"},
        {R"({"versions": 1})", "\"versions\""},
        {R"({"oldestVersion": 12})", "server.oldestVersion"},
        {R"({"newestVersion": "25"})", "server.newestVersion"},
        {R"({"oldestVersion": 20, "newestVersion": 19})", "oldestVersion"},
        {R"({"services": "CTI_SERVICE_CLIENT_EVENTS"})", "server.services"},
        {R"({"services": ["CTI_SERVICE_TASK_MONITOR"]})", "CTI_SERVICE_TASK_MONITOR"},
        {R"({"services": [1]})", "server.services"},
        {R"({"agentStateControlOnly": 1})", "server.agentStateControlOnly"},
        {R"({"clients": ["a"]})", "server.clients"},
        {R"({"clients": {"a": 1}})", "server.clients"},
        {R"({"clients": {"a": "\u4e2d"}})", "server.clients"},
        {R"({"protectedCallVariables": [0]})", "server.protectedCallVariables"},
        {R"({"protectedCallVariables": [11]})", "server.protectedCallVariables"},
    };
    for (const Mistake& mistake : mistakes) {
        const auto config = serverConfigFromJson(nlohmann::json::parse(mistake.json));
        ASSERT_FALSE(config) << mistake.json;
        EXPECT_NE(config.error().find(mistake.named), std::string::npos) << config.error();
    }
}

} // namespace

} // namespace callwright::simulator
