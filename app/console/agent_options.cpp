#include "app/console/agent_options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QRandomGenerator>

#include <optional>

namespace callwright::console {
namespace {

using Problem = tl::unexpected<QString>;

struct OptionSpec {
    const char* name;
    const char* value; ///< nullptr: a flag
    const char* meaning;
};

constexpr OptionSpec specs[] = {
    {"a", "HOST:PORT", "The CTI Server."},
    {"peripheral", "ID", "The PeripheralID of the agent's switch (5000)."},
    {"agent", "ID", "The AgentID to sign in with."},
    {"instrument", "NUMBER", "The phone, as the switch names it."},
    {"password-file", "FILE", "Holds the password in its first line; without it the password is empty."},
    {"sso", nullptr, "Sign in by single sign-on, without a password."},
    {"supervisor", nullptr, "Ask for the Supervisor service."},
    {"protocol", "N", "The highest protocol version to try, 13 to 25 (25)."},
    {"heartbeat", "SECONDS", "Between heartbeats, 0 for none (90)."},
    {"code-page", "PAGE", "windows-1252 or utf-8 (windows-1252)."},
    {"seed", "N", "Makes the waits before reconnects repeatable."},
};

std::optional<Endpoint> parseEndpoint(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool ok = false;
    const ushort port = text.mid(colon + 1).toUShort(&ok);
    if (colon <= 0 || host.isEmpty() || !ok || port == 0)
        return std::nullopt;
    return Endpoint{host, port};
}

tl::expected<QString, QString> readPassword(const QString& fileName) {
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Problem(QStringLiteral("cannot read the password file %1: %2").arg(fileName, file.errorString()));
    QByteArray line = file.readLine(1024);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

/// A number within limits, or the default when the option is absent.
tl::expected<quint64, QString> number(const QCommandLineParser& parser, const char* name, quint64 fallback,
                                      quint64 least, quint64 most) {
    const QString option = QString::fromLatin1(name);
    if (!parser.isSet(option))
        return fallback;
    bool ok = false;
    const quint64 value = parser.value(option).toULongLong(&ok);
    if (!ok || value < least || value > most)
        return Problem(QStringLiteral("--%1 takes a number from %2 to %3, not \"%4\"")
                           .arg(option)
                           .arg(least)
                           .arg(most)
                           .arg(parser.value(option)));
    return value;
}

void addOptions(QCommandLineParser& parser) {
    for (const OptionSpec& spec : specs) {
        QCommandLineOption option(QString::fromLatin1(spec.name), QString::fromLatin1(spec.meaning));
        if (spec.value)
            option.setValueName(QString::fromLatin1(spec.value));
        parser.addOption(option);
    }
}

} // namespace

tl::expected<AgentOptions, QString> parseAgentOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList(QStringLiteral("agent")) + arguments))
        return Problem(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return Problem(QStringLiteral("what is \"%1\"?").arg(parser.positionalArguments().first()));

    AgentOptions options;
    for (const char* name : {"a", "agent", "instrument"}) {
        if (parser.value(QString::fromLatin1(name)).isEmpty())
            return Problem(QStringLiteral("--%1 is missing").arg(QString::fromLatin1(name)));
    }
    const auto server = parseEndpoint(parser.value(QStringLiteral("a")));
    if (!server)
        return Problem(QStringLiteral("--a takes HOST:PORT, not \"%1\"").arg(parser.value(QStringLiteral("a"))));
    const auto peripheral = number(parser, "peripheral", 5000, 0, 0xFFFFFFFE);
    const auto version = number(parser, "protocol", 25, 13, 25);
    const auto heartbeat = number(parser, "heartbeat", 90, 0, 3600);
    const auto seed = number(parser, "seed", QRandomGenerator::global()->generate64(), 0, ~quint64(0));
    for (const auto* value : {&peripheral, &version, &heartbeat, &seed}) {
        if (!*value)
            return Problem(value->error());
    }
    options.connection.sideA = *server;
    options.connection.highestVersion = static_cast<int>(*version);
    options.connection.heartbeat = std::chrono::seconds(*heartbeat);
    options.agent = {static_cast<std::uint32_t>(*peripheral), parser.value(QStringLiteral("agent")),
                     parser.value(QStringLiteral("instrument")), parser.isSet(QStringLiteral("supervisor"))};
    options.seed = *seed;

    const QString page = parser.value(QStringLiteral("code-page"));
    if (page == u"utf-8")
        options.connection.codePage = ServerCodePage::Utf8;
    else if (!page.isEmpty() && page != u"windows-1252")
        return Problem(QStringLiteral("--code-page takes windows-1252 or utf-8, not \"%1\"").arg(page));

    if (parser.isSet(QStringLiteral("sso")))
        options.signIn = SignInMethod::SingleSignOn;
    if (parser.isSet(QStringLiteral("password-file"))) {
        const auto password = readPassword(parser.value(QStringLiteral("password-file")));
        if (!password)
            return Problem(password.error());
        options.password = *password;
    }
    return options;
}

QString agentUsage() {
    QString text = QStringLiteral("callwright-console agent --a HOST:PORT --agent ID --instrument NUMBER [options]\n\n"
                                  "Connects at once. Every event comes as one line of JSON on the standard output; "
                                  "commands are read from the standard input, one a line (\"help\" lists them).\n\n");
    for (const OptionSpec& spec : specs) {
        const QString left = QStringLiteral("--%1 %2").arg(QString::fromLatin1(spec.name),
                                                           QString::fromLatin1(spec.value ? spec.value : ""));
        text += QStringLiteral("  %1 %2\n").arg(left, -24).arg(QString::fromLatin1(spec.meaning));
    }
    return text;
}

} // namespace callwright::console
