#include "cil/events/publisher.h"

#include "cil/events/listener_list.h"

#include <deque>
#include <tuple>
#include <type_traits>
#include <utility>

namespace callwright {

using Lists = std::tuple<detail::ListenerList<ISessionEvents>, detail::ListenerList<ICallEvents>,
                         detail::ListenerList<IAgentEvents>, detail::ListenerList<ISkillGroupEvents>,
                         detail::ListenerList<IButtonEnablementEvents>, detail::ListenerList<IMonitoredAgentEvents>,
                         detail::ListenerList<IMonitoredCallEvents>, detail::ListenerList<ISilentMonitorEvents>,
                         detail::ListenerList<IGenericEvents>>;

struct Publisher::State {
    Lists lists;
    std::deque<std::pair<EventId, Arguments>> waiting; ///< published during an event
    bool isDelivering = false;
    bool isAlive = true;

    template <class Interface> detail::ListenerList<Interface>& list() {
        return std::get<detail::ListenerList<Interface>>(lists);
    }

    void deliver(EventInterface interface, EventId id, Arguments& arguments) {
        const auto alive = [this] { return isAlive; };
        switch (interface) {
        case EventInterface::ISessionEvents:
            return list<ISessionEvents>().deliver(id, arguments, alive);
        case EventInterface::ICallEvents:
            return list<ICallEvents>().deliver(id, arguments, alive);
        case EventInterface::IAgentEvents:
            return list<IAgentEvents>().deliver(id, arguments, alive);
        case EventInterface::ISkillGroupEvents:
            return list<ISkillGroupEvents>().deliver(id, arguments, alive);
        case EventInterface::IButtonEnablementEvents:
            return list<IButtonEnablementEvents>().deliver(id, arguments, alive);
        case EventInterface::IMonitoredAgentEvents:
            return list<IMonitoredAgentEvents>().deliver(id, arguments, alive);
        case EventInterface::IMonitoredCallEvents:
            return list<IMonitoredCallEvents>().deliver(id, arguments, alive);
        case EventInterface::ISilentMonitorEvents:
            return list<ISilentMonitorEvents>().deliver(id, arguments, alive);
        case EventInterface::IGenericEvents:
            return; // its listeners hear every event
        }
    }
};

Publisher::Publisher(QObject* parent) : QObject(parent), m_state(std::make_shared<State>()) {}

Publisher::~Publisher() { m_state->isAlive = false; }

void Publisher::publish(EventId id, Arguments arguments) {
    if (m_state->isDelivering) {
        m_state->waiting.emplace_back(id, std::move(arguments));
        return;
    }
    const std::shared_ptr<State> state = m_state; // a listener may delete this
    state->isDelivering = true;
    deliver(*state, id, arguments);
    while (state->isAlive && !state->waiting.empty()) {
        auto [nextId, nextArguments] = std::move(state->waiting.front());
        state->waiting.pop_front();
        deliver(*state, nextId, nextArguments);
    }
    state->isDelivering = false;
}

void Publisher::deliver(State& state, EventId id, Arguments& arguments) {
    const EventSpec* spec = findEvent(id);
    if (!spec) {
        return;
    }
    state.deliver(spec->interface, id, arguments);
    if (state.isAlive) {
        state.list<IGenericEvents>().deliver(id, arguments, [&state] { return state.isAlive; });
    }
    if (state.isAlive) {
        Q_EMIT event(id, arguments);
    }
}

#define CALLWRIGHT_LISTENER(Interface)                                                                                 \
    void Publisher::add(Interface* listener) { m_state->list<Interface>().add(listener); }                             \
    void Publisher::remove(Interface* listener) { m_state->list<Interface>().remove(listener); }

CALLWRIGHT_LISTENER(ISessionEvents)
CALLWRIGHT_LISTENER(ICallEvents)
CALLWRIGHT_LISTENER(IAgentEvents)
CALLWRIGHT_LISTENER(ISkillGroupEvents)
CALLWRIGHT_LISTENER(IButtonEnablementEvents)
CALLWRIGHT_LISTENER(IMonitoredAgentEvents)
CALLWRIGHT_LISTENER(IMonitoredCallEvents)
CALLWRIGHT_LISTENER(ISilentMonitorEvents)
CALLWRIGHT_LISTENER(IGenericEvents)

namespace {

template <class... Interface> void addAll(std::tuple<detail::ListenerList<Interface>...>& lists, IAllInOne* listener) {
    const auto add = [&]<class One>(detail::ListenerList<One>& list) {
        if constexpr (std::is_base_of_v<One, IAllInOne>) {
            list.add(listener);
        }
    };
    (add(std::get<detail::ListenerList<Interface>>(lists)), ...);
}

template <class... Interface>
void removeAll(std::tuple<detail::ListenerList<Interface>...>& lists, IAllInOne* listener) {
    const auto remove = [&]<class One>(detail::ListenerList<One>& list) {
        if constexpr (std::is_base_of_v<One, IAllInOne>) {
            list.remove(listener);
        }
    };
    (remove(std::get<detail::ListenerList<Interface>>(lists)), ...);
}

} // namespace

void Publisher::add(IAllInOne* listener) { addAll(m_state->lists, listener); }

void Publisher::remove(IAllInOne* listener) { removeAll(m_state->lists, listener); }

} // namespace callwright
