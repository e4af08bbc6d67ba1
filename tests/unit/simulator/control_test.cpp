#include "tests/unit/simulator/site_fixture.h"

namespace callwright::simulator {

namespace {

using Json = nlohmann::json;

TEST(Control, CallStartsACallThatStateShows) {
    Site site;
    const Json answer = site.control({{"id", 1},
                                      {"do", "call"},
                                      {"to", "Billing"},
                                      {"ani", "4155550134"},
                                      {"variables", {{"CallVariable1", "88-1204"}}}});
    EXPECT_EQ(answer, (Json{{"id", 1}, {"ok", true}, {"call", 16777217}}));
    const Json state = site.state();
    ASSERT_EQ(state.at("calls").size(), 1U);
    EXPECT_EQ(state.at("calls")[0].at("ConnectionCallID"), 16777217);
    EXPECT_EQ(state.at("calls")[0].at("ANI"), "4155550134");
    EXPECT_EQ(state.at("calls")[0].at("CallVariable1"), "88-1204");
    EXPECT_EQ(state.at("queues")[0].at("calls"), Json::array({16777217}));
}

TEST(Control, HangupEndsTheCall) {
    Site site;
    site.control({{"do", "call"}, {"to", "Billing"}});
    EXPECT_TRUE(site.control({{"do", "hangup"}, {"call", 16777217}}).at("ok").get<bool>());
    EXPECT_TRUE(site.state().at("calls").empty());
    EXPECT_FALSE(site.control({{"do", "hangup"}, {"call", 16777217}}).at("ok").get<bool>());
}

TEST(Control, LoseMakesTheNextRoutedCallGetLost) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    site.ask(*client, Site::agentState("1001", "3101", 0));
    site.ask(*client, Site::agentState("1001", "3101", 3));
    EXPECT_EQ(site.control({{"id", 1}, {"do", "lose"}}), (Json{{"id", 1}, {"ok", true}}));
    site.control({{"do", "call"}, {"to", "Billing"}});
    std::vector<std::string> names;
    for (const Received& event : client->take()) {
        names.push_back(event.name());
    }
    EXPECT_NE(std::ranges::find(names, "AGENT_PRE_CALL_EVENT"), names.end());
    EXPECT_EQ(std::ranges::find(names, "BEGIN_CALL_EVENT"), names.end());
    EXPECT_TRUE(site.state().at("calls").empty());
    EXPECT_FALSE(site.control({{"do", "lose"}, {"call", 1}}).at("ok").get<bool>());
}

TEST(Control, StateHasAllItsParts) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    const Json state = site.state();
    EXPECT_EQ(state.at("agents").size(), 14U);
    EXPECT_EQ(state.at("queues").size(), 3U);
    ASSERT_EQ(state.at("sessions").size(), 1U);
    EXPECT_EQ(state.at("sessions")[0].at("ClientID"), "5000.1001");
    EXPECT_TRUE(state.at("faults").empty());
}

TEST(Control, IdsComeBackAsTheyAre) {
    Site site;
    for (const Json& id : {Json(7), Json("seven"), Json(1.5), Json(-3), Json(nullptr)}) {
        EXPECT_EQ(site.control({{"id", id}, {"do", "state"}}).at("id"), id);
    }
}

TEST(Control, AdvanceTurnsTheManualClock) {
    Site site;
    const Milliseconds before = site.clock.now();
    EXPECT_TRUE(site.control({{"do", "advance"}, {"seconds", 1.25}}).at("ok").get<bool>());
    EXPECT_EQ(site.clock.now() - before, Milliseconds(1250));
}

TEST(Control, AdvanceIsRefusedOnRealTime) {
    ManualClock clock;
    Simulator simulator(clock, {}, 1);
    ControlCommands commands(simulator, nullptr);
    const Json answer = Json::parse(commands.execute(R"({"id":1,"do":"advance","seconds":1})"));
    EXPECT_FALSE(answer.at("ok").get<bool>());
    EXPECT_NE(answer.at("error").get<std::string>().find("--clock manual"), std::string::npos);
}

struct Mistake {
    const char* line;
    const char* said;
};

