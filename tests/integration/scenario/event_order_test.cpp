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
constexpr std::uint64_t randomOrders = 10; // each takes ten times as long
#else
constexpr std::uint64_t randomOrders = 100;
#endif

TEST_P(EventOrders, AreAllTheSameInTheEnd) {
    const Script script = loadScript(GetParam());
    const Retelling usual = retell(script, {});
    for (std::uint64_t seed = 1; seed <= randomOrders; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Retelling other = retell(script, {seed, true});
        ASSERT_THAT(other.faults, IsEmpty());
        const QString changes = difference(usual.lines, other.lines);
        ASSERT_TRUE(changes.isEmpty()) << changes.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, EventOrders, ::testing::ValuesIn(scenarioNames()),
                         [](const auto& test) { return test.param; });

} // namespace
} // namespace callwright::testing
