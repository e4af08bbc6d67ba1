#pragma once

#include "cil/events/dispatch.h"

#include <algorithm>
#include <vector>

namespace callwright::detail {

/// The listeners of one interface, in the order they came. Takes additions and removals while it delivers: who leaves
/// hears nothing more at once, who comes hears from the next event on.
template <class Interface> class ListenerList {
public:
    void add(Interface* listener) {
        if (listener && std::ranges::find(m_listeners, listener) == m_listeners.end()) {
            m_listeners.push_back(listener);
        }
    }

    void remove(Interface* listener) {
        std::ranges::replace(m_listeners, listener, nullptr);
        m_hasGaps = true;
    }

    /// `isAlive` tells after each listener whether this list itself is still wanted.
    template <class IsAlive> void deliver(EventId id, Arguments& arguments, const IsAlive& isAlive) {
        const std::size_t count = m_listeners.size();
        for (std::size_t i = 0; i < count && isAlive(); ++i) {
            if (Interface* listener = m_listeners[i]) {
                detail::deliver(*listener, id, arguments);
            }
        }
        if (m_hasGaps) {
            std::erase(m_listeners, nullptr);
            m_hasGaps = false;
        }
    }

private:
    std::vector<Interface*> m_listeners;
    bool m_hasGaps = false;
};

} // namespace callwright::detail
