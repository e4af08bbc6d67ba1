#include "cil/service/configuration.h"
#include "cil/service/generic_requests.h"
#include "tests/unit/objects/session_fixture.h"

#include <set>
#include <string>
#include <vector>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

constexpr auto requestFailed = EventId::OnAgentControlFailureConf;

/// One request, the arguments of it, and what must stand in the frame.
struct GenericCase {
    const char* name;
    std::vector<std::pair<const char*, const char*>> arguments;
    std::vector<std::pair<Field, std::uint32_t>> numbers;
    std::vector<std::pair<Field, const char*>> texts;
};

const std::vector<GenericCase>& cases() {
    static const std::vector<GenericCase> all{
        {"RELEASE_CALL_REQ",
         {{"ConnectionCallID", "77"}, {"ConnectionDeviceIDType", "1"}, {"ConnectionDeviceID", "9001"}},
         {{Field::PeripheralID, 5000}, {Field::ConnectionCallID, 77}, {Field::ConnectionDeviceIDType, 1}},
         {{Field::ConnectionDeviceID, "9001"}}},
        {"CLIENT_EVENT_REPORT_REQ",
         {{"State", "1"}, {"ObjectName", "Recorder"}, {"Text", "the disk is full"}},
         {{Field::State, 1}},
         {{Field::ObjectName, "Recorder"}, {Field::Text, "the disk is full"}}},
        {"MAKE_PREDICTIVE_CALL_REQ",
         {{"OriginatingDeviceID", "7000"}, {"DialedNumber", "5550134"}, {"AnswerDetectTime", "5"}},
         {{Field::PeripheralID, 5000}, {Field::AnswerDetectTime, 5}, {Field::AllocationState, 0}},
         {{Field::OriginatingDeviceID, "7000"}, {Field::DialedNumber, "5550134"}}},
        {"QUERY_DEVICE_INFO_REQ",
         {{"AgentInstrument", "3101"}},
         {{Field::PeripheralID, 5000}, {Field::Reserved, 0}},
         {{Field::AgentInstrument, "3101"}}},
        {"MONITOR_START_REQ",
         {{"PeripheralID", "5001"}, {"MonitoredDeviceID", "3102"}, {"CallMsgMask", "24576"}, {"AgentStateMask", "8"}},
         {{Field::PeripheralID, 5001},
          {Field::ConnectionCallID, 0},
          {Field::ConnectionDeviceIDType, 0xFFFF},
          {Field::MonitoredDeviceType, 76},
          {Field::CallMsgMask, 24576},
          {Field::AgentStateMask, 8}},
         {{Field::MonitoredDeviceID, "3102"}}},
        {"MONITOR_START_REQ",
         {{"ConnectionCallID", "77"}, {"ConnectionDeviceID", "9001"}},
         {{Field::ConnectionCallID, 77}, {Field::MonitoredDeviceType, 0xFFFF}, {Field::AgentStateMask, 0x3FF}},
         {{Field::ConnectionDeviceID, "9001"}}},
        {"MONITOR_STOP_REQ", {{"MonitorID", "9"}}, {{Field::MonitorID, 9}}, {}},
        {"CHANGE_MONITOR_MASK_REQ",
         {{"MonitorID", "9"}, {"CallMsgMask", "1"}, {"AgentStateMask", "0"}},
         {{Field::MonitorID, 9}, {Field::CallMsgMask, 1}, {Field::AgentStateMask, 0}},
         {}},
        {"SESSION_MONITOR_START_REQ", {{"SessionID", "4"}}, {{Field::SessionID, 4}}, {}},
        {"SESSION_MONITOR_STOP_REQ", {{"MonitorID", "5"}}, {{Field::MonitorID, 5}}, {}},
        {"SET_APP_DATA_REQ",
         {{"ApplicationPathID", "5002"}, {"CallVariable3", "gold"}},
         {{Field::ApplicationPathID, 5002}},
         {{Field::CallVariable3, "gold"}}},
        {"SET_DEVICE_ATTRIBUTES_REQ",
         {{"CallingDeviceID", "T17"}, {"CallType", "1"}, {"SkillGroupNumber", "20"}},
         {{Field::PeripheralID, 5000},
          {Field::ServiceNumber, 0xFFFFFFFF},
          {Field::ServiceID, 0xFFFFFFFF},
          {Field::SkillGroupNumber, 20},
          {Field::SkillGroupID, 0xFFFFFFFF},
          {Field::CallType, 1}},
         {{Field::CallingDeviceID, "T17"}}},
        {"REGISTER_SERVICE_REQ",
         {{"ServerMode", "1"}, {"ServiceName", "Cisco:CallRecording"}},
         {{Field::ServerMode, 1}},
         {{Field::ServiceName, "Cisco:CallRecording"}}},
        {"UNREGISTER_SERVICE_REQ", {{"RegisteredServiceID", "3"}}, {{Field::RegisteredServiceID, 3}}, {}},
        {"START_NETWORK_RECORDING_REQ",
         {{"ConnectionCallID", "77"}, {"ConnectionDeviceID", "9001"}, {"PlayToneDirection", "1"}},
         {{Field::ConnectionCallID, 77}, {Field::PlayToneDirection, 1}},
         {{Field::ConnectionDeviceID, "9001"}}},
        {"STOP_NETWORK_RECORDING_REQ",
         {{"ConnectionCallID", "77"}, {"ConnectionDeviceID", "9001"}},
         {{Field::ConnectionCallID, 77}},
         {{Field::ConnectionDeviceID, "9001"}}},
        {"SET_AGENT_SERVICE_DATA_REQ",
         {{"RouterCallKeyDay", "150"},
          {"RouterCallKeyCallID", "77"},
          {"RouterCallKeySequenceNumber", "1"},
          {"AgentSkillTargetID", "6001"}},
         {{Field::RouterCallKeyDay, 150}, {Field::RouterCallKeyCallID, 77}, {Field::AgentSkillTargetID, 6001}},
         {}},
        {"REGISTER_VARIABLES_REQ", {{"CallVariableMask", "5"}}, {{Field::CallVariableMask, 5}}, {}},
    };
    return all;
}

