#pragma once

#include "app/simulator/acd/context.h"

/// Requests about a call that leave its parties as they are: tones, recording, a bad line; and the one that ends it for
/// all (CTI Server guide v25, Client Control and Miscellaneous). `instrument` empty: whichever phone the connection
/// belongs to.
namespace callwright::simulator {

/// SEND_DTMF_SIGNAL_REQ: only into a call that is talked in. What was sent is seen in the switch's state.
SwitchAnswer sendTones(Context& context, const std::string& instrument, const protocol::MessageView& message);

/// START_RECORDING_REQ and STOP_RECORDING_REQ: one recording a party, started while it talks, ended with its part in
/// the call at the latest. The stop names it by the SessionID (0: any) and ServerData of the start.
SwitchAnswer startRecording(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer stopRecording(Context& context, const std::string& instrument, const protocol::MessageView& message);
/// Whether anybody can record the party: a recording server, or the phone system for agents whose desk settings say so.
bool canRecord(const Context& context, const Connection& leg);
/// The party is recorded from now on.
Recording& record(Context& context, Connection& leg, std::uint32_t direction);

SwitchAnswer markBadLine(Context& context, const std::string& instrument, const protocol::MessageView& message);

/// CLEAR_CALL_REQ: the call is over for everybody. Not on Unified CCE.
SwitchAnswer clearCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
