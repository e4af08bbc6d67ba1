#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/json/member_reader.h"
#include "app/simulator/server/side.h"
#include "cil/clock/clock.h"

#include <cstdint>
#include <optional>
#include <string>

namespace callwright::simulator {

/// Reads the members of one command of the control port after "id" and "do".
class ControlRequest : public MemberReader {
public:
    ControlRequest(const nlohmann::json& json, const std::string& command);

    std::string text(const char* name, const std::string& otherwise);
    std::uint32_t number(const char* name, std::uint32_t otherwise, std::uint32_t least = 0,
                         std::uint32_t most = 0xFFFFFFFF);
    std::optional<std::uint32_t> number(const char* name); ///< nullopt: it is left out
    std::uint32_t call();
    std::optional<std::uint32_t> session() { return number("session"); }
    std::optional<Side> side();
    Milliseconds seconds(double otherwise);
    CallVariables variables();
};

} // namespace callwright::simulator