Arguments argumentsOf(const GenericCase& c) {
    Arguments arguments;
    for (const auto& [key, value] : c.arguments)
        arguments.set(QString::fromLatin1(key), QString::fromLatin1(value));
    return arguments;
}

class GenericRequests : public SessionFixture {
protected:
    CilResult send(const char* name, const Arguments& arguments) {
        const CilResult result = session().request(QString::fromLatin1(name), arguments);
        settle();
        return result;
    }
    const ReceivedFrame& lastSent() { return peer().received.back(); }
    std::uint32_t monitor(const char* device, std::uint32_t monitorId) {
        send("MONITOR_START_REQ", Arguments{}.set(u"MonitoredDeviceID", QString::fromLatin1(device)));
        return confirmMonitor(monitorId);
    }
    std::uint32_t confirmMonitor(std::uint32_t monitorId) {
        const std::uint32_t invokeId = peer().last(MessageType::MONITOR_START_REQ).invokeId();
        peer().send(peer()
                        .message(MessageType::MONITOR_START_CONF)
                        .set(Field::InvokeID, invokeId)
                        .set(Field::MonitorID, monitorId));
        settle();
        return invokeId;
    }
    void loseAndReopen() {
        peer().reset();
        settle();
        while (session().status() != ConnectionStatus::Open)
            clock.advance(std::chrono::seconds(1));
        settle();
    }
};

