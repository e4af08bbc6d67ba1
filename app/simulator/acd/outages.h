#pragma once

#include "app/simulator/acd/context.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// What may fail at and around the switch, each told by SYSTEM_EVENT (CTI Server guide v25, SystemEventID Values,
/// PGStatusCode Values), and what it does to requests.
namespace callwright::simulator {

/// Requests for this instrument are refused; empty: for whatever instrument.
bool isOutOfService(const World& world, std::string_view instrument);
std::uint32_t pgStatusOf(const World& world); ///< PGStatusCode bits

void setOnline(Context& context, bool online);
/// Says what the gateway is about to become. There is no "gateway online": the peripheral is on line again.
void tellGateway(Context& context, bool up);
void setControllerUp(Context& context, bool up);
tl::expected<void, std::string> setInService(Context& context, std::string_view instrument, bool inService);
void setAllInService(Context& context);
tl::expected<void, std::string> forceLogout(Context& context, std::string_view agentId, std::uint32_t reason);

} // namespace callwright::simulator
