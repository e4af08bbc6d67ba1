#include "app/simulator/acd/acd_config.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace callwright::simulator {

using nlohmann::json;

TEST(AcdConfiguration, BuiltInIsConsistent) {
    for (const AcdConfig& config : {defaultConfig(), demoConfig()}) {
        EXPECT_EQ(findFaults(config), std::vector<std::string>());
        EXPECT_EQ(config.peripheralId, 5000u);
        EXPECT_EQ(config.agents.size(), 14u);
        EXPECT_EQ(config.agents.front().id, "1001");
        EXPECT_EQ(config.agents.back().id, "1092");
        EXPECT_TRUE(config.agents.back().isSupervisor);
        EXPECT_EQ(config.instruments.front().instrument, "3101");
        EXPECT_EQ(config.instruments.back().instrument, "3192");
    }
}

TEST(AcdConfiguration, EmptyObjectChangesNothing) {
    const auto config = configFromJson(json::object());
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->agents.size(), 14u);
    EXPECT_EQ(config->queues.size(), 3u);
}

TEST(AcdConfiguration, ReadsWhatIsGivenAndKeepsTheRest) {
    const auto config = configFromJson(json::parse(R"({
        "peripheral": 5001, "busyTrigger": 2, "consultSharesCallId": true, "variesEventOrder": false,
        "timers": {"delivery": 0.25, "outsideAnswers": null, "callDataAfterEnd": 30},
        "outside": [{"suffix": "9", "outcome": "busy"}],
        "ecc": [{"name": "user.case"}, {"name": "user.steps", "arraySize": 4}],
        "agents": [
            {"id": "1007", "password": "secret"},
            {"id": "1500", "name": "Temp", "instrument": "3103", "team": 2, "skillGroups": [2],
             "desk": {"wrapupIncoming": "required with data", "wrapupOutgoing": "not allowed", "workModeTimer": 45,
                      "ringNoAnswerTime": 8, "notReadyReasonRequired": true, "agentToAgentCalls": false}}]
    })"));
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->peripheralId, 5001u);
    EXPECT_EQ(config->busyTrigger, 2u);
    EXPECT_FALSE(config->variesEventOrder);
    EXPECT_TRUE(config->consultSharesCallId);
    EXPECT_EQ(config->timers.delivery, std::chrono::milliseconds(250));
    EXPECT_FALSE(config->timers.outsideAnswers);
    EXPECT_EQ(config->timers.outsideNoAnswer, std::chrono::seconds(60));
    ASSERT_EQ(config->outside.size(), 1u);
    EXPECT_EQ(config->outside[0].outcome, OutsideRule::Outcome::Busy);
    EXPECT_EQ(config->ecc[1].arraySize, 4u);
    ASSERT_EQ(config->agents.size(), 2u);
    EXPECT_EQ(config->agents[0].password, "secret");
    EXPECT_EQ(config->agents[0].desk.wrapupIncoming, 0u) << "as the built-in 1007";
    const DeskSettings& desk = config->agents[1].desk;
    EXPECT_EQ(desk.wrapupIncoming, 3u);
    EXPECT_EQ(desk.wrapupOutgoing, 2u);
    EXPECT_EQ(desk.workModeTimer, 45u);
    EXPECT_EQ(desk.ringNoAnswerTime, 8u);
    EXPECT_TRUE(desk.mask & 0x08u);
    EXPECT_FALSE(desk.mask & 0x40u);
    EXPECT_EQ(config->queues.size(), 3u);
}

