#include "app/options/connection_options.h"

#include "cil/settings/settings.h"
#include "cil/transport/security_files.h"
#include "cil/transport/server_address.h"

#include <QCoreApplication>

#include <array>

namespace callwright {

namespace {

using Problem = tl::unexpected<QString>;

constexpr std::array servers{
    OptionRow{"a", "HOST[:PORT]",
              QT_TRANSLATE_NOOP("callwright::Options", "The CTI Server of side A. Port: 42027, with --tls 42030.")},
    OptionRow{
        "b", "HOST[:PORT]",
        QT_TRANSLATE_NOOP("callwright::Options", "The one of side B, if there is one. Port: 43027, with --tls 43030.")},
    OptionRow{"instance", "N",
              QT_TRANSLATE_NOOP("callwright::Options", "The instance: usual ports are 40 higher for each (0).")},
    OptionRow{
        "clients", "N",
        QT_TRANSLATE_NOOP("callwright::Options",
                          "Clients of the whole site: after a loss they come back spread over N/10 seconds (100).")},
    OptionRow{
        "attempts", "N",
        QT_TRANSLATE_NOOP("callwright::Options", "Give up after so many failed attempts in a row, 0 for never (0).")},
    OptionRow{"tls", nullptr,
              QT_TRANSLATE_NOOP("callwright::Options",
                                "Connect secured; this computer's certificate authorities are trusted.")},
    OptionRow{
        "tls-ca", "FILE",
        QT_TRANSLATE_NOOP("callwright::Options", "Trust the certificate authorities of this file (PEM) instead.")},
    OptionRow{"tls-pin", "FILE|SHA256",
              QT_TRANSLATE_NOOP("callwright::Options", "Trust the server certificates of this file, or with these "
                                                       "SHA-256 (separated by commas), and no others.")},
    OptionRow{
        "tls-cert", "FILE",
        QT_TRANSLATE_NOOP("callwright::Options", "The certificate to show to the server (PEM), if it wants one.")},
    OptionRow{"tls-key", "FILE",
              QT_TRANSLATE_NOOP("callwright::Options", "Its private key (PEM), if it is not in the same file.")},
    OptionRow{"tls-phrase-file", "FILE",
              QT_TRANSLATE_NOOP("callwright::Options", "Holds the key's pass phrase in its first line.")},
};

constexpr std::array protocols{
    OptionRow{"protocol", "N",
              QT_TRANSLATE_NOOP("callwright::Options", "The highest protocol version to try, 13 to 25 (25).")},
    OptionRow{"heartbeat", "SECONDS", QT_TRANSLATE_NOOP("callwright::Options", "Between heartbeats, 0 for none (90).")},
    OptionRow{"code-page", "PAGE",
              QT_TRANSLATE_NOOP("callwright::Options", "Of texts on the wire: windows-1252 or utf-8 (windows-1252).")},
};

tl::expected<Endpoint, QString> serverOf(const QCommandLineParser& parser, const char* name, std::uint16_t port) {
    const QString text = valueOf(parser, name);
    const auto server = endpointFrom(text, port);
    if (!server)
        return Problem(optionText(QT_TRANSLATE_NOOP("callwright::Options",
                                                    "--%1 takes a host, or host:port as in cti-a:42027, not \"%2\"."))
                           .arg(QString::fromLatin1(name), text));
    return *server;
}

tl::expected<Security, QString> securityOf(const QCommandLineParser& parser) {
    Security security;
    security.isOn = isSet(parser, "tls");
    const bool hasCa = isSet(parser, "tls-ca");
    if (hasCa && isSet(parser, "tls-pin"))
        return Problem(optionText(QT_TRANSLATE_NOOP(
            "callwright::Options", "--tls-ca and --tls-pin exclude each other: one says whom to trust.")));
    if (hasCa || isSet(parser, "tls-pin")) {
        security.trust = hasCa ? Security::Trust::CaFile : Security::Trust::Pin;
        security.anchor = valueOf(parser, hasCa ? "tls-ca" : "tls-pin");
    }
    security.certificateFile = valueOf(parser, "tls-cert");
    security.keyFile = valueOf(parser, "tls-key");
    if (security.certificateFile.isEmpty() && !security.keyFile.isEmpty())
        return Problem(optionText(QT_TRANSLATE_NOOP("callwright::Options", "--tls-key needs --tls-cert.")));
    const auto phrase = secretOf(parser, "tls-phrase-file");
    if (!phrase)
        return Problem(phrase.error());
    security.keyPassPhrase = *phrase;
    if (!security.isOn && security != Security())
        return Problem(optionText(QT_TRANSLATE_NOOP("callwright::Options", "What begins with --tls- needs --tls.")));
    return security;
}

/// --clients and --attempts; empty: all is well.
QString readReconnecting(const QCommandLineParser& parser, ConnectParameters& parameters) {
    const ConnectionProfile usual;
    const auto clients = numberOf(parser, "clients", static_cast<std::uint64_t>(usual.expectedClients), 0, 24000);
    if (!clients)
        return clients.error();
    const auto attempts = numberOf(parser, "attempts", static_cast<std::uint64_t>(usual.attemptsAllowed), 0, 10000);
    if (!attempts)
        return attempts.error();
    parameters.expectedClients = static_cast<int>(*clients);
    parameters.attemptsAllowed = static_cast<int>(*attempts);
    return {};
}

/// --protocol, --heartbeat and --code-page; empty: all is well.
QString readProtocol(const QCommandLineParser& parser, ConnectParameters& parameters) {
    const auto version = numberOf(parser, "protocol", 25, 13, 25);
    if (!version)
        return version.error();
    const auto heartbeat = numberOf(parser, "heartbeat", 90, 0, 3600);
    if (!heartbeat)
        return heartbeat.error();
    parameters.highestVersion = static_cast<int>(*version);
    parameters.heartbeat = std::chrono::seconds(*heartbeat);
    const QString page = valueOf(parser, "code-page");
    if (page == u"utf-8")
        parameters.codePage = ServerCodePage::Utf8;
    else if (isSet(parser, "code-page") && page != u"windows-1252")
        return optionText(
                   QT_TRANSLATE_NOOP("callwright::Options", "--code-page takes windows-1252 or utf-8, not \"%1\"."))
            .arg(page);
    return {};
}

} // namespace

std::span<const OptionRow> serverOptions() { return servers; }

std::span<const OptionRow> protocolOptions() { return protocols; }

tl::expected<ConnectParameters, QString> readConnection(const QCommandLineParser& parser) {
    ConnectParameters parameters;
    const auto security = securityOf(parser);
    if (!security)
        return Problem(security.error());
    parameters.security = *security;
    const auto instance = numberOf(parser, "instance", 0, 0, mostInstance);
    if (!instance)
        return Problem(instance.error());
    const auto port = [&](ServerSide side) {
        return standardPort(side, parameters.security.isOn, static_cast<int>(*instance));
    };
    if (!isSet(parser, "a"))
        return Problem(optionText(QT_TRANSLATE_NOOP("callwright::Options", "--a is missing.")));
    const auto sideA = serverOf(parser, "a", port(ServerSide::A));
    if (!sideA)
        return Problem(sideA.error());
    parameters.sideA = *sideA;
    if (isSet(parser, "b")) {
        const auto sideB = serverOf(parser, "b", port(ServerSide::B));
        if (!sideB)
            return Problem(sideB.error());
        parameters.sideB = *sideB;
    }
    for (const auto& read : {readReconnecting, readProtocol}) {
        if (const QString problem = read(parser, parameters); !problem.isEmpty())
            return Problem(problem);
    }
    return parameters;
}

tl::expected<ConnectParameters, QString> readUsableConnection(const QCommandLineParser& parser) {
    auto parameters = readConnection(parser);
    if (!parameters || !parameters->security.isOn)
        return parameters;
    const QString problem = loadSecurity(parameters->security).problem;
    if (!problem.isEmpty())
        return Problem(problem);
    return parameters;
}

} // namespace callwright
