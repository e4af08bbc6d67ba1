#pragma once

#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Names = std::vector<std::string>;
using States = std::vector<protocol::AgentState>;
using protocol::CallType;
using protocol::ConsultType;

/// 1001 at 3101 talks to a customer of Billing; 1002 at 3102 and 1003 at 3103 are signed in and Not Ready.
class ConsultTest : public AcdTest {
protected:
    void SetUp() override { begin(defaultConfig()); }

    void begin(AcdConfig config) {
        start(std::move(config));
        makeReady("1001");
        first.call = callIn("Billing", {{"CallVariable1", "gold"}, {"CallVariable2", "Bern"}, {"user.order", "4711"}});
        act(MessageType::ANSWER_CALL_REQ, "3101", AcdTest::legAt("3101"));
        first = AcdTest::legAt("3101");
        signIn("1002");
        signIn("1003");
        forget();
    }

    /// 3101 calls `number` about the first call; `second` is its leg.
    void startConsult(const std::string& number, ConsultType type, Sets more = {}) {
        EXPECT_EQ(refusal(consult("3101", first, number, type, std::move(more))), "");
        second = {confirmation().number(Field::NewConnectionCallID).value_or(0),
                  confirmation().text(Field::NewConnectionDeviceID)};
    }
    /// The same with 1002, who answers; `target` is the leg there.
    void talkToColleague(ConsultType type, Sets more = {}) {
        startConsult("3102", type, std::move(more));
        target = legsAt("3102").back();
        EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3102", target)), "");
        forget();
    }

    ConnectionName first;
    ConnectionName second;
    ConnectionName target;
};

} // namespace callwright::simulator
