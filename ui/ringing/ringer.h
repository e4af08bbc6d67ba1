#pragma once

#include "ui/desk/views.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace callwright {

class Notifier;
class RingTone;

/// Makes a ringing call impossible to miss, and never takes the focus: tone, taskbar, notification with Answer.
class Ringer final : public QObject {
    Q_OBJECT
public:
    /// All outlive the ringer, but for the window, which may go first.
    Ringer(const Settings& settings, RingTone& tone, Notifier& notifier, QWidget* window, QObject* parent = nullptr);

    /// To be told of every change; the first call that rings is the one that is announced.
    void update(const std::vector<CallView>& calls);
    /// A call that rings goes on under another identity: the tone goes on, the notification answers that one.
    void rename(const QString& oldId, const QString& newId);

Q_SIGNALS:
    void answerChosen(const QString& callId);

private:
    void begin(const CallView& call);
    void end();

    const Settings& m_settings;
    RingTone& m_tone;
    Notifier& m_notifier;
    QPointer<QWidget> m_window;
    std::optional<QString> m_ringing;
    QString m_caller;
};

} // namespace callwright
