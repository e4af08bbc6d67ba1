#pragma once

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
/// What becomes of a call to a number outside.
OutsideRule::Outcome outcomeFor(const AcdConfig& config, std::string_view dialled);
DeviceName calledDevice(const Context& context, const Target& target);
bool isAllowed(const DeskSettings& desk, const Target& target);
SwitchAnswer notAllowed();
/// Whether the phone has as many calls as may be.
bool hasAllCalls(const Context& context, std::string_view instrument);
/// Whether the phone cannot ring for that call: as many calls there as may be, or in it or its first call already.
bool isBusy(const Context& context, const Call& call, std::string_view instrument);

/// What a single-step transfer there would come to, before anybody is called.
enum class Reach { Free, Busy, NotObtainable };
Reach reachOf(const Context& context, const Call& call, const Target& target);

} // namespace callwright::simulator
