#include "cil/objects/monitor_snapshot.h"

#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/call_events.h"
#include "cil/objects/logging.h"
#include "cil/objects/parties.h"
#include "cil/objects/rebuild.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/configuration.h"
#include "cil/service/event_mapping.h"
#include "cil/service/field_keywords.h"
#include "cil/service/identity.h"
#include "cil/service/monitor_plan.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <utility>

namespace callwright {

using protocol::MessageType;

namespace {

/// That there is nobody of this name.
bool saysNoAgent(const Reply& reply) {
    using protocol::ControlFailureCode::CF_INVALID_AGENT_ID_SPECIFIED;
    using protocol::StatusCode::E_CTI_INVALID_AGENT_DATA;
    return (reply.outcome == Reply::Outcome::ControlFailure &&
            reply.code == static_cast<std::uint32_t>(CF_INVALID_AGENT_ID_SPECIFIED)) ||
           (reply.outcome == Reply::Outcome::Failure &&
            reply.code == static_cast<std::uint32_t>(E_CTI_INVALID_AGENT_DATA));
}

} // namespace

MonitorSnapshot::MonitorSnapshot(SessionCore& core, std::function<void()> done, std::optional<std::uint32_t> only)
    : m_core(core), m_done(std::move(done)), m_only(only),
      m_beginning(core.clock.after(untilPeripheralsAreKnown, [this] { begin(); })) {}

MonitorSnapshot::~MonitorSnapshot() { *m_isAlive = false; }

/// Those that are named, or that there are on line if none is; of them the one that this snapshot is about.
std::set<std::uint32_t> MonitorSnapshot::peripheralsMeant(const std::set<std::uint32_t>& named) const {
    std::set<std::uint32_t> meant = named;
    for (const auto& [peripheralId, isOnline] : m_core.monitor.peripherals) {
        if (named.empty() && isOnline)
            meant.insert(peripheralId);
    }
    if (m_only)
        std::erase_if(meant, [this](std::uint32_t peripheralId) { return peripheralId != *m_only; });
    return meant;
}

void MonitorSnapshot::begin() {
    m_hasBegun = true;
    const service::MonitorPlan plan = service::monitorPlan(*m_core.monitor.filter());
    const std::set<std::uint32_t> wanted = peripheralsMeant(plan.peripherals);
    ++m_open; // this one, so that nothing ends before all is asked
    if (plan.namesAgents()) {
        for (const service::MonitoredAgent& agent : plan.agents) {
            for (const std::uint32_t peripheralId :
                 agent.peripheralId ? peripheralsMeant({*agent.peripheralId}) : wanted)
                queryAgent(peripheralId, agent.agentId);
        }
    } else if (plan.wantsAgents) {
        m_toAcquire.assign(wanted.begin(), wanted.end());
        acquireAgents();
    }
    SessionCore& core = m_core;
    finishOne(); // may be the end of this
    core.outbox.flush();
}

/// Calls that no agent's phone lists or whose list could not be had, and agents of whom nothing was told.
void MonitorSnapshot::askForDoubtful() {
    m_hasAskedForDoubtful = true;
    ++m_open; // as in begin()
    for (const AgentIdentity& agent : m_core.monitor.objects.doubtfulAgents())
        queryAgent(agent.peripheralId, agent.agentId);
    for (const auto& [peripheralId, agentId] : m_core.monitor.absentAgents())
        lookForAgent(peripheralId, agentId);
    for (Call* call : m_core.monitor.objects.doubtfulCalls())
        snapshotCall(*call);
    --m_open;
    goOn();
}

/// Who is shown every call is shown this connection, too.
bool MonitorSnapshot::saysGone(const Reply& reply) const {
    const bool isShown = (m_core.link.servicesGranted() & protocol::ServicesRequested::CTI_SERVICE_ALL_EVENTS) != 0;
    return saysCallIsGone(reply) || (isShown && saysConnectionIsGone(reply));
}

void MonitorSnapshot::acquireAgents() {
    if (m_toAcquire.empty())
        return;
    const std::uint32_t peripheralId = m_toAcquire.front();
    m_toAcquire.pop_front();
    ++m_open;
    m_core.configuration.acquire(m_core, protocol::ConfigMsgMask::CONFIG_MSG_AGENT, peripheralId,
                                 [this, peripheralId, isAlive = m_isAlive] {
                                     if (!*isAlive)
                                         return;
                                     queryConfiguredAgents(peripheralId);
                                     acquireAgents();
                                     finishOne();
                                 });
}

void MonitorSnapshot::queryConfiguredAgents(std::uint32_t peripheralId) {
    const auto prefixes = m_core.monitor.filter()->valuesOf(keyword::AgentID);
    for (const auto& [id, record] : m_core.configuration.configuration().records(service::ConfigKind::Agent)) {
        const QString agentId = record.toString(service::keywordOf(protocol::Field::LoginID));
        const bool isWanted = prefixes.empty() || std::ranges::any_of(prefixes, [&](const service::FilterValue& value) {
                                  return value.matches(agentId);
                              });
        if (isWanted && record.toUInt(service::keywordOf(protocol::Field::FltPeripheralID)) == peripheralId)
            queryAgent(peripheralId, agentId);
    }
}

void MonitorSnapshot::ask(Request request, std::function<void(const Reply&, const Arguments&)> take) {
    m_queue.push_back([this, request = std::move(request), take = std::move(take), isAlive = m_isAlive]() mutable {
        auto answered = std::make_shared<std::pair<Reply, Arguments>>();
        if (!request.isMoot)
            request.isMoot = [] { return true; }; // nobody asked for it
        auto amend = std::exchange(request.update, {});
        request.update = [answered, amend](const Reply& reply, const Arguments& wire, Arguments& event) {
            if (reply.outcome == Reply::Outcome::Confirmed)
                answered->second = wire;
            if (amend)
                amend(reply, wire, event);
        };
        request.then = [this, answered, take, isAlive](const Reply& reply) {
            if (!*isAlive)
                return;
            if (reply.outcome == Reply::Outcome::Confirmed)
                take(reply, answered->second);
            finishOne();
        };
        return send(m_core.own, std::move(request));
    });
    goOn();
}

namespace {

Request agentQuery(std::uint32_t peripheralId, const QString& agentId) {
    return {MessageType::QUERY_AGENT_STATE_REQ,
            Request::Object::Session,
            service::agentId(peripheralId, agentId),
            {{keyword::PeripheralID, peripheralId}, {keyword::AgentID, agentId}}};
}

} // namespace

void MonitorSnapshot::queryAgent(std::uint32_t peripheralId, const QString& agentId) {
    query(peripheralId, agentId, agentQuery(peripheralId, agentId));
}

/// That somebody is still signed out is told once, not with every look.
void MonitorSnapshot::lookForAgent(std::uint32_t peripheralId, const QString& agentId) {
    Request request = agentQuery(peripheralId, agentId);
    request.isUnasked = true;
    request.isMoot = [monitor = &m_core.monitor, who = std::pair(peripheralId, agentId)] {
        const auto absent = monitor->absentAgents();
        return std::ranges::find(absent, who) != absent.end();
    };
    query(peripheralId, agentId, std::move(request));
}

void MonitorSnapshot::query(std::uint32_t peripheralId, const QString& agentId, Request request) {
    if (!m_asked.insert(request.uniqueObjectId).second)
        return;
    request.update = [this, peripheralId, agentId, isAlive = m_isAlive](const Reply& reply, const Arguments& wire,
                                                                        Arguments& event) {
        event.set(keyword::PeripheralID, peripheralId)
            .set(keyword::UniqueObjectID, service::agentId(peripheralId, agentId));
        if (*isAlive && reply.outcome == Reply::Outcome::Confirmed)
            takeAgent(peripheralId, agentId, wire);
        else if (*isAlive && saysNoAgent(reply))
            m_core.monitor.objects.dropAgent(service::agentId(peripheralId, agentId));
        else if (*isAlive && reply.outcome != Reply::Outcome::LinkLost)
            m_core.monitor.watchAgent(peripheralId, agentId, {}); // not known yet
    };
    ask(std::move(request), [this, peripheralId](const Reply&, const Arguments& wire) {
        const QString instrument = wire.toString(keyword::AgentInstrument);
        const auto state = static_cast<AgentState>(wire.toUInt(keyword::AgentState).value_or(0));
        if (!instrument.isEmpty() && state != AgentState::Logout && state != AgentState::Unknown)
            snapshotDevice(peripheralId, instrument);
    });
}

void MonitorSnapshot::takeAgent(std::uint32_t peripheralId, const QString& agentId, const Arguments& wire) {
    const QString instrument = wire.toString(keyword::AgentInstrument);
    if (Seat* seat = m_core.monitor.objects.agent({peripheralId, agentId, instrument, false}))
        takeQueriedState(*seat, wire);
    m_core.monitor.watchAgent(peripheralId, agentId, instrument);
}

void MonitorSnapshot::snapshotDevice(std::uint32_t peripheralId, const QString& instrument) {
    Request request(MessageType::SNAPSHOT_DEVICE_REQ, Request::Object::Session,
                    service::deviceId(peripheralId, instrument),
                    {{keyword::PeripheralID, peripheralId}, {keyword::AgentInstrument, instrument}});
    request.update = [this, peripheralId, isAlive = m_isAlive](const Reply& reply, const Arguments&, Arguments& event) {
        if (!*isAlive || reply.outcome != Reply::Outcome::Confirmed)
            return;
        Arguments valid;
        const auto calls = service::snapshotCalls(*reply.message, m_core.codePage());
        for (const service::SnapshotCall& call : calls)
            valid.set(service::callId(peripheralId, call.connectionCallId, call.connectionDeviceId), true);
        event.set(keyword::NumCalls, static_cast<std::uint16_t>(calls.size())).set(keyword::ValidCalls, valid);
    };
    ask(std::move(request), [this, peripheralId](const Reply& reply, const Arguments&) {
        for (const service::SnapshotCall& listed : service::snapshotCalls(*reply.message, m_core.codePage()))
            takeCall(peripheralId, listed);
    });
}

void MonitorSnapshot::takeCall(std::uint32_t peripheralId, const service::SnapshotCall& listed) {
    const service::Connection connection{listed.connectionCallId, listed.connectionDeviceIdType,
                                         listed.connectionDeviceId};
    const QString uid = service::callId(peripheralId, connection.callId, connection.deviceId);
    MonitoredObjects& objects = m_core.monitor.objects;
    Call* call = objects.findCall(uid);
    if (!call)
        call = objects.addCall(peripheralId, connection, service::connectionArguments(connection));
    if (!call)
        return;
    objects.noteBegun(*call); // no BEGIN_CALL_EVENT comes any more, the END_CALL_EVENT does
    objects.confirm(uid);
    objects.noteSeen(uid); // by ValidCalls
    if (listed.callState <= static_cast<std::uint32_t>(CallStatus::Fail))
        setStatus(m_core.own, *call, static_cast<CallStatus>(listed.callState));
    snapshotCall(*call);
}

void MonitorSnapshot::snapshotCall(Call& call) {
    Arguments arguments = service::connectionArguments(CallBook::facts(call).connection);
    arguments.set(keyword::PeripheralID, call.data().value(keyword::PeripheralID));
    Request request(MessageType::SNAPSHOT_CALL_REQ, Request::Object::Call, call.uniqueObjectId(), arguments);
    request.call = &call;
    request.update = [this, target = QPointer<Call>(&call),
                      isAlive = m_isAlive](const Reply& reply, const Arguments& wire, Arguments& event) {
        if (!*isAlive || !target || target->isEnded())
            return;
        if (reply.outcome == Reply::Outcome::Confirmed)
            takeCallData(*target, reply, wire, event);
        else if (saysGone(reply) && !target->isConfirmed()) // else an event has told of it since
            m_core.monitor.objects.drop(*target);
    };
    ask(std::move(request), [](const Reply&, const Arguments&) {});
}

void MonitorSnapshot::takeCallData(Call& call, const Reply& reply, const Arguments& wire, Arguments& event) {
    CallFacts& facts = CallBook::facts(call);
    facts.isConfirmed = true;
    Arguments news = service::callData(wire);
    for (const Keyword own : {keyword::ConnectionCallID, keyword::ConnectionDeviceID, keyword::UniqueObjectID})
        news.remove(own); // the snapshot's flat ones are whichever party comes first
    service::updateCallData(facts.data, news, *reply.message);
    takeSnapshotParties(m_core.own, call, wire);
    event = service::eventArguments(EventId::OnSnapshotCallConf, wire, m_core.own.eventContext(call), call.data());
    event.set(keyword::ConnectionCallID, facts.connection.callId);
}

void MonitorSnapshot::goOn() {
    while (m_open < mostAtATime && !m_queue.empty()) {
        const auto next = std::move(m_queue.front());
        m_queue.pop_front();
        ++m_open;
        if (const CilResult sent = next(); !sent) {
            qCWarning(logObjects) << "not asked for the snapshot:" << cilErrorName(sent.code);
            --m_open;
        }
    }
}

void MonitorSnapshot::finishOne() {
    --m_open;
    goOn();
    if (m_open == 0 && m_queue.empty() && !m_hasAskedForDoubtful)
        askForDoubtful();
    if (m_open == 0 && m_queue.empty()) {
        const auto done = std::move(m_done);
        done(); // may end this
    }
}

} // namespace callwright
