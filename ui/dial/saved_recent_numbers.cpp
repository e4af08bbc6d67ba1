#include "ui/dial/saved_recent_numbers.h"

#include <QSettings>
#include <QUrl>

namespace callwright {

namespace {

/// An agent's id may have any character, a group's name may not.
QString keyOf(const QString& user) {
    return QStringLiteral("users/%1/DialedNumbers").arg(QString::fromLatin1(QUrl::toPercentEncoding(user)));
}

} // namespace

QStringList SavedRecentNumbers::load(const QString& user) { return QSettings().value(keyOf(user)).toStringList(); }

void SavedRecentNumbers::save(const QString& user, const QStringList& numbers) {
    QSettings().setValue(keyOf(user), numbers);
}

} // namespace callwright
