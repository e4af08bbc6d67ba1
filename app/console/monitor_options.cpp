#include "app/console/monitor_options.h"

#include "app/options/connection_options.h"

#include <QCommandLineParser>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace callwright::console {
namespace {

constexpr OptionRow monitorOptions[] = {
    {"service", "LIST",
     "What to ask for, separated by commas: all-events, peripheral, client, connection, server, config (all-events)."},
    {"filter", "FILTER",
     "Which events to hear: key=value,value;key=value. Of agents and calls nothing is heard before one is set, here or "
     "by a command."},
    {"no-snapshot", nullptr, "Do not ask for the agents and calls that are there already."},
    {"client-id", "NAME", "The ClientID of the session (callwright-monitor); one that is open under it ends."},
    {"password-file", "FILE", "Holds the client's password in its first line; without it the password is empty."},
    {"seed", "N", "Makes the waits before reconnects repeatable."},
};

struct Service {
    const char* name;
    Role role;
};

constexpr Service services[] = {
    {"all-events", Role::Monitor},   {"peripheral", Role::PeripheralMonitor},
    {"client", Role::ClientMonitor}, {"connection", Role::ConnectionMonitor},
    {"server", Role::Server},        {"config", Role::Configuration},
};

std::array<std::span<const OptionRow>, 4> monitorTables() {
    return {serverOptions(), monitorOptions, protocolOptions(), logOptions()};
}

tl::expected<std::vector<Role>, QString> rolesIn(const QString& list) {
    std::vector<Role> roles;
    for (const QString& name : list.split(u',')) {
        const auto service = std::ranges::find_if(
            services, [&](const Service& row) { return name.trimmed() == QLatin1StringView(row.name); });
        if (service == std::end(services))
            return tl::unexpected(QStringLiteral("--service knows no \"%1\"").arg(name));
        roles.push_back(service->role);
    }
    return roles;
}

} // namespace

tl::expected<MonitorOptions, QString> parseMonitorOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    for (const auto& table : monitorTables())
        addOptions(parser, table);
    if (!parser.parse(QStringList(QStringLiteral("monitor")) + arguments))
        return tl::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(QStringLiteral("what is \"%1\"?").arg(parser.positionalArguments().first()));
    const auto connection = readUsableConnection(parser);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto roles = rolesIn(isSet(parser, "service") ? valueOf(parser, "service") : QStringLiteral("all-events"));
    if (!roles)
        return tl::unexpected(roles.error());
    const auto seed = numberOf(parser, "seed", QRandomGenerator::global()->generate64(), 0, ~quint64(0));
    if (!seed)
        return tl::unexpected(seed.error());
    const auto password = secretOf(parser, "password-file");
    if (!password)
        return tl::unexpected(password.error());
    const auto log = readLogOptions(parser);
    if (!log)
        return tl::unexpected(log.error());
    MonitorOptions options{*connection, *roles, valueOf(parser, "filter"), MonitorSessionSnapshotMode::Snapshot, *seed};
    options.log = *log;
    options.connection.clientPassword = *password;
    options.connection.clientId =
        isSet(parser, "client-id") ? valueOf(parser, "client-id") : QStringLiteral("callwright-monitor");
    if (isSet(parser, "no-snapshot"))
        options.snapshot = MonitorSessionSnapshotMode::NoSnapshot;
    return options;
}

QString monitorUsage() {
    QString text = QStringLiteral("callwright-console monitor --a HOST [--b HOST] [--filter FILTER] [options]\n\n"
                                  "Watches agents and calls, or what else the services bring. Every event comes as one "
                                  "line of JSON on the standard output; commands are read from the standard input, one "
                                  "a line (\"help\" lists them).\n\n");
    for (const auto& table : monitorTables())
        text += optionsHelp(table);
    return text;
}

} // namespace callwright::console
