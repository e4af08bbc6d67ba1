#pragma once

#include "cil/events/publisher.h"

#include <QObject>

#include <deque>
#include <functional>
#include <utility>

namespace callwright {

/// Events on their way out. What one message causes is posted while the objects are brought up to date, and published
/// afterwards, in that order, also when a listener causes further events meanwhile: those go behind.
class Outbox {
public:
    /// Whether an event goes out at all.
    using Wanted = std::function<bool(EventId id, const Arguments& arguments)>;

    Outbox(Publisher& publisher, QObject* owner, Wanted wanted)
        : m_publisher(publisher), m_owner(owner), m_wanted(std::move(wanted)) {}

    void post(EventId id, Arguments arguments);
    /// Done when everything posted before has been delivered.
    void afterwards(std::function<void()> action);
    /// Publishes what was posted. A listener may delete the session: nothing of it is touched then.
    void flush();

private:
    struct Entry {
        EventId id = EventId::None;
        Arguments arguments;
        std::function<void()> action;
    };

    Publisher& m_publisher;
    QObject* m_owner;
    Wanted m_wanted;
    std::deque<Entry> m_entries;
    bool m_isFlushing = false;
};

} // namespace callwright
