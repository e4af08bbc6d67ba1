#include "cil/objects/outbox.h"

#include <QPointer>

#include <utility>

namespace callwright {

void Outbox::post(EventId id, Arguments arguments) {
    if (m_wanted(id, arguments))
        m_entries.push_back({id, std::move(arguments), {}});
}

void Outbox::afterwards(std::function<void()> action) { m_entries.push_back({EventId::None, {}, std::move(action)}); }

void Outbox::flush() {
    if (m_isFlushing)
        return;
    const QPointer<QObject> alive(m_owner);
    m_isFlushing = true;
    while (!m_entries.empty()) {
        Entry entry = std::move(m_entries.front());
        m_entries.pop_front();
        if (entry.action)
            entry.action();
        else
            m_publisher.publish(entry.id, std::move(entry.arguments));
        if (!alive)
            return;
    }
    m_isFlushing = false;
}

} // namespace callwright