TEST_F(GenericRequests, GoOutFieldByFieldAndEachComesBackUnderItsOwnName) {
    openAs(AgentState::NotReady);
    for (const GenericCase& c : cases()) {
        SCOPED_TRACE(c.name);
        forget();
        const CilResult result = send(c.name, argumentsOf(c));
        ASSERT_TRUE(result) << cilErrorText(result).toStdString();
        const ReceivedFrame& frame = lastSent();
        EXPECT_EQ(protocol::findMessage(std::uint32_t(frame.type()))->name, c.name);
        EXPECT_EQ(frame.invokeId(), result.invokeId);
        for (const auto& [field, number] : c.numbers)
            EXPECT_EQ(frame.number(field), number) << protocol::name(field);
        for (const auto& [field, text] : c.texts)
            EXPECT_EQ(frame.text(field), text) << protocol::name(field);
        peer().confirm(frame);
        settle();
        const QString conf = QString::fromLatin1(c.name).chopped(3) + QStringLiteral("CONF");
        ASSERT_EQ(names(), QStringList{conf});
        EXPECT_EQ(events.back().arguments.toUInt(keyword::InvokeID), result.invokeId);
    }
}

TEST_F(GenericRequests, EveryOneOfTheTableIsSentByATest) {
    std::set<std::string> tried{"CONFIG_REQUEST_KEY_EVENT", "CONFIG_REQUEST_EVENT"}; // below
    for (const GenericCase& c : cases())
        tried.insert(c.name);
    for (const service::GenericRequest& request : service::genericRequests())
        EXPECT_TRUE(tried.contains(std::string(protocol::findMessage(std::uint32_t(request.type))->name)));
    EXPECT_EQ(tried.size(), service::genericRequests().size());
}

TEST_F(GenericRequests, AFailureIsOneFailedRequestWhateverItIs) {
    openAs(AgentState::NotReady);
    const Arguments arguments = Arguments{}.set(u"MonitorID", 9U);

    const CilResult refused = send("MONITOR_STOP_REQ", arguments);
    peer().fail(lastSent(), protocol::StatusCode::E_CTI_INVALID_MONITORID);
    settle();
    EXPECT_EQ(names(), list({"OnCTIOSFailure", "OnControlFailureConf"}));
    EXPECT_EQ(last(requestFailed).toUInt(keyword::InvokeID), refused.invokeId);
    EXPECT_EQ(last(requestFailed).toUInt(keyword::MessageType), 95U);
    EXPECT_EQ(last(requestFailed).toUInt(keyword::FailureCode),
              std::uint32_t(protocol::StatusCode::E_CTI_INVALID_MONITORID));

    forget();
    const CilResult silent = send("MONITOR_STOP_REQ", arguments);
    clock.advance(std::chrono::seconds(16));
    ASSERT_EQ(count(requestFailed), 1U);
    EXPECT_EQ(last(requestFailed).toUInt(keyword::InvokeID), silent.invokeId);

    forget();
    const CilResult lost = send("MONITOR_STOP_REQ", arguments);
    peer().reset();
    settle();
    ASSERT_EQ(count(requestFailed), 1U);
    EXPECT_EQ(last(requestFailed).toUInt(keyword::InvokeID), lost.invokeId);
}

