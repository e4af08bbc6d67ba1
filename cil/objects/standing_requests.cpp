#include "cil/objects/standing_requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/logging.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/generic_requests.h"

#include <algorithm>
#include <utility>

namespace callwright {

using protocol::MessageType;

void StandingRequests::note(MessageType type, const Arguments& arguments, const Arguments& confirmation) {
    const auto given = [&](Keyword key) { return arguments.toUInt(key).value_or(0); };
    switch (type) {
    case MessageType::REGISTER_VARIABLES_REQ:
        remove(type, 0); // the last word counts
        m_requests.push_back({type, arguments, 0});
        break;
    case MessageType::REGISTER_SERVICE_REQ:
        m_requests.push_back({type, arguments, confirmation.toUInt(keyword::RegisteredServiceID).value_or(0)});
        break;
    case MessageType::UNREGISTER_SERVICE_REQ:
        remove(MessageType::REGISTER_SERVICE_REQ, given(keyword::RegisteredServiceID));
        break;
    case MessageType::MONITOR_START_REQ:
        if (given(keyword::ConnectionCallID) == 0)
            m_requests.push_back({type, arguments, confirmation.toUInt(keyword::MonitorID).value_or(0)});
        break;
    case MessageType::MONITOR_STOP_REQ:
        remove(MessageType::MONITOR_START_REQ, given(keyword::MonitorID));
        break;
    case MessageType::CHANGE_MONITOR_MASK_REQ:
        for (Standing& request : m_requests) {
            if (request.type == MessageType::MONITOR_START_REQ && request.id == given(keyword::MonitorID))
                request.arguments.set(keyword::CallMsgMask, given(keyword::CallMsgMask))
                    .set(keyword::AgentStateMask, given(keyword::AgentStateMask));
        }
        break;
    default:
        break;
    }
}

void StandingRequests::restore(SessionCore& core) {
    for (Standing& standing : std::exchange(m_requests, {})) {
        const MessageType type = standing.type;
        auto message = service::buildGenericRequest(
            type, standing.arguments,
            {core.link.version(), core.codePage(), core.own.agentFacts.identity.peripheralId});
        if (!message) { // the new session is of a version that has not all of it
            qCWarning(logObjects).noquote() << "not asked for again:" << service::problemText(message.error());
            continue;
        }
        Request request(type, Request::Object::Session, {}, standing.arguments);
        request.update = [this, standing](const Reply& reply, const Arguments& wire, Arguments& event) {
            if (reply.outcome == Reply::Outcome::LinkLost)
                m_requests.push_back(standing);
            if (reply.outcome != Reply::Outcome::Confirmed)
                return;
            note(standing.type, standing.arguments, wire);
            event = standing.arguments;
            if (standing.id != 0)
                event.set(keyword::FormerID, standing.id);
        };
        if (const CilResult sent = send(core.own, std::move(request), std::move(*message)); !sent)
            qCWarning(logObjects) << "not asked for again:" << cilErrorName(sent.code);
    }
}

void StandingRequests::remove(MessageType type, std::uint32_t id) {
    std::erase_if(m_requests, [&](const Standing& request) { return request.type == type && request.id == id; });
}

} // namespace callwright
