#pragma once

#include "app/simulator/acd/context.h"

/// Recording by the phone system (CTI Server guide v25, START_NETWORK_RECORDING_REQ, since version 23): the
/// confirmation is a receipt only. No recorder there: NETWORK_RECORDING_FAILED_EVENT. Started:
/// NETWORK_RECORDING_STARTED_EVENT, NETWORK_RECORDING_TARGET_INFO_EVENT; over, by request or with the party's call:
/// NETWORK_RECORDING_ENDED_EVENT.
namespace callwright::simulator {

SwitchAnswer startNetworkRecording(Context& context, const std::string& instrument,
                                   const protocol::MessageView& message);
SwitchAnswer stopNetworkRecording(Context& context, const std::string& instrument,
                                  const protocol::MessageView& message);
/// Nothing when the party is not recorded that way.
void endNetworkRecording(Context& context, const Call& call, Connection& leg);

} // namespace callwright::simulator
