#include "tests/integration/chain/crowd.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <span>

namespace callwright::testing {
namespace {

using ::testing::IsEmpty;

using Counts = std::map<EventId, int>;

#ifdef CALLWRIGHT_SANITIZED
constexpr int share = 10; // everything takes ten times as long
#else
constexpr int share = 1;
#endif

ChainOptions optionsFor(std::uint64_t seed, int agents) {
    ChainOptions options;
    options.seed = seed;
    options.isWeatherRough = seed % 2 == 1;
    options.agents = someAgents(agents, static_cast<int>(seed % 12));
    options.agents.push_back({5000, QStringLiteral("1091"), QStringLiteral("3191"), true});
    options.site.acd.consultSharesCallId = seed % 3 == 1;
    options.settings.minimizeEventArgs = seed % 5 != 0;
    options.settings.recordingEnabled = true;
    for (simulator::AgentConfig& agent : options.site.acd.agents)
        agent.greeting = std::chrono::seconds(seed % 4);
    return options;
}

void connectAll(Chain& chain, std::uint64_t seed) {
    for (std::size_t desk = 0; desk < chain.size(); ++desk)
        chain.connect(chain.desk(desk), protocol::oldestVersion + static_cast<int>((seed + desk) % 13));
    chain.settle();
}

/// Everybody signs in, the first one goes Ready.
void signInAll(Chain& chain) {
    for (std::size_t desk = 0; desk < chain.size(); ++desk)
        chain.desk(desk).sent(chain.desk(desk).session.currentAgent()->login(QStringLiteral("any")));
    chain.settle();
    chain.desk(0).sent(chain.desk(0).session.currentAgent()->setReady());
    chain.settle();
}

void expectAgreement(Chain& chain, int step) {
    chain.settle();
    for (std::size_t desk = 0; desk < chain.size(); ++desk)
        ASSERT_THAT(chain.differences(chain.desk(desk)), IsEmpty()) << "step " << step << ", desk " << desk;
}

void count(Chain& chain, Counts& happened) {
    for (std::size_t desk = 0; desk < chain.size(); ++desk) {
        for (const auto& [id, times] : chain.desk(desk).seen)
            happened[id] += times;
    }
}

void expectAll(const Counts& happened, std::span<const EventId> whatMustHappen) {
    for (const EventId id : whatMustHappen) {
        const auto found = happened.find(id);
        EXPECT_TRUE(found != happened.end()) << eventName(id).toStdString();
        if (found != happened.end())
            ::testing::Test::RecordProperty(eventName(id).toStdString(), found->second);
    }
}

/// A block of seeds a test, so that a run names the block quickly and the seed in its message.
class RandomActions : public ::testing::TestWithParam<int> {};

/// What a block of seeds must have lived through, or it shows nothing.
constexpr EventId whatActionsBring[] = {
    EventId::OnCallBegin,         EventId::OnCallDelivered,           EventId::OnCallEstablished,
    EventId::OnCallHeld,          EventId::OnCallRetrieved,           EventId::OnCallFailed,
    EventId::OnCallEnd,           EventId::OnSetCallDataConf,         EventId::OnPostLogout,
    EventId::OnLogoutFailed,      EventId::OnAgentControlFailureConf, EventId::OnMakeCallConf,
    EventId::OnConnectionFailure, EventId::OnSnapshotCallConf,        EventId::OnCallDataUpdate,
};

TEST_P(RandomActions, LeaveTheDesksAsTheSwitchIs) {
    constexpr int seedsInABlock = 40;
    Counts happened;
    for (int i = 0; i < seedsInABlock; ++i) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * seedsInABlock + i);
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chain chain(optionsFor(seed, 3));
        Crowd crowd(chain, seed, 4, seed % 4 == 3);
        connectAll(chain, seed);
        for (int step = 1; step <= 160; ++step) {
            crowd.act();
            if (step % 20 == 0)
                expectAgreement(chain, step);
            if (HasFatalFailure())
                return;
        }
        count(chain, happened);
    }
    expectAll(happened, whatActionsBring);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomActions, ::testing::Range(0, 10 / share));

/// Short lives of a whole site: everybody is signed in and busy from the start.
class RandomScenarios : public ::testing::TestWithParam<int> {};

constexpr EventId whatScenariosBring[] = {
    EventId::OnAgentPrecallEvent,
    EventId::OnCallBegin,
    EventId::OnCallDelivered,
    EventId::OnCallEstablished,
    EventId::OnCallHeld,
    EventId::OnCallRetrieved,
    EventId::OnCallFailed,
    EventId::OnCallTransferred,
    EventId::OnCallConferenced,
    EventId::OnCallConnectionCleared,
    EventId::OnCallCleared,
    EventId::OnCallEnd,
    EventId::OnCallReachedNetworkEvent,
    EventId::OnConsultationCallConf,
    EventId::OnTransferCallConf,
    EventId::OnConferenceCallConf,
    EventId::OnAlternateCallConf,
    EventId::OnReconnectCallConf,
    EventId::OnSendDTMFConf,
    EventId::OnCallStartRecordingConf,
    EventId::OnCallStopRecordingConf,
    EventId::OnCallControlFailureConf,
    EventId::OnAgentGreetingControlConf,
    EventId::OnSetCallDataConf,
    EventId::OnCallDataUpdate,
};

TEST_P(RandomScenarios, LeaveTheDesksAsTheSwitchIs) {
    constexpr int seedsInABlock = 100;
    Counts happened;
    for (int i = 0; i < seedsInABlock; ++i) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * seedsInABlock + i);
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chain chain(optionsFor(seed, 3 + static_cast<int>(seed % 2)));
        Crowd crowd(chain, seed, 8, seed % 8 == 7);
        connectAll(chain, seed);
        signInAll(chain);
        for (int step = 1; step <= 40; ++step)
            crowd.act();
        expectAgreement(chain, 40);
        if (HasFatalFailure())
            return;
        count(chain, happened);
    }
    expectAll(happened, whatScenariosBring);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomScenarios, ::testing::Range(0, 20 / share));

} // namespace
} // namespace callwright::testing
