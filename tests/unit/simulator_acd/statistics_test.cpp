#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using std::chrono::minutes;
using std::chrono::seconds;

class Statistics : public AcdTest {
protected:
    const Seen& ofAgent(const std::string& phone = "3101") {
        EXPECT_EQ(refusal(ask(phone, MessageType::QUERY_AGENT_STATISTICS_REQ, {{Field::AgentInstrument, phone}})), "");
        return confirmation();
    }
    const Seen& ofGroup(std::uint32_t group = 1) {
        EXPECT_EQ(refusal(askGroup(group, protocol::NULL_SKILL_GROUP)), "");
        return confirmation();
    }
    SwitchAnswer askGroup(std::uint32_t group, std::uint32_t id) {
        return ask("3101", MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ,
                   {{Field::SkillGroupNumber, group}, {Field::SkillGroupID, id}});
    }
    void answer(const std::string& phone = "3101") { act(MessageType::ANSWER_CALL_REQ, phone, legAt(phone)); }
    void clear(const std::string& phone = "3101") { act(MessageType::CLEAR_CONNECTION_REQ, phone, legAt(phone)); }
};

TEST_F(Statistics, TimesInStatesRunUpToTheQuestion) {
    signIn("1001");
    clock.advance(seconds(10));
    setState("3101", AGENT_STATE_AVAILABLE);
    clock.advance(seconds(30));
    const Seen& agent = ofAgent();
    EXPECT_EQ(agent.number(Field::LoggedOnTimeSession), 40u);
    EXPECT_EQ(agent.number(Field::NotReadyTimeSession), 10u);
    EXPECT_EQ(agent.number(Field::AvailTimeSession), 30u);
    EXPECT_EQ(agent.number(Field::ICMAvailableTimeSession), 30u);
    EXPECT_EQ(agent.number(Field::RoutableTimeSession), 40u);
    EXPECT_EQ(ofAgent().number(Field::LoggedOnTimeSession), 40u) << "asking counts nothing twice";
    EXPECT_EQ(ofGroup().number(Field::AvailTimeToday), 30u);
}

TEST_F(Statistics, ASessionBeginsWithTheSignIn) {
    signIn("1001");
    clock.advance(seconds(10));
    logout("1001", "3101");
    clock.advance(seconds(100));
    signIn("1001");
    clock.advance(seconds(5));
    EXPECT_EQ(ofAgent().number(Field::LoggedOnTimeSession), 5u);
    EXPECT_EQ(ofAgent().number(Field::LoggedOnTimeToday), 15u);
}

TEST_F(Statistics, AQueueCallCountsWhenTheWorkAfterItIsOver) {
    AcdConfig config = defaultConfig();
    config.agents.front().desk.wrapupIncoming = 0; // required
    start(config);
    makeReady("1001");
    callIn("Billing");
    answer();
    clock.advance(seconds(20));
    act(MessageType::HOLD_CALL_REQ, "3101", legAt("3101"));
    clock.advance(seconds(5));
    const ConnectionName leg = legAt("3101");
    act(MessageType::RETRIEVE_CALL_REQ, "3101", leg);
    clock.advance(seconds(10));
    clear();
    clock.advance(seconds(7));
    EXPECT_EQ(ofAgent().number(Field::HandledCallsSession), 0u);
    setState("3101", AGENT_STATE_AVAILABLE);
    const Seen agent = ofAgent();
    EXPECT_EQ(agent.number(Field::HandledCallsSession), 1u);
    EXPECT_EQ(agent.number(Field::HandledCallsTalkTimeSession), 35u);
    EXPECT_EQ(agent.number(Field::HandledCallsAfterCallTimeSession), 7u);
    EXPECT_EQ(agent.number(Field::HandledCallsTimeSession), 42u);
    EXPECT_EQ(agent.number(Field::IncomingCallsHeldSession), 1u);
    EXPECT_EQ(agent.number(Field::IncomingCallsHeldTimeSession), 5u);
    EXPECT_EQ(agent.number(Field::HandledCallsToday), 1u);
    EXPECT_EQ(ofGroup(1).number(Field::HandledCallsToHalf), 1u);
    EXPECT_EQ(ofGroup(1).number(Field::HandledCallsTimeTo5), 42u);
    EXPECT_EQ(ofGroup(2).number(Field::HandledCallsToHalf), 0u);
}

