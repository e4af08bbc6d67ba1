#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

namespace Desk = protocol::DeskSettingsMask;
using States = std::vector<protocol::AgentState>;

enum Mode : std::uint32_t { Required = 0, Optional = 1, NotAllowed = 2, RequiredWithData = 3 };
enum class Way { In, Out };

class WrapUp : public AcdTest {
protected:
    void startWith(std::uint32_t incoming, std::uint32_t outgoing, std::uint32_t availableAfter = 0) {
        AcdConfig config = defaultConfig();
        DeskSettings& desk = config.agents.front().desk;
        desk.wrapupIncoming = incoming;
        desk.wrapupOutgoing = outgoing;
        desk.workModeTimer = 30;
        desk.mask &= ~(Desk::DESK_AVAIL_AFTER_INCOMING_MASK | Desk::DESK_AVAIL_AFTER_OUTGOING_MASK);
        desk.mask |= availableAfter;
        start(config);
    }

    /// One call, answered; returns its connection.
    ConnectionName begin(Way way) {
        if (way == Way::In) {
            makeReady("1001");
            callIn("Billing");
            act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
        } else {
            signIn("1001");
            dial("3101", "914155550100");
            EXPECT_TRUE(acd->answerRemote(legAt("3101").call));
        }
        return legAt("3101");
    }
    /// The same, and hung up.
    ConnectionName talk(Way way) {
        const ConnectionName leg = begin(way);
        forget();
        act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg);
        return leg;
    }
};

TEST_F(WrapUp, FollowsTheModeOfTheWayTheCallWent) {
    struct Row {
        std::uint32_t incoming, outgoing;
        Way way;
        protocol::AgentState after, atLast; ///< right after the call, and when the timer has run out
    };
    const Row rows[] = {
        {Required, NotAllowed, Way::In, AGENT_STATE_WORK_READY, AGENT_STATE_AVAILABLE},
        {RequiredWithData, NotAllowed, Way::In, AGENT_STATE_WORK_READY, AGENT_STATE_AVAILABLE},
        {Optional, Required, Way::In, AGENT_STATE_NOT_READY, AGENT_STATE_NOT_READY},
        {NotAllowed, Required, Way::In, AGENT_STATE_NOT_READY, AGENT_STATE_NOT_READY},
        {NotAllowed, Required, Way::Out, AGENT_STATE_WORK_NOT_READY, AGENT_STATE_NOT_READY},
        {Required, Optional, Way::Out, AGENT_STATE_NOT_READY, AGENT_STATE_NOT_READY},
        {Required, NotAllowed, Way::Out, AGENT_STATE_NOT_READY, AGENT_STATE_NOT_READY},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::to_string(row.incoming) + " " + std::to_string(row.outgoing));
        startWith(row.incoming, row.outgoing);
        talk(row.way);
        EXPECT_EQ(agentStates("3101"), States{row.after});
        clock.advance(std::chrono::seconds(29));
        EXPECT_EQ(stateOf("1001"), row.after);
        clock.advance(std::chrono::seconds(1));
        EXPECT_EQ(stateOf("1001"), row.atLast);
    }
}

TEST_F(WrapUp, WithoutItDeskSettingsDecideWhetherTheAgentIsAvailableAfterwards) {
    const std::uint32_t in = Desk::DESK_AVAIL_AFTER_INCOMING_MASK;
    const std::uint32_t out = Desk::DESK_AVAIL_AFTER_OUTGOING_MASK;
    struct Row {
        std::uint32_t mode, mask;
        Way way;
        protocol::AgentState after;
    };
    const Row rows[] = {
        {Optional, 0, Way::In, AGENT_STATE_NOT_READY},     {Optional, in, Way::In, AGENT_STATE_AVAILABLE},
        {Optional, out, Way::In, AGENT_STATE_NOT_READY},   {NotAllowed, in, Way::In, AGENT_STATE_AVAILABLE},
        {Optional, 0, Way::Out, AGENT_STATE_NOT_READY},    {Optional, out, Way::Out, AGENT_STATE_AVAILABLE},
        {NotAllowed, in, Way::Out, AGENT_STATE_NOT_READY}, {NotAllowed, out, Way::Out, AGENT_STATE_AVAILABLE},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::to_string(row.mode) + " " + std::to_string(row.mask));
        startWith(row.mode, row.mode, row.mask);
        talk(row.way);
        EXPECT_EQ(stateOf("1001"), row.after);
    }
}

TEST_F(WrapUp, TellsHowLongItLastsAndWhatFollows) {
    startWith(Required, NotAllowed);
    talk(Way::In);
    const Seen& event = only("3101", MessageType::AGENT_STATE_EVENT);
    EXPECT_EQ(event.number(Field::Duration), 30u);
    EXPECT_EQ(event.number(Field::NextAgentState), number(AGENT_STATE_AVAILABLE));
    EXPECT_EQ(event.number(Field::Direction), number(protocol::CallDirection::CALL_DIRECTION_IN));
}

TEST_F(WrapUp, IsAnnouncedDuringTheCallWhereItIsRequired) {
    startWith(Required, NotAllowed);
    makeReady("1001");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    EXPECT_EQ(at("3101", MessageType::AGENT_STATE_EVENT).back()->number(Field::NextAgentState),
              number(AGENT_STATE_WORK_READY));
}

TEST_F(WrapUp, WithDataRequiredIsLeftOnlyWithData) {
    startWith(RequiredWithData, NotAllowed);
    const ConnectionName leg = talk(Way::In);
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_AVAILABLE)), "CF_WRAPUP_DATA_REQUIRED");
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_NOT_READY, 1)), "CF_WRAPUP_DATA_REQUIRED");
    EXPECT_EQ(refusal(setData("3101", leg, {{Field::CallVariable1, "x"}})), "");
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_AVAILABLE)), "CF_WRAPUP_DATA_REQUIRED");
    EXPECT_EQ(refusal(setData("3101", leg, {{Field::CallWrapupData, "Sold"}})), "");
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_AVAILABLE)), "");
}

