#pragma once

#include <cstdint>

namespace callwright {

/// ClassIdentifier: the kind of an object. The books give no numbers; these are ours.
enum class ObjectClass : std::int32_t { Session = 1, Agent = 2, Call = 3, SkillGroup = 4, SilentMonitorManager = 5 };

constexpr std::int32_t classIdentifier(ObjectClass kind) { return static_cast<std::int32_t>(kind); }

} // namespace callwright
