#pragma once

#include "app/simulator/acd/context.h"
#include "app/simulator/server/switch.h"

#include <optional>
#include <string>
#include <string_view>

namespace callwright::simulator {

/// What this switch does not do, or not now.
std::optional<SwitchAnswer> refusal(const Context& context, std::string_view instrument, MessageType type);

/// Carries out what a client asks for the phone, or says why not.
SwitchAnswer answerRequest(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
