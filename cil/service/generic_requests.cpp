#include "cil/service/generic_requests.h"

#include "cil/events/keywords.h"
#include "cil/service/field_keywords.h"

#include <algorithm>
#include <array>
#include <string>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::MessageType;
using enum protocol::MessageType;

constexpr std::array requests{
    GenericRequest{RELEASE_CALL_REQ, true},
    GenericRequest{CLIENT_EVENT_REPORT_REQ},
    GenericRequest{MAKE_PREDICTIVE_CALL_REQ, true},
    GenericRequest{QUERY_DEVICE_INFO_REQ},
    GenericRequest{MONITOR_START_REQ},
    GenericRequest{MONITOR_STOP_REQ},
    GenericRequest{CHANGE_MONITOR_MASK_REQ},
    GenericRequest{SESSION_MONITOR_START_REQ},
    GenericRequest{SESSION_MONITOR_STOP_REQ},
    GenericRequest{REGISTER_VARIABLES_REQ},
    GenericRequest{SET_APP_DATA_REQ, true},
    GenericRequest{SET_DEVICE_ATTRIBUTES_REQ, true},
    GenericRequest{REGISTER_SERVICE_REQ},
    GenericRequest{UNREGISTER_SERVICE_REQ},
    GenericRequest{CONFIG_REQUEST_KEY_EVENT},
    GenericRequest{CONFIG_REQUEST_EVENT},
    GenericRequest{START_NETWORK_RECORDING_REQ, true},
    GenericRequest{STOP_NETWORK_RECORDING_REQ, true},
    GenericRequest{SET_AGENT_SERVICE_DATA_REQ, true},
};

constexpr std::array answers{START_RECORDING_CONF, STOP_RECORDING_CONF, FAILURE_CONF, CONTROL_FAILURE_CONF};

std::optional<MessageType> named(QStringView messageName) {
    const protocol::MessageSpec* spec = protocol::findMessage(messageName.toString().toUpper().toStdString());
    return spec ? std::optional(spec->type) : std::nullopt;
}

void setUnlessGiven(Arguments& arguments, Keyword key, std::uint32_t value) {
    if (!arguments.contains(key))
        arguments.set(key, value);
}

constexpr auto noDevice = static_cast<std::uint32_t>(protocol::DeviceIDType::DEVID_NONE);
constexpr auto agentDevice = static_cast<std::uint32_t>(protocol::DeviceIDType::DEVID_AGENT_DEVICE);
constexpr auto noConnection = static_cast<std::uint32_t>(protocol::ConnectionDeviceIDType::CONNECTION_ID_NONE);

/// A monitor is for a call or for a device (CTI Server guide v25, MONITOR_START_REQ); nullopt: it names neither.
std::optional<Arguments> monitorArguments(Arguments arguments) {
    const bool isCall = arguments.toUInt(keyword::ConnectionCallID).value_or(0) != 0;
    if (isCall) {
        setUnlessGiven(arguments, keywordOf(Field::MonitoredDeviceType), noDevice);
        return arguments.contains(keyword::ConnectionDeviceID) ? std::optional(arguments) : std::nullopt;
    }
    if (!arguments.contains(keywordOf(Field::MonitoredDeviceID)))
        return std::nullopt;
    arguments.set(keyword::ConnectionCallID, 0U).set(keyword::ConnectionDeviceIDType, noConnection);
    setUnlessGiven(arguments, keywordOf(Field::MonitoredDeviceType), agentDevice);
    return arguments;
}

bool hasField(const protocol::MessageSpec& spec, protocol::Version version, Keyword key) {
    const auto isIt = [&](const auto& row) {
        return keywordOf(row.field) == key && row.minVersion <= version && version <= row.maxVersion;
    };
    if (key == keyword::ECC)
        return spec.findFloating(Field::NamedVariable, version) != nullptr;
    return std::ranges::any_of(spec.fixed, isIt) ||
           std::ranges::any_of(spec.floating, [&](const auto& row) { return isIt(row) && row.tag != 0; });
}

tl::unexpected<RequestProblem> problem(RequestProblem::Kind kind, Keyword key) {
    return tl::unexpected(RequestProblem{kind, key});
}

} // namespace

std::span<const GenericRequest> genericRequests() { return requests; }

const GenericRequest* findGenericRequest(QStringView messageName) {
    const auto type = named(messageName);
    const auto at = std::ranges::find_if(requests, [&](const GenericRequest& request) { return request.type == type; });
    return at != requests.end() ? &*at : nullptr;
}

RequestResult buildGenericRequest(MessageType type, const Arguments& arguments, const RequestContext& context) {
    const protocol::MessageSpec* spec = protocol::findMessage(static_cast<std::uint32_t>(type));
    if (!spec || context.version < spec->minVersion)
        return problem(RequestProblem::Kind::Unknown, {});
    for (const Arguments::Pair& pair : arguments) {
        if (!hasField(*spec, context.version, pair.key))
            return problem(RequestProblem::Kind::NoSuchField, pair.key);
    }
    if (type != MONITOR_START_REQ)
        return buildRequest(type, arguments, context);
    const auto monitor = monitorArguments(arguments);
    if (!monitor)
        return problem(RequestProblem::Kind::Missing, arguments.contains(keyword::ConnectionCallID)
                                                          ? keyword::ConnectionDeviceID
                                                          : keywordOf(Field::MonitoredDeviceID));
    return buildRequest(type, *monitor, context);
}

std::optional<MessageType> findAnswer(QStringView messageName) {
    const auto type = named(messageName);
    const bool isAnswer = type && std::ranges::find(answers, *type) != answers.end();
    return isAnswer ? type : std::nullopt;
}

} // namespace callwright::service