TEST_F(GenericRequests, AreHeldAgainstTheTableBeforeTheyAreSent) {
    EXPECT_EQ(session().request(u"MONITOR_STOP_REQ", {}).code, CilCode::NotConnected);
    openAs(AgentState::NotReady);
    const std::size_t sent = peer().received.size();
    const auto code = [&](const char* name, const Arguments& arguments) { return send(name, arguments).code; };
    EXPECT_EQ(code("MONITOR_STOP_REQ", {}), CilCode::MissingArgument);
    EXPECT_EQ(code("MONITOR_STOP_REQ", Arguments{}.set(u"MonitorID", QStringLiteral("nine"))),
              CilCode::InvalidArgument);
    EXPECT_EQ(code("MONITOR_STOP_REQ", Arguments{}.set(u"MonitorID", 9U).set(u"MonitorType", 1U)),
              CilCode::InvalidArgument);
    EXPECT_EQ(code("MONITOR_START_REQ", {}), CilCode::MissingArgument);
    EXPECT_EQ(code("MONITOR_START_REQ", Arguments{}.set(u"ConnectionCallID", 7U)), CilCode::MissingArgument);
    EXPECT_EQ(code("REGISTER_SERVICE_REQ", Arguments{}.set(u"ServerMode", 1U)), CilCode::MissingArgument);
    EXPECT_EQ(code("CLIENT_EVENT_REPORT_REQ", Arguments{}.set(u"Text", QString(300, u'x'))), CilCode::InvalidArgument);
    EXPECT_EQ(code("ANSWER_CALL_REQ", {}), CilCode::NotImplemented); // Call::answer() does that
    EXPECT_EQ(code("OPEN_REQ", {}), CilCode::NotImplemented);
    EXPECT_EQ(code("NO_SUCH_REQ", {}), CilCode::NotImplemented);
    EXPECT_EQ(code("MONITOR_START_CONF", {}), CilCode::NotImplemented);
    EXPECT_TRUE(send("MONITOR_STOP_REQ", {}).problem.contains(QStringLiteral("MonitorID")));
    EXPECT_EQ(peer().received.size(), sent);
}

TEST_F(GenericRequests, OfAYoungerVersionAreNotSentInAnOlderSession) {
    parameters.highestVersion = 22;
    openAs(AgentState::NotReady);
    const Arguments connection =
        Arguments{}.set(u"ConnectionCallID", 77U).set(u"ConnectionDeviceID", QStringLiteral("9"));
    EXPECT_EQ(send("START_NETWORK_RECORDING_REQ", connection).code, CilCode::NotImplemented);
    EXPECT_EQ(peer().count(MessageType::START_NETWORK_RECORDING_REQ), 0U);
}

TEST_F(GenericRequests, NameACallAsItsObjectIsNamed) {
    talk();
    EXPECT_TRUE(send("RELEASE_CALL_REQ", {{keyword::UniqueObjectID, onlyCall().uniqueObjectId()}}));
    EXPECT_EQ(lastSent().number(Field::ConnectionCallID), onlyCall().connectionCallId());
    EXPECT_EQ(lastSent().text(Field::ConnectionDeviceID), onlyCall().connectionDeviceId().toStdString());
}

TEST_F(GenericRequests, VariablesAreRegisteredByName) {
    openAs(AgentState::NotReady);
    EXPECT_EQ(session().registerVariables({0}, {}).code, CilCode::InvalidArgument);
    EXPECT_EQ(session().registerVariables({11}, {}).code, CilCode::InvalidArgument);
    EXPECT_TRUE(session().registerVariables({1, 10}, {QStringLiteral("user.account"), QStringLiteral("user.line[2]")}));
    settle();
    EXPECT_EQ(lastSent().number(Field::CallVariableMask), 0x201U);
    EXPECT_EQ(lastSent().number(Field::NumNamedVariables), 1U);
    EXPECT_EQ(lastSent().number(Field::NumNamedArrays), 1U);
    const auto frame = lastSent();
    const auto view = frame.view();
    EXPECT_EQ(view.find(Field::NamedVariable)->named()->name, "user.account");
    EXPECT_EQ(view.find(Field::NamedArray)->named()->name, "user.line");
    EXPECT_EQ(view.find(Field::NamedArray)->named()->index, 2);
}

