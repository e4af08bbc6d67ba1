#pragma once

#include "app/simulator/acd/context.h"

/// Requests that only ask (CTI Server guide v25, Client Control and Miscellaneous).
namespace callwright::simulator {

SwitchAnswer queryAgentState(const Context& context, const std::string& instrument,
                             const protocol::MessageView& message);
SwitchAnswer queryDeskSettings(const Context& context, const std::string& instrument,
                               const protocol::MessageView& message);
SwitchAnswer queryDevice(const Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer snapshotDevice(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer snapshotCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
