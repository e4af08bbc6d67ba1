#include "cil/protocol/tables.h"
#include "cil/service/enablement.h"
#include "tests/unit/service/tsv.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using namespace enablement;

std::uint32_t number(const std::string& text) {
    return text.empty() ? 0 : static_cast<std::uint32_t>(std::stoul(text, nullptr, 0));
}

const std::map<std::string, std::uint32_t>& bitsByName() {
    static const std::map<std::string, std::uint32_t> bits = [] {
        std::map<std::string, std::uint32_t> byName;
        for (const Row& row : readTsv("service/enablement_bits.tsv")) {
            byName[row.at("name")] = number(row.at("value"));
        }
        return byName;
    }();
    return bits;
}

std::uint32_t bits(const std::string& names) {
    std::istringstream stream(names);
    std::uint32_t mask = 0;
    for (std::string name; stream >> name;) {
        mask |= bitsByName().at("ENABLE_" + name);
    }
    return mask;
}

CallRole role(const std::string& name) {
    static const std::map<std::string, CallRole> roles{
        {"", CallRole::Plain},
        {"ConsultForTransfer", CallRole::ConsultForTransfer},
        {"ConsultForConference", CallRole::ConsultForConference},
        {"ConsultForBoth", CallRole::ConsultForBoth},
        {"Conference", CallRole::Conference},
        {"BargedIn", CallRole::BargedIn},
        {"SilentMonitor", CallRole::SilentMonitor},
    };
    return roles.at(name);
}

std::optional<EnablementCall> call(const std::string& status, const std::string& roleName) {
    if (status.empty()) {
        return std::nullopt;
    }
    EnablementCall result;
    result.status = valueOf<protocol::LocalConnectionState>("LocalConnectionState", "LCS_" + status);
    result.role = role(roleName);
    return result;
}

EnablementInput inputOf(const Row& row) {
    EnablementInput input;
    if (const std::string& state = row.at("agent_state"); !state.empty()) {
        input.agentState = valueOf<protocol::AgentState>("AgentState", "AGENT_STATE_" + state);
    }
    input.call = call(row.at("call_status"), row.at("role"));
    if (input.call) {
        input.call->isInbound = row.at("inbound") == "yes";
        input.call->isController = row.at("controller") == "yes";
        input.call->isOffSwitch = row.at("off_switch") == "yes";
    }
    input.other = call(row.at("other_status"), row.at("other_role"));
    if (!row.at("desk_mask").empty()) {
        input.desk = DeskSettings{number(row.at("desk_mask")),
                                  static_cast<protocol::WrapupDataMode>(number(row.at("incoming_wrapup"))),
                                  static_cast<protocol::WrapupDataMode>(number(row.at("outgoing_wrapup")))};
    }
    if (const std::string& peripheral = row.at("peripheral"); !peripheral.empty()) {
        input.peripheral = valueOf<protocol::PeripheralType>("PeripheralType", peripheral);
    }
    input.isSupervisor = row.at("supervisor") == "yes";
    input.recordingEnabled = row.at("recording") == "yes";
    input.anyPartyMayConference = row.at("any_party") != "no";
    return input;
}

std::uint32_t maskOf(const Row& row) {
    const EnablementInput input = inputOf(row);
    if (row.at("part") == "agent") {
        return agentMask(input);
    }
    return row.at("part") == "call" ? callMask(input) : enablementMask(input);
}

bool isMaskRow(const Row& row) {
    const std::string& part = row.at("part");
    return part == "agent" || part == "call" || part == "both";
}

std::vector<Row> rowsOf(bool (*isWanted)(const Row&)) {
    std::vector<Row> rows = readTsv("service/enablement.tsv");
    std::erase_if(rows, [isWanted](const Row& row) { return !isWanted(row); });
    return rows;
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
    EXPECT_FALSE(row.at("mask").empty() && row.at("on").empty() && row.at("off").empty()) << "a row that says nothing";
}

INSTANTIATE_TEST_SUITE_P(Facts, EnablementMatrix, testing::ValuesIn(rowsOf(isMaskRow)),
                         [](const auto& row) { return enablementTestName(row.param); });

TEST(Enablement, CapabilitiesOfUnifiedCceLackSixBits) {
    const std::uint32_t lacking = bits("SINGLE_STEP_CONFERENCE WRAPUP INSIDE_MAKECALL OUTSIDE_MAKECALL WORKNOTREADY") |
                                  bitsByName().at("DISABLE_ALL");
    std::uint32_t known = 0;
    for (const auto& [name, value] : bitsByName()) {
        known |= name == "DISABLE_ALL" || name.starts_with("ENABLE_") ? value : 0U;
    }
    EXPECT_EQ(EnablementInput().switchCapabilityMask, known & ~lacking);
}

TEST(Enablement, DeskSettingsHaveNoOtherSay) {
    namespace Desk = protocol::DeskSettingsMask;
    constexpr std::uint32_t knownToDecide =
        Desk::DESK_IDLE_REASON_REQUIRED_MASK | Desk::DESK_LOGOUT_REASON_REQUIRED_MASK |
        Desk::DESK_SUPERVISOR_CALLS_ALLOWED_MASK | Desk::DESK_AUTO_ANSWER_ENABLED_MASK;
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1U) {
        if ((bit & knownToDecide) != 0) {
            continue;
        }
        EnablementInput input;
        input.agentState = protocol::AgentState::AGENT_STATE_NOT_READY;
        input.call = EnablementCall{protocol::LocalConnectionState::LCS_CONNECT, true};
        input.desk = DeskSettings{Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED, {}, {}};
        const std::uint32_t without = enablementMask(input);
        input.desk->mask |= bit;
        EXPECT_EQ(enablementMask(input), without) << std::hex << bit;
    }
}

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
    ASSERT_EQ(bitsByName().size(), 34U);
#define CALLWRIGHT_BIT(name) EXPECT_EQ(bitsByName().at(#name), static_cast<std::uint32_t>(name)) << #name
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
