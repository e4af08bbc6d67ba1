#include "cil/transport/security_files.h"

#include "cil/clock/system_clock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace callwright {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024; // every authority of the world is 250 KB

/// Reads the files one after the other; after the first problem everything that is asked for is empty.
class Files {
public:
    QString problem;

    QList<QSslCertificate> certificates(const QString& name) {
        const QByteArray bytes = read(name);
        QList<QSslCertificate> found = QSslCertificate::fromData(bytes, QSsl::Pem);
        if (found.isEmpty())
            found = QSslCertificate::fromData(bytes, QSsl::Der);
        if (found.isEmpty())
            complain(QCoreApplication::translate("Security", "There is no certificate in the file %1.").arg(name));
        return found;
    }

    QSslKey key(const QString& name, const QString& passPhrase) {
        const QByteArray bytes = read(name);
        for (const auto algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
            QSslKey found(bytes, algorithm, QSsl::Pem, QSsl::PrivateKey, passPhrase.toUtf8());
            if (!found.isNull())
                return found;
        }
        if (!bytes.contains("PRIVATE KEY"))
            complain(QCoreApplication::translate("Security", "There is no private key in the file %1.").arg(name));
        else if (!bytes.contains("ENCRYPTED"))
            complain(QCoreApplication::translate("Security", "The private key in the file %1 is of no kind that this "
                                                             "program knows.")
                         .arg(name));
        else if (passPhrase.isEmpty())
            complain(QCoreApplication::translate("Security", "The private key in the file %1 needs its pass phrase.")
                         .arg(name));
        else
            complain(QCoreApplication::translate("Security", "The pass phrase of the private key in the file %1 is "
                                                             "wrong.")
                         .arg(name));
        return {};
    }

    void complain(const QString& sentence) {
        if (problem.isEmpty())
            problem = sentence;
    }

private:
    QByteArray read(const QString& name) {
        QFile file(name);
        if (name.isEmpty())
            complain(QCoreApplication::translate("Security", "The file of the certificate to trust is not given."));
        else if (QFileInfo(name).exists() && !QFileInfo(name).isFile()) // a pipe would keep us waiting
            complain(QCoreApplication::translate("Security", "%1 is not a file.").arg(name));
        else if (!file.open(QIODevice::ReadOnly))
            complain(QCoreApplication::translate("Security", "The file %1 cannot be read: %2")
                         .arg(name, file.errorString()));
        else if (file.size() > largestFile)
            complain(QCoreApplication::translate("Security", "The file %1 is too large.").arg(name));
        return problem.isEmpty() ? file.read(largestFile) : QByteArray();
    }
};

/// Of a list of SHA-256; empty: it is none.
QList<QByteArray> digestsIn(const QString& list) {
    QList<QByteArray> digests;
    for (const QString& one : list.split(u',')) {
        const QString digest = normalizedSha256(one);
        if (digest.isEmpty())
            return {};
        digests << QByteArray::fromHex(digest.toLatin1());
    }
    return digests;
}

QList<QByteArray> pinsFrom(const QString& anchor, Files& files) {
    QList<QByteArray> pins = digestsIn(anchor);
    if (!pins.isEmpty())
        return pins;
    if (!anchor.isEmpty() && !QFileInfo::exists(anchor)) {
        files.complain(QCoreApplication::translate("Security", "%1 is neither a file nor the SHA-256 of a certificate.")
                           .arg(anchor));
        return {};
    }
    for (const QSslCertificate& certificate : files.certificates(anchor))
        pins << certificate.digest(QCryptographicHash::Sha256);
    return pins;
}

void addOwn(LoadedSecurity& loaded, Files& files, const QString& certificateFile, const QString& keyFile,
            const QString& passPhrase) {
    const QList<QSslCertificate> chain = files.certificates(certificateFile);
    const QSslKey key = files.key(keyFile.isEmpty() ? certificateFile : keyFile, passPhrase);
    if (!files.problem.isEmpty())
        return;
    loaded.configuration.setLocalCertificateChain(chain);
    loaded.configuration.setPrivateKey(key);
}

/// No server would take it, and none says why as well as we can here.
void refuseExpired(const QSslCertificate& own, Files& files, const QString& name) {
    if (!own.isNull() && own.expiryDate().toMSecsSinceEpoch() < SystemClock().wallTime().count())
        files.complain(QCoreApplication::translate("Security", "The certificate in the file %1 has expired on %2.")
                           .arg(name, own.expiryDate().toUTC().toString(Qt::ISODate)));
}

LoadedSecurity atLeast12() {
    LoadedSecurity loaded{QSslConfiguration::defaultConfiguration()};
    loaded.configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return loaded;
}

} // namespace

LoadedSecurity loadSecurity(const Security& security) {
    LoadedSecurity loaded = atLeast12();
    Files files;
    loaded.configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (security.trust == Security::Trust::CaFile) {
        loaded.configuration.setCaCertificates(files.certificates(security.anchor));
    } else if (security.trust == Security::Trust::Pin) {
        loaded.configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
        loaded.pins = pinsFrom(security.anchor, files);
    }
    if (!security.certificateFile.isEmpty()) {
        addOwn(loaded, files, security.certificateFile, security.keyFile, security.keyPassPhrase);
        refuseExpired(loaded.configuration.localCertificate(), files, security.certificateFile);
    }
    loaded.problem = files.problem;
    return loaded;
}

LoadedSecurity loadSecurity(const ServerSecurity& security) {
    LoadedSecurity loaded = atLeast12();
    Files files;
    addOwn(loaded, files, security.certificateFile, security.keyFile, {});
    loaded.configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!security.clientCaFile.isEmpty()) {
        loaded.configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        loaded.configuration.setCaCertificates(files.certificates(security.clientCaFile));
        // Else the connection would just be closed, and no client told why.
        loaded.configuration.setHandshakeMustInterruptOnError(true);
        loaded.configuration.setMissingCertificateIsFatal(true);
    }
    loaded.problem = files.problem;
    return loaded;
}

} // namespace callwright
