#pragma once

#include "cil/events/arguments.h"
#include "cil/events/event_list.h"  // generated from tables/events.tsv: EventId
#include "cil/events/event_types.h" // eventName(), interfaceOf(), parametersOf()
#include "cil/events/listeners.h" // generated: ISessionEvents, ICallEvents ... one virtual per event, empty by default

#include <QObject>

#include <memory>

namespace callwright {

/// Publishes each event exactly once to everybody, in the order of publication: to the listeners of the event's
/// interface, to the generic listeners, and as the one Qt signal. A listener may do anything during an event,
/// including unsubscribing, unsubscribing others, or publishing: what is published during an event goes out after it.
/// It may even delete the publisher; nothing more is delivered then.
///
/// All listeners of an event see the same Arguments: what one changes (DoDefaultMessageHandling), the next one sees.
/// The publisher does not own its listeners: a listener removes itself before it dies.
class Publisher : public QObject {
    Q_OBJECT
public:
    explicit Publisher(QObject* parent = nullptr);
    ~Publisher() override;

    /// Ignored for EventId::None and for what is no event.
    void publish(EventId id, Arguments arguments);

    // Adding twice is adding once; removing who is not there does nothing.
    void add(ISessionEvents* listener);
    void add(ICallEvents* listener);
    void add(IAgentEvents* listener);
    void add(ISkillGroupEvents* listener);
    void add(IButtonEnablementEvents* listener);
    void add(IMonitoredAgentEvents* listener);
    void add(IMonitoredCallEvents* listener);
    void add(ISilentMonitorEvents* listener);
    void add(IGenericEvents* listener);
    void add(IAllInOne* listener);
    void remove(ISessionEvents* listener);
    void remove(ICallEvents* listener);
    void remove(IAgentEvents* listener);
    void remove(ISkillGroupEvents* listener);
    void remove(IButtonEnablementEvents* listener);
    void remove(IMonitoredAgentEvents* listener);
    void remove(IMonitoredCallEvents* listener);
    void remove(ISilentMonitorEvents* listener);
    void remove(IGenericEvents* listener);
    void remove(IAllInOne* listener);

    /// The same, where a listener has several interfaces: add<ICallEvents>(this).
    template <class Interface> void add(std::type_identity_t<Interface>* listener) { add(listener); }
    template <class Interface> void remove(std::type_identity_t<Interface>* listener) { remove(listener); }

Q_SIGNALS:
    void event(callwright::EventId id, const callwright::Arguments& arguments);

private:
    struct State;
    void deliver(State& state, EventId id, Arguments& arguments);
    std::shared_ptr<State> m_state; ///< outlives the publisher while it delivers
};

} // namespace callwright