TEST(AcdConfiguration, ReadsWhatTheSwitchTellsAndTakes) {
    const auto config = configFromJson(json::parse(R"({
        "peripheralType": "Aspect", "hasRecorder": false, "consultSharesCallId": true, "tellsQueues": true,
        "tellsDiversions": true, "preCall": "after call", "recordGreetingNumber": "8900",
        "agents": [{"id": "1001", "greeting": 2.5, "desk": {"recordingMode": 1, "autoRecordOnEmergency": 1}}]
    })"));
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->peripheralType, 1u);
    EXPECT_FALSE(config->hasRecorder);
    EXPECT_TRUE(config->consultSharesCallId);
    EXPECT_TRUE(config->tellsQueues);
    EXPECT_TRUE(config->tellsDiversions);
    EXPECT_EQ(config->preCall, PreCall::AfterCall);
    EXPECT_EQ(config->recordGreetingNumber, "8900");
    EXPECT_EQ(config->agents[0].greeting, std::chrono::milliseconds(2500));
    EXPECT_EQ(config->agents[0].desk.recordingMode, 1u);
    EXPECT_EQ(config->agents[0].desk.autoRecordOnEmergency, 1u);
}

TEST(AcdConfiguration, NamesTheMemberThatIsWrong) {
    const std::pair<const char*, const char*> rows[] = {
        {R"([])", "acd is not an object"},
        {R"({"peripherals": 1})", "acd has no member \"peripherals\""},
        {R"({"peripheral": -1})", "acd.peripheral is not a whole number from 0 to 4294967295"},
        {R"({"peripheral": 4294967296})", "acd.peripheral is not a whole number from 0 to 4294967295"},
        {R"({"agents": {}})", "acd.agents is not a list"},
        {R"({"agents": [1]})", "acd.agents[0] is not an object"},
        {R"({"agents": [{"id": "1001"}, {"id": 2}]})", "acd.agents[1].id is not a text"},
        {R"({"agents": [{"id": "1001", "desk": {"wrapupIncoming": "never"}}]})",
         "acd.agents[0].desk.wrapupIncoming is not one of the words known here"},
        {R"({"agents": [{"id": "1001", "desk": {"colour": 1}}]})", "acd.agents[0].desk has no member \"colour\""},
        {R"({"agents": [{"id": "1001", "skillGroups": [-1]}]})",
         "acd.agents[0].skillGroups holds something that is not a whole number from 0 up"},
        {R"({"agents": [{"id": "1001", "skillGroups": [9]}]})", "acd: agent 1001 has a skill group that is not there"},
        {R"({"agents": [{"id": "1001"}, {"id": "1001"}]})", "acd: agent 1001 is there twice"},
        {R"({"agents": [{"id": ""}]})", "acd: an empty agent"},
        {R"({"agents": [{"id": "123456789012"}]})", "acd: agent 123456789012 is longer than 11 characters"},
        {R"({"timers": {"delivery": "soon"}})", "acd.timers.delivery is not a number of seconds"},
        {R"({"timers": {"delivery": -1}})", "acd.timers.delivery is not a number of seconds"},
        {R"({"queues": [{"name": "A", "dialedNumber": "1", "skillGroup": 7}]})",
         "acd: queue A has a skill group that is not there"},
        {R"({"agents": [{"id": "1001", "desk": {"wrapupOutgoing": "required with data"}}]})",
         "acd: agent 1001 has a wrap-up mode that is not there"},
        {R"({"teams": [{"id": 1, "name": "A", "primarySupervisor": "1001"}, {"id": 2, "name": "B"}]})",
         "acd: team A is led by an agent who is no supervisor"},
        {R"({"recordGreetingNumber": "8001"})", "acd: dialled number 8001 is there twice"},
        {R"({"peripheralType": "Galaxy"})", "acd.peripheralType is not one of the words known here"},
        {R"({"preCall": "perhaps"})", "acd.preCall is not one of the words known here"},
        {R"({"variesEventOrder": 1})", "acd.variesEventOrder is neither true nor false"},
    };
    for (const auto& [text, error] : rows) {
        const auto config = configFromJson(json::parse(text));
        ASSERT_FALSE(config) << text;
        EXPECT_EQ(config.error(), error) << text;
    }
}

} // namespace callwright::simulator
