#pragma once

#include "app/simulator/acd/acd.h"
#include "cil/clock/clock.h"
#include "cil/protocol/message_builder.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::simulator {

/// Colleagues for the demonstration: they sit at their usual phones, Not Ready, and answer whoever calls them after a
/// moment, so that somebody alone can consult, transfer, confer and ask for help.
class DemoColleagues {
public:
    /// Agents of the configuration by AgentID; those it does not have are left out.
    DemoColleagues(Clock& clock, Acd& acd, const std::vector<std::string>& agentIds);

private:
    struct Colleague {
        std::string agentId;
        std::string instrument;
        Milliseconds ringingFor{0};
    };

    void look();
    void attend(Colleague& colleague);
    void answerIfRinging(Colleague& colleague);
    void ask(const Colleague& colleague, const protocol::MessageBuilder& request);

    Clock& m_clock;
    Acd& m_acd;
    std::vector<Colleague> m_colleagues;
    std::unique_ptr<Alarm> m_nextLook;
};

} // namespace callwright::simulator
