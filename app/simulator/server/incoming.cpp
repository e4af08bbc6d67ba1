#include "app/simulator/server/incoming.h"

#include "cil/protocol/version.h"

namespace callwright::simulator {

namespace {

using protocol::Kind;
using protocol::StatusCode;

std::uint32_t numberAt(std::span<const std::byte> frame, std::size_t place) {
    std::uint32_t number = 0;
    for (const std::byte part : frame.subspan(place, 4)) {
        number = number << 8 | std::to_integer<std::uint32_t>(part);
    }
    return number;
}

/// Every request starts with an InvokeID, also those without a published layout; CONFIG_* and indications have none.
bool carriesInvokeId(const protocol::MessageSpec* spec) {
    if (spec == nullptr) {
        return true;
    }
    if (spec->fixed.empty()) {
        return spec->kind == Kind::Request && !spec->hasLayout;
    }
    return spec->kind == Kind::Request && spec->fixed.front().field == protocol::Field::InvokeID;
}

} // namespace

Incoming readIncoming(std::span<const std::byte> frame) {
    Incoming incoming;
    incoming.frame = frame;
    incoming.number = numberAt(frame, 4);
    incoming.spec = protocol::findMessage(incoming.number);
    if (carriesInvokeId(incoming.spec) && frame.size() >= protocol::headerSize + 4) {
        incoming.invokeId = numberAt(frame, protocol::headerSize);
    }
    return incoming;
}

StatusCode judgeMessageType(const Incoming& incoming, protocol::Version version) {
    const bool isForServers = incoming.spec != nullptr && incoming.spec->direction != protocol::Direction::ToClient &&
                              incoming.spec->minVersion <= version;
    return isForServers ? StatusCode::E_CTI_NO_ERROR : StatusCode::E_CTI_INVALID_MSG_TYPE_FOR_VERSION;
}

StatusCode judgeUndecodable(const Incoming& incoming, protocol::Version version) {
    const std::size_t body = incoming.frame.size() - protocol::headerSize;
    const bool isCutOff = incoming.spec != nullptr && body < protocol::fixedSize(*incoming.spec, version);
    return isCutOff ? StatusCode::E_CTI_BAD_MESSAGE_FORMAT : StatusCode::E_CTI_INVALID_MESSAGE_LENGTH;
}

} // namespace callwright::simulator
