#pragma once

#include <QObject>
#include <QString>

namespace callwright {

/// Tells the desktop that a call rings, and brings back that somebody chose Answer there.
class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void raise(const QString& callId, const QString& caller) = 0;
    virtual void withdraw() = 0;

Q_SIGNALS:
    void answerChosen(const QString& callId);
};

/// The notification service of the session bus (Desktop Notifications Specification 1.2). Every request is
/// asynchronous; without a bus or a service nothing happens.
class BusNotifier final : public Notifier {
    Q_OBJECT
public:
    explicit BusNotifier(QObject* parent = nullptr);

    void raise(const QString& callId, const QString& caller) override;
    void withdraw() override;

private Q_SLOTS: // by name: that is how the bus delivers
    void onAction(uint id, const QString& action);

private:
    bool listen();
    void shown(uint id, const QString& callId);
    void close(uint id);

    bool m_listening = false;
    uint m_id = 0;
    QString m_callId;
};

} // namespace callwright
