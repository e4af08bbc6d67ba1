#include "tests/unit/simulator_acd/acd_fixture.h"

#include <map>
#include <random>

namespace callwright::simulator {

/// What a client that believes every event would think of its own phone.
struct Believed {
    std::uint32_t agentState = number(AGENT_STATE_LOGOUT);
    std::map<std::uint32_t, std::uint32_t> calls; ///< by call: LocalConnectionState
    int voices = 0;                               ///< streams that run
};

class RandomActions : public AcdTest {
protected:
    void believe() {
        for (const Seen& event : events) {
            Believed& phone = believed[event.instrument];
            const std::uint32_t call = event.number(Field::ConnectionCallID).value_or(0);
            switch (event.type) {
            case MessageType::AGENT_STATE_EVENT:
                phone.agentState = *event.number(Field::AgentState);
                break;
            case MessageType::BEGIN_CALL_EVENT:
                EXPECT_TRUE(phone.calls.emplace(call, ~0u).second) << "begun twice";
                break;
            case MessageType::END_CALL_EVENT:
                EXPECT_EQ(phone.calls.erase(call), 1u) << "ended without having begun";
                break;
            case MessageType::RTP_STARTED_EVENT:
            case MessageType::RTP_STOPPED_EVENT:
                EXPECT_TRUE(phone.calls.contains(call));
                phone.voices += event.type == MessageType::RTP_STARTED_EVENT ? 1 : -1;
                break;
            default:
                if (const auto state = event.number(Field::LocalConnectionState)) {
                    EXPECT_TRUE(phone.calls.contains(call)) << "a call event outside the call's life";
                    phone.calls[call] = *state;
                }
            }
        }
        forget();
    }

    void compare() {
        const auto state = acd->state();
        for (const auto& agent : state.at("agents")) {
            if (agent.contains("AgentInstrument")) {
                EXPECT_EQ(believed[agent.at("AgentInstrument").get<std::string>()].agentState,
                          agent.at("AgentState").get<std::uint32_t>());
            }
        }
        std::map<std::string, std::map<std::uint32_t, std::uint32_t>> truth;
        for (const auto& call : state.at("calls")) {
            for (const auto& leg : call.at("connections")) {
                if (const auto phone = leg.at("instrument").get<std::string>(); !phone.empty())
                    truth[phone][call.at("ConnectionCallID").get<std::uint32_t>()] =
                        leg.at("LocalConnectionState").get<std::uint32_t>();
            }
        }
        for (const auto& [instrument, phone] : believed) {
            if (!acd->isInstrument(instrument))
                continue;
            EXPECT_EQ(phone.calls, truth[instrument]) << instrument;
            const auto talking =
                std::ranges::count_if(phone.calls, [](const auto& call) { return call.second == number(LCS_CONNECT); });
            EXPECT_EQ(phone.voices, 2 * talking) << instrument;
        }
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
        switch (random() % 9) {
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
            if (ask(phone, MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, phone}});
                confirmation().number(Field::NumCalls).value_or(0) > 0)
                AcdTest::act(pick(requests), phone,
                             {*confirmation().number(Field::CallConnectionCallID),
                              confirmation().text(Field::CallConnectionDeviceID)});
            break;
        case 5:
            if (acd->state().at("calls").size() < 6)
                callIn("Billing");
            break;
        case 7:
            actOnLine(random, agent, phone);
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

TEST_F(RandomActions, WhoBelievesTheEventsKnowsTheTruth) {
    for (std::uint32_t seed = 1; seed <= 40 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        AcdConfig config = defaultConfig();
        config.busyTrigger = 1 + seed % 2;
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
            ask(phone, MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, phone}});
            if (confirmation().number(Field::NumCalls).value_or(0) > 0)
                AcdTest::act(MessageType::CLEAR_CONNECTION_REQ, phone,
                             {*confirmation().number(Field::CallConnectionCallID),
                              confirmation().text(Field::CallConnectionDeviceID)});
        }
        clock.advance(std::chrono::seconds(30));
    }
    EXPECT_TRUE(acd->state().at("calls").empty());
    const auto state = acd->state();
    for (const auto& queue : state.at("queues"))
        EXPECT_TRUE(queue.at("calls").empty());
}

} // namespace callwright::simulator
