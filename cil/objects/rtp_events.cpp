#include "cil/objects/rtp_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/session_core.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

constexpr std::size_t mostStreams = 64; // a server that never ends one is not followed for ever

/// A connection has one stream a direction.
bool isSameStream(const Arguments& one, const Arguments& other) {
    constexpr std::array identity{keyword::ConnectionCallID, keyword::ConnectionDeviceIDType,
                                  keyword::ConnectionDeviceID, keyword::Direction};
    return std::ranges::all_of(identity, [&](Keyword key) { return one.value(key) == other.value(key); });
}

/// Supervisors hear of their members' phones as well.
bool isOwnPhone(const SessionCore& core, const Arguments& wire) {
    const QString agentId = wire.toString(keyword::AgentID);
    const QString instrument = wire.toString(keyword::AgentInstrument);
    return !core.supervision.findByMonitor(wire.toUInt(keyword::MonitorID).value_or(0)) &&
           (agentId.isEmpty() || agentId == core.own.agentFacts.identity.agentId) &&
           (instrument.isEmpty() || core.own.ownDevices().contains(instrument));
}

/// GetIPPhoneInfo, of RTP_STARTED_EVENT.
Arguments phoneOf(const Arguments& wire) {
    constexpr std::array told{keyword::ClientAddress,    keyword::BitRate,     keyword::PacketSize, keyword::Direction,
                              keyword::EchoCancellation, keyword::PayloadType, keyword::RTPType};
    Arguments phone;
    for (const Keyword key : told) {
        if (const ArgValue* value = wire.find(key))
            phone.set(key, *value);
    }
    return phone;
}

} // namespace

void RtpStreams::start(const Arguments& stream) {
    stop(stream);
    if (m_streams.size() >= mostStreams)
        m_streams.erase(m_streams.begin());
    m_streams.push_back(stream);
}

Arguments RtpStreams::stop(const Arguments& stream) {
    const auto at = std::ranges::find_if(m_streams, [&](const Arguments& open) { return isSameStream(open, stream); });
    if (at == m_streams.end())
        return {};
    Arguments ended = std::move(*at);
    m_streams.erase(at);
    return ended;
}

void onRtpEvent(SessionCore& core, const protocol::MessageView& message) {
    const EventId id = service::eventOf(message.number());
    const Arguments wire = service::wireData(message, core.codePage());
    Arguments known;
    if (message.type() == protocol::MessageType::RTP_STARTED_EVENT) {
        core.streams.start(wire);
        if (isOwnPhone(core, wire))
            core.silentMonitors.phone = phoneOf(wire);
    } else {
        known = core.streams.stop(wire);
    }
    core.outbox.post(id, service::eventArguments(id, wire, core.own.eventContext(core.own.agentUid()), known));
}

} // namespace callwright
