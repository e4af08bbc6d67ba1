#pragma once

#include "cil/events/arguments.h"
#include "cil/events/event_list.h" // generated from tables/events.tsv: EventId, eventName(), interfaceOf()
#include "cil/events/listeners.h"  // generated: ISessionEvents, ICallEvents ... one virtual per event, empty by default

#include <QObject>

#include <vector>

namespace callwright {

/// Publishes each event exactly once to everybody, in the order of publication: to the listeners of the event's
/// interface, to the generic listeners, and as the one Qt signal. A listener may do anything during an event,
/// including unsubscribing, unsubscribing others, or publishing: what is published during an event goes out after it.
class Publisher : public QObject {
    Q_OBJECT
public:
    explicit Publisher(QObject* parent = nullptr);

    void publish(EventId id, Arguments arguments);

    template <class Interface> void add(Interface* listener);
    template <class Interface> void remove(Interface* listener);

Q_SIGNALS:
    void event(callwright::EventId id, const callwright::Arguments& arguments);
};

} // namespace callwright
