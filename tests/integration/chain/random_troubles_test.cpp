#include "tests/integration/chain/crowd.h"
#include "tests/integration/chain/random_site.h"
#include "tests/integration/chain/troubles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace callwright::testing {
namespace {

/// People go on with their work while sides die, links break and servers misbehave. When all is well again every desk
/// shows what the switch has.
class RandomTroubles : public ::testing::TestWithParam<int> {};

constexpr EventId whatTroublesBring[] = {
    EventId::OnConnection,       EventId::OnConnectionFailure, EventId::OnMissingHeartbeat, EventId::OnCTIOSFailure,
    EventId::OnSnapshotCallConf, EventId::OnCallBegin,         EventId::OnCallEnd,          EventId::OnCallDataUpdate,
};

TEST_P(RandomTroubles, LeaveTheDesksAsTheSwitchIs) {
    constexpr int seedsInABlock = 100;
    Counts happened;
    for (int i = 0; i < seedsInABlock; ++i) {
        const std::uint64_t seed = firstSeed() + static_cast<std::uint64_t>(GetParam() * seedsInABlock + i);
        SCOPED_TRACE("seed " + std::to_string(seed));
        ChainOptions options = randomSite(seed, 2 + static_cast<int>(seed % 2));
        options.hasSideB = seed % 4 != 0;
        options.site.sides.takeover = Milliseconds(seed % 7 * 500);
        Chain chain(std::move(options));
        Crowd crowd(chain, seed, 8, false);
        Troubles troubles(chain, seed + 1);
        connectAll(chain, seed);
        signInAll(chain);
        for (int step = 1; step <= 40; ++step) {
            crowd.act();
            if (step % 5 == 0)
                troubles.act();
        }
        troubles.end();
        chain.clock.advance(std::chrono::minutes(6)); // the longest wait between attempts, and what was on its way
        expectAgreement(chain, 40);
        if (HasFatalFailure())
            return;
        count(chain, happened);
    }
    expectAll(happened, whatTroublesBring);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTroubles, ::testing::Range(0, 20 / share));

} // namespace
} // namespace callwright::testing
