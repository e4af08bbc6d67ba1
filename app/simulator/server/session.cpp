#include "app/simulator/server/session.h"

#include "app/simulator/server/message_writing.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;
namespace services = protocol::ServicesRequested;

constexpr std::uint32_t noIdleTimeout = 0xFFFFFFFF;
constexpr Milliseconds timeToDisconnect = std::chrono::seconds(5); // for a client that has closed its session

} // namespace

Session::Session(Clock& clock, Transport* transport, std::uint32_t id, AnswerFaults& faults, QObject* parent)
    : QObject(parent), m_clock(clock), m_id(id), m_channel(clock, transport, this), m_faults(faults) {}

void Session::open(const OpenTerms& terms, std::uint32_t monitorId, Standing standing) {
    m_terms = terms;
    m_standing = standing;
    m_monitorId = monitorId;
    m_decoder.emplace(terms.version);
    restartIdleTimer();
}

void Session::shut() {
    m_terms.reset();
    m_idleTimer = m_clock.after(timeToDisconnect, [this] { Q_EMIT idled(); });
    m_variables = {};
    m_takesConfiguration = false;
    m_lastAgentStates.clear();
}

protocol::Result<protocol::MessageView> Session::decode(std::span<const std::byte> frame) {
    return m_decoder->decode(frame);
}

void Session::send(MessageType type, const FieldValues& fields) {
    const protocol::Version version = m_terms ? m_terms->version : protocol::newestVersion;
    if (const auto frame = writeMessage(type, version, fields)) {
        m_channel.send(*frame);
    }
}

void Session::reply(MessageType type, std::uint32_t invokeId, const FieldValues& fields) {
    const AnswerFate fate = m_faults.next(m_answered, m_id);
    FieldValues all{{Field::InvokeID, invokeId ^ fate.idChange}};
    all.insert(all.end(), fields.begin(), fields.end());
    for (int i = 0; i < fate.copies; ++i) {
        if (fate.delay == Milliseconds(0)) {
            send(type, all);
        } else {
            m_late.push_back(m_clock.after(fate.delay, [this, type, all] { send(type, all); }));
        }
    }
}

void Session::fail(std::uint32_t invokeId, protocol::StatusCode status) {
    reply(MessageType::FAILURE_CONF, invokeId, {{Field::Status, static_cast<std::uint32_t>(status)}});
}

void Session::announce(protocol::StatusCode status) {
    send(MessageType::FAILURE_EVENT, {{Field::Status, static_cast<std::uint32_t>(status)}});
}

bool Session::forward(const SwitchEvent& event, std::uint32_t monitorId) {
    if (!hasMessage(event.type, m_terms->version)) {
        return false;
    }
    if (m_terms->has(services::CTI_SERVICE_IGNORE_DUPLICATE_AGENT_EVENTS) && repeatsAgentState(event, monitorId)) {
        return false;
    }
    FieldValues fields = m_variables.isActive() ? m_variables.filtered(event.fields) : event.fields;
    if (hasFixedField(event.type, Field::MonitorID)) {
        fields.push_back({Field::MonitorID, monitorId});
    }
    send(event.type, fields);
    return true;
}

bool Session::repeatsAgentState(const SwitchEvent& event, std::uint32_t monitorId) {
    if (event.type != MessageType::AGENT_STATE_EVENT) {
        return false;
    }
    FieldValues told;
    for (const Field field : {Field::AgentState, Field::SkillGroupState, Field::EventReasonCode, Field::MRDID}) {
        told.push_back({field, numberIn(event.fields, field).value_or(0)});
    }
    FieldValues& last = m_lastAgentStates[{monitorId, std::string(textIn(event.fields, Field::AgentID))}];
    const bool repeats = std::ranges::equal(last, told, [](const FieldValue& one, const FieldValue& other) {
        return std::get<std::uint32_t>(one.value) == std::get<std::uint32_t>(other.value);
    });
    last = std::move(told);
    return repeats;
}

void Session::restartIdleTimer() {
    m_idleTimer.reset();
    if (m_terms && m_terms->idleTimeout != noIdleTimeout && !m_channel.isStalled()) {
        m_idleTimer = m_clock.after(std::chrono::seconds(m_terms->idleTimeout), [this] { Q_EMIT idled(); });
    }
}

void Session::setStalled(bool stalled) {
    m_channel.setStalled(stalled); // may bring the client's messages, even its end
    restartIdleTimer();
}

nlohmann::ordered_json Session::state() const {
    nlohmann::ordered_json json{{"SessionID", m_id}, {"peer", m_channel.peerName().toStdString()}, {"open", isOpen()}};
    if (!m_terms) {
        return json;
    }
    const auto text = [](const std::string& wire) { return protocol::toUtf8(wire, serverCodePage).utf8; };
    json["ClientID"] = text(m_terms->clientId);
    json["ClientSignature"] = text(m_terms->signature);
    json["VersionNumber"] = m_terms->version;
    json["SessionType"] = static_cast<std::uint32_t>(m_standing);
    json["ServicesGranted"] = m_terms->services;
    json["CallMsgMask"] = m_terms->masks.callMsgMask;
    json["AgentStateMask"] = m_terms->masks.agentStateMask;
    json["ConfigMsgMask"] = m_terms->configMsgMask;
    json["IdleTimeout"] = m_terms->idleTimeout;
    json["PeripheralID"] = m_terms->peripheralId;
    json["MonitorID"] = m_monitorId;
    json["AgentID"] = text(m_terms->agentId);
    json["AgentInstrument"] = text(m_terms->instrument);
    return json;
}

} // namespace callwright::simulator
