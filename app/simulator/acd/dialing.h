#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/acd/context.h"

/// Numbers: who is behind them, who may dial them, and what the other end does.
namespace callwright::simulator {

struct Target {
    enum class Kind { Phone, Queue, Outside, Nobody };
    Kind kind = Kind::Nobody;
    std::string dialled;
    std::string instrument; ///< of a phone
    std::size_t queue = 0;  ///< index in AcdConfig::queues
};

/// An extension, the id of an agent who is signed in, a queue's number, or a number of seven digits and more outside.
Target resolve(const AcdConfig& config, const World& world, std::string_view dialled);

/// MAKE_CALL_REQ (CTI Server guide v25).
SwitchAnswer makeCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

/// Somebody outside, whose number is the ANI of `data`, calls in.
Acd::Outcome<std::uint32_t> callIn(Context& context, std::string_view to, const CallDataChange& data);
Acd::Outcome<> hangUpOutside(Context& context, std::uint32_t callId);
Acd::Outcome<> answerOutside(Context& context, std::uint32_t callId);

} // namespace callwright::simulator
