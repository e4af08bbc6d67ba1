#include "app/console/agent_state_dump.h"

#include "cil/events/json.h"
#include "cil/events/keywords.h"
#include "cil/objects/session.h"

#include <QJsonArray>

namespace callwright::console {
namespace {

constexpr Keyword callKeys[] = {
    keyword::ConnectionCallID,
    keyword::CallType,
    keyword::RouterCallKeyDay,
    keyword::RouterCallKeyCallID,
    keyword::ANI,
    keyword::DNIS,
    keyword::DialedNumber,
    keyword::UserToUserInfo,
    keyword::CallerEnteredDigits,
    keyword::CallWrapupData,
    keyword::CallVariable1,
    keyword::CallVariable2,
    keyword::CallVariable3,
    keyword::CallVariable4,
    keyword::CallVariable5,
    keyword::CallVariable6,
    keyword::CallVariable7,
    keyword::CallVariable8,
    keyword::CallVariable9,
    keyword::CallVariable10,
    keyword::CustomerPhoneNumber,
    keyword::CustomerAccountNumber,
};

QJsonObject agentJson(const Agent& agent) {
    QJsonObject json{{QStringLiteral("AgentID"), agent.identity().agentId},
                     {QStringLiteral("AgentState"), static_cast<int>(agent.state())}};
    if (agent.isReasonKnown())
        json.insert(QStringLiteral("EventReasonCode"), static_cast<qint64>(agent.reasonCode()));
    if (agent.isSignedIn()) {
        json.insert(QStringLiteral("AgentExtension"), agent.extension());
        json.insert(QStringLiteral("AgentInstrument"), agent.identity().agentInstrument);
    }
    if (const auto next = agent.nextState())
        json.insert(QStringLiteral("NextAgentState"), static_cast<int>(*next));
    return json;
}

QJsonObject callJson(const Call& call, const Agent& agent) {
    QJsonObject json;
    for (const Keyword key : callKeys) {
        if (const ArgValue* value = call.data().find(key))
            json.insert(key.name(), toJson(*value));
    }
    const Arguments* ecc = call.data().arguments(keyword::ECC);
    json.insert(QStringLiteral("ECC"), ecc ? toJson(*ecc) : QJsonObject());
    json.insert(
        QStringLiteral("connections"),
        QJsonArray{QJsonObject{
            {QStringLiteral("ConnectionDeviceID"), call.connectionDeviceId()},
            {QStringLiteral("ConnectionDeviceIDType"), toJson(call.data().value(keyword::ConnectionDeviceIDType))},
            {QStringLiteral("device"), agent.extension()},
            {QStringLiteral("instrument"), agent.identity().agentInstrument},
            {QStringLiteral("LocalConnectionState"), static_cast<int>(call.status())},
        }});
    return json;
}

const char* nameOf(ConsultPurpose purpose) {
    switch (purpose) {
    case ConsultPurpose::Transfer:
        return "transfer";
    case ConsultPurpose::Conference:
        return "conference";
    case ConsultPurpose::Any:
        return "any";
    case ConsultPurpose::None:
        break;
    }
    return "none";
}

/// What the session makes of a call, beyond what it was told of it.
QJsonObject detailsJson(const Call& call) {
    QJsonArray parties;
    for (const CallParty& party : call.parties()) {
        parties.append(QJsonObject{{QStringLiteral("device"), party.deviceId},
                                   {QStringLiteral("ConnectionDeviceID"), party.connectionDeviceId},
                                   {QStringLiteral("LocalConnectionState"), static_cast<int>(party.status)},
                                   {QStringLiteral("self"), party.isSelf}});
    }
    const Call* counterpart = call.counterpart();
    return {{keyword::UniqueObjectID.name(), call.uniqueObjectId()},
            {keyword::ConnectionCallID.name(), static_cast<qint64>(call.connectionCallId())},
            {QStringLiteral("parties"), parties},
            {QStringLiteral("incoming"), call.isIncoming()},
            {QStringLiteral("conference"), call.isConference()},
            {QStringLiteral("consult"), QString::fromLatin1(nameOf(call.consultPurpose()))},
            {QStringLiteral("counterpart"), counterpart ? QJsonValue(counterpart->uniqueObjectId()) : QJsonValue()},
            {QStringLiteral("recording"), call.isRecording()}};
}

} // namespace

QJsonObject stateDump(const Session& session) {
    QJsonObject json{{QStringLiteral("mask"), static_cast<qint64>(session.enablementMask())}};
    const Agent* agent = session.currentAgent();
    if (!agent)
        return json;
    json.insert(QStringLiteral("agent"), agentJson(*agent));
    QJsonArray calls;
    QJsonArray details;
    for (const Call* call : session.calls()) {
        if (call->isEnded()) // as in `state`, where a call that only takes wrap-up data is over
            continue;
        calls.append(callJson(*call, *agent));
        details.append(detailsJson(*call));
    }
    json.insert(QStringLiteral("calls"), calls);
    json.insert(QStringLiteral("details"), details);
    QJsonArray announced;
    for (const callwright::Arguments& announcement : session.announcedCalls())
        announced.append(toJson(announcement));
    json.insert(QStringLiteral("announced"), announced);
    const Call* current = session.currentCall();
    json.insert(QStringLiteral("current"), current ? QJsonValue(current->uniqueObjectId()) : QJsonValue());
    return json;
}

} // namespace callwright::console