TEST_F(WrapUp, DataMayBeGivenDuringTheCallToo) {
    startWith(RequiredWithData, NotAllowed);
    makeReady("1001");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    const ConnectionName leg = legAt("3101");
    setData("3101", leg, {{Field::CallWrapupData, "Sold"}});
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg);
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_NOT_READY, 1)), "");
}

TEST_F(WrapUp, ThatWasChosenIsOptionalAndEndsWhereItsNameSays) {
    startWith(Optional, Optional);
    makeReady("1001");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    setState("3101", AGENT_STATE_WORK_NOT_READY);
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_WORK_NOT_READY);
    clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
}

TEST_F(WrapUp, DoesNotFollowACallThatWasNeverAnswered) {
    startWith(Required, Required);
    signIn("1001");
    dial("3101", "914155550100");
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
    setState("3101", AGENT_STATE_AVAILABLE);
    const std::uint32_t call = callIn("Billing");
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
}

/// What the agent may ask for while talking, by mode: with optional wrap-up every state, otherwise none; and where that
/// leads (AGENT_DESK_SETTINGS_CONF, WrapupDataIncomingMode and WrapupDataOutgoingMode).
TEST_F(WrapUp, OnlyOptionalModesLetTheAgentChooseDuringTheCall) {
    const char* const refusedReady = "CF_INVALID_OBJECT_STATE/10111";
    const char* const refusedOther = "CF_INVALID_OBJECT_STATE/10108";
    struct Row {
        std::uint32_t incoming, outgoing;
        Way way;
        bool mayChoose;
    };
    const Row rows[] = {
        {Optional, NotAllowed, Way::In, true},   {Required, Optional, Way::In, false},
        {NotAllowed, Optional, Way::In, false},  {RequiredWithData, Optional, Way::In, false},
        {NotAllowed, Optional, Way::Out, true},  {Optional, Required, Way::Out, false},
        {Optional, NotAllowed, Way::Out, false},
    };
    const std::pair<protocol::AgentState, const char*> wishes[] = {{AGENT_STATE_AVAILABLE, refusedReady},
                                                                   {AGENT_STATE_NOT_READY, refusedOther},
                                                                   {AGENT_STATE_WORK_READY, refusedOther},
                                                                   {AGENT_STATE_WORK_NOT_READY, refusedOther}};
    for (const Row& row : rows) {
        for (const auto& [wish, refusedWish] : wishes) {
            SCOPED_TRACE(std::to_string(row.incoming) + " " + std::to_string(row.outgoing) + " " +
                         std::to_string(number(wish)));
            startWith(row.incoming, row.outgoing);
            begin(row.way);
            EXPECT_EQ(refusal(setState("3101", wish, 3)), row.mayChoose ? "" : refusedWish);
            EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
            act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
            if (row.mayChoose) {
                EXPECT_EQ(stateOf("1001"), wish);
            }
        }
    }
}

/// Codes 280 and 281: the data or the reason that desk settings ask for.
TEST_F(WrapUp, LeavingItLacksDataOrAReasonByTheGuidesNumbers) {
    AcdConfig config = defaultConfig();
    config.agents.front().desk.wrapupIncoming = RequiredWithData;
    config.agents.front().desk.mask |= Desk::DESK_IDLE_REASON_REQUIRED_MASK;
    start(config);
    const auto code = [](const SwitchAnswer& answer) {
        const auto* failure = std::get_if<ControlFailure>(&answer);
        return failure ? number(failure->code) : 0u;
    };
    const ConnectionName leg = talk(Way::In);
    EXPECT_EQ(code(setState("3101", AGENT_STATE_AVAILABLE)), 280u);
    setData("3101", leg, {{Field::CallWrapupData, "Sold"}});
    EXPECT_EQ(code(setState("3101", AGENT_STATE_NOT_READY, 0)), 281u);
    EXPECT_EQ(code(setState("3101", AGENT_STATE_NOT_READY, 4)), 0u);
}

/// Without data the timer ends it all the same, and nobody is asked for a reason.
TEST_F(WrapUp, TimerEndsEveryForcedModeWithoutDataOrReason) {
    for (const std::uint32_t mode : {Required, RequiredWithData}) {
        startWith(mode, Required, Desk::DESK_IDLE_REASON_REQUIRED_MASK);
        talk(Way::In);
        clock.advance(std::chrono::seconds(30));
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
        setState("3101", AGENT_STATE_NOT_READY, 1);
        dial("3101", "914155550100");
        EXPECT_TRUE(acd->answerRemote(legAt("3101").call));
        act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_WORK_NOT_READY);
        clock.advance(std::chrono::seconds(30));
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
    }
}

/// The consultation that an agent began counts as outgoing, and so does the transfer it ends in.
TEST_F(WrapUp, TransfersCountAsOutgoing) {
    startWith(NotAllowed, Required);
    makeReady("1001");
    signIn("1002");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    const ConnectionName first = legAt("3101");
    consult("3101", first, "3102", protocol::ConsultType::CT_TRANSFER);
    const ConnectionName second{*confirmation().number(Field::NewConnectionCallID),
                                confirmation().text(Field::NewConnectionDeviceID)};
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_WORK_NOT_READY);
    clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
}

TEST_F(WrapUp, AgentInItGetsNoCall) {
    startWith(Required, Required);
    talk(Way::In);
    callIn("Billing");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_WORK_READY);
    clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
}

} // namespace callwright::simulator
