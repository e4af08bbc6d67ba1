#include "tests/unit/simulator_acd/acd_fixture.h"

#include <list>
#include <map>
#include <random>
#include <set>

namespace callwright::simulator {

/// A call as a client that believes every event thinks of it.
struct BelievedCall {
    std::uint32_t call = 0;     ///< ConnectionCallID
    std::string own;            ///< ConnectionDeviceID of the own leg
    std::set<std::string> legs; ///< all that events have named
    std::uint32_t state = ~0u;  ///< LocalConnectionState
    bool isEstablished = false;
    bool knowsParties = false; ///< an event has listed them
    int voices = 0;            ///< streams that run
};

/// The own phone, as its client thinks of it. Calls that share a ConnectionCallID are told apart as the guide says
/// (Call Events): by the legs that are known, and a leg that is new belongs to the call not established yet.
struct Believed {
    std::uint32_t agentState = number(AGENT_STATE_LOGOUT);
    std::list<BelievedCall> calls;

    BelievedCall* withOwn(std::uint32_t call, const std::string& leg) {
        const auto found = std::ranges::find_if(calls, [&](const auto& c) { return c.call == call && c.own == leg; });
        return found == calls.end() ? nullptr : &*found;
    }

    BelievedCall* subjectOf(const Seen& event) {
        const std::uint32_t call = event.number(Field::ConnectionCallID).value_or(0);
        const std::string leg = event.text(Field::ConnectionDeviceID);
        std::vector<BelievedCall*> candidates;
        for (BelievedCall& candidate : calls) {
            if (candidate.call != call)
                continue;
            if (candidate.legs.contains(leg))
                return &candidate;
            candidates.push_back(&candidate);
        }
        if (candidates.size() < 2)
            return candidates.empty() ? nullptr : candidates.front();
        const bool isNewLeg = event.type == MessageType::CALL_DELIVERED_EVENT ||
                              event.type == MessageType::CALL_ESTABLISHED_EVENT ||
                              event.type == MessageType::CALL_QUEUED_EVENT;
        const auto fresh = std::ranges::find_if(candidates, [](const auto* c) { return !c->isEstablished; });
        return isNewLeg && fresh != candidates.end() ? *fresh : nullptr;
    }
};

using protocol::ConsultType;

class RandomActions : public AcdTest {
protected:
    void believe() {
        for (const Seen& event : events) {
            Believed& phone = believed[event.instrument];
            switch (event.type) {
            case MessageType::AGENT_STATE_EVENT:
                phone.agentState = *event.number(Field::AgentState);
                break;
            case MessageType::BEGIN_CALL_EVENT:
            case MessageType::END_CALL_EVENT:
            case MessageType::RTP_STARTED_EVENT:
            case MessageType::RTP_STOPPED_EVENT:
                believeLife(phone, event);
                break;
            case MessageType::CALL_TRANSFERRED_EVENT:
            case MessageType::CALL_CONFERENCED_EVENT:
                believeParties(phone, event);
                break;
            case MessageType::CALL_DATA_UPDATE_EVENT:
                believeName(phone, event);
                break;
            default:
                if (event.number(Field::LocalConnectionState))
                    believeCall(phone, event);
            }
        }
        forget();
    }

    static void believeLife(Believed& phone, const Seen& event) {
        const std::uint32_t call = event.number(Field::ConnectionCallID).value_or(0);
        const std::string own = event.text(Field::ConnectionDeviceID);
        BelievedCall* const known = phone.withOwn(call, own);
        if (event.type == MessageType::BEGIN_CALL_EVENT) {
            EXPECT_FALSE(known) << "begun twice";
            phone.calls.push_back({call, own, {own}});
            return;
        }
        ASSERT_TRUE(known) << "message " << number(event.type) << " outside the call's life";
        if (event.type == MessageType::END_CALL_EVENT)
            phone.calls.remove_if([&](const auto& c) { return &c == known; });
        else
            known->voices += event.type == MessageType::RTP_STARTED_EVENT ? 1 : -1;
    }

    static void believeParties(Believed& phone, const Seen& event) {
        const std::vector<std::string> parties = event.texts(Field::ConnectedPartyDeviceID);
        EXPECT_EQ(parties.size(), event.number(Field::NumParties));
        const auto isIn = [&](const BelievedCall& c) {
            return std::ranges::find(parties, c.own) != parties.end() || c.own == event.text(Field::PrimaryDeviceID);
        };
        const auto call = std::ranges::find_if(phone.calls, isIn);
        ASSERT_NE(call, phone.calls.end()) << "somebody else's call";
        call->legs = {parties.begin(), parties.end()};
        call->legs.insert(call->own);
        call->knowsParties = true;
        call->isEstablished = true;
        call->state = *event.number(Field::LocalConnectionState);
    }

