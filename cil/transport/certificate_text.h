#pragma once

#include <QSslCertificate>
#include <QString>

namespace callwright {

/// What a certificate says, for people who have to decide whether it is the right one: whose it is, for which names,
/// who signed it, when it is valid, and its SHA-256. Translated lines of plain text, of limited length and without
/// control characters: it comes from outside.
QString certificateText(const QSslCertificate& certificate);

} // namespace callwright
