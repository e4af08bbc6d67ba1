#include "cil/protocol/tables.h"
#include "cil/service/enablement.h"
#include "tests/unit/service/tsv.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using namespace enablement;

std::uint32_t bit(const std::string& name) {
    static const std::map<std::string, std::uint32_t> bits{
        {"ANSWER", ENABLE_ANSWER},
        {"MAKECALL", ENABLE_MAKECALL},
        {"RECORD", ENABLE_RECORD},
        {"LOGOUT", ENABLE_LOGOUT},
        {"LOGOUT_WITH_REASON", ENABLE_LOGOUT_WITH_REASON},
        {"READY", ENABLE_READY},
        {"NOTREADY", ENABLE_NOTREADY},
        {"NOTREADY_WITH_REASON", ENABLE_NOTREADY_WITH_REASON},
        {"WORKREADY", ENABLE_WORKREADY},
        {"WORKNOTREADY", ENABLE_WORKNOTREADY},
    };
    return bits.at(name);
}

std::uint32_t bits(const std::string& names) {
    std::istringstream stream(names);
    std::uint32_t mask = 0;
    for (std::string name; stream >> name;) {
        mask |= bit(name);
    }
    return mask;
}

std::uint32_t number(const std::string& text) {
    return text.empty() ? 0 : static_cast<std::uint32_t>(std::stoul(text, nullptr, 0));
}

EnablementInput inputOf(const Row& row) {
    EnablementInput input;
    if (const std::string& state = row.at("agent_state"); !state.empty()) {
        input.agentState =
            static_cast<protocol::AgentState>(protocol::enumValue("AgentState", "AGENT_STATE_" + state).value());
    }
    if (const std::string& status = row.at("call_status"); !status.empty()) {
        input.call = EnablementCall{static_cast<protocol::LocalConnectionState>(
                                        protocol::enumValue("LocalConnectionState", "LCS_" + status).value()),
                                    row.at("inbound") == "yes"};
    }
    if (!row.at("desk_mask").empty()) {
        input.desk = DeskSettings{number(row.at("desk_mask")),
                                  static_cast<protocol::WrapupDataMode>(number(row.at("incoming_wrapup"))),
                                  static_cast<protocol::WrapupDataMode>(number(row.at("outgoing_wrapup")))};
    }
    input.isSupervisor = row.at("supervisor") == "yes";
    input.recordingEnabled = row.at("recording") == "yes";
    return input;
}

std::uint32_t maskOf(const Row& row) {
    const EnablementInput input = inputOf(row);
    if (row.at("part") == "agent") {
        return agentMask(input);
    }
    return row.at("part") == "call" ? callMask(input) : enablementMask(input);
}

class EnablementMatrix : public testing::TestWithParam<Row> {};

TEST_P(EnablementMatrix, HasTheBitsOfItsRow) {
    const Row& row = GetParam();
    const std::uint32_t mask = maskOf(row);
    if (!row.at("mask").empty()) {
        EXPECT_EQ(mask, number(row.at("mask"))) << row.at("row") << std::hex << ": got 0x" << mask;
    }
    EXPECT_EQ(mask & bits(row.at("on")), bits(row.at("on"))) << row.at("row") << std::hex << ": got 0x" << mask;
    EXPECT_EQ(mask & bits(row.at("off")), 0U) << row.at("row") << std::hex << ": got 0x" << mask;
}

