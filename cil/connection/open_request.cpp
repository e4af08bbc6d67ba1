#include "cil/connection/open_request.h"

#include "cil/protocol/message_builder.h"

#include <algorithm>
#include <array>
#include <span>

namespace callwright {

using namespace protocol;

namespace {

struct BitsSince {
    Version version;
    std::uint32_t bits;
};

constexpr std::array serviceBits{BitsSince{24, ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY}};

constexpr std::array callMsgBits{
    BitsSince{15, CallMsgMask::CALL_AGENT_GREETING_MASK},
    BitsSince{23, CallMsgMask::NETWORK_RECORDING_STARTED_MASK | CallMsgMask::NETWORK_RECORDING_ENDED_MASK |
                      CallMsgMask::NETWORK_RECORDING_FAILED_MASK | CallMsgMask::NETWORK_RECORDING_TARGET_INFO_MASK}};

constexpr std::array configMsgBits{
    BitsSince{20, ConfigMsgMask::CONFIG_MSG_MRD},
    BitsSince{22, ConfigMsgMask::CONFIG_MSG_PERIPHERAL | ConfigMsgMask::CONFIG_MSG_AGENT_DESK_SETTINGS},
    BitsSince{24, ConfigMsgMask::CONFIG_MSG_AGENT_SERVICE_MASK | std::uint32_t(ConfigMsgMask::CONFIG_MSG_TERMINAL)}};

std::uint32_t knownAt(Version version, std::uint32_t mask, std::span<const BitsSince> younger) {
    for (const BitsSince& row : younger)
        mask &= version < row.version ? ~row.bits : ~0U;
    return mask;
}

} // namespace

std::uint32_t callMsgMaskAt(Version version, std::uint32_t mask) { return knownAt(version, mask, callMsgBits); }

std::uint32_t configMsgMaskAt(Version version, std::uint32_t mask) { return knownAt(version, mask, configMsgBits); }

std::uint32_t idleTimeoutFor(Milliseconds heartbeatInterval) {
    if (heartbeatInterval <= Milliseconds(0))
        return 0xFFFFFFFF;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(4 * heartbeatInterval).count();
    return static_cast<std::uint32_t>(std::clamp<decltype(seconds)>(seconds, 20, 0xFFFFFFFE));
}

Result<std::vector<std::byte>> buildOpenRequest(const OpenParameters& parameters, Version version, CodePage codePage,
                                                Milliseconds heartbeatInterval, std::uint32_t invokeId) {
    MessageBuilder message(MessageType::OPEN_REQ, version);
    message.set(Field::InvokeID, invokeId)
        .set(Field::VersionNumber, static_cast<std::uint32_t>(version))
        .set(Field::IdleTimeout, idleTimeoutFor(heartbeatInterval))
        .set(Field::PeripheralID, parameters.peripheralId)
        .set(Field::ServicesRequested, knownAt(version, parameters.services, serviceBits))
        .set(Field::CallMsgMask, callMsgMaskAt(version, parameters.callMsgMask))
        .set(Field::AgentStateMask, parameters.agentStateMask)
        .set(Field::ConfigMsgMask, configMsgMaskAt(version, parameters.configMsgMask));

    std::optional<Error> unencodable;
    const auto add = [&](Field field, const QString& text) {
        const auto wire = fromUtf8(text.toStdString(), codePage);
        if (wire)
            message.set(field, std::string_view(*wire));
        else if (!unencodable)
            unencodable = Error{StatusCode::E_CTI_INVALID_CHARACTER, field, 0, "not in the connection's code page"};
    };
    add(Field::ClientID, parameters.clientId);
    add(Field::ClientPassword, parameters.clientPassword);
    const std::array<std::pair<Field, const QString*>, 4> optional{
        {{Field::ClientSignature, &parameters.clientSignature},
         {Field::AgentExtension, &parameters.agentExtension},
         {Field::AgentID, &parameters.agentId},
         {Field::AgentInstrument, &parameters.agentInstrument}}};
    for (const auto& [field, text] : optional) {
        if (!text->isEmpty())
            add(field, *text);
    }
    if (unencodable)
        return tl::unexpected(*unencodable);
    return message.build();
}

} // namespace callwright
