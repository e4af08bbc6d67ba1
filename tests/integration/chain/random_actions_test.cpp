#include "tests/integration/chain/crowd.h"
#include "tests/integration/chain/random_site.h"

#include <gtest/gtest.h>

namespace callwright::testing {
namespace {

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
        const std::uint64_t seed = firstSeed() + static_cast<std::uint64_t>(GetParam() * seedsInABlock + i);
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chain chain(randomSite(seed, 3));
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
        const std::uint64_t seed = firstSeed() + static_cast<std::uint64_t>(GetParam() * seedsInABlock + i);
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chain chain(randomSite(seed, 3 + static_cast<int>(seed % 2)));
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
