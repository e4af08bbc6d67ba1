#include "app/simulator/server/device_rules.h"

#include "app/simulator/server/open_rules.h"

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;
using Place = tl::expected<std::string, StatusCode>;

constexpr std::uint32_t noIcmAgent = 0xFFFFFFFF;

Place unexpectedPlace(StatusCode status) { return tl::unexpected(status); }

/// Adds one more indication to what is known so far.
Place agreeing(const Place& known, const std::string& place) {
    if (!known || place.empty()) {
        return known;
    }
    return known->empty() || *known == place ? Place(place)
                                             : unexpectedPlace(StatusCode::E_CTI_INCONSISTENT_AGENT_DATA);
}

Place withAgent(const Place& known, const std::string& agentId, const Switch& behind) {
    const auto agent = behind.agentById(agentId);
    if (!agent) {
        return unexpectedPlace(StatusCode::E_CTI_INVALID_AGENT_DATA);
    }
    const Place place = agreeing(known, agent->instrument);
    if (!place || place->empty()) {
        return place;
    }
    const auto seated = behind.agentAtInstrument(*place);
    return seated && seated->agentId != agentId ? unexpectedPlace(StatusCode::E_CTI_INCONSISTENT_AGENT_DATA) : place;
}

/// What the request says of whose it is. A sign-in says where the agent will be, which is not where the agent is.
AgentNames namesOf(const protocol::MessageView& request) {
    AgentNames names = agentNamesIn(request);
    if (request.type() == MessageType::SET_AGENT_STATE_REQ) {
        names.agentId.clear();
    }
    return names;
}

bool isOwnAgent(const protocol::MessageView& request, const OpenTerms& terms, const Switch& behind) {
    const std::string named(request.text(Field::AgentID).value_or(std::string_view()));
    if (!named.empty() && named == terms.agentId) {
        return true;
    }
    const std::uint32_t icmAgent = request.number(Field::ICMAgentID, noIcmAgent);
    if (icmAgent == noIcmAgent || icmAgent == 0) {
        return false;
    }
    const auto own =
        terms.agentId.empty() ? behind.agentAtInstrument(terms.instrument) : behind.agentById(terms.agentId);
    return own && own->skillTargetId == icmAgent;
}

bool namesIcmAgent(const protocol::MessageView& request) {
    const std::uint32_t icmAgent = request.number(Field::ICMAgentID, noIcmAgent);
    return icmAgent != noIcmAgent && icmAgent != 0;
}

/// Whose place the message may be about for a client that has one device.
Place ownPlace(const protocol::MessageView& request, const Place& named, const OpenTerms& terms, const Switch& behind) {
    const bool isOwn = isOwnAgent(request, terms, behind);
    if (named->empty()) {
        const bool namesSomebody = namesIcmAgent(request) || !namesOf(request).isEmpty();
        if (namesSomebody && !isOwn) {
            return unexpectedPlace(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
        }
        const bool needsDevice = !namesSomebody && terms.instrument.empty();
        return needsDevice ? unexpectedPlace(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON) : Place(terms.instrument);
    }
    if (terms.instrument.empty() || request.type() == MessageType::QUERY_AGENT_STATE_REQ) {
        return isOwn || *named == terms.instrument ? named : unexpectedPlace(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    }
    return *named == terms.instrument ? named : unexpectedPlace(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
}

/// Requests that the client's own device has nothing to do with.
constexpr MessageType aboutNoDevice[] = {MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ, MessageType::SET_APP_DATA_REQ,
                                         MessageType::SET_DEVICE_ATTRIBUTES_REQ,
                                         MessageType::SET_AGENT_SERVICE_DATA_REQ};

bool asksAboutDevice(MessageType type) {
    return type == MessageType::SNAPSHOT_DEVICE_REQ || type == MessageType::QUERY_DEVICE_INFO_REQ;
}

/// The agent that the request names is the one supervised; it is made on behalf of the supervisor.
Place supervisorsPlace(const protocol::MessageView& request, const OpenTerms& terms, const Switch& behind) {
    if (const Place supervised = resolveAgent(agentNamesIn(request), behind); !supervised) {
        return supervised;
    }
    const std::string named(request.text(Field::SupervisorInstrument).value_or(std::string_view()));
    if (terms.isAgentClient()) {
        const bool isOwn = named.empty() || named == terms.instrument;
        return isOwn ? Place(terms.instrument) : unexpectedPlace(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    }
    if (named.empty()) {
        return unexpectedPlace(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    }
    return behind.isInstrument(named) ? Place(named) : unexpectedPlace(StatusCode::E_CTI_INVALID_AGENT_DATA);
}

} // namespace

AgentNames agentNamesIn(const protocol::MessageView& message) {
    const auto text = [&message](Field field) { return std::string(message.text(field).value_or(std::string_view())); };
    AgentNames names{text(Field::AgentExtension), text(Field::AgentID), text(Field::AgentInstrument)};
    names.instrument = names.instrument.substr(0, names.instrument.find(';'));
    return names;
}

Place resolveAgent(const AgentNames& names, const Switch& behind) {
    Place place = std::string();
    if (!names.instrument.empty()) {
        place = behind.isInstrument(names.instrument) ? Place(names.instrument)
                                                      : unexpectedPlace(StatusCode::E_CTI_INVALID_AGENT_DATA);
    }
    if (place && !names.extension.empty()) {
        const auto instrument = behind.instrumentOfExtension(names.extension);
        place = instrument ? agreeing(place, *instrument) : unexpectedPlace(StatusCode::E_CTI_INVALID_AGENT_DATA);
    }
    if (place && !names.agentId.empty()) {
        place = withAgent(place, names.agentId, behind);
    }
    return place;
}

Place targetOf(const protocol::MessageView& request, const OpenTerms& terms, const Switch& behind) {
    if (request.type() == MessageType::SUPERVISE_CALL_REQ) {
        return supervisorsPlace(request, terms, behind);
    }
    const Place named = resolveAgent(namesOf(request), behind);
    if (!named) {
        const bool isUnknownDevice =
            asksAboutDevice(request.type()) && named.error() == StatusCode::E_CTI_INVALID_AGENT_DATA;
        return isUnknownDevice ? unexpectedPlace(StatusCode::E_CTI_INVALID_DEVICE) : named;
    }
    if (terms.seesEverything()) {
        return named;
    }
    if (!terms.isAgentClient()) { // all devices are for All Events only (CTI Server guide v25, SNAPSHOT_DEVICE_REQ)
        const bool looksAround = request.type() == MessageType::SNAPSHOT_DEVICE_REQ;
        return looksAround ? unexpectedPlace(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE) : named;
    }
    if (std::ranges::find(aboutNoDevice, request.type()) != std::end(aboutNoDevice)) {
        return terms.instrument;
    }
    return ownPlace(request, named, terms, behind);
}

} // namespace callwright::simulator