TEST(Control, MistakesAreAnsweredWithASentenceAndChangeNothing) {
    const std::string longText(500, '9');
    const std::string longAni = R"({"do":"call","to":"Billing","ani":")" + longText + "\"}";
    const std::string longVariable =
        R"({"do":"call","to":"Billing","variables":{"CallVariable1":")" + longText + "\"}}";
    const std::string deep = std::string(20000, '[');
    const Mistake mistakes[] = {
        {"", "one JSON object"},
        {"x", "one JSON object"},
        {"[]", "one JSON object"},
        {"null", "one JSON object"},
        {"{\"do\":\"state\"", "one JSON object"},
        {"\xFF\xFE", "one JSON object"},
        {deep.c_str(), "one JSON object"},
        {"{}", "do is none of"},
        {R"({"do":1})", "do is none of"},
        {R"({"do":"explode"})", "do is none of"},
        {R"({"id":{},"do":"state"})", "id is neither"},
        {R"({"id":[1],"do":"state"})", "id is neither"},
        {R"({"do":"state","of":"mind"})", "\"of\""},
        {R"({"do":"call"})", "call.to is missing"},
        {R"({"do":"call","to":7})", "call.to is not a text"},
        {R"({"do":"call","to":"Nowhere"})", "Nowhere"},
        {R"({"do":"call","to":"Billing","ani":5})", "call.ani is not a text"},
        {longAni.c_str(), "call.ani"},
        {"{\"do\":\"call\",\"to\":\"Billing\",\"ani\":\"4\\n1\"}", "call.ani"},
        {R"({"do":"call","to":"Billing","variables":[]})", "call.variables is not an object"},
        {R"({"do":"call","to":"Billing","variables":{"CallVariable1":1}})", "CallVariable1 is not a text"},
        {R"({"do":"call","to":"Billing","variables":{"CallVariable11":"x"}})", "CallVariable11"},
        {R"({"do":"call","to":"Billing","variables":{"CallVariable1":"\u4e2d"}})", "Windows-1252"},
        {R"({"do":"call","to":"Billing","variables":{"CallVariable1":"a\u0000b"}})", ""},
        {longVariable.c_str(), ""},
        {R"({"do":"hangup"})", "hangup.call is missing"},
        {R"({"do":"hangup","call":"16777217"})", "hangup.call is not a whole number"},
        {R"({"do":"hangup","call":-1})", "hangup.call is not a whole number"},
        {R"({"do":"hangup","call":99999999999})", "hangup.call is not a whole number"},
        {R"({"do":"hangup","call":5})", ""},
        {R"({"do":"answer","call":5})", ""},
        {R"({"do":"advance"})", "advance.seconds"},
        {R"({"do":"advance","seconds":-1})", "advance.seconds"},
        {R"({"do":"advance","seconds":1e30})", "advance.seconds"},
        {R"({"do":"advance","seconds":"1"})", "advance.seconds"},
        {R"({"do":"fault"})", "fault.kind is none of"},
        {R"({"do":"fault","kind":"fire"})", "fault.kind is none of"},
        {R"({"do":"fault","kind":"drop","session":99})", "no such session"},
        {R"({"do":"fault","kind":"refuse","session":1})", "\"session\""},
        {R"({"do":"fault","kind":"stall","seconds":1})", "\"seconds\""},
        {R"({"do":"fault","kind":"slow","seconds":-1})", "fault.seconds"},
        {R"({"do":"fault","kind":"garbage","hex":"0g"})", "fault.hex"},
        {R"({"do":"fault","kind":"garbage","hex":"012"})", "fault.hex"},
        {R"({"do":"fault","kind":"offline","part":"moon"})", "part"},
        {R"({"do":"heal","kind":"fire"})", "heal.kind is none of"},
        {R"({"do":"heal","session":1})", "\"session\""},
        {R"({"do":"heal","kind":"stall","session":99})", "no such session"},
    };
    Site site;
    const Json before = site.state();
    for (const Mistake& mistake : mistakes) {
        const Json answer = Json::parse(site.commands.execute(mistake.line));
        EXPECT_FALSE(answer.at("ok").get<bool>()) << mistake.line;
        ASSERT_TRUE(answer.contains("error")) << mistake.line;
        EXPECT_FALSE(answer.at("error").get<std::string>().empty()) << mistake.line;
        EXPECT_NE(answer.at("error").get<std::string>().find(mistake.said), std::string::npos) << answer;
    }
    EXPECT_EQ(site.state(), before);
}

