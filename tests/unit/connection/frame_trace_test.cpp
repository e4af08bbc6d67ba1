#include "cil/connection/frame_trace.h"
#include "tests/support/fake_peer.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using namespace protocol;

struct FrameTraceTest : ::testing::TestWithParam<Version> {};

TEST_P(FrameTraceTest, ShowsTheMessageInOneLineAndHidesSecrets) {
    MessageBuilder message(MessageType::OPEN_REQ, GetParam());
    message.set(Field::ClientID, "5000.1001").set(Field::ClientPassword, "Geheim!").set(Field::AgentID, "1001");
    const QString text = describeFrame(testing::bytesOf(message), GetParam());
    EXPECT_TRUE(text.contains(u"OPEN_REQ"));
    EXPECT_TRUE(text.contains(u"5000.1001"));
    EXPECT_FALSE(text.contains(u"Geheim"));
    EXPECT_FALSE(text.contains(QString::fromLatin1(QByteArray("Geheim").toHex())));
    EXPECT_EQ(text.count(u'\n'), 0);
}

TEST_P(FrameTraceTest, DoesNotShowTheBytesOfWhatItCannotRead) {
    MessageBuilder message(MessageType::SET_AGENT_STATE_REQ, GetParam());
    QByteArray frame = testing::bytesOf(message.set(Field::AgentPassword, "Geheim!"));
    frame.chop(1); // the last field runs over the end
    frame[3] = static_cast<char>(frame[3] - 1);
    const QString text = describeFrame(frame, GetParam());
    EXPECT_FALSE(text.contains(u"Geheim"));
    EXPECT_FALSE(text.contains(QString::fromLatin1(QByteArray("Geheim").toHex())));
    EXPECT_TRUE(text.contains(u"E_CTI_"));
}

INSTANTIATE_TEST_SUITE_P(Versions, FrameTraceTest, ::testing::Values(13, 19, 20, 25));

} // namespace
} // namespace callwright
