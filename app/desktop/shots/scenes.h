#pragma once

#include "app/desktop/shots/stage.h"

#include <functional>
#include <vector>

namespace callwright {

/// One moment worth a picture: what is done to get there, and how to know that one is there.
struct Scene {
    const char* name;
    std::function<void(Stage&)> act;
    std::function<bool(Stage&)> reached; ///< the clock is turned until it is
    bool inTour = false;                 ///< of the short tour: sign in, a call, wrap-up, sign out
    int seconds = 0;                     ///< how long it has lasted when the picture is taken
};

const std::vector<Scene>& scenes();

} // namespace callwright
