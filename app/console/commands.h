#pragma once

#include <span>
#include <string>

/// The sub-commands of callwright-console. Each gets the arguments after its name and gives the exit status:
/// 0 done, 1 failed, 2 wrong use.
namespace callwright::console {

using Arguments = std::span<const std::string>;

inline constexpr int success = 0;
inline constexpr int failure = 1;
inline constexpr int wrongUse = 2;

struct Command {
    const char* name;
    const char* summary;
    int (*run)(Arguments arguments);
};

int agent(Arguments arguments);
int decode(Arguments arguments);
int encode(Arguments arguments);
int monitor(Arguments arguments);
int supervisor(Arguments arguments); ///< agent, with the Supervisor service

} // namespace callwright::console
