#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using States = std::vector<protocol::AgentState>;

/// Every state that a request can meet, and how to get there. On a call the wrap-up mode matters too.
enum class From { Out, NotReady, Ready, Reserved, Talking, Holding, TalkingRequired, TalkingNotAllowed, Work, WorkOut };

class AgentStates : public AcdTest {
protected:
    /// Brings the agent who suits the case there; returns the instrument.
    std::string reach(From from);
};

std::string AgentStates::reach(From from) {
    start(defaultConfig());
    const std::string agent = from == From::TalkingRequired || from == From::Work ? "1007"
                              : from == From::TalkingNotAllowed                   ? "1009"
                              : from == From::WorkOut                             ? "1012"
                                                                                  : "1001";
    const std::string instrument = "31" + agent.substr(2);
    if (from == From::Out)
        return instrument;
    signIn(agent);
    if (from == From::NotReady)
        return instrument;
    if (from == From::WorkOut) {
        const std::uint32_t call = (dial(instrument, "914155550100"), legAt(instrument).call);
        EXPECT_TRUE(acd->answerRemote(call));
        act(MessageType::CLEAR_CONNECTION_REQ, instrument, legAt(instrument));
        return instrument;
    }
    setState(instrument, AGENT_STATE_AVAILABLE);
    if (from == From::Ready)
        return instrument;
    callIn("Billing");
    if (from == From::Reserved)
        return instrument;
    act(MessageType::ANSWER_CALL_REQ, instrument, legAt(instrument));
    if (from == From::Holding)
        act(MessageType::HOLD_CALL_REQ, instrument, legAt(instrument));
    if (from == From::Work)
        act(MessageType::CLEAR_CONNECTION_REQ, instrument, legAt(instrument));
    return instrument;
}

/// What a request leads to: a refusal, or the state in the event (and the next one, when that is named).
struct Outcome {
    const char* refusal = "";
    protocol::AgentState state = AGENT_STATE_UNKNOWN; ///< UNKNOWN: no event
    protocol::AgentState next = AGENT_STATE_UNKNOWN;  ///< UNKNOWN: none named
};

constexpr Outcome bad{"CF_INVALID_OBJECT_STATE/10108"};
constexpr Outcome notReadyable{"CF_INVALID_OBJECT_STATE/10111"};
constexpr Outcome notOut{"CF_INVALID_OBJECT_STATE/10112"};
constexpr Outcome nobody{"E_CTI_AGENT_NOT_LOGGED_ON"};
constexpr Outcome quiet{};
constexpr Outcome to(protocol::AgentState state, protocol::AgentState next = AGENT_STATE_UNKNOWN) {
    return {"", state, next};
}

struct Transition {
    From from;
    Outcome notReady, ready, workNotReady, workReady, out;
};

// clang-format off
const Transition transitions[] = {
    {From::Out,               nobody, nobody, nobody, nobody, {"CF_INVALID_OBJECT_STATE/10101"}},
    {From::NotReady,          to(AGENT_STATE_NOT_READY), to(AGENT_STATE_AVAILABLE), bad, bad, to(AGENT_STATE_LOGOUT)},
    {From::Ready,             to(AGENT_STATE_NOT_READY), quiet, bad, bad, notOut},
    {From::Reserved,          bad, notReadyable, bad, bad, notOut},
    {From::Talking,           to(AGENT_STATE_TALKING, AGENT_STATE_NOT_READY), to(AGENT_STATE_TALKING, AGENT_STATE_AVAILABLE),
                              to(AGENT_STATE_TALKING, AGENT_STATE_WORK_NOT_READY), to(AGENT_STATE_TALKING, AGENT_STATE_WORK_READY), notOut},
    {From::Holding,           to(AGENT_STATE_HOLD, AGENT_STATE_NOT_READY), to(AGENT_STATE_HOLD, AGENT_STATE_AVAILABLE),
                              to(AGENT_STATE_HOLD, AGENT_STATE_WORK_NOT_READY), to(AGENT_STATE_HOLD, AGENT_STATE_WORK_READY), notOut},
    {From::TalkingRequired,   bad, notReadyable, bad, bad, notOut},
    {From::TalkingNotAllowed, bad, notReadyable, bad, bad, notOut},
    {From::Work,              to(AGENT_STATE_NOT_READY), to(AGENT_STATE_AVAILABLE),
                              to(AGENT_STATE_WORK_NOT_READY, AGENT_STATE_NOT_READY), quiet, notOut},
    {From::WorkOut,           to(AGENT_STATE_NOT_READY), to(AGENT_STATE_AVAILABLE),
                              quiet, to(AGENT_STATE_WORK_READY, AGENT_STATE_AVAILABLE), notOut},
};
// clang-format on

