#include "cil/objects/event_dispatch.h"

#include "cil/events/event_types.h"
#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/announcements.h"
#include "cil/objects/call_events.h"
#include "cil/objects/chat.h"
#include "cil/objects/generic_requests.h"
#include "cil/objects/joining.h"
#include "cil/objects/logging.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/rtp_events.h"
#include "cil/objects/session_core.h"
#include "cil/objects/statistics.h"
#include "cil/objects/system_events.h"
#include "cil/objects/team_events.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

namespace callwright {
namespace {

using protocol::MessageType;

/// An event about no call and no agent state: published as it is.
void onOtherMessage(SessionCore& core, const protocol::MessageView& message) {
    const EventId id = service::eventOrGenericOf(message.number());
    if (id == EventId::None) {
        ++core.ignoredMessages;
        qCInfo(logObjects) << "nothing is known of message" << message.number();
        return;
    }
    if (isGeneric(id)) {
        postGeneric(core, message);
        core.configuration.take(core, message); // before it goes out
        return;
    }
    const Arguments wire = service::wireData(message, core.codePage());
    core.outbox.post(id, service::eventArguments(id, wire, core.own.eventContext(core.own.agentUid())));
}

/// It names nobody, and comes to those who watch (CTI Server guide v25: clients of all events, Peripheral Monitor): in
/// an agent's session it is about whom that one watches, if anybody.
void onTranslationRoute(SessionCore& core, const protocol::MessageView& message) {
    Seat& seat = core.supervision.monitored ? *core.supervision.monitored : core.own;
    seat.post(EventId::OnTranslationRoute,
              service::eventArguments(EventId::OnTranslationRoute, service::wireData(message, core.codePage()),
                                      seat.eventContext(seat.agentUid())));
}

/// A message about somebody's state or calls.
void onSeatMessage(Seat& seat, const protocol::MessageView& message) {
    switch (message.type()) {
    case MessageType::AGENT_STATE_EVENT:
        return onAgentState(seat, message);
    case MessageType::BEGIN_CALL_EVENT:
        return onBeginCall(seat, message);
    case MessageType::END_CALL_EVENT:
        return onEndCall(seat, message);
    case MessageType::CALL_DATA_UPDATE_EVENT:
        return onCallDataUpdate(seat, message);
    case MessageType::CALL_DELIVERED_EVENT:
    case MessageType::CALL_ESTABLISHED_EVENT:
    case MessageType::CALL_HELD_EVENT:
    case MessageType::CALL_RETRIEVED_EVENT:
    case MessageType::CALL_CLEARED_EVENT:
    case MessageType::CALL_CONNECTION_CLEARED_EVENT:
    case MessageType::CALL_ORIGINATED_EVENT:
    case MessageType::CALL_FAILED_EVENT:
    case MessageType::CALL_DIVERTED_EVENT:
    case MessageType::CALL_SERVICE_INITIATED_EVENT:
    case MessageType::CALL_QUEUED_EVENT:
    case MessageType::CALL_DEQUEUED_EVENT:
    case MessageType::CALL_REACHED_NETWORK_EVENT:
        return onCallEvent(seat, message);
    case MessageType::CALL_CONFERENCED_EVENT:
    case MessageType::CALL_TRANSFERRED_EVENT:
        return onCallsJoined(seat, message);
    case MessageType::AGENT_PRE_CALL_EVENT:
        return onAgentPreCall(seat, message);
    case MessageType::AGENT_PRE_CALL_ABORT_EVENT:
        return onAgentPreCallAbort(seat, message);
    default:
        return;
    }
}

} // namespace

void onServerEvent(SessionCore& core, const protocol::MessageView& message) {
    if (core.mode == SessionMode::Monitor && core.monitor.take(message))
        return;
    switch (message.type()) {
    case MessageType::AGENT_STATE_EVENT:
    case MessageType::BEGIN_CALL_EVENT:
    case MessageType::END_CALL_EVENT:
    case MessageType::CALL_DATA_UPDATE_EVENT:
    case MessageType::CALL_DELIVERED_EVENT:
    case MessageType::CALL_ESTABLISHED_EVENT:
    case MessageType::CALL_HELD_EVENT:
    case MessageType::CALL_RETRIEVED_EVENT:
    case MessageType::CALL_CLEARED_EVENT:
    case MessageType::CALL_CONNECTION_CLEARED_EVENT:
    case MessageType::CALL_ORIGINATED_EVENT:
    case MessageType::CALL_FAILED_EVENT:
    case MessageType::CALL_DIVERTED_EVENT:
    case MessageType::CALL_SERVICE_INITIATED_EVENT:
    case MessageType::CALL_QUEUED_EVENT:
    case MessageType::CALL_DEQUEUED_EVENT:
    case MessageType::CALL_REACHED_NETWORK_EVENT:
    case MessageType::CALL_CONFERENCED_EVENT:
    case MessageType::CALL_TRANSFERRED_EVENT:
    case MessageType::AGENT_PRE_CALL_EVENT:
    case MessageType::AGENT_PRE_CALL_ABORT_EVENT:
        if (Seat* seat = seatFor(core, message))
            onSeatMessage(*seat, message);
        break;
    case MessageType::AGENT_TEAM_CONFIG_EVENT:
        onAgentTeamConfig(core, message);
        break;
    case MessageType::USER_MESSAGE_EVENT:
        onUserMessage(core, message);
        break;
    case MessageType::CALL_TRANSLATION_ROUTE_EVENT:
        onTranslationRoute(core, message);
        break;
    case MessageType::LIST_AGENT_TEAM_CONF: // the last segment is the request's answer
        takeTeamList(core, message);
        postGeneric(core, message);
        break;
    case MessageType::RTP_STARTED_EVENT:
    case MessageType::RTP_STOPPED_EVENT:
        onRtpEvent(core, message);
        break;
    case MessageType::SYSTEM_EVENT:
    case MessageType::FAILURE_EVENT:
    case MessageType::FAILURE_CONF:
        onSystemMessage(core, message);
        break;
    default:
        onOtherMessage(core, message);
    }
    followSupervision(core);
    followStatistics(core);
    core.silentMonitors.follow();
}

} // namespace callwright
