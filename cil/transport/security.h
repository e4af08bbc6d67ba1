#pragma once

#include <QString>

namespace callwright {

/// How a client's connection is secured: not at all, or by TLS 1.2 or newer. What does not verify is refused.
struct Security {
    /// Whom to believe that the server is the one that was meant.
    enum class Trust {
        SystemStore, ///< an authority of this computer's store signed its certificate, for the name that was asked for
        CaFile,      ///< the same with the authorities of a file, and of no other
        Pin          ///< it has this very certificate, or one of these; what else they say does not matter then
    };

    bool isOn = false;
    Trust trust = Trust::SystemStore;
    /// CaFile: a file (PEM). Pin: a file (PEM or DER), of whose certificates each is believed (the two sides usually
    /// have their own), or their SHA-256 in hex, separated by commas.
    QString anchor;
    QString certificateFile; ///< PEM, the client's own and its chain; empty: none
    QString keyFile;         ///< PEM; empty: the key is in the certificate's file
    QString keyPassPhrase;   ///< never to be written down
    friend bool operator==(const Security&, const Security&) = default;
};

/// How a server secures its connections, by TLS 1.2 or newer.
struct ServerSecurity {
    QString certificateFile; ///< PEM, with its chain
    QString keyFile;         ///< PEM; empty: in the certificate's file
    QString clientCaFile; ///< PEM; clients must have a certificate of one of these authorities; empty: they need none
    friend bool operator==(const ServerSecurity&, const ServerSecurity&) = default;
};

/// 64 hex digits in lower case from a SHA-256 written with or without colons or blanks; empty: it is none.
QString normalizedSha256(const QString& text);

} // namespace callwright
