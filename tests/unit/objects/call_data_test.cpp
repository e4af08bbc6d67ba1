#include "cil/objects/call_data.h"
#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class CallData : public SessionFixture {
protected:
    void SetUp() override { talk(); }
    Arguments change(const char* value) { return {{keyword::CallVariable1, QString::fromLatin1(value)}}; }
};

TEST_F(CallData, IsPendingUntilTheServerConfirmsIt) {
    ASSERT_TRUE(onlyCall().setCallData(change("new")));
    EXPECT_EQ(onlyCall().pendingData().toString(keyword::CallVariable1), QStringLiteral("new"));
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("88-1204"));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::SET_CALL_DATA_REQ);
    EXPECT_EQ(request.text(Field::CallVariable1), "new");
    EXPECT_EQ(request.number(Field::CallType), 1U); // as last reported
    EXPECT_FALSE(request.text(Field::CallVariable2));
    confirmLast(MessageType::SET_CALL_DATA_REQ);
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("new"));
    EXPECT_TRUE(onlyCall().pendingData().isEmpty());
    EXPECT_EQ(names(), list({"OnSetCallDataConf"}));
}

TEST_F(CallData, ThatIsRefusedIsForgotten) {
    ASSERT_TRUE(onlyCall().setCallData(change("new")));
    settle();
    peer().fail(peer().last(MessageType::SET_CALL_DATA_REQ), protocol::StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    settle();
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("88-1204"));
    EXPECT_TRUE(onlyCall().pendingData().isEmpty());
    EXPECT_EQ(count(EventId::OnCallControlFailureConf), 1U);
}

TEST_F(CallData, ThatNobodyAnswersIsAskedFor) {
    ASSERT_TRUE(onlyCall().setCallData(change("new")));
    clock.advance(std::chrono::seconds(16));
    EXPECT_TRUE(onlyCall().pendingData().isEmpty());
    ASSERT_EQ(peer().count(MessageType::SNAPSHOT_CALL_REQ), 1U);
    answerCall({});
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("from the snapshot"));
}

TEST_F(CallData, OfTwoChangesTheLaterStaysPendingWhenTheFirstIsAnswered) {
    const CilResult first = onlyCall().setCallData(change("one"));
    ASSERT_TRUE(onlyCall().setCallData(change("two")));
    EXPECT_EQ(onlyCall().pendingData().toString(keyword::CallVariable1), QStringLiteral("two"));
    settle();
    peer().confirm(MessageType::SET_CALL_DATA_CONF, first.invokeId);
    settle();
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("one"));
    EXPECT_EQ(onlyCall().pendingData().toString(keyword::CallVariable1), QStringLiteral("two"));
}

TEST_F(CallData, ThatIsNoneOfAPersonsBusinessIsRefused) {
    EXPECT_EQ(onlyCall().setCallData({{keyword::ConnectionCallID, 1}}).code, CilCode::InvalidArgument);
    EXPECT_EQ(onlyCall().setCallData({}).code, CilCode::MissingArgument);
    EXPECT_EQ(onlyCall().setCallData(change("forty-one characters are one too many ....")).code,
              CilCode::InvalidArgument);
    Arguments snowman{{keyword::CallVariable1, QStringLiteral("\u2603")}};
    EXPECT_EQ(onlyCall().setCallData(snowman).code, CilCode::InvalidArgument); // not in Windows-1252
    EXPECT_TRUE(onlyCall().pendingData().isEmpty());
    EXPECT_EQ(peer().count(MessageType::SET_CALL_DATA_REQ), 0U);
}

TEST_F(CallData, OneChangedEccVariableTakesTheOthersAlong) {
    auto update = callEvent(MessageType::CALL_DATA_UPDATE_EVENT);
    update.set(Field::NewConnectionCallID, protocol::NULL_CALL_ID)
        .setNamed("user.account", "12")
        .setNamed("user.line", "a", 0);
    peer().send(update);
    settle();
    Arguments ecc;
    ecc.set(u"user.account", QStringLiteral("13"));
    ASSERT_TRUE(onlyCall().setCallData({{keyword::ECC, ecc}}));
    settle();
    const auto request = peer().last(MessageType::SET_CALL_DATA_REQ).view();
    EXPECT_EQ(request.number(Field::NumNamedVariables), 1U);
    EXPECT_EQ(request.number(Field::NumNamedArrays), 1U);
    ASSERT_TRUE(request.find(Field::NamedVariable));
    EXPECT_EQ(request.find(Field::NamedVariable)->named()->value, "13");
}

TEST_F(CallData, AnEccVariableChangedWhileAnotherIsPendingTakesThatAlongToo) {
    ASSERT_TRUE(onlyCall().setCallData({{keyword::ECC, Arguments().set(u"user.account", QStringLiteral("13"))}}));
    ASSERT_TRUE(onlyCall().setCallData({{keyword::ECC, Arguments().set(u"user.city", QStringLiteral("Rome"))}}));
    settle();
    EXPECT_EQ(peer().last(MessageType::SET_CALL_DATA_REQ).view().number(Field::NumNamedVariables), 2U);
    const Arguments* pending = onlyCall().pendingData().arguments(keyword::ECC);
    ASSERT_TRUE(pending);
    EXPECT_EQ(pending->size(), 2U);
}

TEST_F(CallData, ChangedBySomebodyElseIsPublishedAndKept) {
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT)
                    .set(Field::NewConnectionCallID, protocol::NULL_CALL_ID)
                    .set(Field::CallVariable3, std::string_view("theirs")));
    settle();
    EXPECT_EQ(names(), list({"OnCallDataUpdate"}));
    EXPECT_EQ(last(EventId::OnCallDataUpdate).toString(keyword::CallVariable3), QStringLiteral("theirs"));
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable3), QStringLiteral("theirs"));
}

} // namespace
} // namespace callwright::testing
