#include "app/simulator/acd/demo_colleagues.h"

#include "cil/protocol/message_view.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum protocol::AgentState;
using protocol::Field;
using protocol::MessageBuilder;
using protocol::MessageType;

constexpr Milliseconds lookAround = std::chrono::milliseconds(500);
constexpr Milliseconds ringsFor = std::chrono::seconds(3);
constexpr std::uint32_t someReason = 1; ///< desk settings may ask for one

MessageBuilder stateRequest(const std::string& instrument, protocol::AgentState state) {
    MessageBuilder request(MessageType::SET_AGENT_STATE_REQ, protocol::newestVersion);
    request.set(Field::AgentState, state)
        .set(Field::EventReasonCode, state == AGENT_STATE_NOT_READY ? someReason : 0)
        .set(Field::AgentInstrument, std::string_view(instrument));
    return request;
}

} // namespace

DemoColleagues::DemoColleagues(Clock& clock, Acd& acd, const std::vector<std::string>& agentIds)
    : m_clock(clock), m_acd(acd) {
    for (const AgentConfig& agent : acd.config().agents) {
        if (std::ranges::find(agentIds, agent.id) != agentIds.end())
            m_colleagues.push_back({agent.id, agent.instrument});
    }
    look();
}

void DemoColleagues::look() {
    for (Colleague& colleague : m_colleagues)
        attend(colleague);
    m_nextLook = m_clock.after(lookAround, [this] { look(); });
}

void DemoColleagues::attend(Colleague& colleague) {
    const auto record = m_acd.agentById(colleague.agentId);
    switch (record ? static_cast<protocol::AgentState>(record->state) : AGENT_STATE_UNKNOWN) {
    case AGENT_STATE_LOGOUT:
        return ask(colleague, stateRequest(colleague.instrument, AGENT_STATE_LOGIN)
                                  .set(Field::AgentID, std::string_view(colleague.agentId))
                                  .set(Field::AgentPassword, std::string_view()));
    case AGENT_STATE_AVAILABLE: // the callers are for whoever looks at the demonstration
    case AGENT_STATE_WORK_READY:
    case AGENT_STATE_WORK_NOT_READY:
        return ask(colleague, stateRequest(colleague.instrument, AGENT_STATE_NOT_READY));
    case AGENT_STATE_TALKING:
        colleague.ringingFor = Milliseconds(0);
        return;
    default:
        return answerIfRinging(colleague);
    }
}

void DemoColleagues::answerIfRinging(Colleague& colleague) {
    if (m_acd.callsInProgress(colleague.instrument).empty()) {
        colleague.ringingFor = Milliseconds(0);
        return;
    }
    colleague.ringingFor += lookAround;
    if (colleague.ringingFor < ringsFor)
        return;
    colleague.ringingFor = Milliseconds(0);
    MessageBuilder answer(MessageType::ANSWER_CALL_REQ, protocol::newestVersion);
    answer
        .set(Field::ConnectionCallID, protocol::NULL_CALL_ID) // whichever rings
        .set(Field::ConnectionDeviceID, std::string_view())
        .set(Field::AgentInstrument, std::string_view(colleague.instrument));
    ask(colleague, answer);
}

/// A refusal changes nothing: the next look sees what there is then.
void DemoColleagues::ask(const Colleague& colleague, const MessageBuilder& request) {
    const auto frame = request.build();
    if (!frame)
        return;
    protocol::Decoder decoder(protocol::newestVersion);
    if (const auto message = decoder.decode(*frame))
        (void)m_acd.request(colleague.instrument, *message);
}

} // namespace callwright::simulator
