#include "app/simulator/simulator_config.h"

#include <gtest/gtest.h>

namespace callwright::simulator {

namespace {

TEST(SimulatorConfig, IsTheBuiltInSiteWhereNothingIsSaid) {
    const auto config = simulatorConfigFromText("{}");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->acd.peripheralId, 5000U);
    EXPECT_EQ(config->acd.agents.size(), 14U);
    EXPECT_FALSE(config->demo);
}

TEST(SimulatorConfig, HasThreeParts) {
    const auto config =
        simulatorConfigFromText(R"({"demo": true, "server": {"newestVersion": 20}, "acd": {"peripheral": 5001}})");
    ASSERT_TRUE(config) << config.error();
    EXPECT_TRUE(config->demo);
    EXPECT_EQ(config->server.newestVersion, 20);
    EXPECT_EQ(config->acd.peripheralId, 5001U);
}

TEST(SimulatorConfig, MistakesAreNamed) {
    const std::pair<const char*, const char*> mistakes[] = {
        {"", "not JSON at byte 1"},
        {"{\"demo\": tru}", "not JSON at byte 13"},
        {"[]", "not an object"},
        {R"({"agents": []})", "\"agents\""},
        {R"({"demo": 1})", "demo"},
        {R"({"server": 1})", "server is not an object"},
        {R"({"server": {"x": 1}})", "\"x\""},
        {R"({"acd": {"x": 1}})", "acd has no member"},
        {R"({"acd": {"agents": [{"id": 1}]}})", "acd.agents[0].id"},
    };
    for (const auto& [text, named] : mistakes) {
        const auto config = simulatorConfigFromText(text);
        ASSERT_FALSE(config) << text;
        EXPECT_NE(config.error().find(named), std::string::npos) << config.error();
    }
}

} // namespace

} // namespace callwright::simulator