TEST_F(AgentStates, EveryRequestFromEveryState) {
    for (const Transition& row : transitions) {
        const std::pair<protocol::AgentState, Outcome> columns[] = {
            {AGENT_STATE_NOT_READY, row.notReady},
            {AGENT_STATE_AVAILABLE, row.ready},
            {AGENT_STATE_WORK_NOT_READY, row.workNotReady},
            {AGENT_STATE_WORK_READY, row.workReady},
            {AGENT_STATE_LOGOUT, row.out},
        };
        for (const auto& [wanted, outcome] : columns) {
            SCOPED_TRACE("from " + std::to_string(static_cast<int>(row.from)) + " to " +
                         std::to_string(number(wanted)));
            const std::string instrument = reach(row.from);
            forget();
            const SwitchAnswer answer = wanted == AGENT_STATE_LOGOUT ? logout("10" + instrument.substr(2), instrument)
                                                                     : setState(instrument, wanted, 0);
            EXPECT_EQ(refusal(answer), outcome.refusal);
            if (outcome.state == AGENT_STATE_UNKNOWN) {
                EXPECT_TRUE(events.empty());
                continue;
            }
            const Seen& event = only(instrument, MessageType::AGENT_STATE_EVENT);
            EXPECT_EQ(event.number(Field::AgentState), number(outcome.state));
            EXPECT_EQ(event.number(Field::NextAgentState),
                      outcome.next == AGENT_STATE_UNKNOWN ? std::nullopt : std::optional(number(outcome.next)));
        }
    }
}

TEST_F(AgentStates, IsNotSetToWhatOnlyTheSystemSets) {
    signIn("1001");
    for (const auto state : {AGENT_STATE_TALKING, AGENT_STATE_BUSY_OTHER, AGENT_STATE_RESERVED, AGENT_STATE_UNKNOWN,
                             AGENT_STATE_HOLD, AGENT_STATE_ACTIVE, AGENT_STATE_NOT_ACTIVE})
        EXPECT_EQ(refusal(setState("3101", state)), "CF_INVALID_OBJECT_STATE/10108");
    EXPECT_EQ(refusal(setState("3101", static_cast<protocol::AgentState>(15))), "CF_VALUE_OUT_OF_RANGE");
}

TEST_F(AgentStates, ChangesTheReasonWhileNotReady) {
    signIn("1001");
    forget();
    setState("3101", AGENT_STATE_NOT_READY, 12);
    EXPECT_EQ(only("3101", MessageType::AGENT_STATE_EVENT).number(Field::EventReasonCode), 12u);
    forget();
    setState("3101", AGENT_STATE_AVAILABLE, 12); // a reason is for Not Ready and the sign-out only
    EXPECT_EQ(only("3101", MessageType::AGENT_STATE_EVENT).number(Field::EventReasonCode), 0u);
}

