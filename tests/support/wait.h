#pragma once

#include <chrono>
#include <functional>

namespace callwright::testing {

/// Runs the event loop until `condition` holds, and says whether it came to hold. For tests with real sockets and
/// timers only; the limit is there for tests that fail.
[[nodiscard]] bool waitUntil(const std::function<bool()>& condition,
                             std::chrono::milliseconds limit = std::chrono::seconds(20));

/// Runs the event loop until everything queued before this call has been handled.
void drainEvents();

} // namespace callwright::testing
