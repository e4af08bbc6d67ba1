#pragma once

#include <QSslCertificate>
#include <QString>

/// The certificates and keys of tests/data/tls (made by its make.sh).
namespace callwright::testing {

inline QString tlsFile(const char* name) {
    return QStringLiteral(CALLWRIGHT_TEST_DATA "/tls/") + QString::fromLatin1(name);
}

/// As people write it: pairs of upper-case digits with colons.
inline QString sha256Of(const char* certificate) {
    const auto found = QSslCertificate::fromPath(tlsFile(certificate));
    return QString::fromLatin1(found.value(0).digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace callwright::testing
