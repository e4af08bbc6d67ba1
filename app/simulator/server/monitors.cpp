#include "app/simulator/server/monitors.h"

#include "cil/protocol/tables.h"

#include <algorithm>
#include <utility>

namespace callwright::simulator {

namespace {

using protocol::ConnectionDeviceIDType;
using protocol::DeviceIDType;
using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;

constexpr Field callNames[] = {Field::ConnectionCallID, Field::NewConnectionCallID, Field::PrimaryCallID,
                               Field::SecondaryCallID};

EventMasks masksIn(const protocol::MessageView& request) {
    return {request.number(Field::CallMsgMask, 0), request.number(Field::AgentStateMask, 0)};
}

bool namesCall(const protocol::MessageView& request) {
    constexpr auto none = static_cast<std::uint32_t>(ConnectionDeviceIDType::CONNECTION_ID_NONE);
    return request.number(Field::ConnectionCallID, 0) != 0 || request.has(Field::ConnectionDeviceID) ||
           request.number(Field::ConnectionDeviceIDType, none) != none;
}

bool namesDevice(const protocol::MessageView& request) {
    constexpr auto none = static_cast<std::uint32_t>(DeviceIDType::DEVID_NONE);
    return request.has(Field::MonitoredDeviceID) || request.number(Field::MonitoredDeviceType, none) != none;
}

/// The tables give these two fields no list of values here, as one of both is always "none".
StatusCode judgeTypes(const protocol::MessageView& request) {
    if (protocol::enumValueName("DeviceIDType", request.number(Field::MonitoredDeviceType, 0)).empty()) {
        return StatusCode::E_CTI_INVALID_DEVICE_ID_TYPE;
    }
    const std::uint32_t connection = request.number(Field::ConnectionDeviceIDType, 0);
    return protocol::enumValueName("ConnectionDeviceIDType", connection).empty()
               ? StatusCode::E_CTI_INVALID_CONNECTION_ID_TYPE
               : StatusCode::E_CTI_NO_ERROR;
}

} // namespace

SwitchAnswer Monitors::answerPeripheral(std::uint32_t session, const protocol::MessageView& request,
                                        const Switch& behind) {
    if (request.type() == MessageType::MONITOR_START_REQ) {
        auto subject = subjectOf(request, behind);
        return subject ? add({session, masksIn(request), std::move(*subject)}, StatusCode::E_CTI_MONITOR_ALREADY_EXISTS)
                       : Failure{subject.error()};
    }
    const std::uint32_t id = request.number(Field::MonitorID, 0);
    Monitor* const monitor = find<Device, Call>(session, id);
    if (monitor == nullptr) {
        return unknown(session, id);
    }
    if (request.type() == MessageType::CHANGE_MONITOR_MASK_REQ) {
        monitor->masks = masksIn(request);
    } else {
        m_monitors.erase(id);
    }
    return Confirmation{};
}

SwitchAnswer Monitors::answerTeam(std::uint32_t session, std::string_view supervisorId,
                                  const protocol::MessageView& request, const Switch& behind) {
    if (request.type() == MessageType::MONITOR_AGENT_TEAM_START_REQ) {
        const std::uint32_t team = request.number(Field::TeamID, 0);
        const std::vector<std::uint32_t> led = behind.teamsLedBy(supervisorId);
        if (std::ranges::find(led, team) == led.end()) {
            return Failure{StatusCode::E_CTI_TEAM_NOT_FOUND};
        }
        return add({session, std::nullopt, Team{team}}, StatusCode::E_CTI_AGENT_TEAM_MONITOR_ALREADY_EXISTS);
    }
    const std::uint32_t id = request.number(Field::MonitorID, 0);
    if (find<Team>(session, id) == nullptr) {
        return unknown(session, id);
    }
    m_monitors.erase(id);
    return Confirmation{};
}

SwitchAnswer Monitors::answerSession(std::uint32_t session, const protocol::MessageView& request, bool isOpen) {
    if (request.type() == MessageType::SESSION_MONITOR_START_REQ) {
        const std::uint32_t watched = request.number(Field::SessionID, 0);
        if (watched == session) {
            return Failure{StatusCode::E_CTI_SESSION_MONITOR_IS_CLIENTS};
        }
        if (!isOpen) {
            return Failure{StatusCode::E_CTI_CLIENT_NOT_FOUND};
        }
        return add({session, std::nullopt, Client{watched}}, StatusCode::E_CTI_SESSION_MONITOR_ALREADY_EXISTS);
    }
    const std::uint32_t id = request.number(Field::MonitorID, 0);
    if (find<Client>(session, id) == nullptr) {
        return unknown(session, id);
    }
    m_monitors.erase(id);
    return Confirmation{};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Monitors::watchersOf(std::uint32_t session) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> watchers;
    for (const auto& [id, monitor] : m_monitors) {
        const auto* const client = std::get_if<Client>(&monitor.subject);
        if (client != nullptr && client->session == session) {
            watchers.emplace_back(monitor.session, id);
        }
    }
    return watchers;
}

Monitors::Subject Monitors::subjectOf(const protocol::MessageView& request, const Switch& behind) {
    const bool isOfCall = namesCall(request);
    if (isOfCall && namesDevice(request)) {
        return tl::unexpected(StatusCode::E_CTI_MUTUALLY_EXCLUS_DEVICEID_TYPES);
    }
    if (const StatusCode status = judgeTypes(request); status != StatusCode::E_CTI_NO_ERROR) {
        return tl::unexpected(status);
    }
    const auto named = request.text(isOfCall ? Field::ConnectionDeviceID : Field::MonitoredDeviceID);
    if (!named) {
        return tl::unexpected(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    }
    if (isOfCall) {
        const std::uint32_t id = request.number(Field::ConnectionCallID, 0);
        const auto legs = behind.legsOf(id, *named);
        return legs ? Subject(Call{id, {legs->begin(), legs->end()}})
                    : Subject(tl::unexpected(StatusCode::E_CTI_INVALID_CALLID));
    }
    const auto place = behind.placeOf(request.number(Field::MonitoredDeviceType, 0), *named);
    return place ? Subject(Device{*place}) : Subject(tl::unexpected(StatusCode::E_CTI_INVALID_DEVICE));
}

SwitchAnswer Monitors::add(Monitor monitor, StatusCode ifThere) {
    const bool isThere = std::ranges::any_of(m_monitors, [&](const auto& entry) {
        return entry.second.session == monitor.session && entry.second.subject == monitor.subject;
    });
    if (isThere) {
        return Failure{ifThere};
    }
    const std::uint32_t id = m_registry.newMonitorId();
    m_monitors.emplace(id, std::move(monitor));
    return Confirmation{{{Field::MonitorID, id}}};
}

template <class... Kinds> Monitors::Monitor* Monitors::find(std::uint32_t session, std::uint32_t id) {
    const auto found = m_monitors.find(id);
    const bool isOwn = found != m_monitors.end() && found->second.session == session &&
                       (std::holds_alternative<Kinds>(found->second.subject) || ...);
    return isOwn ? &found->second : nullptr;
}

SwitchAnswer Monitors::unknown(std::uint32_t session, std::uint32_t id) const {
    const auto over = m_over.find(id);
    const bool wasOwn = over != m_over.end() && over->second == session;
    return Failure{wasOwn ? StatusCode::E_CTI_MONITOR_TERMINATED : StatusCode::E_CTI_INVALID_MONITORID};
}

std::vector<std::uint32_t> Monitors::watching(std::uint32_t session, const EventMasks& masks, const SwitchEvent& event,
                                              const Switch& behind) const {
    std::vector<std::uint32_t> ids;
    if (event.type == MessageType::CALL_TRANSLATION_ROUTE_EVENT) { // comes with the service, not with a monitor
        return ids;
    }
    for (const auto& [id, monitor] : m_monitors) {
        if (monitor.session == session && isAskedFor(event, monitor.masks.value_or(masks)) &&
            fits(monitor, event, behind)) {
            ids.push_back(id);
        }
    }
    return ids;
}

bool Monitors::fits(const Monitor& monitor, const SwitchEvent& event, const Switch& behind) {
    if (const auto* device = std::get_if<Device>(&monitor.subject)) {
        return device->place == event.instrument;
    }
    if (const auto* team = std::get_if<Team>(&monitor.subject)) {
        return event.type == MessageType::AGENT_STATE_EVENT &&
               behind.isTeamMember(textIn(event.fields, Field::AgentID), team->id);
    }
    if (std::holds_alternative<Client>(monitor.subject)) {
        return false; // it gets what that session got
    }
    const std::uint32_t call = std::get<Call>(monitor.subject).id;
    return std::ranges::any_of(callNames, [&](Field name) { return numberIn(event.fields, name) == call; });
}

void Monitors::follow(const SwitchEvent& event, const Switch& behind) {
    for (auto entry = m_monitors.begin(); entry != m_monitors.end();) {
        Call* const call = std::get_if<Call>(&entry->second.subject);
        if (call == nullptr || !isOver(*call, event, behind)) {
            ++entry;
            continue;
        }
        m_over.emplace(entry->first, entry->second.session);
        entry = m_monitors.erase(entry);
    }
}

/// The switch knows what is, the events tell what was: a call ends here when both say so, so that its last events reach
/// the client too.
bool Monitors::isOver(Call& call, const SwitchEvent& event, const Switch& behind) {
    const std::string leg(textIn(event.fields, Field::ConnectionDeviceID));
    const bool isAbout = numberIn(event.fields, Field::ConnectionCallID) == call.id;
    const bool isRenamed = event.type == MessageType::CALL_DATA_UPDATE_EVENT;
    if (isAbout && event.type == MessageType::BEGIN_CALL_EVENT) {
        call.legs.insert(leg);
    } else if (isRenamed && numberIn(event.fields, Field::NewConnectionCallID) == call.id) {
        call.legs.insert(std::string(textIn(event.fields, Field::NewConnectionDeviceID)));
    } else if (isAbout && (isRenamed || event.type == MessageType::END_CALL_EVENT)) {
        call.legs.erase(leg);
    } else {
        return false;
    }
    return call.legs.empty() && !behind.isCall(call.id);
}

void Monitors::endSession(std::uint32_t session) {
    std::erase_if(m_monitors, [session](const auto& entry) { return entry.second.session == session; });
    for (const auto& [watcher, id] : watchersOf(session)) {
        m_over.emplace(id, watcher);
        m_monitors.erase(id);
    }
    std::erase_if(m_over, [session](const auto& entry) { return entry.second == session; });
}

} // namespace callwright::simulator
