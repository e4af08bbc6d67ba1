#include "cil/events/keywords.h"
#include "tests/integration/chain/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace callwright::testing {
namespace {

using ::testing::IsEmpty;

/// People and callers who do whatever comes to mind, allowed or not.
class Crowd {
public:
    Crowd(Chain& chain, std::uint64_t seed, bool breaksLinks)
        : m_chain(chain), m_random(seed), m_breaksLinks(breaksLinks) {}

    void act() {
        const std::size_t chance = below(100);
        if (chance < 55)
            atDesk(m_chain.desk(below(m_chain.size())));
        else if (chance < 85)
            outside();
        else if (chance < 98 || !m_breaksLinks)
            m_chain.clock.advance(Milliseconds(below(4000)));
        else
            breakLink();
        m_chain.clock.advance(Milliseconds(below(60)));
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random); }

    void atDesk(Desk& desk) {
        if (Agent* agent = desk.session.currentAgent(); agent && below(2) == 0)
            desk.sent(agentAction(*agent));
        else if (const auto calls = desk.session.calls(); !calls.empty())
            desk.sent(callAction(*calls[below(calls.size())]));
    }

    CilResult agentAction(Agent& agent) {
        switch (below(10)) {
        case 0:
        case 1:
            return agent.login(QStringLiteral("any"));
        case 2:
        case 3:
            return agent.setReady();
        case 4:
            return agent.setNotReady(std::uint16_t(below(65536)));
        case 5:
            return agent.setWrapUp();
        case 6:
            return below(4) == 0 ? agent.logout(std::uint16_t(below(100))) : CilResult{CilCode::InvalidCall};
        case 7:
            return agent.makeCall({QString::number(outsideNumber()), {}});
        case 8:
            return agent.makeCall({QString::number(8001 + below(3)), {}}); // a queue
        default:
            return agent.makeCall({someExtension(), {{keyword::CallVariable2, QStringLiteral("from a desk")}}});
        }
    }

    CilResult callAction(Call& call) {
        switch (below(6)) {
        case 0:
        case 1:
            return call.answer();
        case 2:
            return call.status() == CallStatus::Held ? call.retrieve() : call.hold();
        case 3:
            return call.retrieve();
        case 4:
            return call.clearConnection();
        default:
            const Keyword variable = Keyword::of(QStringLiteral("CallVariable%1").arg(1 + below(10)));
            return call.setCallData({{variable, QStringLiteral("value %1").arg(below(1000))}});
        }
    }

    std::uint64_t outsideNumber() { return 4155550000 + below(6); }

    QString someExtension() {
        const auto state = m_chain.simulator().state();
        const auto& agents = state.at("agents");
        const auto& agent = agents.at(below(agents.size()));
        return agent.contains("AgentExtension") ? QString::fromStdString(agent.at("AgentExtension"))
                                                : QStringLiteral("2999");
    }

    void outside() {
        const auto state = m_chain.simulator().state();
        const auto& calls = state.at("calls");
        const char* queues[] = {"Billing", "Support", "Sales"};
        if (calls.empty() || below(3) == 0)
            std::ignore = m_chain.simulator().startCall(queues[below(3)], "4155550134", {{"CallVariable1", "88"}});
        else if (const std::uint32_t id = calls.at(below(calls.size())).at("ConnectionCallID"); below(2) == 0)
            std::ignore = m_chain.simulator().hangup(id);
        else
            std::ignore = m_chain.simulator().answerRemote(id);
    }

    void breakLink() {
        if (below(2) == 0)
            m_chain.network.cutAll();
        else
            std::ignore = m_chain.simulator().fault({.kind = simulator::FaultKind::Drop,
                                                     .session = {},
                                                     .delay = {},
                                                     .bytes = {},
                                                     .concernsPeripheral = false});
    }

    Chain& m_chain;
    std::mt19937_64 m_random;
    bool m_breaksLinks;
};

/// A block of seeds a test, so that a run names the block quickly and the seed in its message.
class RandomActions : public ::testing::TestWithParam<int> {};

constexpr int seedsInABlock = 40;

/// What a block of seeds must have lived through, or it shows nothing.
constexpr EventId whatMustHappen[] = {
    EventId::OnCallBegin,         EventId::OnCallDelivered,           EventId::OnCallEstablished,
    EventId::OnCallHeld,          EventId::OnCallRetrieved,           EventId::OnCallFailed,
    EventId::OnCallEnd,           EventId::OnSetCallDataConf,         EventId::OnPostLogout,
    EventId::OnLogoutFailed,      EventId::OnAgentControlFailureConf, EventId::OnMakeCallConf,
    EventId::OnConnectionFailure, EventId::OnSnapshotCallConf,        EventId::OnCallDataUpdate,
};

TEST_P(RandomActions, LeaveTheDesksAsTheSwitchIs) {
    std::map<EventId, int> happened;
    for (int i = 0; i < seedsInABlock; ++i) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * seedsInABlock + i);
        SCOPED_TRACE("seed " + std::to_string(seed));
        const bool isRough = seed % 2 == 1;
        Chain chain({.seed = seed, .isWeatherRough = isRough, .agents = someAgents(3, static_cast<int>(seed % 12))});
        Crowd crowd(chain, seed, seed % 4 == 3);
        for (std::size_t desk = 0; desk < chain.size(); ++desk)
            chain.connect(chain.desk(desk), protocol::oldestVersion + static_cast<int>((seed + desk) % 13));
        chain.settle();
        for (int step = 1; step <= 160; ++step) {
            crowd.act();
            if (step % 20 != 0)
                continue;
            chain.settle();
            for (std::size_t desk = 0; desk < chain.size(); ++desk)
                ASSERT_THAT(chain.differences(chain.desk(desk)), IsEmpty()) << "step " << step << ", desk " << desk;
        }
        for (std::size_t desk = 0; desk < chain.size(); ++desk) {
            for (const auto& [id, times] : chain.desk(desk).seen)
                happened[id] += times;
        }
    }
    for (const EventId id : whatMustHappen)
        EXPECT_GT(happened[id], 0) << eventName(id).toStdString();
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomActions, ::testing::Range(0, 10));

} // namespace
} // namespace callwright::testing
