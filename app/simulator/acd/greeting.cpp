#include "app/simulator/acd/greeting.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/fields.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::AgentGreetingAction;
using protocol::GreetingEventCode;

void postGreeting(Context& context, const Call& call, const Connection& leg, const Agent& agent,
                  GreetingEventCode code) {
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::ConnectionCallID, call.id)
        .set(Field::EventCode, code)
        .set(Field::PeripheralErrorCode,
             code == GreetingEventCode::GREETING_EVENT_CODE_FAILED ? number(PeripheralError::IllegalCallState) : 0u)
        .set(Field::ConnectionDeviceID, leg.id)
        .set(Field::AgentID, agent.config->id);
    context.outbox.post({MessageType::CALL_AGENT_GREETING_EVENT, leg.instrument, fields.take()});
}

void playOut(Context& context, std::string instrument) {
    for (const Leg& leg : legsAt(context.world, instrument))
        endGreeting(context, *leg.call, *leg.connection, GreetingEnd::Played);
}

SwitchAnswer refusedGreeting(PeripheralError error) {
    return refused(ControlFailureCode::CF_AGENT_GREETING_CONTROL_OPERATION_FAILURE, error);
}

SwitchAnswer stopGreeting(Context& context, const std::string& instrument) {
    const std::vector<Leg> legs = legsAt(context.world, instrument);
    const auto playing = std::ranges::find_if(legs, [](const Leg& leg) { return leg.connection->greeting != nullptr; });
    if (playing == legs.end())
        return refusedGreeting(PeripheralError::IllegalCallState);
    endGreeting(context, *playing->call, *playing->connection, GreetingEnd::Stopped);
    return confirmed();
}

} // namespace

void startGreeting(Context& context, Call& call, Connection& answering) {
    const Agent* const agent = agentAt(context.world, answering.instrument);
    const bool isFromQueue = answering.queue.has_value();
    if (!isFromQueue || !agent || !agent->playsGreeting || agent->config->greeting.count() == 0)
        return;
    postGreeting(context, call, answering, *agent, GreetingEventCode::GREETING_EVENT_CODE_STARTED);
    answering.greeting = context.after(agent->config->greeting,
                                       [&context, instrument = answering.instrument] { playOut(context, instrument); });
}

void endGreeting(Context& context, const Call& call, Connection& leg, GreetingEnd end) {
    if (!leg.greeting)
        return;
    leg.greeting.reset();
    if (const Agent* const agent = agentAt(context.world, leg.instrument)) {
        postGreeting(context, call, leg, *agent,
                     end == GreetingEnd::CutOff ? GreetingEventCode::GREETING_EVENT_CODE_FAILED
                                                : GreetingEventCode::GREETING_EVENT_CODE_ENDED_SUCCESS);
    }
}

SwitchAnswer controlGreeting(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent)
        return failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    if (agent->config->greeting.count() == 0)
        return refusedGreeting(PeripheralError::CommandNotImplementedOnDevice);
    switch (static_cast<AgentGreetingAction>(message.number(Field::AgentAction, ~0u))) {
    case AgentGreetingAction::STOP_CURRENT:
        return stopGreeting(context, instrument);
    case AgentGreetingAction::DISABLE_FOR_SESSION:
        agent->playsGreeting = false;
        return confirmed();
    case AgentGreetingAction::ENABLE_FOR_SESSION:
        agent->playsGreeting = true;
        return confirmed();
    }
    return refused(ControlFailureCode::CF_VALUE_OUT_OF_RANGE);
}

} // namespace callwright::simulator