    static void believeName(Believed& phone, const Seen& event) {
        BelievedCall* const call =
            phone.withOwn(*event.number(Field::ConnectionCallID), event.text(Field::ConnectionDeviceID));
        ASSERT_TRUE(call);
        call->call = *event.number(Field::NewConnectionCallID);
        EXPECT_EQ(event.text(Field::NewConnectionDeviceID), call->own);
    }

    static void believeCall(Believed& phone, const Seen& event) {
        BelievedCall* const call = phone.subjectOf(event);
        const bool isGone =
            event.type == MessageType::CALL_CONNECTION_CLEARED_EVENT || event.type == MessageType::CALL_DIVERTED_EVENT;
        if (!call && isGone)
            return; // a leg that no event has named: no matter which call it was in
        ASSERT_TRUE(call) << "message " << number(event.type) << " outside the call's life";
        const std::string leg = event.text(Field::ConnectionDeviceID);
        if (!isGone)
            call->legs.insert(leg);
        else if (leg != call->own)
            call->legs.erase(leg);
        call->isEstablished |= event.type == MessageType::CALL_ESTABLISHED_EVENT;
        call->state = *event.number(Field::LocalConnectionState);
    }

    void compare() {
        const auto state = acd->state();
        std::map<std::string, std::map<std::string, std::uint32_t>> truth;
        for (const auto& call : state.at("calls")) {
            for (const auto& leg : call.at("connections")) {
                if (const auto phone = leg.at("instrument").get<std::string>(); !phone.empty())
                    truth[phone][leg.at("ConnectionDeviceID").get<std::string>()] =
                        leg.at("LocalConnectionState").get<std::uint32_t>();
            }
            compareParties(call);
        }
        for (const auto& [instrument, phone] : believed) {
            if (!acd->isInstrument(instrument))
                continue;
            std::map<std::string, std::uint32_t> legs;
            for (const BelievedCall& call : phone.calls) {
                legs[call.own] = call.state;
                EXPECT_EQ(call.voices, call.state == number(LCS_CONNECT) ? 2 : 0) << instrument;
            }
            EXPECT_EQ(legs, truth[instrument]) << instrument;
            EXPECT_LE(countIn(legs, LCS_CONNECT), 1) << instrument;
            EXPECT_LE(countIn(legs, LCS_HOLD), 1) << instrument;
            EXPECT_LE(legs.size(), 2u) << instrument;
        }
        for (const auto& agent : state.at("agents"))
            compareAgent(agent, truth);
    }

    /// Who has been told the parties of a call knows all of them.
    void compareParties(const nlohmann::ordered_json& call) {
        std::set<std::string> parties;
        for (const auto& leg : call.at("connections")) {
            if (leg.at("LocalConnectionState") == number(LCS_ALERTING))
                return; // one more is coming, perhaps
            if (leg.at("DeviceType") != number(protocol::DeviceIDType::DEVID_QUEUE))
                parties.insert(leg.at("ConnectionDeviceID").get<std::string>());
        }
        for (auto& [instrument, phone] : believed) {
            for (const BelievedCall& known : phone.calls) {
                if (parties.contains(known.own) && known.knowsParties) {
                    std::set<std::string> legs = known.legs;
                    std::erase_if(legs, [&](const auto& leg) { return !parties.contains(leg) && isQueuePoint(leg); });
                    EXPECT_EQ(legs, parties) << instrument;
                }
            }
        }
    }

    bool isQueuePoint(const std::string& leg) const {
        const auto state = acd->state();
        for (const auto& call : state.at("calls")) {
            for (const auto& connection : call.at("connections")) {
                if (connection.at("ConnectionDeviceID") == leg)
                    return connection.at("DeviceType") == number(protocol::DeviceIDType::DEVID_QUEUE);
            }
        }
        return false;
    }

    void compareAgent(const nlohmann::ordered_json& agent,
                      std::map<std::string, std::map<std::string, std::uint32_t>>& truth) {
        if (!agent.contains("AgentInstrument"))
            return;
        const auto instrument = agent.at("AgentInstrument").get<std::string>();
        const auto state = agent.at("AgentState").get<std::uint32_t>();
        EXPECT_EQ(believed[instrument].agentState, state) << instrument;
        const auto& legs = truth[instrument];
        if (countIn(legs, LCS_CONNECT) > 0) {
            EXPECT_EQ(state, number(AGENT_STATE_TALKING)) << instrument;
        } else if (countIn(legs, LCS_HOLD) > 0) {
            EXPECT_EQ(state, number(AGENT_STATE_HOLD)) << instrument;
        } else if (countIn(legs, LCS_INITIATE) + countIn(legs, LCS_FAIL) == 0) {
            EXPECT_TRUE(state != number(AGENT_STATE_TALKING) && state != number(AGENT_STATE_HOLD)) << instrument;
        }
    }

