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

SwitchAnswer Monitors::answer(std::uint32_t session, const protocol::MessageView& request, const Switch& behind) {
    if (request.type() == MessageType::MONITOR_START_REQ) {
        return start(session, request, behind);
    }
    Monitor* const monitor = find(session, request);
    if (monitor == nullptr) {
        return unknown(session, request);
    }
    if (request.type() == MessageType::CHANGE_MONITOR_MASK_REQ) {
        monitor->masks = masksIn(request);
    } else {
        m_monitors.erase(request.number(Field::MonitorID, 0));
    }
    return Confirmation{};
}

SwitchAnswer Monitors::start(std::uint32_t session, const protocol::MessageView& request, const Switch& behind) {
    if (namesCall(request) && namesDevice(request)) {
        return Failure{StatusCode::E_CTI_MUTUALLY_EXCLUS_DEVICEID_TYPES};
    }
    if (const StatusCode status = judgeTypes(request); status != StatusCode::E_CTI_NO_ERROR) {
        return Failure{status};
    }
    const bool isOfCall = namesCall(request);
    const auto named = request.text(isOfCall ? Field::ConnectionDeviceID : Field::MonitoredDeviceID);
    if (!named) {
        return Failure{StatusCode::E_CTI_REQUIRED_DATA_MISSING};
    }
    Monitor monitor{session, masksIn(request), {}};
    if (isOfCall) {
        const std::uint32_t id = request.number(Field::ConnectionCallID, 0);
        const auto legs = behind.legsOf(id, *named);
        if (!legs) {
            return Failure{StatusCode::E_CTI_INVALID_CALLID};
        }
        monitor.subject = Call{id, {legs->begin(), legs->end()}};
    } else {
        const auto place = behind.placeOf(request.number(Field::MonitoredDeviceType, 0), *named);
        if (!place) {
            return Failure{StatusCode::E_CTI_INVALID_DEVICE};
        }
        monitor.subject = Device{*place};
    }
    const bool isThere = std::ranges::any_of(m_monitors, [&](const auto& entry) {
        return entry.second.session == session && entry.second.subject == monitor.subject;
    });
    if (isThere) {
        return Failure{StatusCode::E_CTI_MONITOR_ALREADY_EXISTS};
    }
    const std::uint32_t id = m_registry.newMonitorId();
    m_monitors.emplace(id, std::move(monitor));
    return Confirmation{{{Field::MonitorID, id}}};
}

Monitors::Monitor* Monitors::find(std::uint32_t session, const protocol::MessageView& request) {
    const auto found = m_monitors.find(request.number(Field::MonitorID, 0));
    return found == m_monitors.end() || found->second.session != session ? nullptr : &found->second;
}

SwitchAnswer Monitors::unknown(std::uint32_t session, const protocol::MessageView& request) const {
    const auto over = m_over.find(request.number(Field::MonitorID, 0));
    const bool wasOwn = over != m_over.end() && over->second == session;
    return Failure{wasOwn ? StatusCode::E_CTI_MONITOR_TERMINATED : StatusCode::E_CTI_INVALID_MONITORID};
}

std::vector<std::uint32_t> Monitors::watching(std::uint32_t session, const SwitchEvent& event) const {
    std::vector<std::uint32_t> ids;
    for (const auto& [id, monitor] : m_monitors) {
        if (monitor.session == session && event.type != MessageType::CALL_TRANSLATION_ROUTE_EVENT &&
            isAskedFor(event, monitor.masks) && fits(monitor, event)) {
            ids.push_back(id);
        }
    }
    return ids;
}

bool Monitors::fits(const Monitor& monitor, const SwitchEvent& event) {
    if (const auto* device = std::get_if<Device>(&monitor.subject)) {
        return device->place == event.instrument;
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
    std::erase_if(m_over, [session](const auto& entry) { return entry.second == session; });
}

} // namespace callwright::simulator
