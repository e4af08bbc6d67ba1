#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/acd/context.h"
#include "app/simulator/acd/targets.h"

/// Calls that begin: from a phone of ours, and from outside.
namespace callwright::simulator {

/// The phone takes its line for a new call: BEGIN_CALL, SERVICE_INITIATED, ORIGINATED. Nobody is called yet.
Connection& originate(Context& context, Call& call, const std::string& instrument, const Target& target);
/// The router names what it will route; a call that has a name keeps it. Whether it has one since now: phones that know
/// the call are to hear it.
bool nameRoute(Context& context, Call& call, const Target& target);
/// Whoever was dialled is called; where that cannot be, the origin hears it (CALL_FAILED_EVENT).
void connectTo(Context& context, Call& call, const Target& target);
/// NewConnection* with its line, as a confirmation names the leg of the phone that asked.
FieldValues newConnectionFields(const Call& call, const Connection& leg);

/// MAKE_CALL_REQ (CTI Server guide v25).
SwitchAnswer makeCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

/// Somebody outside, whose number is the ANI of `data`, calls in.
Acd::Outcome<std::uint32_t> callIn(Context& context, std::string_view to, const CallDataChange& data);
Acd::Outcome<> hangUpOutside(Context& context, std::uint32_t callId, std::string_view phoneNumber);
Acd::Outcome<> answerOutside(Context& context, std::uint32_t callId);

} // namespace callwright::simulator
