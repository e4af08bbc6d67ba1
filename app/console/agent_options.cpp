#include "app/console/agent_options.h"

#include "app/options/connection_options.h"

#include <QCommandLineParser>
#include <QRandomGenerator>

#include <array>
#include <span>

namespace callwright::console {
namespace {

using Problem = tl::unexpected<QString>;

constexpr OptionRow agentOptions[] = {
    {"peripheral", "ID", "The PeripheralID of the agent's switch (5000)."},
    {"agent", "ID", "The AgentID to sign in with."},
    {"instrument", "NUMBER", "The phone, as the switch names it."},
    {"password-file", "FILE", "Holds the password in its first line; without it the password is empty."},
    {"sso", nullptr, "Sign in by single sign-on, without a password."},
    {"supervisor", nullptr, "Ask for the Supervisor service."},
    {"seed", "N", "Makes the waits before reconnects repeatable."},
};

std::array<std::span<const OptionRow>, 4> tables() {
    return {serverOptions(), agentOptions, protocolOptions(), logOptions()};
}

} // namespace

tl::expected<AgentOptions, QString> parseAgentOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    for (const auto& table : tables())
        addOptions(parser, table);
    if (!parser.parse(QStringList(QStringLiteral("agent")) + arguments))
        return Problem(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return Problem(QStringLiteral("what is \"%1\"?").arg(parser.positionalArguments().first()));
    for (const char* name : {"agent", "instrument"}) {
        if (valueOf(parser, name).isEmpty())
            return Problem(QStringLiteral("--%1 is missing").arg(QString::fromLatin1(name)));
    }
    const auto connection = readUsableConnection(parser);
    if (!connection)
        return Problem(connection.error());
    const auto peripheral = numberOf(parser, "peripheral", 5000, 0, 0xFFFFFFFE);
    const auto seed = numberOf(parser, "seed", QRandomGenerator::global()->generate64(), 0, ~quint64(0));
    for (const auto* value : {&peripheral, &seed}) {
        if (!*value)
            return Problem(value->error());
    }
    const auto password = secretOf(parser, "password-file");
    if (!password)
        return Problem(password.error());
    const auto log = readLogOptions(parser);
    if (!log)
        return Problem(log.error());
    AgentOptions options;
    options.log = *log;
    options.connection = *connection;
    options.agent = {static_cast<std::uint32_t>(*peripheral), valueOf(parser, "agent"), valueOf(parser, "instrument"),
                     isSet(parser, "supervisor")};
    options.seed = *seed;
    options.password = *password;
    if (isSet(parser, "sso"))
        options.signIn = SignInMethod::SingleSignOn;
    return options;
}

QString agentUsage(const QString& command) {
    QString text = QStringLiteral("callwright-console %1 --a HOST --agent ID --instrument NUMBER [options]\n\n"
                                  "Connects at once. Every event comes as one line of JSON on the standard output; "
                                  "commands are read from the standard input, one a line (\"help\" lists them).\n\n")
                       .arg(command);
    for (const auto& table : tables())
        text += optionsHelp(table);
    return text;
}

} // namespace callwright::console