    static std::ptrdiff_t countIn(const std::map<std::string, std::uint32_t>& legs, protocol::LocalConnectionState in) {
        return std::ranges::count_if(legs, [&](const auto& leg) { return leg.second == number(in); });
    }

    void act(std::mt19937& random) {
        const auto pick = [&](auto& list) { return list[random() % std::size(list)]; };
        static constexpr const char* agents[] = {"1001", "1007", "1008", "1009", "1011", "1012", "1091"};
        const std::string agent = pick(agents);
        const std::string phone = "31" + agent.substr(2);
        static constexpr protocol::AgentState states[] = {AGENT_STATE_AVAILABLE, AGENT_STATE_AVAILABLE,
                                                          AGENT_STATE_NOT_READY, AGENT_STATE_WORK_READY,
                                                          AGENT_STATE_WORK_NOT_READY};
        static constexpr const char* targets[] = {"3107", "3101", "914155550100", "914155550001", "8002", "4711"};
        static constexpr MessageType requests[] = {MessageType::ANSWER_CALL_REQ, MessageType::ANSWER_CALL_REQ,
                                                   MessageType::HOLD_CALL_REQ, MessageType::RETRIEVE_CALL_REQ,
                                                   MessageType::CLEAR_CONNECTION_REQ};
        switch (random() % 13) {
        case 0:
            login(agent, phone);
            break;
        case 1:
            setState(phone, pick(states), static_cast<std::uint32_t>(random() % 5));
            break;
        case 2:
            dial(phone, pick(targets));
            break;
        case 3:
        case 4:
            if (const auto legs = legsAt(phone); !legs.empty())
                AcdTest::act(pick(requests), phone, legs[random() % legs.size()]);
            break;
        case 5:
            if (acd->state().at("calls").size() < 6)
                callIn("Billing");
            break;
        case 7:
            actOnLine(random, agent, phone);
            break;
        case 8:
        case 9:
        case 10:
        case 11:
            actOnCalls(random, phone);
            break;
        case 6:
            if (const auto state = acd->state(); !state.at("calls").empty()) {
                const auto& calls = state.at("calls");
                const auto call = calls[random() % calls.size()].at("ConnectionCallID").get<std::uint32_t>();
                if (random() % 2)
                    (void)acd->hangup(call);
                else
                    (void)acd->answerRemote(call);
            }
            break;
        default:
            clock.advance(std::chrono::seconds(random() % 12));
        }
    }

    /// Without this most consultations would end before anybody answers.
    void answerEverywhere() {
        const auto state = acd->state();
        for (const auto& call : state.at("calls")) {
            for (const auto& leg : call.at("connections")) {
                if (leg.at("LocalConnectionState") != number(LCS_ALERTING))
                    continue;
                const auto id = call.at("ConnectionCallID").get<std::uint32_t>();
                const auto phone = leg.at("instrument").get<std::string>();
                if (phone.empty())
                    (void)acd->answerRemote(id);
                else
                    AcdTest::act(MessageType::ANSWER_CALL_REQ, phone,
                                 {id, leg.at("ConnectionDeviceID").get<std::string>()});
            }
        }
    }

    /// Consultations and what comes of them, the calls mostly but not always named the way round that can succeed.
    void actOnCalls(std::mt19937& random, const std::string& phone) {
        static constexpr const char* targets[] = {"3101",         "3107",         "3109", "3112",
                                                  "914155550100", "914155550001", "8002", "4711"};
        static constexpr ConsultType types[] = {ConsultType::CT_TRANSFER, ConsultType::CT_CONFERENCE};
        static constexpr MessageType onTwo[] = {MessageType::ALTERNATE_CALL_REQ,  MessageType::RECONNECT_CALL_REQ,
                                                MessageType::TRANSFER_CALL_REQ,   MessageType::TRANSFER_CALL_REQ,
                                                MessageType::CONFERENCE_CALL_REQ, MessageType::CONFERENCE_CALL_REQ};
        const auto legs = legsAt(phone);
        if (legs.empty())
            return;
        const std::string target = targets[random() % std::size(targets)];
        if (legs.size() == 1 && random() % 4 != 0) {
            consult(phone, legs.front(), target, types[random() % 2]);
            if (random() % 4 != 0)
                answerEverywhere();
        } else if (legs.size() == 1) {
            actOnTwo(MessageType::TRANSFER_CALL_REQ, phone, legs.front(), {protocol::NULL_CALL_ID, ""},
                     {{Field::DialedNumber, target}});
        } else {
            const bool isUsual = stateOfLeg(legs[0]) == number(LCS_HOLD);
            const bool flips = random() % 8 == 0;
            actOnTwo(onTwo[random() % std::size(onTwo)], phone, legs[isUsual != flips ? 1 : 0],
                     legs[isUsual != flips ? 0 : 1]);
        }
    }

