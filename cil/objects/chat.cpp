#include "cil/objects/chat.h"

#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/wire_data.h"

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
    Arguments arguments{{keyword::Distribution, static_cast<std::uint16_t>(to)}, {keyword::Text, text}};
    if (to == ChatTo::Agent)
        arguments.set(keyword::ClientID,
                      clientIdOf(seat.agentFacts.identity.peripheralId, agentIdOf(seat.session, target)));
    return send(seat, Request(protocol::MessageType::USER_MESSAGE_REQ, Request::Object::Agent, seat.agentUid(),
                              std::move(arguments)));
}

void onUserMessage(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    const QString own = core.own.agentFacts.identity.agentId;
    core.outbox.post(EventId::OnChatMessage, {{keyword::Distribution, QStringLiteral("agent")},
                                              {keyword::AgentID, own},
                                              {keyword::Target, own},
                                              {keyword::Message, wire.toString(keyword::Text)},
                                              {keyword::Source, senderOf(wire.toString(keyword::ClientID))}});
}

} // namespace callwright
