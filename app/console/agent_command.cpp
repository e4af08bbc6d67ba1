#include "app/console/agent_console.h"
#include "app/console/agent_line_reader.h"
#include "app/console/agent_options.h"
#include "app/console/commands.h"
#include "cil/clock/system_clock.h"
#include "cil/connection/network_watch.h"
#include "cil/connection/settings_server_memory.h"
#include "cil/transport/tcp_transport.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSettings>

#include <cstdio>
#include <utility>

namespace callwright::console {
namespace {

void print(const QJsonObject& line) {
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

int run(QCoreApplication& application, AgentOptions options) {
    SystemClock clock;
    TcpTransportFactory transports;
    AgentConsole console(std::move(options), clock, transports, print);
    const auto network = makeSystemNetworkWatch();
    console.session().follow(*network);
    QSettings settings(QStringLiteral("callwright"), QStringLiteral("callwright-console"));
    SettingsServerMemory memory(settings);
    console.session().setMemory(memory);
    LineReader input;
    QObject::connect(&console, &AgentConsole::finished, &application, &QCoreApplication::quit);
    QObject::connect(&input, &LineReader::line, &console, &AgentConsole::execute);
    QObject::connect(&input, &LineReader::ended, &console, &AgentConsole::quit);
    QObject::connect(&input, &LineReader::tooLong, &console,
                     [&console] { console.refuse(QStringLiteral("the line is too long")); });
    console.start();
    input.start();
    return application.exec();
}

} // namespace

namespace {

int runAs(const char* command, bool isSupervisor, Arguments arguments) {
    int count = 1;
    char name[] = "callwright-console";
    char* values[] = {name, nullptr};
    QCoreApplication application(count, values); // its own options are no business of ours
    QStringList words;
    for (const std::string& argument : arguments)
        words.append(QString::fromLocal8Bit(argument.c_str()));
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        std::fputs(qPrintable(agentUsage(QString::fromLatin1(command))), stdout);
        return success;
    }
    auto options = parseAgentOptions(words);
    if (!options) {
        std::fprintf(stderr, "callwright-console %s: %s\n", command, qPrintable(options.error()));
        return wrongUse;
    }
    options->agent.isSupervisor = options->agent.isSupervisor || isSupervisor;
    return run(application, std::move(*options));
}

} // namespace

int agent(Arguments arguments) { return runAs("agent", false, arguments); }

int supervisor(Arguments arguments) { return runAs("supervisor", true, arguments); }

} // namespace callwright::console