TEST(Control, RefusedConnectionsHeal) {
    Site site;
    EXPECT_TRUE(site.control({{"do", "fault"}, {"kind", "refuse"}}).at("ok").get<bool>());
    EXPECT_EQ(site.state().at("faults"), Json::array({"refuse"}));
    const auto refused = site.connectClient();
    EXPECT_TRUE(refused->isClosed());
    EXPECT_TRUE(site.control({{"do", "heal"}}).at("ok").get<bool>());
    EXPECT_TRUE(site.state().at("faults").empty());
    const auto client = site.openClient("1001", "3101");
    EXPECT_FALSE(client->isClosed());
}

TEST(Control, FaultsMayMeetOneSession) {
    Site site;
    const auto one = site.openClient("1001", "3101");
    const auto two = site.openClient("1002", "3102");
    const auto session = site.state().at("sessions")[1].at("SessionID");
    EXPECT_TRUE(site.control({{"do", "fault"}, {"kind", "drop"}, {"session", session}}).at("ok").get<bool>());
    EXPECT_FALSE(one->isClosed());
    EXPECT_TRUE(two->isClosed());
}

TEST(Control, GarbageIsNoMessage) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    site.control({{"do", "fault"}, {"kind", "garbage"}});
    client->take();
    EXPECT_TRUE(client->isGarbled());
}

TEST(Control, GarbageMayBeChosen) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    site.control({{"do", "fault"}, {"kind", "garbage"}, {"hex", "0000000400000006000000ff"}});
    const auto got = client->take();
    ASSERT_EQ(refusalIn(got), "HEARTBEAT_CONF");
    EXPECT_EQ(got[0]->number(Field::InvokeID), 255U);
}

TEST(Control, OfflineIsTheServersOrThePeripherals) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    site.control({{"do", "fault"}, {"kind", "offline"}, {"part", "peripheral"}});
    auto got = client->take();
    ASSERT_EQ(refusalIn(got), "SYSTEM_EVENT");
    EXPECT_EQ(got[0]->number(Field::SystemEventID),
              static_cast<std::uint32_t>(protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE));
    site.control({{"do", "heal"}, {"kind", "offline"}});
    got = client->take();
    ASSERT_EQ(refusalIn(got), "SYSTEM_EVENT");
    EXPECT_EQ(got[0]->number(Field::SystemEventID),
              static_cast<std::uint32_t>(protocol::SystemEventID::SYS_PERIPHERAL_ONLINE));
    site.control({{"do", "fault"}, {"kind", "offline"}});
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_CTI_SERVER_OFFLINE");
}

TEST(Control, TeamsAndNamesChangeWhileTheSiteRuns) {
    Site site;
    EXPECT_EQ(site.control({{"do", "team"}, {"agent", "1003"}, {"team", 2}}).at("ok"), true);
    EXPECT_EQ(site.state().at("agents").at(2).at("TeamID"), 2);
    EXPECT_EQ(site.control({{"do", "team"}, {"agent", "1003"}}).at("ok"), true);
    EXPECT_EQ(site.state().at("agents").at(2).at("TeamID"), 1);
    EXPECT_EQ(site.control({{"do", "configure"}, {"agent", "1003"}, {"name", "Anna Beck"}}).at("ok"), true);
    EXPECT_EQ(site.state().at("agents").at(2).at("name"), "Anna Beck");
    EXPECT_EQ(site.control({{"do", "configure"}, {"skillGroup", 2}, {"name", "Help"}}).at("ok"), true);
    const std::pair<nlohmann::json, const char*> mistakes[] = {
        {{{"do", "team"}, {"agent", "9999"}, {"team", 2}}, "there is no agent 9999"},
        {{{"do", "team"}, {"agent", "1003"}, {"team", 9}}, "there is no team 9"},
        {{{"do", "configure"}, {"agent", "1003"}}, "configure.name is missing"},
        {{{"do", "configure"}, {"name", "x"}}, "either agent or skillGroup"},
        {{{"do", "configure"}, {"skillGroup", 9}, {"name", "x"}}, "there is no skill group 9"},
    };
    for (const auto& [command, sentence] : mistakes) {
        const auto answer = site.control(command);
        EXPECT_EQ(answer.at("ok"), false) << command;
        EXPECT_NE(answer.at("error").get<std::string>().find(sentence), std::string::npos) << answer;
    }
}

} // namespace

} // namespace callwright::simulator