TEST_F(Statistics, CallsInsideAndOutAreCountedApart) {
    signIn("1001");
    signIn("1002");
    dial("3101", "3102");
    clock.advance(seconds(2));
    answer("3102");
    clock.advance(seconds(8));
    clear("3101");
    dial("3101", "4155550134");
    clock.advance(seconds(10)); // answers by itself
    clock.advance(seconds(20));
    clear("3101");
    const Seen caller = ofAgent("3101");
    EXPECT_EQ(caller.number(Field::InternalCallsSession), 1u);
    EXPECT_EQ(caller.number(Field::InternalCallsTimeSession), 10u);
    EXPECT_EQ(caller.number(Field::AgentOutCallsSession), 1u);
    EXPECT_EQ(caller.number(Field::AgentOutCallsTalkTimeSession), 30u);
    EXPECT_EQ(caller.number(Field::HandledCallsSession), 0u);
    const Seen called = ofAgent("3102");
    EXPECT_EQ(called.number(Field::InternalCallsRcvdSession), 1u);
    EXPECT_EQ(called.number(Field::InternalCallsRcvdTimeSession), 8u);
    EXPECT_EQ(called.number(Field::InternalCallsSession), 0u);
}

TEST_F(Statistics, PeriodsBeginAnew) {
    clock.advance(minutes(30) - clock.wallTime() % minutes(30));
    signIn("1001");
    clock.advance(minutes(4));
    EXPECT_EQ(ofGroup().number(Field::NotReadyTimeTo5), 240u);
    clock.advance(minutes(2));
    EXPECT_EQ(ofGroup().number(Field::NotReadyTimeTo5), 60u) << "what lies in the period";
    EXPECT_EQ(ofGroup().number(Field::NotReadyTimeToHalf), 360u);
    clock.advance(minutes(25));
    EXPECT_EQ(ofGroup().number(Field::NotReadyTimeToHalf), 60u);
    EXPECT_EQ(ofGroup().number(Field::NotReadyTimeToday), 31u * 60u);
}

TEST_F(Statistics, GroupsTellWhoIsThereAndWhoWaits) {
    makeReady("1001");
    signIn("1002");
    EXPECT_EQ(ofGroup().number(Field::AgentsLoggedOn), 2u);
    EXPECT_EQ(ofGroup().number(Field::AgentsAvail), 1u);
    EXPECT_EQ(ofGroup().number(Field::AgentsICMAvailable), 1u);
    EXPECT_EQ(ofGroup().number(Field::AgentsNotReady), 1u);
    EXPECT_EQ(ofGroup().number(Field::AgentsReady), 1u);
    callIn("Billing");
    EXPECT_EQ(ofGroup(1).number(Field::AgentsReserved), 1u);
    EXPECT_EQ(ofGroup(2).number(Field::AgentsBusyOther), 1u);
    answer();
    EXPECT_EQ(ofGroup(1).number(Field::AgentsTalkingIn), 1u);
    callIn("Billing");
    clock.advance(seconds(9));
    callIn("Billing");
    EXPECT_EQ(ofGroup(1).number(Field::RouterCallsQNow), 2u);
    EXPECT_EQ(ofGroup(1).number(Field::LongestRouterCallQNow), 9u);
    EXPECT_EQ(ofGroup(2).number(Field::RouterCallsQNow), 0u);
    EXPECT_EQ(ofGroup(1).number(Field::CallsQNow), 0xFFFFFFFFu);
}

TEST_F(Statistics, GroupsAreAskedForByNumberOrId) {
    signIn("1001");
    EXPECT_EQ(refusal(askGroup(protocol::NULL_SKILL_GROUP, 6002)), "");
    EXPECT_EQ(confirmation().number(Field::SkillGroupNumber), 2u);
    EXPECT_EQ(refusal(askGroup(2, 6002)), "");
    EXPECT_EQ(refusal(askGroup(1, 6002)), "E_CTI_SKILL_GROUP_CONFLICT");
    EXPECT_EQ(refusal(askGroup(9, protocol::NULL_SKILL_GROUP)), "E_CTI_INVALID_SKILL_GROUP");
    EXPECT_EQ(refusal(askGroup(protocol::NULL_SKILL_GROUP, protocol::NULL_SKILL_GROUP)), "E_CTI_INVALID_SKILL_GROUP");
    EXPECT_EQ(refusal(ask("3105", MessageType::QUERY_AGENT_STATISTICS_REQ)), "E_CTI_AGENT_NOT_LOGGED_ON");
}

