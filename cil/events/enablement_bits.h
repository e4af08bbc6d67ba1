#pragma once

#include <cstdint>

/// The bits of EnablementMask (facts: enum EnablementMask), shared by who computes the mask and who obeys it. Test by
/// bit, never by whole value; masks are unsigned, ENABLE_WORKNOTREADY is the top bit.
namespace callwright::enablement {

enum Bit : std::uint32_t {
    ENABLE_ANSWER = 0x00000001,
    ENABLE_RELEASE = 0x00000002,
    ENABLE_HOLD = 0x00000004,
    ENABLE_RETRIEVE = 0x00000008,
    ENABLE_MAKECALL = 0x00000010,
    ENABLE_TRANSFER_INIT = 0x00000020,
    ENABLE_TRANSFER_COMPLETE = 0x00000040,
    ENABLE_SINGLE_STEP_TRANSFER = 0x00000080,
    ENABLE_CONFERENCE_INIT = 0x00000100,
    ENABLE_CONFERENCE_COMPLETE = 0x00000200,
    ENABLE_SINGLE_STEP_CONFERENCE = 0x00000400,
    ENABLE_ALTERNATE = 0x00000800,
    ENABLE_RECONNECT = 0x00001000,
    ENABLE_WRAPUP = 0x00002000,
    ENABLE_INSIDE_MAKECALL = 0x00004000,
    ENABLE_OUTSIDE_MAKECALL = 0x00008000,
    ENABLE_SUPERVISOR_ASSIST = 0x00010000,
    ENABLE_EMERGENCY_CALL = 0x00020000,
    ENABLE_BAD_LINE_CALL = 0x00040000,
    ENABLE_STATISTICS = 0x00080000,
    ENABLE_CHAT = 0x00100000,
    ENABLE_RECORD = 0x00200000,
    DISABLE_ALL = 0x00400000, ///< a flag: while set, all action bits count as 0
    ENABLE_LOGIN = 0x01000000,
    ENABLE_LOGOUT = 0x02000000,
    ENABLE_LOGOUT_WITH_REASON = 0x04000000,
    ENABLE_READY = 0x08000000,
    ENABLE_NOTREADY = 0x10000000,
    ENABLE_NOTREADY_WITH_REASON = 0x20000000,
    ENABLE_WORKREADY = 0x40000000,
    ENABLE_WORKNOTREADY = 0x80000000
};

/// AND masks that a call lays over the agent's part.
inline constexpr std::uint32_t DISABLE_READY = 0xF7FFFFFF;
inline constexpr std::uint32_t DISABLE_NOTREADY = 0xCFFFFFFF;
inline constexpr std::uint32_t DISABLE_WORKREADY = 0xBFFFFFFF;

/// Whether any of `bits` is on: while DISABLE_ALL is set, none is.
constexpr bool isEnabled(std::uint32_t mask, std::uint32_t bits) {
    return (mask & DISABLE_ALL) == 0 && (mask & bits) != 0;
}

} // namespace callwright::enablement