TEST_F(AgentStates, AskedForDuringACallIsEnteredAfterIt) {
    const std::pair<protocol::AgentState, protocol::AgentState> rows[] = {
        {AGENT_STATE_NOT_READY, AGENT_STATE_NOT_READY},
        {AGENT_STATE_AVAILABLE, AGENT_STATE_AVAILABLE},
        {AGENT_STATE_WORK_NOT_READY, AGENT_STATE_WORK_NOT_READY},
        {AGENT_STATE_WORK_READY, AGENT_STATE_WORK_READY},
    };
    for (const auto& [wish, after] : rows) {
        SCOPED_TRACE(number(wish));
        const std::string instrument = reach(From::Talking);
        setState(instrument, wish, 9);
        forget();
        act(MessageType::CLEAR_CONNECTION_REQ, instrument, legAt(instrument));
        EXPECT_EQ(agentStates(instrument), States{after});
        EXPECT_EQ(reasonOf("1001"), after == AGENT_STATE_NOT_READY ? 9u : 0u);
    }
}

TEST_F(AgentStates, TellsWhichGroupIsBusyWithWhat) {
    const std::string instrument = reach(From::Talking);
    const Seen& event = *at(instrument, MessageType::AGENT_STATE_EVENT).back();
    EXPECT_EQ(event.number(Field::SkillGroupNumber), 1u);
    EXPECT_EQ(event.number(Field::SkillGroupID), 6001u);
    EXPECT_EQ(event.number(Field::SkillGroupState), number(AGENT_STATE_TALKING));
    EXPECT_EQ(event.number(Field::Direction), number(protocol::CallDirection::CALL_DIRECTION_IN));
    EXPECT_EQ(event.number(Field::NumTasks), 1u);
    EXPECT_EQ(event.number(Field::AgentAvailabilityStatus), 0u);
    ask(instrument, MessageType::QUERY_AGENT_STATE_REQ, {{Field::MRDID, 1u}, {Field::AgentID, "1001"}});
    EXPECT_EQ(confirmation().number(Field::AgentState), number(AGENT_STATE_TALKING));
    EXPECT_EQ(confirmation().number(Field::NumSkillGroups), 3u);
    EXPECT_EQ(confirmation().count(Field::SkillGroupState), 3u);
}

TEST_F(AgentStates, IsAskedByAnyOfTheIdentifiers) {
    makeReady("1001");
    const Sets questions[] = {{{Field::AgentID, "1001"}, {Field::MRDID, 1u}},
                              {{Field::ICMAgentID, 5001u}, {Field::MRDID, 1u}},
                              {{Field::AgentInstrument, "3101"}, {Field::MRDID, 1u}}};
    for (const Sets& question : questions) {
        EXPECT_EQ(refusal(ask("3101", MessageType::QUERY_AGENT_STATE_REQ, question)), "");
        EXPECT_EQ(confirmation().number(Field::AgentState), number(AGENT_STATE_AVAILABLE));
        EXPECT_EQ(confirmation().text(Field::AgentInstrument), "3101");
        EXPECT_EQ(confirmation().number(Field::AgentAvailabilityStatus), 1u);
    }
    ask("3102", MessageType::QUERY_AGENT_STATE_REQ, {{Field::AgentID, "1002"}});
    EXPECT_EQ(confirmation().number(Field::AgentState), number(AGENT_STATE_LOGOUT));
    EXPECT_EQ(confirmation().text(Field::AgentInstrument), "");
    EXPECT_EQ(refusal(ask("3102", MessageType::QUERY_AGENT_STATE_REQ, {{Field::AgentID, "77"}})),
              "E_CTI_INVALID_AGENT_DATA");
    EXPECT_EQ(refusal(ask("3102", MessageType::QUERY_AGENT_STATE_REQ)), "E_CTI_AGENT_NOT_LOGGED_ON");
    EXPECT_EQ(refusal(ask("3101", MessageType::QUERY_AGENT_STATE_REQ, {{Field::MRDID, 5u}})),
              "E_CTI_INVALID_MR_DOMAIN");
}

} // namespace callwright::simulator
