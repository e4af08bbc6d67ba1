#include "ui/ringing/ringer.h"

#include "ui/ringing/notifier.h"
#include "ui/ringing/ring_tone.h"
#include "ui/text/call_text.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace callwright {

Ringer::Ringer(const Settings& settings, RingTone& tone, Notifier& notifier, QWidget* window, QObject* parent)
    : QObject(parent), m_settings(settings), m_tone(tone), m_notifier(notifier), m_window(window) {
    connect(&notifier, &Notifier::answerChosen, this, &Ringer::answerChosen);
}

void Ringer::update(const std::vector<CallView>& calls) {
    const auto ringing = std::ranges::find_if(calls, &CallView::isRinging);
    const std::optional<QString> id = ringing == calls.end() ? std::nullopt : std::optional(ringing->id);
    if (id == m_ringing)
        return;
    if (m_ringing)
        end();
    m_ringing = id;
    if (m_ringing)
        begin(*ringing);
}

void Ringer::rename(const QString& oldId, const QString& newId) {
    if (m_ringing != oldId)
        return;
    m_ringing = newId;
    m_notifier.raise(newId, m_caller);
}

void Ringer::begin(const CallView& call) {
    if (!m_settings.ringMuted)
        m_tone.start();
    m_caller = otherParty(call);
    m_notifier.raise(call.id, m_caller);
    if (!m_window)
        return;
    if (m_settings.flashOnCall)
        QApplication::alert(m_window);
    if (m_settings.bringToFrontOnCall)
        m_window->raise(); // without activating: what is being typed elsewhere stays there
}

void Ringer::end() {
    m_tone.stop();
    m_notifier.withdraw();
}

} // namespace callwright
