#include "cil/objects/agent_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/logging.h"
#include "cil/objects/opening.h"
#include "cil/objects/session_core.h"
#include "cil/objects/wrapup.h"
#include "cil/service/event_mapping.h"
#include "cil/service/field_keywords.h"
#include "cil/service/wire_data.h"

#include <array>
#include <chrono>
#include <utility>

namespace callwright {
namespace {

constexpr std::uint32_t incoming = 1; // IncomingOrOutgoing
constexpr std::uint32_t outgoing = 2;

/// The properties of an Agent that its state messages tell.
constexpr std::array stateProperties = {
    keyword::AgentState,     keyword::EventReasonCode, keyword::AgentExtension, keyword::AgentInstrument,
    keyword::PeripheralType, keyword::NumSkillGroups,  keyword::ICMAgentID,     keyword::AgentAvailabilityStatus,
    keyword::AgentMode,      keyword::MaxTaskLimit,    keyword::NumTasks};

void keepProperties(AgentFacts& agent, const Arguments& wire) {
    for (const Keyword key : stateProperties) {
        if (const ArgValue* value = wire.find(key))
            agent.properties.set(key, *value);
    }
    // AGENT_STATE_EVENT counts its groups under another name.
    if (const ArgValue* groups = wire.find(service::keywordOf(protocol::Field::NumFltSkillGroups)))
        agent.properties.set(keyword::NumSkillGroups, *groups);
    for (int i = 1;; ++i) {
        const Keyword group = Keyword::indexed(keyword::SkillGroup, i);
        const ArgValue* told = wire.find(group);
        if (!told)
            break;
        agent.properties.set(group, *told);
    }
    if (wire.contains(keyword::AgentExtension)) {
        agent.extension = wire.toString(keyword::AgentExtension);
        agent.properties.set(keyword::Extension, agent.extension);
    }
    if (const auto type = wire.toUInt(keyword::PeripheralType))
        agent.peripheralType = *type;
}

/// The same message tells states in chat or e-mail domains.
bool isVoiceState(const AgentFacts& agent, const Arguments& wire) {
    if (wire.contains(keyword::AgentID) && wire.toString(keyword::AgentID) != agent.identity.agentId)
        return false;
    const auto domain = wire.toInt(keyword::MRDID);
    return !domain || *domain == agent.voiceDomain;
}

/// The guide's Direction tells calls of the queues from others as well; IncomingOrOutgoing does not.
std::uint32_t incomingOrOutgoing(std::uint32_t guidesDirection) {
    switch (static_cast<protocol::CallDirection>(guidesDirection)) {
    case protocol::CallDirection::CALL_DIRECTION_NONE:
        return 0;
    case protocol::CallDirection::CALL_DIRECTION_IN:
    case protocol::CallDirection::CALL_DIRECTION_OTHER_IN:
        return incoming;
    default:
        return outgoing; // OUT, OTHER_OUT and the kinds of outbound campaigns
    }
}

bool comesFromACall(AgentState state) {
    return state == AgentState::Talking || state == AgentState::Hold || state == AgentState::Reserved ||
           state == AgentState::WorkReady || state == AgentState::WorkNotReady;
}

/// Of the call behind this state. The guide's Direction says it from version 16 on; before, the call tells that is or
/// just was there. Other states have no call behind them, whatever calls are left: events of calls may come before or
/// after those of the agent.
std::uint32_t direction(const Seat& seat, const Arguments& wire) {
    if (const auto told = wire.toUInt(keyword::Direction))
        return incomingOrOutgoing(*told);
    if (const auto told = wire.toUInt(keyword::IncomingOrOutgoing))
        return *told;
    if (!comesFromACall(seat.agentFacts.state))
        return 0;
    if (seat.agentFacts.state == AgentState::Reserved)
        return incoming; // whether the call is known here yet or not
    const Call* call = seat.book.current() ? seat.book.current() : seat.book.kept();
    if (!call)
        return 0;
    return call->isIncoming() ? incoming : outgoing;
}

void takeState(Seat& seat, AgentState state, const Arguments& wire) {
    AgentFacts& agent = seat.agentFacts;
    agent.state = state;
    agent.reasonCode = wire.toUInt(keyword::EventReasonCode);
    if (!agent.reasonCode)
        agent.properties.remove(keyword::EventReasonCode);
    agent.nextState.reset();
    if (const auto next = wire.toUInt(keyword::NextAgentState))
        agent.nextState = static_cast<AgentState>(*next);
    agent.stateSince = seat.session.clock.now() - std::chrono::seconds(wire.toUInt(keyword::StateDuration).value_or(0));
    agent.incomingOrOutgoing = direction(seat, wire);
    keepProperties(agent, wire);
    agent.properties.set(keyword::AgentState, static_cast<std::uint16_t>(state))
        .set(keyword::IncomingOrOutgoing, agent.incomingOrOutgoing)
        .set(keyword::WrapupOkEnabled, wrapupDataRequired(agent));
    if (state == AgentState::Logout) // of an unknown state nobody says that the agent is out
        agent.password.clear();
    wrapupAfterStateChange(seat);
}

/// Whether the agent takes calls by choice. Made ready from Not Ready without having asked is somebody else's doing.
void followChoice(AgentFacts& agent, AgentState before) {
    const bool isSentAside = agent.nextState == AgentState::NotReady;
    if (agent.state == AgentState::Available && (agent.isReadyAsked || comesFromACall(before)))
        agent.isReadyChosen = true;
    else if (agent.state == AgentState::NotReady || !agent.isSignedIn() || isSentAside)
        agent.isReadyChosen = false;
    if (agent.state == AgentState::Available || !agent.isSignedIn())
        agent.isReadyAsked = false;
}

AgentState stateIn(const Arguments& wire) {
    const auto number = wire.toUInt(keyword::AgentState);
    return number ? static_cast<AgentState>(*number) : AgentState::Unknown;
}

Arguments stateArguments(const Seat& seat, EventId id, const Arguments& wire) {
    service::EventContext context = seat.eventContext(seat.agentUid());
    if (seat.session.mode == SessionMode::Agent)
        context.enablementMask = maskOfAgent(seat);
    Arguments arguments = service::eventArguments(id, wire, context, seat.agentFacts.properties);
    arguments.set(keyword::IncomingOrOutgoing, seat.agentFacts.incomingOrOutgoing)
        .set(keyword::WrapupOkEnabled, wrapupDataRequired(seat.agentFacts));
    if (const ArgValue* name = seat.agentFacts.properties.find(keyword::LoginName)) // the directory's
        arguments.set(keyword::LoginName, *name);
    return arguments;
}

} // namespace

bool wrapupDataRequired(const AgentFacts& agent) {
    return agent.isWrappingUp() && agent.incomingOrOutgoing == incoming && agent.desk &&
           agent.desk->incomingWrapup == protocol::WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED_WITH_WRAPUP_DATA;
}

void onAgentState(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    if (!isVoiceState(seat.agentFacts, wire)) {
        qCDebug(logObjects).noquote() << "another agent's or another domain's state:" << wire.toString(keyword::AgentID)
                                      << wire.toString(keyword::MRDID);
        return;
    }
    const bool wasSignedIn = seat.agentFacts.isSignedIn();
    if (!seat.isOwn() && wire.contains(keyword::AgentInstrument)) // nobody but the server tells a member's
        seat.agentFacts.identity.agentInstrument = wire.toString(keyword::AgentInstrument);
    const AgentState before = seat.agentFacts.state;
    ++seat.agentFacts.statesTold;
    takeState(seat, stateIn(wire), wire);
    followChoice(seat.agentFacts, before);
    const bool isLeaving = wasSignedIn && seat.agentFacts.state == AgentState::Logout &&
                           seat.session.mode == SessionMode::Agent; // of others only the state is told
    if (isLeaving && !std::exchange(seat.agentFacts.isLeaving, false) && seat.isOwn())
        seat.session.departure = Hindrance::SignedOutByOthers;
    if (isLeaving)
        seat.post(EventId::OnPreLogout, stateArguments(seat, EventId::OnPreLogout, wire));
    seat.post(EventId::OnAgentStateChange, stateArguments(seat, EventId::OnAgentStateChange, wire));
    postButtons(seat, EventId::OnAgentStateChange, seat.agentUid());
    if (isLeaving)
        seat.post(EventId::OnPostLogout, stateArguments(seat, EventId::OnPostLogout, wire));
    if (!seat.isOwn())
        return;
    if (!wasSignedIn && seat.agentFacts.isSignedIn() && seat.session.isAgentModeSet) // else the opening will ask
        learnDesk(seat);
    noteStateTold(seat.session);
}

void takeQueriedState(Seat& seat, const Arguments& wire) {
    const AgentState state = stateIn(wire);
    const auto domain = wire.toInt(keyword::MRDID);
    if (domain && *domain > 0)
        seat.agentFacts.voiceDomain = *domain;
    const bool isSame = state == seat.agentFacts.state;
    const Milliseconds since = seat.agentFacts.stateSince;
    takeState(seat, state, wire);
    if (isSame)
        seat.agentFacts.stateSince = since; // as far as is known it went on
}

void takeUnknownState(Seat& seat) { takeState(seat, AgentState::Unknown, {}); }

void takeDeskSettings(Seat& seat, const Arguments& wire) {
    const auto mode = [&](Keyword key) {
        return static_cast<protocol::WrapupDataMode>(
            wire.toUInt(key).value_or(static_cast<std::uint32_t>(protocol::WrapupDataMode::WRAPUP_DATA_MODE_OPTIONAL)));
    };
    AgentFacts& agent = seat.agentFacts;
    agent.desk = service::DeskSettings{wire.toUInt(keyword::DeskSettingsMask).value_or(0),
                                       mode(keyword::WrapupDataIncomingMode), mode(keyword::WrapupDataOutgoingMode)};
    agent.isAssistBlind = wire.toUInt(keyword::SupervisorAssistCallMethod).value_or(0) != 0;
    agent.isEmergencyBlind = wire.toUInt(keyword::EmergencyCallMethod).value_or(0) != 0;
    agent.isWarnedOfListening = wire.toUInt(keyword::SilentMonitorWarningMessage).value_or(0) != 0;
    agent.properties.set(keyword::NotReadyReasonRequired, seat.agent->notReadyReasonRequired())
        .set(keyword::LogoutReasonRequired, seat.agent->logoutReasonRequired());
}

} // namespace callwright
