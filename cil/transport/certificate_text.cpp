#include "cil/transport/certificate_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace callwright {

namespace {

constexpr qsizetype longest = 200; // characters of one line

/// Of a text from outside what can be shown without changing what stands around it.
QString shown(QString text) {
    text.truncate(longest);
    std::ranges::replace_if(
        text, [](QChar c) { return !c.isPrint() || c.category() == QChar::Other_Format; }, u'?');
    return text;
}

/// "CN=cti-a, O=Example"
template <class ValuesOf> QString distinguishedName(const QList<QByteArray>& attributes, const ValuesOf& valuesOf) {
    QStringList parts;
    for (const QByteArray& attribute : attributes) {
        for (const QString& value : valuesOf(attribute))
            parts += QString::fromLatin1(attribute) + u'=' + value;
    }
    return shown(parts.join(QStringLiteral(", ")));
}

QString subjectOf(const QSslCertificate& certificate) {
    return distinguishedName(certificate.subjectInfoAttributes(),
                             [&](const QByteArray& attribute) { return certificate.subjectInfo(attribute); });
}

QString issuerOf(const QSslCertificate& certificate) {
    return distinguishedName(certificate.issuerInfoAttributes(),
                             [&](const QByteArray& attribute) { return certificate.issuerInfo(attribute); });
}

QString namesOf(const QSslCertificate& certificate) {
    return shown(QStringList(certificate.subjectAlternativeNames().values()).join(QStringLiteral(", ")));
}

QString day(const QDateTime& time) { return time.toUTC().toString(Qt::ISODate); }

} // namespace

QString certificateText(const QSslCertificate& certificate) {
    QStringList lines{QCoreApplication::translate("Security", "Certificate of: %1").arg(subjectOf(certificate))};
    if (const QString names = namesOf(certificate); !names.isEmpty())
        lines += QCoreApplication::translate("Security", "For the names: %1").arg(names);
    lines += QCoreApplication::translate("Security", "Signed by: %1").arg(issuerOf(certificate));
    lines += QCoreApplication::translate("Security", "Valid: %1 to %2")
                 .arg(day(certificate.effectiveDate()), day(certificate.expiryDate()));
    lines += QStringLiteral("SHA-256: ") +
             QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    return lines.join(u'\n');
}

} // namespace callwright
