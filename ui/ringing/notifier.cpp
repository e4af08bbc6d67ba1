#include "ui/ringing/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <utility>

namespace callwright {

namespace {

QString busName() { return QStringLiteral("org.freedesktop.Notifications"); }

QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }

QDBusMessage request(const QString& method, const QVariantList& arguments) {
    QDBusMessage message = QDBusMessage::createMethodCall(busName(), path(), busName(), method);
    message.setArguments(arguments);
    return message;
}

QString withoutMarkup(QString text) { // the body is markup by the specification; callers' numbers are not
    return text.toHtmlEscaped();
}

} // namespace

BusNotifier::BusNotifier(QObject* parent) : Notifier(parent) {}

bool BusNotifier::listen() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!m_listening && bus.isConnected())
        m_listening = bus.connect(busName(), path(), busName(), QStringLiteral("ActionInvoked"), this,
                                  SLOT(onAction(uint, QString)));
    return m_listening;
}

void BusNotifier::raise(const QString& callId, const QString& caller) {
    if (!listen())
        return;
    m_callId = callId;
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(uchar(2))},
                            {QStringLiteral("category"), QStringLiteral("call.incoming")},
                            {QStringLiteral("desktop-entry"), QStringLiteral("callwright")}};
    const QDBusMessage message =
        request(QStringLiteral("Notify"),
                {QStringLiteral("Callwright"), m_id, QStringLiteral("callwright"), tr("Incoming call"),
                 withoutMarkup(caller), QStringList{QStringLiteral("answer"), tr("Answer")}, hints, 0});
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, callId, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            shown(reply.value(), callId);
    });
}

/// The call may be over before the service says under which number it shows it.
void BusNotifier::shown(uint id, const QString& callId) {
    if (m_callId == callId)
        m_id = id;
    else
        close(id);
}

void BusNotifier::withdraw() {
    m_callId.clear();
    if (m_id != 0)
        close(std::exchange(m_id, 0));
}

void BusNotifier::close(uint id) {
    QDBusConnection::sessionBus().asyncCall(request(QStringLiteral("CloseNotification"), {id}));
}

void BusNotifier::onAction(uint id, const QString& action) {
    if (id == m_id && m_id != 0 && action == QLatin1String("answer"))
        Q_EMIT answerChosen(m_callId);
}

} // namespace callwright
