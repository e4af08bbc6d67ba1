#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"

namespace callwright {

class Seat;
class SessionCore;

/// What follows OPEN_CONF, the first time and after a failover (CTI Server guide v25, Client Events; CTI Operations
/// During Failures): OnConnection, the agent queried (OnQueryAgentStateConf, OnSetAgentModeEvent), then what
/// learnDesk() does where somebody is signed in or calls of the lost session wait to be confirmed.
void beginOpening(SessionCore& core, const protocol::MessageView& openConf);

/// The phone system or the phone is back in a session that stood all along: agent and calls are asked for again.
void relearn(SessionCore& core);

/// Desk settings (OnAgentDeskSettingsConf), the calls at the device (OnSnapshotDeviceConf), each call
/// (OnSnapshotCallConf). Also after signing in. Calls of the lost session that the device does not have any more end.
void learnDesk(Seat& seat);

/// StatusSystem: which parts of the system are up, as far as CTI Server says.
Arguments systemStatus(const SessionCore& core);

} // namespace callwright