    /// Tones, recordings, greetings, bad lines, forwarding and cries for help, as they come.
    void actOnLine(std::mt19937& random, const std::string& agent, const std::string& phone) {
        static constexpr MessageType requests[] = {MessageType::SEND_DTMF_SIGNAL_REQ,  MessageType::START_RECORDING_REQ,
                                                   MessageType::STOP_RECORDING_REQ,    MessageType::BAD_CALL_REQ,
                                                   MessageType::DEFLECT_CALL_REQ,      MessageType::DEFLECT_CALL_REQ,
                                                   MessageType::SUPERVISOR_ASSIST_REQ, MessageType::EMERGENCY_CALL_REQ};
        static constexpr const char* targets[] = {"3107", "3112", "914155550100", "914155550001", "8002"};
        const MessageType type = requests[random() % std::size(requests)];
        ask(phone, MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, phone}});
        const bool hasCall = confirmation().number(Field::NumCalls).value_or(0) > 0;
        Sets fields{{Field::ConnectionCallID,
                     hasCall ? *confirmation().number(Field::CallConnectionCallID) : protocol::NULL_CALL_ID},
                    {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                    {Field::ConnectionDeviceID, hasCall ? confirmation().text(Field::CallConnectionDeviceID) : ""}};
        if (type == MessageType::SEND_DTMF_SIGNAL_REQ)
            fields.emplace_back(Field::DTMFString, "1");
        if (type == MessageType::STOP_RECORDING_REQ)
            fields.emplace_back(Field::ServerData, static_cast<std::uint32_t>(random() % 20));
        if (type == MessageType::BAD_CALL_REQ)
            fields.emplace_back(Field::AgentID, agent);
        if (type == MessageType::DEFLECT_CALL_REQ)
            fields.emplace_back(Field::CalledDeviceID, targets[random() % std::size(targets)]);
        ask(phone, type, fields);
    }

    std::map<std::string, Believed> believed;
};

#ifdef CALLWRIGHT_SANITIZED
constexpr std::uint32_t runs = 15; // each takes ten times as long
#else
constexpr std::uint32_t runs = 60;
#endif

TEST_F(RandomActions, WhoBelievesTheEventsKnowsTheTruth) {
    for (std::uint32_t seed = 1; seed <= runs && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        AcdConfig config = defaultConfig();
        config.busyTrigger = 1 + seed % 2;
        config.consultSharesCallId = seed % 3 == 0;
        config.tellsDiversions = seed % 4 == 0;
        config.tellsQueues = seed % 5 == 0;
        config.agents.front().greeting = std::chrono::seconds(3);
        config.timers.delivery = std::chrono::milliseconds(seed % 3 * 300);
        start(config, seed);
        believed.clear();
        std::mt19937 random(seed);
        for (int step = 0; step < 250 && !HasFailure(); ++step) {
            SCOPED_TRACE("step " + std::to_string(step));
            act(random);
            believe();
            compare();
        }
    }
}

TEST_F(RandomActions, EverythingComesToRestWhenEverybodyHangsUp) {
    std::mt19937 random(99);
    for (int step = 0; step < 300; ++step)
        act(random);
    for (int round = 0; round < 50 && !acd->state().at("calls").empty(); ++round) {
        const auto state = acd->state();
        for (const auto& call : state.at("calls"))
            (void)acd->hangup(call.at("ConnectionCallID").get<std::uint32_t>());
        for (const char* phone : {"3101", "3107", "3108", "3109", "3111", "3112", "3191"}) {
            for (const ConnectionName& leg : legsAt(phone))
                AcdTest::act(MessageType::CLEAR_CONNECTION_REQ, phone, leg);
        }
        clock.advance(std::chrono::seconds(30));
    }
    EXPECT_TRUE(acd->state().at("calls").empty());
    const auto state = acd->state();
    for (const auto& queue : state.at("queues"))
        EXPECT_TRUE(queue.at("calls").empty());
}

} // namespace callwright::simulator
