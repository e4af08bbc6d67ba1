#pragma once

#include <cstddef>

namespace callwright::protocol {

/// The protocol version of a session, fixed by OPEN_REQ.VersionNumber (CTI Server guide, Session Management).
using Version = int;

inline constexpr Version oldestVersion = 13;
inline constexpr Version newestVersion = 25;

/// Sizes in bytes (CTI Server guide v25, Messaging Conventions).
inline constexpr std::size_t headerSize = 8;
inline constexpr std::size_t maxFrameSize = 12500; ///< header included

/// Floating fields carry a tag and a length of one byte each up to version 19, of two bytes each from 20 on.
constexpr std::size_t tagSize(Version version) { return version >= 20 ? 2 : 1; }

constexpr bool isSupported(Version version) { return version >= oldestVersion && version <= newestVersion; }

} // namespace callwright::protocol
