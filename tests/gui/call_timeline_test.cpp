#include "tests/gui/call_samples.h"
#include "ui/calls/call_timeline.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::columnOf;
using test::consultingPair;
using test::ringingCall;
using test::talkingCall;

PartyView self() { return {QStringLiteral("3101"), CallStatus::Connect, true}; }

PartyView other(const char* number) { return {QLatin1String(number), CallStatus::Connect, false}; }

class CallTimelineTest : public testing::Test {
protected:
    void happens(EventId event, const CallView& call, Arguments arguments = {}, std::vector<CallView> others = {}) {
        arguments.set(keyword::UniqueObjectID, call.id);
        others.insert(others.begin(), call);
        timeline.note(event, arguments, others, Milliseconds(++now));
    }
    QStringList story(const QString& id) const {
        QStringList words;
        for (const TimelineEntry& entry : timeline.of(id))
            words += entry.text;
        return words;
    }
    QString last(const QString& id) const { return story(id).isEmpty() ? QString() : story(id).back(); }

    static std::vector<GridColumn> columns() {
        GridColumn order = columnOf(QStringLiteral("Var1"));
        order.header = QStringLiteral("Order");
        return {order};
    }

    CallTimeline timeline{columns()};
    qint64 now = 0;
};

TEST_F(CallTimelineTest, anIncomingCallIsToldFromItsBeginningToItsEnd) {
    CallView call = ringingCall(QStringLiteral("a"));
    call.data.set(keyword::CallType, std::uint16_t(1)).set(keyword::AlertingDeviceID, QStringLiteral("3101"));
    call.status = CallStatus::Null;
    happens(EventId::OnCallBegin, call);
    call.status = CallStatus::Alerting;
    happens(EventId::OnCallDelivered, call);
    call.status = CallStatus::Connect;
    happens(EventId::OnCallEstablished, call);
    call.status = CallStatus::Held;
    happens(EventId::OnCallHeld, call);
    call.status = CallStatus::Connect;
    happens(EventId::OnCallRetrieved, call);
    happens(EventId::OnCallStartRecordingConf, call);
    happens(EventId::OnSendDTMFConf, call);
    happens(EventId::OnCallStopRecordingConf, call);
    call.ended = true;
    call.status = CallStatus::Null;
    happens(EventId::OnCallEnd, call);
    EXPECT_EQ(story(QStringLiteral("a")),
              (QStringList{QStringLiteral("Call from a queue: 4155550134"), QStringLiteral("Rang at 3101"),
                           QStringLiteral("You answered"), QStringLiteral("On hold"), QStringLiteral("Off hold"),
                           QStringLiteral("Recording started"), QStringLiteral("Tones sent"),
                           QStringLiteral("Recording stopped"), QStringLiteral("Ended")}));
    EXPECT_EQ(timeline.of(QStringLiteral("a")).front().wallTime, Milliseconds(1));
}

TEST_F(CallTimelineTest, anOutgoingCallIsToldFromThisSide) {
    CallView call = ringingCall(QStringLiteral("a"));
    call.incoming = false;
    call.status = CallStatus::Initiate;
    call.data.set(keyword::DialedNumber, QStringLiteral("3102")).set(keyword::AlertingDeviceID, QStringLiteral("3102"));
    happens(EventId::OnCallBegin, call);
    happens(EventId::OnCallServiceInitiatedEvent, call);
    happens(EventId::OnCallOriginated, call);
    happens(EventId::OnCallDelivered, call);
    call.status = CallStatus::Connect;
    call.data.set(keyword::AnsweringDeviceID, QStringLiteral("3102"));
    happens(EventId::OnCallEstablished, call);
    EXPECT_EQ(story(QStringLiteral("a")),
              (QStringList{QStringLiteral("Outgoing: 3102"), QStringLiteral("Dialled 3102"),
                           QStringLiteral("Rang at 3102"), QStringLiteral("3102 answered")}));
}

TEST_F(CallTimelineTest, aConsultTransferIsToldAtTheOriginal) {
    auto [original, consult] = consultingPair();
    CallView before = original;
    before.counterpart.clear();
    before.awaited = ConsultPurpose::None;
    happens(EventId::OnCallHeld, before);
    happens(EventId::OnCallBegin, consult, {}, {original});
    EXPECT_EQ(last(QStringLiteral("original")), QLatin1String("Consulting with 3102"));
    CallView over = original;
    over.status = CallStatus::Null;
    over.counterpart.clear();
    over.counterpartParty.clear();
    happens(EventId::OnCallTransferred, over);
    EXPECT_EQ(last(QStringLiteral("original")), QLatin1String("Transferred to 3102"));
}

