#include "app/console/session_command.h"

#include "app/console/agent_line_reader.h"
#include "cil/clock/system_clock.h"
#include "cil/connection/network_watch.h"
#include "cil/connection/settings_server_memory.h"
#include "cil/transport/tcp_transport.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSettings>

#include <cstdio>
#include <optional>
#include <utility>

namespace callwright::console {
namespace {

void print(const QJsonObject& line) {
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

int run(QCoreApplication& application, ConsolePlan plan) {
    SystemClock clock;
    std::optional<ProgramLog> log;
    if (!plan.options.log.fileName.isEmpty()) {
        log.emplace(plan.options.log, clock);
        if (const QString problem = log->problem(); !problem.isEmpty()) {
            std::fprintf(stderr, "callwright-console: %s\n", qPrintable(problem));
            return wrongUse;
        }
    }
    TcpTransportFactory transports;
    SessionConsole console(std::move(plan), clock, transports, print);
    const auto network = makeSystemNetworkWatch();
    console.session().follow(*network);
    QSettings settings(QStringLiteral("callwright"), QStringLiteral("callwright-console"));
    SettingsServerMemory memory(settings);
    console.session().setMemory(memory);
    LineReader input;
    QObject::connect(&console, &SessionConsole::finished, &application, &QCoreApplication::quit);
    QObject::connect(&input, &LineReader::line, &console, &SessionConsole::execute);
    QObject::connect(&input, &LineReader::ended, &console, &SessionConsole::finish);
    QObject::connect(&input, &LineReader::tooLong, &console,
                     [&console] { console.refuse(QStringLiteral("the line is too long")); });
    if (!console.start())
        return wrongUse;
    input.start();
    return application.exec();
}

} // namespace

int runSession(const SessionCommand& command, Arguments arguments) {
    int count = 1;
    char name[] = "callwright-console";
    char* values[] = {name, nullptr};
    QCoreApplication application(count, values); // its own options are no business of ours
    QStringList words;
    for (const std::string& argument : arguments)
        words.append(QString::fromLocal8Bit(argument.c_str()));
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        std::fputs(qPrintable(command.usage()), stdout);
        return success;
    }
    auto plan = command.plan(words);
    if (!plan) {
        std::fprintf(stderr, "callwright-console %s: %s\n", command.name, qPrintable(plan.error()));
        return wrongUse;
    }
    return run(application, std::move(*plan));
}

} // namespace callwright::console