/// SET_APP_DATA_REQ, SET_DEVICE_ATTRIBUTES_REQ, SET_AGENT_SERVICE_DATA_REQ.
class LeftBehind : public AcdTest {
protected:
    SwitchAnswer attributes(Sets more) {
        Sets fields{{Field::SkillGroupNumber, protocol::NULL_SKILL_GROUP},
                    {Field::SkillGroupID, protocol::NULL_SKILL_GROUP},
                    {Field::ServiceNumber, protocol::NULL_SERVICE},
                    {Field::ServiceID, protocol::NULL_SERVICE},
                    {Field::CallType, 0xFFFFu},
                    {Field::CallingDeviceID, "3101"}};
        for (const Set& set : more) {
            std::erase_if(fields, [&](const Set& known) { return known.field == set.field; });
            fields.push_back(set);
        }
        return ask("3101", MessageType::SET_DEVICE_ATTRIBUTES_REQ, fields);
    }
};

TEST_F(LeftBehind, ApplicationDataStaysByPath) {
    EXPECT_EQ(refusal(ask("", MessageType::SET_APP_DATA_REQ,
                          {{Field::ApplicationPathID, 7u}, {Field::CallVariable1, "a"}, {Field::CallVariable2, "b"}})),
              "");
    EXPECT_EQ(
        refusal(ask("", MessageType::SET_APP_DATA_REQ, {{Field::ApplicationPathID, 7u}, {Field::CallVariable1, "c"}})),
        "");
    const auto data = acd->state().at("applicationData").at("7");
    EXPECT_EQ(data.at("CallVariable1"), "c");
    EXPECT_EQ(data.at("CallVariable2"), "b");
}

TEST_F(LeftBehind, AttributesOfADeviceAreThoseOfItsCalls) {
    EXPECT_EQ(refusal(attributes({{Field::SkillGroupNumber, 2u}, {Field::ServiceNumber, 3u}, {Field::CallType, 9u}})),
              "");
    signIn("1001");
    forget();
    dial("3101", "3102");
    const Seen& originated = only("3101", MessageType::CALL_ORIGINATED_EVENT);
    EXPECT_EQ(originated.number(Field::SkillGroupNumber), 2u);
    EXPECT_EQ(originated.number(Field::SkillGroupID), 6002u);
    EXPECT_EQ(originated.number(Field::ServiceNumber), 3u);
    EXPECT_EQ(originated.number(Field::ServiceID), 7003u);
    EXPECT_EQ(only("3101", MessageType::BEGIN_CALL_EVENT).number(Field::CallType), 9u);
}

TEST_F(LeftBehind, AttributesMustBeThere) {
    EXPECT_EQ(refusal(attributes({{Field::CallingDeviceID, "9999"}})), "E_CTI_INVALID_DEVICE");
    EXPECT_EQ(refusal(attributes({{Field::ServiceNumber, 99u}})), "E_CTI_INVALID_SERVICE");
    EXPECT_EQ(refusal(attributes({{Field::ServiceNumber, 1u}, {Field::ServiceID, 7002u}})), "E_CTI_SERVICE_CONFLICT");
    EXPECT_EQ(refusal(attributes({{Field::SkillGroupID, 99u}})), "E_CTI_INVALID_SKILL_GROUP");
    EXPECT_EQ(refusal(attributes({{Field::SkillGroupNumber, 1u}, {Field::SkillGroupID, 6002u}})),
              "E_CTI_SKILL_GROUP_CONFLICT");
    EXPECT_EQ(refusal(attributes({{Field::CallType, 9999u}})), "E_CTI_INVALID_CALL_TYPE");
}

TEST_F(LeftBehind, ServiceDataSaysWhatIsWrongInItsStatus) {
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    const auto key = callJson(call);
    const auto send = [&](std::uint32_t agent, std::uint32_t callKey) {
        EXPECT_EQ(refusal(ask("3101", MessageType::SET_AGENT_SERVICE_DATA_REQ,
                              {{Field::RouterCallKeyDay, key.at("RouterCallKeyDay").get<std::uint32_t>()},
                               {Field::RouterCallKeyCallID, callKey},
                               {Field::AgentSkillTargetID, agent}})),
                  "");
        return std::string(protocol::statusCodeName(confirmation().number(Field::Status).value_or(99)));
    };
    const auto callKey = key.at("RouterCallKeyCallID").get<std::uint32_t>();
    EXPECT_EQ(send(5001, callKey), "E_CTI_NO_ERROR");
    EXPECT_EQ(acd->state().at("agents").at(0).at("serviceData").at("RouterCallKeyCallID"), callKey);
    EXPECT_EQ(send(5001, 99), "E_CTI_INVALID_CALLID");
    EXPECT_EQ(send(99, callKey), "E_CTI_INVALID_AGENT_DATA");
}

} // namespace callwright::simulator
