#pragma once

#include "cil/service/requests.h"

#include <QStringView>

#include <optional>
#include <span>

/// The requests that no method of the CIL makes: sent under the name of their message, with its fields as arguments.
namespace callwright::service {

struct GenericRequest {
    protocol::MessageType type;
    bool isControl = false; ///< changes calls, their data or agents: nothing for a session that only watches
};

std::span<const GenericRequest> genericRequests();
const GenericRequest* findGenericRequest(QStringView messageName); ///< nullptr: none, or one that a method makes

/// buildRequest(), with what belongs together filled in and with nothing left out:
///  - MONITOR_START_REQ watches a call when ConnectionCallID is given, else the device MonitoredDeviceID, which is an
///    agent's unless MonitoredDeviceType says otherwise;
///  - REGISTER_VARIABLES_REQ registers the variables of ECC, whose values do not matter.
/// An argument that is no field of the message is NoSuchField.
RequestResult buildGenericRequest(protocol::MessageType type, const Arguments& arguments,
                                  const RequestContext& context);

/// The message that answers a request of the server's, by its name: its confirmation (START_RECORDING_CONF), or why
/// not (FAILURE_CONF, CONTROL_FAILURE_CONF). nullopt: no such answer.
std::optional<protocol::MessageType> findAnswer(QStringView messageName);

} // namespace callwright::service
