#pragma once

#include <cstdio>
#include <cstdlib>

namespace callwright::fuzz {

inline void promise(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", what);
        std::abort();
    }
}

} // namespace callwright::fuzz
