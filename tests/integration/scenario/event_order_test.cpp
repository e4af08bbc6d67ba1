#include "tests/integration/scenario/retelling.h"
#include "tests/integration/scenario/text_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace callwright::testing {
namespace {

using ::testing::IsEmpty;

/// The guide promises no order between events of calls, agents, voice and confirmations: whatever comes first, the
/// desks end up alike, nothing is told twice and nothing is left out.
class EventOrders : public ::testing::TestWithParam<std::string> {};

#ifdef CALLWRIGHT_SANITIZED
constexpr std::uint64_t share = 10; // each run takes ten times as long
#else
constexpr std::uint64_t share = 1;
#endif

void expectSame(const Retelling& usual, const Retelling& other) {
    ASSERT_THAT(other.faults, IsEmpty());
    const QString changes = difference(usual.lines, other.lines);
    ASSERT_TRUE(changes.isEmpty()) << changes.toStdString();
}

TEST_P(EventOrders, AreAllTheSameInTheEnd) {
    const Script script = loadScript(GetParam());
    const Retelling usual = retell(script, {});
    for (std::uint64_t seed = 1; seed <= 100 / share; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        expectSame(usual, retell(script, {.seed = seed, .varies = true}));
        if (HasFatalFailure())
            return;
    }
}

TEST_P(EventOrders, MayDifferByAnyTwoNeighbours) {
    const Script script = loadScript(GetParam());
    const Retelling usual = retell(script, {});
    for (std::size_t pair = 0; pair < usual.swappablePairs; pair += share) {
        SCOPED_TRACE("pair " + std::to_string(pair));
        expectSame(usual, retell(script, {.swapped = pair}));
        if (HasFatalFailure())
            return;
    }
    RecordProperty("pairs", static_cast<int>(usual.swappablePairs));
}

INSTANTIATE_TEST_SUITE_P(Scenarios, EventOrders, ::testing::ValuesIn(scenarioNames()),
                         [](const auto& test) { return test.param; });

} // namespace
} // namespace callwright::testing
