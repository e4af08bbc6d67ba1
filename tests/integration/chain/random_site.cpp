#include "tests/integration/chain/random_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace callwright::testing {

using ::testing::IsEmpty;

std::uint64_t firstSeed() {
    const char* told = std::getenv("CALLWRIGHT_FIRST_SEED");
    return told ? std::strtoull(told, nullptr, 10) : 0;
}

ChainOptions randomSite(std::uint64_t seed, int agents) {
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
    if (firstSeed() != 0)
        return; // that the block of these seeds has everything nobody promised
    for (const EventId id : whatMustHappen) {
        const auto found = happened.find(id);
        EXPECT_TRUE(found != happened.end()) << eventName(id).toStdString();
        if (found != happened.end())
            ::testing::Test::RecordProperty(eventName(id).toStdString(), found->second);
    }
}

} // namespace callwright::testing
