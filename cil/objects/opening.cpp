#include "cil/objects/opening.h"

#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/buttons.h"
#include "cil/objects/rebuild.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/service/identity.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

/// Which parts of the system are up, as far as CTI Server says.
Arguments systemStatus(const SessionCore& core) {
    const bool isDriverUp = (core.pgStatus & protocol::PGStatusCode::PGS_OPC_DOWN) == 0;
    const bool isCentralUp = (core.pgStatus & protocol::PGStatusCode::PGS_CC_DOWN) == 0;
    Arguments peripherals;
    peripherals.set(QString::number(core.agentFacts.identity.peripheralId), core.isPeripheralOnline);
    return {{keyword::StatusCTIServer, true},
            {keyword::StatusCtiServerDriver, isDriverUp},
            {keyword::StatusCentralController, isCentralUp},
            {keyword::StatusPeripherals, std::move(peripherals)}};
}

void setAgentMode(SessionCore& core) {
    core.isAgentModeSet = true;
    core.isReconnecting = false;
    const AgentIdentity& identity = core.agentFacts.identity;
    core.outbox.post(EventId::OnSetAgentModeEvent, {{keyword::PeripheralID, identity.peripheralId},
                                                    {keyword::AgentID, identity.agentId},
                                                    {keyword::UniqueObjectID, core.agentUid()},
                                                    {keyword::ClientAgentTemporaryID, core.agentUid()},
                                                    {keyword::CILConnectionID, core.connectionId},
                                                    {keyword::StatusSystem, systemStatus(core)}});
    postButtons(core, EventId::OnSetAgentModeEvent, core.agentUid());
    // Whoever is signed in or not: calls at the phone went on while the link was away.
    if (core.agentFacts.isSignedIn() || !core.book.live().empty())
        learnDesk(core);
}

Request agentRequest(const SessionCore& core, MessageType type) {
    return {type, Request::Object::Agent, core.agentUid(), {{keyword::AgentID, core.agentFacts.identity.agentId}}};
}

void queryAgent(SessionCore& core) {
    Request request = agentRequest(core, MessageType::QUERY_AGENT_STATE_REQ);
    request.arguments.set(keyword::MRDID, core.agentFacts.voiceDomain);
    request.update = [&core](const Reply& reply, const Arguments& wire, Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            takeQueriedState(core, wire);
    };
    request.then = [&core](const Reply& reply) {
        if (reply.outcome != Reply::Outcome::LinkLost)
            setAgentMode(core); // also without an answer: signing in may still work, and says why if not
    };
    trySend(core, std::move(request));
}

} // namespace

void beginOpening(SessionCore& core, const protocol::MessageView& openConf) {
    core.pgStatus = openConf.number(protocol::Field::PGStatus, 0);
    core.isPeripheralOnline = openConf.number(protocol::Field::PeripheralOnline, 1) != 0;
    core.connectionId = QString::number(openConf.number(protocol::Field::MonitorID, 0));
    core.agentFacts.peripheralType = openConf.number(protocol::Field::PeripheralType, 0);
    core.agentFacts.properties.set(keyword::PeripheralType, core.agentFacts.peripheralType);
    core.outbox.post(EventId::OnConnection,
                     {{keyword::EventTime, timeOfDay(core)}, {keyword::CurrentServer, currentServer(core)}});
    postSystemStatus(core);
    queryAgent(core);
}

void learnDesk(SessionCore& core) {
    Request request = agentRequest(core, MessageType::AGENT_DESK_SETTINGS_REQ);
    request.update = [&core](const Reply& reply, const Arguments& wire, Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            takeDeskSettings(core, wire);
    };
    request.then = [&core](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::LinkLost)
            return;
        postButtons(core, EventId::OnAgentDeskSettingsConf, core.agentUid());
        snapshotDevice(core);
    };
    trySend(core, std::move(request));
}

} // namespace callwright
