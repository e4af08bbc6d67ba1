#include "cil/connection/open_request.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/validate.h"

#include <gtest/gtest.h>

#include <optional>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

OpenParameters everything() {
    OpenParameters parameters;
    parameters.services = 7;
    parameters.callMsgMask = 0xFFFFFFFF;
    parameters.agentStateMask = 0x3FF;
    parameters.configMsgMask = 0x3FF;
    parameters.peripheralId = 5000;
    parameters.clientId = QStringLiteral("5000.1001");
    parameters.clientSignature = QStringLiteral("Callwright");
    parameters.agentExtension = QStringLiteral("4101");
    parameters.agentId = QStringLiteral("1001");
    parameters.agentInstrument = QStringLiteral("3101");
    return parameters;
}

struct OpenRequestTest : ::testing::TestWithParam<Version> {
    MessageView decode(const Result<std::vector<std::byte>>& built) {
        EXPECT_TRUE(built.has_value());
        frame = built.value();
        decoder.emplace(GetParam());
        const auto message = decoder->decode(frame);
        EXPECT_TRUE(message.has_value());
        return message.value();
    }
    std::vector<std::byte> frame;
    std::optional<Decoder> decoder;
};

TEST_P(OpenRequestTest, IsWhatTheTablesAskForAtEveryVersion) {
    const MessageView message = decode(buildOpenRequest(everything(), GetParam(), CodePage::Windows1252, 90s, 42));
    EXPECT_EQ(message.type(), MessageType::OPEN_REQ);
    EXPECT_EQ(message.number(Field::InvokeID), 42u);
    EXPECT_EQ(message.number(Field::VersionNumber), static_cast<std::uint32_t>(GetParam()));
    EXPECT_EQ(message.number(Field::IdleTimeout), 360u);
    EXPECT_EQ(message.number(Field::PeripheralID), 5000u);
    EXPECT_EQ(message.number(Field::ServicesRequested), 7u);
    EXPECT_EQ(message.number(Field::Reserved1), 0u);
    EXPECT_EQ(message.number(Field::Reserved2), 0u);
    EXPECT_EQ(message.number(Field::Reserved3), 0u);
    EXPECT_EQ(message.text(Field::ClientID), "5000.1001");
    EXPECT_EQ(message.text(Field::ClientSignature), "Callwright");
    EXPECT_EQ(message.text(Field::AgentExtension), "4101");
    EXPECT_EQ(message.text(Field::AgentID), "1001");
    EXPECT_EQ(message.text(Field::AgentInstrument), "3101");
}

TEST_P(OpenRequestTest, GivesAValidatorNothingToObjectTo) {
    OpenParameters parameters = everything();
    parameters.callMsgMask = 0x02FFFFFF;
    const MessageView message = decode(buildOpenRequest(parameters, GetParam(), CodePage::Windows1252, 90s, 42));
    for (const Error& finding : validate(message))
        ADD_FAILURE() << statusCodeName(static_cast<std::uint32_t>(finding.code)) << ": " << finding.detail;
}

TEST_P(OpenRequestTest, LeavesOutMaskBitsTheVersionDoesNotHave) {
    const MessageView message = decode(buildOpenRequest(everything(), GetParam(), CodePage::Windows1252, 90s, 1));
    const std::uint32_t calls = message.number(Field::CallMsgMask, 0);
    EXPECT_EQ((calls & CallMsgMask::CALL_AGENT_GREETING_MASK) != 0, GetParam() >= 15);
    EXPECT_EQ((calls & CallMsgMask::NETWORK_RECORDING_STARTED_MASK) != 0, GetParam() >= 23);
    EXPECT_NE(calls & CallMsgMask::BEGIN_CALL_MASK, 0u);
    const std::uint32_t config = message.number(Field::ConfigMsgMask, 0);
    EXPECT_EQ((config & ConfigMsgMask::CONFIG_MSG_MRD) != 0, GetParam() >= 20);
    EXPECT_EQ((config & ConfigMsgMask::CONFIG_MSG_PERIPHERAL) != 0, GetParam() >= 22);
    EXPECT_EQ((config & ConfigMsgMask::CONFIG_MSG_AGENT_SERVICE_MASK) != 0, GetParam() >= 24);
}

TEST_P(OpenRequestTest, AlwaysCarriesClientIdAndPasswordAndNothingThatIsEmpty) {
    const MessageView message = decode(buildOpenRequest({}, GetParam(), CodePage::Windows1252, 90s, 1));
    EXPECT_TRUE(message.has(Field::ClientID));
    ASSERT_TRUE(message.has(Field::ClientPassword));
    EXPECT_TRUE(message.bytes(Field::ClientPassword)->empty());
    EXPECT_EQ(message.floating().size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Versions, OpenRequestTest, ::testing::Range(oldestVersion, newestVersion + 1));

TEST(IdleTimeout, IsFourIntervalsButAtLeastTwentySecondsAndAllOnesWithoutHeartbeats) {
    EXPECT_EQ(idleTimeoutFor(90s), 360u);
    EXPECT_EQ(idleTimeoutFor(5s), 20u);
    EXPECT_EQ(idleTimeoutFor(1s), 20u);
    EXPECT_EQ(idleTimeoutFor(5100ms), 21u);
    EXPECT_EQ(idleTimeoutFor(0s), 0xFFFFFFFFu);
}

TEST(OpenRequest, SaysWhichTextDoesNotFit) {
    OpenParameters tooLong = everything();
    tooLong.agentId = QStringLiteral("123456789012");
    const auto first = buildOpenRequest(tooLong, 25, CodePage::Windows1252, 90s, 1);
    ASSERT_FALSE(first.has_value());
    EXPECT_EQ(first.error().field, Field::AgentID);

    OpenParameters foreign = everything();
    foreign.clientPassword = QStringLiteral("пароль");
    const auto second = buildOpenRequest(foreign, 25, CodePage::Windows1252, 90s, 1);
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().field, Field::ClientPassword);
    EXPECT_EQ(second.error().detail.find("пароль"), std::string::npos);
    EXPECT_TRUE(buildOpenRequest(foreign, 25, CodePage::Utf8, 90s, 1).has_value());
}

} // namespace
} // namespace callwright
