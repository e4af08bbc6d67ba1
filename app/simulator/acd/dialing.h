#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/acd/context.h"

/// Numbers: who is behind them, who may dial them, and what the other end does.
namespace callwright::simulator {

struct Target {
    enum class Kind { Phone, Queue, Outside, VoiceMenu, Nobody }; ///< the menu is where greetings are recorded
    Kind kind = Kind::Nobody;
    std::string dialled;
    std::string instrument; ///< of a phone
    std::size_t queue = 0;  ///< index in AcdConfig::queues
};

/// An extension, the id of an agent who is signed in, a queue's number, or a number of seven digits and more outside.
Target resolve(const AcdConfig& config, const World& world, std::string_view dialled);

bool isDigits(std::string_view text); ///< what can be dialled at all
DeviceName calledDevice(const Context& context, const Target& target);
bool isAllowed(const DeskSettings& desk, const Target& target);
SwitchAnswer notAllowed();
/// Whether the phone cannot ring for that call: as many calls there as may be, or in it or its first call already.
bool isBusy(const Context& context, const Call& call, std::string_view instrument);

/// What a single-step transfer there would come to, before anybody is called.
enum class Reach { Free, Busy, NotObtainable };
Reach reachOf(const Context& context, const Call& call, const Target& target);

/// The phone takes its line for a new call: BEGIN_CALL, SERVICE_INITIATED, ORIGINATED. Nobody is called yet.
Connection& originate(Context& context, Call& call, const std::string& instrument, const Target& target);
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
