#include "app/simulator/server/channel.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace callwright::simulator {

Channel::Channel(Clock& clock, Transport* transport, QObject* parent)
    : QObject(parent), m_clock(clock), m_transport(transport) {
    m_transport->setParent(this);
    connect(m_transport, &Transport::received, this, &Channel::onReceived);
    connect(m_transport, &Transport::closed, this, [this] {
        if (!m_isSilent) { // nor does the client's end come through
            Q_EMIT closed();
        }
    });
}

void Channel::send(std::span<const std::byte> frame) {
    const QByteArray bytes(reinterpret_cast<const char*>(frame.data()), static_cast<qsizetype>(frame.size()));
    if (!m_isStalled && m_unsent.empty() && m_delay == Milliseconds(0)) {
        write(bytes);
        return;
    }
    m_unsent.push_back({m_clock.now() + m_delay, bytes});
    scheduleWrite();
}

void Channel::write(const QByteArray& bytes) {
    if (m_isSilent || m_isCut) {
        return;
    }
    if (!m_cut) {
        return m_transport->send(bytes);
    }
    m_isCut = true;
    m_transport->send(bytes.first(std::min(bytes.size(), static_cast<qsizetype>(*m_cut))));
    m_transport->close(); // so that the bytes arrive
    m_end = m_clock.after(Milliseconds(0), [this] { Q_EMIT closed(); });
}

void Channel::close() {
    if (m_isSilent) {
        return;
    }
    if (m_unsent.empty()) {
        m_transport->close();
    } else {
        m_closesWhenSent = true;
    }
}

void Channel::abort() {
    if (m_isSilent) {
        return;
    }
    m_unsent.clear();
    m_alarm.reset();
    m_transport->abort();
}

void Channel::breakSilence() {
    m_isSilent = false;
    abort();
}

void Channel::setStalled(bool stalled) {
    if (m_isStalled == stalled) {
        return;
    }
    m_isStalled = stalled;
    if (stalled) {
        m_alarm.reset();
        return;
    }
    scheduleWrite();
    onReceived(std::exchange(m_unread, {}));
}

void Channel::onReceived(QByteArrayView bytes) {
    if (m_isSilent) {
        return;
    }
    if (m_isStalled) {
        m_unread.append(bytes.data(), bytes.size());
        return;
    }
    m_splitter.append(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
    takeFrames();
}

void Channel::takeFrames() {
    const QPointer<Channel> self(this);
    while (!m_isStalled && !m_isUnreadable && m_transport->isOpen()) {
        const auto next = m_splitter.next();
        if (!next) {
            m_isUnreadable = true;
            Q_EMIT unreadable();
            return;
        }
        if (!next->has_value()) {
            return;
        }
        Q_EMIT frame(**next);
        if (!self) {
            return;
        }
    }
}

void Channel::scheduleWrite() {
    if (m_isStalled || m_alarm || m_unsent.empty()) {
        return;
    }
    const Milliseconds wait = std::max(m_unsent.front().due - m_clock.now(), Milliseconds(0));
    m_alarm = m_clock.after(wait, [this] {
        m_alarm.reset();
        writeDue();
    });
}

void Channel::writeDue() {
    while (!m_unsent.empty() && m_unsent.front().due <= m_clock.now()) {
        const QByteArray bytes = std::move(m_unsent.front().bytes);
        m_unsent.pop_front();
        write(bytes);
    }
    if (m_unsent.empty() && m_closesWhenSent && !m_isSilent) {
        m_transport->close();
    }
    scheduleWrite();
}

} // namespace callwright::simulator
