#include "cil/objects/chat.h"

#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/silent_monitor_message.h"
#include "cil/service/wire_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

/// Of a login name the AgentID; anything else is one already.
QString agentIdOf(const SessionCore& core, const QString& target) {
    for (const TeamMember& member : core.supervision.members()) {
        const AgentFacts& agent = member.seat->agentFacts;
        if (member.isListed && agent.properties.toString(keyword::LoginName) == target)
            return agent.identity.agentId;
    }
    return target;
}

bool isKnownPerson(const SessionCore& core, const QString& agentId) {
    const auto& members = core.supervision.members();
    return core.chatPartners.contains(agentId) || std::ranges::any_of(members, [&](const TeamMember& member) {
               return member.isListed && member.seat->agentFacts.identity.agentId == agentId;
           });
}

bool mayWrite(const Seat& seat, ChatTo to, const QString& agentId) {
    const Settings& settings = seat.session.settings;
    const bool isToKnownPerson = to == ChatTo::Agent && isKnownPerson(seat.session, agentId);
    switch (seat.agentFacts.identity.isSupervisor ? settings.supervisorChat : settings.agentChat) {
    case ChatLevel::Disabled:
        return false;
    case ChatLevel::PrimarySupervisor:
    case ChatLevel::TeamSupervisors:
        return to == ChatTo::Supervisor || isToKnownPerson;
    case ChatLevel::Team:
        return to == ChatTo::Supervisor || to == ChatTo::Team || isToKnownPerson;
    case ChatLevel::Unrestricted:
        break;
    }
    return true;
}

/// Whom this agent may answer; a server does not fill the memory.
void notePartner(SessionCore& core, const QString& agentId) {
    constexpr qsizetype mostPartners = 200;
    core.chatPartners.removeAll(agentId);
    core.chatPartners.append(agentId);
    if (core.chatPartners.size() > mostPartners)
        core.chatPartners.removeFirst();
}

/// The agent behind a ClientID of this product and of others that name themselves likewise; else all of it.
QString senderOf(const QString& clientId) {
    const qsizetype dot = clientId.indexOf(u'.');
    const QStringView peripheral = QStringView(clientId).left(std::max<qsizetype>(dot, 0));
    const bool isPeripheral =
        !peripheral.isEmpty() && std::ranges::all_of(peripheral, [](QChar digit) { return digit.isDigit(); });
    return isPeripheral ? clientId.mid(dot + 1) : clientId;
}

} // namespace

CilResult requestChat(Seat& seat, ChatTo to, const QString& target, const QString& text) {
    if (!seat.isOwn())
        return {CilCode::InvalidAgent};
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (text.isEmpty() || (to == ChatTo::Agent && target.isEmpty()))
        return {CilCode::MissingArgument};
    if (service::isSilentMonitorText(text)) // desktops would take it for one of their own
        return {CilCode::InvalidArgument};
    const QString agentId = agentIdOf(seat.session, target);
    if (!mayWrite(seat, to, agentId))
        return {CilCode::Fail, 0,
                QCoreApplication::translate("Session", "The settings of this site do not let you chat with them.")};
    Arguments arguments{{keyword::Distribution, static_cast<std::uint16_t>(to)}, {keyword::Text, text}};
    if (to == ChatTo::Agent)
        arguments.set(keyword::ClientID, clientIdOf(seat.agentFacts.identity.peripheralId, agentId));
    return send(seat, Request(protocol::MessageType::USER_MESSAGE_REQ, Request::Object::Agent, seat.agentUid(),
                              std::move(arguments)));
}

void onUserMessage(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    if (const QString text = wire.toString(keyword::Text); service::isSilentMonitorText(text))
        return core.silentMonitors.take(wire.toString(keyword::ClientID), text);
    const QString own = core.own.agentFacts.identity.agentId;
    const QString sender = senderOf(wire.toString(keyword::ClientID));
    notePartner(core, sender);
    core.outbox.post(EventId::OnChatMessage, {{keyword::Distribution, QStringLiteral("agent")},
                                              {keyword::AgentID, own},
                                              {keyword::Target, own},
                                              {keyword::Message, wire.toString(keyword::Text)},
                                              {keyword::Source, sender}});
}

} // namespace callwright
