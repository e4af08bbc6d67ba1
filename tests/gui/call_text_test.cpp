#include "cil/objects/protocol_names.h"
#include "tests/gui/call_samples.h"
#include "ui/text/call_text.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::consultingPair;
using test::ringingCall;
using test::talkingCall;

TEST(CallText, everyTypeOfCallHasWords) {
    int named = 0;
    for (std::uint32_t type = 0; type < 100; ++type) {
        const QString text = callTypeText(type);
        const bool isKnown = !protocolName("CallType", type).isEmpty();
        named += isKnown;
        EXPECT_EQ(text.endsWith(QString::number(type)), !isKnown) << type << text.toStdString();
        EXPECT_FALSE(text.contains(QLatin1Char('_'))) << text.toStdString();
    }
    EXPECT_GT(named, 40);
}

TEST(CallText, aConsultationAndItsOriginalSayWhatTheyAreForEachOther) {
    const auto [original, consult] = consultingPair();
    EXPECT_EQ(callLook(original).text, QLatin1String("Waiting for transfer"));
    EXPECT_EQ(callLook(consult).text, QLatin1String("Consulting"));
    EXPECT_EQ(relationText(consult), QLatin1String("Consulting with 3102 about the call with 4155550134."));
    EXPECT_EQ(relationText(original), QLatin1String("The call with 4155550134 that you consult 3102 about."));
    EXPECT_TRUE(relationText(talkingCall()).isEmpty());
}

TEST(CallText, afterASwapTheOriginalTalksAndTheConsultationIsOnHold) {
    auto [original, consult] = consultingPair();
    std::swap(original.status, consult.status);
    EXPECT_EQ(callLook(original).text, QLatin1String("Talking"));
    EXPECT_EQ(callLook(consult).text, QLatin1String("On hold"));
}

TEST(CallText, whatIsNotConfirmedSaysSoInEveryState) {
    auto [original, consult] = consultingPair();
    original.confirmed = false;
    EXPECT_EQ(callLook(original).text, QLatin1String("Waiting for transfer, not confirmed"));
}

TEST(CallText, aConferenceShowsHowManyAndWho) {
    CallView call = talkingCall();
    call.isConference = true;
    call.parties = {{QStringLiteral("3101"), CallStatus::Connect, true},
                    {QStringLiteral("4155550134"), CallStatus::Connect, false},
                    {QString(), CallStatus::Connect, false}};
    EXPECT_EQ(otherParty(call), QLatin1String("Conference of 3: 4155550134, unknown number"));
}

TEST(CallText, theQueueIsNamedAsCloselyAsIsKnown) {
    CallView call = ringingCall();
    EXPECT_EQ(queueText(call), QLatin1String("Billing"));
    call.data.set(keyword::DialedNumber, QStringLiteral("8005550100"));
    EXPECT_EQ(queueText(call), QLatin1String("8005550100"));
    call.data.set(keyword::ServiceNumber, std::uint32_t(5));
    EXPECT_EQ(queueText(call), QLatin1String("Service 5"));
    call.data.set(keyword::SkillGroupNumber, std::uint32_t(0xFFFFFFFF)); // none
    EXPECT_EQ(queueText(call), QLatin1String("Service 5"));
    call.data.set(keyword::SkillGroupNumber, std::uint32_t(12));
    EXPECT_EQ(queueText(call), QLatin1String("Group 12"));
    call.data.set(keyword::CallType, std::uint16_t(10)); // CALLTYPE_AGENT_INSIDE
    EXPECT_EQ(queueText(call), QLatin1String("Inside"));
    call.incoming = false;
    EXPECT_TRUE(queueText(call).isEmpty());
}

TEST(CallText, announcedCallsAreSaidWithTheirCaller) {
    EXPECT_TRUE(announcementText({}).isEmpty());
    EXPECT_EQ(announcementText({Arguments()}), QLatin1String("A call is on its way."));
    const Arguments one = Arguments().set(keyword::ANI, QStringLiteral("4155550134"));
    EXPECT_EQ(announcementText({one}), QLatin1String("A call from 4155550134 is on its way."));
    EXPECT_TRUE(announcementText({one, one}).startsWith(QLatin1Char('2')));
}

} // namespace
} // namespace callwright
