#include "ui/status/status_line.h"

#include <QAccessible>
#include <QLocale>

namespace callwright {

namespace {

QString linkText(const LinkView& link) {
    switch (link.status) {
    case ConnectionStatus::Closed:
        return StatusLine::tr("Not connected");
    case ConnectionStatus::Connecting:
        return StatusLine::tr("Connecting");
    case ConnectionStatus::Open:
        return StatusLine::tr("Server %1").arg(link.server);
    case ConnectionStatus::Reconnecting:
        return StatusLine::tr("Connection lost");
    case ConnectionStatus::Closing:
        return StatusLine::tr("Disconnecting");
    }
    return {};
}

/// To who listens to the screen, without taking the focus.
void say(QLabel* label) {
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_server(new QLabel(this)), m_roundTrip(new TabularLabel(this)),
      m_listening(new QLabel(this)), m_message(new QLabel(this)), m_announcement(new QLabel(this)) {
    setObjectName(QStringLiteral("statusLine"));
    setSizeGripEnabled(false);
    m_server->setObjectName(QStringLiteral("serverLabel"));
    m_roundTrip->setObjectName(QStringLiteral("roundTripLabel"));
    m_listening->setObjectName(QStringLiteral("listeningLabel"));
    m_listening->setText(tr("A supervisor is listening"));
    m_listening->hide();
    m_message->setObjectName(QStringLiteral("messageLabel"));
    m_announcement->setObjectName(QStringLiteral("announcementLabel"));
    m_announcement->hide();
    m_roundTrip->setToolTip(tr("How long the server took to answer last"));
    for (QLabel* label : {m_server, static_cast<QLabel*>(m_roundTrip), m_listening, m_message, m_announcement})
        label->setTextFormat(Qt::PlainText);
    addWidget(m_server);
    addWidget(m_roundTrip);
    addPermanentWidget(m_listening);
    addPermanentWidget(m_announcement);
    addPermanentWidget(m_message);
    showLink({});
}

void StatusLine::showLink(const LinkView& link) {
    m_server->setText(linkText(link));
    m_server->setToolTip(link.protocolVersion > 0 ? tr("Protocol version %1").arg(link.protocolVersion) : QString());
    m_roundTrip->setText(link.roundTrip && link.status == ConnectionStatus::Open
                             ? tr("%1 ms").arg(QLocale().toString(qlonglong(link.roundTrip->count())))
                             : QString());
    m_roundTrip->updateGeometry();
}

void StatusLine::announce(const QString& announcement) {
    if (announcement == m_announcement->text())
        return;
    m_announcement->setText(announcement);
    m_announcement->setVisible(!announcement.isEmpty());
    m_message->setVisible(announcement.isEmpty());
    if (!announcement.isEmpty())
        say(m_announcement);
}

void StatusLine::showListening(bool isListenedTo) {
    if (isListenedTo == !m_listening->isHidden())
        return;
    m_listening->setVisible(isListenedTo);
    if (isListenedTo)
        say(m_listening);
}

void StatusLine::tell(const QString& message) { m_message->setText(message); }

} // namespace callwright
