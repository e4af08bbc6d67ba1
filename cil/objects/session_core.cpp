#include "cil/objects/session_core.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/service/identity.h"

namespace callwright {

SessionCore::SessionCore(Clock& theClock, TransportFactory& transports, const Settings& theSettings, std::uint64_t seed)
    : clock(theClock), settings(theSettings), outbox(publisher, this), book(*this, this), announced(theClock),
      link(theClock, transports, seed) {}

SessionCore::~SessionCore() = default;

ConnectionStatus SessionCore::status() const {
    switch (link.state()) {
    case LinkState::Closed:
        return ConnectionStatus::Closed;
    case LinkState::Closing:
        return ConnectionStatus::Closing;
    case LinkState::Open:
        return ConnectionStatus::Open;
    case LinkState::Connecting:
    case LinkState::Opening:
    case LinkState::Waiting:
        break;
    }
    return isReconnecting ? ConnectionStatus::Reconnecting : ConnectionStatus::Connecting;
}

CilResult SessionCore::whyNot() const {
    switch (status()) {
    case ConnectionStatus::Closed:
    case ConnectionStatus::Connecting:
        return {CilCode::NotConnected};
    case ConnectionStatus::Reconnecting:
        return {CilCode::InFailover};
    case ConnectionStatus::Closing:
        return {CilCode::DisconnectPending};
    case ConnectionStatus::Open:
        break;
    }
    if (isAgentModeSet)
        return {};
    return {isReconnecting ? CilCode::InFailover : CilCode::ModeNotSet};
}

void SessionCore::setAgent(const AgentIdentity& identity) {
    const bool isOther = agent && (identity.peripheralId != agentFacts.identity.peripheralId ||
                                   identity.agentId != agentFacts.identity.agentId);
    if (isOther) {
        outbox.post(EventId::OnCurrentAgentReset, {{keyword::UniqueObjectID, agentUid()}});
        agent->setParent(this);
        agent.release()->deleteLater(); // somebody may still hold it
    }
    agentFacts = AgentFacts();
    agentFacts.identity = identity;
    agentFacts.properties = {{keyword::PeripheralID, identity.peripheralId},
                             {keyword::AgentID, identity.agentId},
                             {keyword::AgentInstrument, identity.agentInstrument},
                             {keyword::IsSupervisor, identity.isSupervisor},
                             {keyword::UniqueObjectID, agentUid()}};
    if (!agent)
        agent.reset(new Agent(*this, agentFacts, nullptr));
}

QString SessionCore::agentUid() const {
    return service::agentId(agentFacts.identity.peripheralId, agentFacts.identity.agentId);
}

QStringList SessionCore::ownDevices() const { return {agentFacts.identity.agentInstrument, agentFacts.extension}; }

QString SessionCore::callUid(const service::Connection& connection) const {
    return service::callId(agentFacts.identity.peripheralId, connection.callId, connection.deviceId);
}

protocol::CodePage SessionCore::codePage() const {
    return parameters.codePage == ServerCodePage::Utf8 ? protocol::CodePage::Utf8 : protocol::CodePage::Windows1252;
}

service::EventContext SessionCore::eventContext(const QString& uniqueObjectId) const {
    service::EventContext context;
    context.peripheralId = agentFacts.identity.peripheralId;
    context.agentInstrument = agentFacts.identity.agentInstrument;
    context.uniqueObjectId = uniqueObjectId;
    context.minimizeEventArgs = settings.minimizeEventArgs;
    return context;
}

service::EventContext SessionCore::eventContext(const Call& call) const {
    service::EventContext context = eventContext(call.uniqueObjectId());
    context.icmEnterpriseUniqueId = call.data().toString(keyword::ICMEnterpriseUniqueID);
    context.callStatus = static_cast<std::uint32_t>(call.status());
    context.enablementMask = maskOfCall(*this, call);
    return context;
}

} // namespace callwright