TEST_F(CallTimelineTest, whyACallFailedIsSaid) {
    CallView call = talkingCall(QStringLiteral("a"));
    call.status = CallStatus::Fail;
    call.failure = QStringLiteral("The number is busy.");
    happens(EventId::OnCallFailed, call);
    EXPECT_EQ(last(QStringLiteral("a")), QLatin1String("The call failed: The number is busy."));
}

TEST_F(CallTimelineTest, whoJoinsAndLeavesAConferenceIsNamed) {
    CallView call = talkingCall(QStringLiteral("a"));
    call.parties = {self(), other("4155550134")};
    happens(EventId::OnCallEstablished, call);
    call.isConference = true;
    call.parties = {self(), other("4155550134"), other("3102")};
    happens(EventId::OnCallConferenced, call);
    EXPECT_EQ(story(QStringLiteral("a")).mid(1),
              (QStringList{QStringLiteral("Conference of 3: 4155550134, 3102"), QStringLiteral("3102 joined")}));
    call.isConference = false;
    call.parties = {self(), other("3102")};
    happens(EventId::OnCallConnectionCleared, call);
    EXPECT_EQ(last(QStringLiteral("a")), QLatin1String("4155550134 left"));
}

TEST_F(CallTimelineTest, whoHungUpFirstIsSaid) {
    CallView call = talkingCall(QStringLiteral("a"));
    call.parties = {self(), other("4155550134")};
    happens(EventId::OnCallEstablished, call);
    CallView alone = call;
    alone.parties = {self()};
    happens(EventId::OnCallConnectionCleared, alone);
    EXPECT_EQ(last(QStringLiteral("a")), QLatin1String("4155550134 hung up"));

    CallView left = call;
    left.id = QStringLiteral("b");
    happens(EventId::OnCallEstablished, left);
    left.status = CallStatus::Null;
    happens(EventId::OnCallConnectionCleared, left);
    EXPECT_EQ(last(QStringLiteral("b")), QLatin1String("You hung up"));
}

TEST_F(CallTimelineTest, changedDataIsNamedAsTheSettingsNameIt) {
    CallView call = talkingCall(QStringLiteral("a"));
    happens(EventId::OnCallEstablished, call);
    call.data.set(keyword::CallVariable1, QStringLiteral("99")).set(keyword::CallVariable2, QStringLiteral("x"));
    happens(EventId::OnCallDataUpdate, call);
    EXPECT_EQ(last(QStringLiteral("a")), QLatin1String("Changed: Order, Call variable 2"));
    const auto count = story(QStringLiteral("a")).size();
    happens(EventId::OnCallDataUpdate, call); // nothing that a person would see
    EXPECT_EQ(story(QStringLiteral("a")).size(), count);
}

TEST_F(CallTimelineTest, aRefusedRequestIsPartOfTheStory) {
    const CallView call = talkingCall(QStringLiteral("a"));
    happens(EventId::OnCallControlFailureConf, call,
            Arguments()
                .set(keyword::MessageType, std::uint32_t(64))
                .set(keyword::ErrorMessage, QStringLiteral("The line is busy. Try again. (CF_X)")));
    EXPECT_EQ(last(QStringLiteral("a")), QLatin1String("The transfer was not made: The line is busy."));
}

TEST_F(CallTimelineTest, whatNoEventTellsIsToldByTheState) {
    CallView call = talkingCall(QStringLiteral("a"));
    happens(EventId::OnSnapshotCallConf, call); // after a reconnect, without a beginning
    EXPECT_EQ(story(QStringLiteral("a")), QStringList{QStringLiteral("Talking")});
    call.confirmed = false;
    happens(EventId::OnConnectionFailure, call);
    EXPECT_TRUE(last(QStringLiteral("a")).contains(QLatin1String("Not confirmed")));
}

TEST_F(CallTimelineTest, followsARenameAndForgets) {
    happens(EventId::OnCallDelivered, ringingCall(QStringLiteral("a")));
    timeline.rename(QStringLiteral("a"), QStringLiteral("b"));
    timeline.rename(QStringLiteral("never there"), QStringLiteral("c"));
    CallView call = talkingCall(QStringLiteral("b"));
    happens(EventId::OnCallEstablished, call);
    EXPECT_EQ(story(QStringLiteral("b")).size(), 2);
    EXPECT_TRUE(story(QStringLiteral("a")).isEmpty());
    timeline.forget(QStringLiteral("b"));
    EXPECT_TRUE(story(QStringLiteral("b")).isEmpty());
}

} // namespace
} // namespace callwright
