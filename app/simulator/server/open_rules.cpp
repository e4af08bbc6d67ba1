#include "app/simulator/server/open_rules.h"

#include "app/simulator/server/device_rules.h"
#include "cil/protocol/validate.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::StatusCode;
namespace services = protocol::ServicesRequested;

std::string textOf(const protocol::MessageView& request, Field field) {
    return std::string(request.text(field).value_or(std::string_view()));
}

StatusCode checkClient(const protocol::MessageView& request, const ServerConfig& config) {
    const std::string client = textOf(request, Field::ClientID);
    if (client.empty()) { // present but empty names nobody
        return StatusCode::E_CTI_REQUIRED_DATA_MISSING;
    }
    const auto expected = config.clientPasswords.find(client);
    const bool isWrong =
        expected != config.clientPasswords.end() && expected->second != textOf(request, Field::ClientPassword);
    return isWrong ? StatusCode::E_CTI_INVALID_PASSWORD : StatusCode::E_CTI_NO_ERROR;
}

StatusCode checkPeripheral(std::uint32_t peripheralId, bool isAgentClient, const Switch& behind) {
    const bool isLeftOut = !isAgentClient && peripheralId == protocol::NULL_PERIPHERAL_ID;
    return isLeftOut || peripheralId == behind.peripheralId() ? StatusCode::E_CTI_NO_ERROR
                                                              : StatusCode::E_CTI_INVALID_PERIPHERAL_ID;
}

/// The supervisor service comes on top of Client Events, and only for an agent who is one.
StatusCode checkSupervisor(const OpenTerms& asked, const Switch& behind) {
    if (!asked.isAgentClient()) {
        return StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE;
    }
    const auto agent =
        asked.agentId.empty() ? behind.agentAtInstrument(asked.instrument) : behind.agentById(asked.agentId);
    return agent && agent->isSupervisor ? StatusCode::E_CTI_NO_ERROR : StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE;
}

std::uint32_t grant(std::uint32_t asked, const ServerConfig& config) {
    std::uint32_t granted = asked & config.grantedServices;
    if (config.agentStateControlOnly && (asked & services::CTI_SERVICE_CLIENT_CONTROL) != 0) {
        granted &= ~services::CTI_SERVICE_CLIENT_CONTROL;
        granted |= services::CTI_AGENT_STATE_CONTROL_ONLY;
    }
    return granted;
}

OpenTerms readTerms(const protocol::MessageView& request) {
    OpenTerms terms;
    terms.version = request.version();
    terms.idleTimeout = request.number(Field::IdleTimeout, 0);
    terms.peripheralId = request.number(Field::PeripheralID, protocol::NULL_PERIPHERAL_ID);
    terms.services = request.number(Field::ServicesRequested, 0);
    terms.masks = {request.number(Field::CallMsgMask, 0), request.number(Field::AgentStateMask, 0)};
    terms.configMsgMask = request.number(Field::ConfigMsgMask, 0);
    terms.clientId = textOf(request, Field::ClientID);
    terms.signature = textOf(request, Field::ClientSignature);
    if (terms.signature.empty()) {
        terms.signature = terms.clientId;
    }
    return terms;
}

StatusCode resolveDevice(const protocol::MessageView& request, const Switch& behind, OpenTerms& terms) {
    const AgentNames names = agentNamesIn(request);
    if (names.isEmpty()) {
        return StatusCode::E_CTI_REQUIRED_DATA_MISSING;
    }
    const auto instrument = resolveAgent(names, behind);
    if (!instrument) {
        return instrument.error();
    }
    terms.agentId = names.agentId;
    terms.instrument = *instrument;
    terms.followsAgent = names.instrument.empty() && names.extension.empty();
    return StatusCode::E_CTI_NO_ERROR;
}

/// UniqueInstanceID, if the site knows its tag; nullptr: it is not there.
const protocol::FieldView* instanceIn(const protocol::MessageView& request, const ServerConfig& config) {
    if (!config.uniqueInstanceTag || request.version() < firstWithStandby) {
        return nullptr;
    }
    const auto fields = request.floating();
    const auto field = std::ranges::find(fields, *config.uniqueInstanceTag, &protocol::FieldView::tag);
    return field == fields.end() ? nullptr : &*field;
}

/// What the tables say of the message, which know no tag of UniqueInstanceID.
StatusCode checkByTables(const protocol::MessageView& request, const protocol::FieldView* instance) {
    const auto findings = protocol::validate(request);
    const auto isWrong = [&](const protocol::Error& finding) {
        const bool isAboutInstance = instance != nullptr && finding.code == StatusCode::E_CTI_INVALID_FIELD_TAG &&
                                     finding.offset + 2 * protocol::tagSize(request.version()) == instance->offset;
        return !isAboutInstance;
    };
    const auto found = std::ranges::find_if(findings, isWrong);
    return found == findings.end() ? StatusCode::E_CTI_NO_ERROR : found->code;
}

} // namespace

std::optional<std::uint32_t> versionRequested(std::span<const std::byte> frame) {
    constexpr std::size_t place = protocol::headerSize + 4; // after InvokeID
    if (frame.size() < place + 4) {
        return std::nullopt;
    }
    std::uint32_t version = 0;
    for (const std::byte part : frame.subspan(place, 4)) {
        version = version << 8 | std::to_integer<std::uint32_t>(part);
    }
    return version;
}

tl::expected<OpenTerms, StatusCode> judgeOpen(const protocol::MessageView& request, const ServerConfig& config,
                                              const Switch& behind) {
    const protocol::FieldView* const instance = instanceIn(request, config);
    if (const StatusCode status = checkByTables(request, instance); status != StatusCode::E_CTI_NO_ERROR) {
        return tl::unexpected(status);
    }
    OpenTerms terms = readTerms(request);
    if (instance != nullptr) {
        terms.instance = instance->text();
        if (terms.instance.empty()) {
            return tl::unexpected(StatusCode::E_CTI_INVALID_UNIQUE_INSTANCE_ID);
        }
    }
    if (const StatusCode status = checkClient(request, config); status != StatusCode::E_CTI_NO_ERROR) {
        return tl::unexpected(status);
    }
    const StatusCode peripheral = checkPeripheral(terms.peripheralId, terms.isAgentClient(), behind);
    if (peripheral != StatusCode::E_CTI_NO_ERROR) {
        return tl::unexpected(peripheral);
    }
    if (terms.isAgentClient()) {
        if (const StatusCode status = resolveDevice(request, behind, terms); status != StatusCode::E_CTI_NO_ERROR) {
            return tl::unexpected(status);
        }
    }
    if (terms.has(services::CTI_SERVICE_SUPERVISOR)) {
        if (const StatusCode status = checkSupervisor(terms, behind); status != StatusCode::E_CTI_NO_ERROR) {
            return tl::unexpected(status);
        }
    }
    terms.services = grant(terms.services, config);
    return terms;
}

} // namespace callwright::simulator