std::string testName(const testing::TestParamInfo<Row>& info) {
    std::string name = "Section" + info.param.at("section") + "_";
    for (const char c : info.param.at("row")) {
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Facts, EnablementMatrix, testing::ValuesIn(readTsv("service/enablement.tsv")), testName);

TEST(Enablement, EffectiveMaskIsTheOrOfBothPartsUnderTheSwitchesAbilities) {
    EnablementInput input;
    input.agentState = protocol::AgentState::AGENT_STATE_NOT_READY;
    input.call = EnablementCall{protocol::LocalConnectionState::LCS_CONNECT, true};
    EXPECT_EQ(enablementMask(input), (agentMask(input) | callMask(input)) & 0x7F3F1BFFU);
    input.switchCapabilityMask = ENABLE_READY | ENABLE_RELEASE;
    EXPECT_EQ(enablementMask(input), ENABLE_READY | ENABLE_RELEASE);
}

TEST(Enablement, DisableAllCountsAsNothing) {
    EXPECT_TRUE(isEnabled(ENABLE_ANSWER | ENABLE_CHAT, ENABLE_ANSWER));
    EXPECT_FALSE(isEnabled(ENABLE_ANSWER, ENABLE_RELEASE));
    EXPECT_FALSE(isEnabled(ENABLE_ANSWER | DISABLE_ALL, ENABLE_ANSWER));
    EXPECT_TRUE(isEnabled(ENABLE_NOTREADY_WITH_REASON, ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON));
}

TEST(Enablement, BitsHaveTheNumbersOfTheFacts) {
    std::map<std::string, std::uint32_t> bitsByName;
    for (const Row& row : readTsv("service/enablement_bits.tsv")) {
        bitsByName[row.at("name")] = number(row.at("value"));
    }
    ASSERT_EQ(bitsByName.size(), 34U);
#define CALLWRIGHT_BIT(name) EXPECT_EQ(bitsByName.at(#name), static_cast<std::uint32_t>(name)) << #name
    CALLWRIGHT_BIT(DISABLE_ALL);
    CALLWRIGHT_BIT(ENABLE_ANSWER);
    CALLWRIGHT_BIT(ENABLE_RELEASE);
    CALLWRIGHT_BIT(ENABLE_HOLD);
    CALLWRIGHT_BIT(ENABLE_RETRIEVE);
    CALLWRIGHT_BIT(ENABLE_MAKECALL);
    CALLWRIGHT_BIT(ENABLE_TRANSFER_INIT);
    CALLWRIGHT_BIT(ENABLE_TRANSFER_COMPLETE);
    CALLWRIGHT_BIT(ENABLE_SINGLE_STEP_TRANSFER);
    CALLWRIGHT_BIT(ENABLE_CONFERENCE_INIT);
    CALLWRIGHT_BIT(ENABLE_CONFERENCE_COMPLETE);
    CALLWRIGHT_BIT(ENABLE_SINGLE_STEP_CONFERENCE);
    CALLWRIGHT_BIT(ENABLE_ALTERNATE);
    CALLWRIGHT_BIT(ENABLE_RECONNECT);
    CALLWRIGHT_BIT(ENABLE_WRAPUP);
    CALLWRIGHT_BIT(ENABLE_INSIDE_MAKECALL);
    CALLWRIGHT_BIT(ENABLE_OUTSIDE_MAKECALL);
    CALLWRIGHT_BIT(ENABLE_SUPERVISOR_ASSIST);
    CALLWRIGHT_BIT(ENABLE_EMERGENCY_CALL);
    CALLWRIGHT_BIT(ENABLE_BAD_LINE_CALL);
    CALLWRIGHT_BIT(ENABLE_STATISTICS);
    CALLWRIGHT_BIT(ENABLE_CHAT);
    CALLWRIGHT_BIT(ENABLE_RECORD);
    CALLWRIGHT_BIT(ENABLE_LOGIN);
    CALLWRIGHT_BIT(ENABLE_LOGOUT);
    CALLWRIGHT_BIT(ENABLE_LOGOUT_WITH_REASON);
    CALLWRIGHT_BIT(ENABLE_READY);
    CALLWRIGHT_BIT(ENABLE_NOTREADY);
    CALLWRIGHT_BIT(ENABLE_NOTREADY_WITH_REASON);
    CALLWRIGHT_BIT(ENABLE_WORKREADY);
    CALLWRIGHT_BIT(ENABLE_WORKNOTREADY);
    CALLWRIGHT_BIT(DISABLE_READY);
    CALLWRIGHT_BIT(DISABLE_NOTREADY);
    CALLWRIGHT_BIT(DISABLE_WORKREADY);
#undef CALLWRIGHT_BIT
}

} // namespace
} // namespace callwright::service
