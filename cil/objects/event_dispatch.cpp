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
#include "cil/service/message_kind.h"
#include "cil/service/wire_data.h"

namespace callwright {
namespace {

using protocol::MessageType;
using service::MessageKind;

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
    switch (service::kindOf(message.type())) {
    case MessageKind::AgentState:
        return onAgentState(seat, message);
    case MessageKind::CallBegin:
        return onBeginCall(seat, message);
    case MessageKind::CallEnd:
        return onEndCall(seat, message);
    case MessageKind::CallData:
        return onCallDataUpdate(seat, message);
    case MessageKind::CallEvent:
        return onCallEvent(seat, message);
    case MessageKind::CallsJoined:
        return onCallsJoined(seat, message);
    case MessageKind::Announcement:
        return onAgentPreCall(seat, message);
    case MessageKind::AnnouncementAbort:
        return onAgentPreCallAbort(seat, message);
    case MessageKind::None:
        break;
    }
}

/// A message about neither.
void onSessionMessage(SessionCore& core, const protocol::MessageView& message) {
    switch (message.type()) {
    case MessageType::AGENT_TEAM_CONFIG_EVENT:
        return onAgentTeamConfig(core, message);
    case MessageType::USER_MESSAGE_EVENT:
        return onUserMessage(core, message);
    case MessageType::CALL_TRANSLATION_ROUTE_EVENT:
        return onTranslationRoute(core, message);
    case MessageType::LIST_AGENT_TEAM_CONF: // the last segment is the request's answer
        takeTeamList(core, message);
        return postGeneric(core, message);
    case MessageType::RTP_STARTED_EVENT:
    case MessageType::RTP_STOPPED_EVENT:
        return onRtpEvent(core, message);
    case MessageType::SYSTEM_EVENT:
    case MessageType::FAILURE_EVENT:
    case MessageType::FAILURE_CONF:
        return onSystemMessage(core, message);
    default:
        return onOtherMessage(core, message);
    }
}

} // namespace

void onServerEvent(SessionCore& core, const protocol::MessageView& message) {
    if (core.mode == SessionMode::Monitor && core.monitor.take(message))
        return;
    if (service::kindOf(message.type()) == MessageKind::None)
        onSessionMessage(core, message);
    else if (Seat* seat = seatFor(core, message))
        onSeatMessage(*seat, message);
    followSupervision(core);
    followStatistics(core);
    core.silentMonitors.follow();
}

} // namespace callwright
