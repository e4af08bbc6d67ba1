#pragma once

#include "app/simulator/server/server_config.h"
#include "cil/protocol/message_view.h"

namespace callwright::simulator {

/// Call variables in a request against the server's configuration: names of expanded call variables, scalar or array,
/// index, length of values (CTI Server guide v25, Call Data Update Service), and variables that clients may not change.
protocol::StatusCode judgeCallData(const protocol::MessageView& request, const ServerConfig& config);

} // namespace callwright::simulator
