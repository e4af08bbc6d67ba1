#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/fields.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

constexpr std::uint32_t firstPort = 24576;
constexpr std::uint32_t packetMilliseconds = 20;
constexpr std::uint32_t pcmuPayload = 4; ///< as Unified CM numbers G.711 mu-law, 64 kbit/s

struct MediaAddress {
    std::string address;
    std::uint32_t port = 0;
};

/// Every phone has a fixed address of the documentation network; everybody else speaks from the gateway.
MediaAddress addressOf(const Context& context, const Connection* party) {
    const auto& phones = context.config.instruments;
    const auto found =
        party ? std::ranges::find(phones, party->instrument, &InstrumentConfig::instrument) : phones.end();
    if (found == phones.end())
        return {"198.51.100.1", firstPort};
    const auto index = static_cast<std::uint32_t>(found - phones.begin());
    return {"192.0.2." + std::to_string(index % 250 + 1), firstPort + 2 * index};
}

Fields stream(const Context& context, const Call& call, const Connection& at, protocol::RTPDirection direction) {
    const auto other = std::ranges::find_if(call.connections, [&](const Connection& c) {
        return &c != &at && c.state == LocalConnectionState::LCS_CONNECT && c.party != Party::Queue;
    });
    const MediaAddress here = addressOf(context, &at);
    const MediaAddress there = addressOf(context, other == call.connections.end() ? nullptr : &*other);
    const bool isInput = direction == protocol::RTPDirection::RTPDIRECTION_INPUT;
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::ClientPort, isInput ? here.port : there.port)
        .set(Field::Direction, direction)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::ConnectionCallID, call.id)
        .set(Field::ConnectionDeviceID, at.id)
        .set(Field::ClientAddress, isInput ? here.address : there.address);
    if (const Agent* const agent = agentAt(context.world, at.instrument))
        fields.set(Field::AgentID, agent->config->id).set(Field::AgentExtension, at.device.id);
    fields.set(Field::AgentInstrument, at.instrument);
    fields.set(Field::SendingAddress, isInput ? there.address : here.address)
        .set(Field::SendingPort, isInput ? there.port : here.port);
    return fields;
}

constexpr std::array directions{protocol::RTPDirection::RTPDIRECTION_INPUT,
                                protocol::RTPDirection::RTPDIRECTION_OUTPUT};

} // namespace

void postVoiceStarted(Context& context, const Call& call, const Connection& at) {
    for (const auto direction : directions) {
        Fields fields = stream(context, call, at, direction);
        fields.set(Field::RTPType, protocol::RTPType::RTPTYPE_AUDIO)
            .set(Field::BitRate, 0u)
            .set(Field::EchoCancellation, 0u)
            .set(Field::PacketSize, packetMilliseconds)
            .set(Field::PayloadType, pcmuPayload);
        context.outbox.post({MessageType::RTP_STARTED_EVENT, at.instrument, fields.take()});
    }
}

void postVoiceStopped(Context& context, const Call& call, const Connection& at) {
    for (const auto direction : directions) {
        Fields fields = stream(context, call, at, direction);
        context.outbox.post({MessageType::RTP_STOPPED_EVENT, at.instrument, fields.take()});
    }
}

} // namespace callwright::simulator