TEST_F(GenericRequests, WhatStandsIsAskedForAgainAfterAReconnect) {
    openAs(AgentState::NotReady);
    monitor("3102", 7);
    monitor("3103", 8);
    send("CHANGE_MONITOR_MASK_REQ",
         Arguments{}.set(u"MonitorID", 7U).set(u"CallMsgMask", 1U).set(u"AgentStateMask", 2U));
    peer().confirm(lastSent());
    send("MONITOR_STOP_REQ", Arguments{}.set(u"MonitorID", 8U));
    peer().confirm(lastSent());
    send("MONITOR_START_REQ",
         Arguments{}.set(u"ConnectionCallID", 77U).set(u"ConnectionDeviceID", QStringLiteral("9")));
    confirmMonitor(9); // a call's: ends with it
    session().registerVariables({1}, {});
    settle();
    session().registerVariables({2}, {});
    settle();
    for (const ReceivedFrame& frame : std::vector(peer().received)) {
        if (frame.type() == MessageType::REGISTER_VARIABLES_REQ)
            peer().confirm(frame);
    }
    settle();
    const std::size_t before = peer().received.size();
    loseAndReopen();
    std::vector<ReceivedFrame> asked;
    for (std::size_t i = before; i < peer().received.size(); ++i) {
        const MessageType type = peer().received[i].type();
        if (type == MessageType::MONITOR_START_REQ || type == MessageType::REGISTER_VARIABLES_REQ)
            asked.push_back(peer().received[i]);
    }
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[0].text(Field::MonitoredDeviceID), "3102");
    EXPECT_EQ(asked[0].number(Field::CallMsgMask), 1U);
    EXPECT_EQ(asked[0].number(Field::AgentStateMask), 2U);
    EXPECT_EQ(asked[1].number(Field::CallVariableMask), 2U);
    forget();
    confirmMonitor(31);
    const Arguments& again = last(EventId(94));
    EXPECT_EQ(again.toUInt(keyword::MonitorID), 31U);
    EXPECT_EQ(again.toUInt(keyword::FormerID), 7U);
    EXPECT_EQ(again.toString(keyword::MonitoredDeviceID), QStringLiteral("3102"));
}

TEST_F(GenericRequests, NothingStandsAfterADisconnect) {
    openAs(AgentState::NotReady);
    monitor("3102", 7);
    session().disconnectFrom();
    settle();
    ASSERT_EQ(session().status(), ConnectionStatus::Closed);
    openAs(AgentState::NotReady);
    EXPECT_EQ(peer().count(MessageType::MONITOR_START_REQ), 1U);
}

TEST_F(GenericRequests, ARequestOfTheServersIsHeardAndAnswered) {
    openAs(AgentState::NotReady);
    peer().send(peer()
                    .message(MessageType::START_RECORDING_REQ)
                    .set(Field::InvokeID, 4711U)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::ConnectionCallID, 77U)
                    .set(Field::ConnectionDeviceID, std::string_view("9001"))
                    .set(Field::Direction, 2U));
    settle();
    ASSERT_EQ(names(), list({"START_RECORDING_REQ"}));
    const auto invokeId = last(EventId(147)).toUInt(keyword::InvokeID);
    EXPECT_EQ(invokeId, 4711U);
    EXPECT_EQ(session().respond(u"START_RECORDING_CONF", Arguments{}.set(u"SessionID", 5U)).code,
              CilCode::MissingArgument);
    EXPECT_EQ(session().respond(u"MONITOR_START_CONF", {}).code, CilCode::NotImplemented);
    EXPECT_TRUE(session().respond(
        u"START_RECORDING_CONF", Arguments{}.set(u"InvokeID", *invokeId).set(u"SessionID", 5U).set(u"ServerData", 6U)));
    settle();
    EXPECT_EQ(lastSent().type(), MessageType::START_RECORDING_CONF);
    EXPECT_EQ(lastSent().invokeId(), 4711U);
    EXPECT_EQ(lastSent().number(Field::SessionID), 5U);
    EXPECT_EQ(lastSent().number(Field::ServerData), 6U);
    EXPECT_TRUE(session().respond(u"FAILURE_CONF", Arguments{}.set(u"InvokeID", 4712U).set(u"Status", 30U)));
    settle();
    EXPECT_EQ(lastSent().type(), MessageType::FAILURE_CONF);
}

} // namespace
} // namespace callwright::testing
