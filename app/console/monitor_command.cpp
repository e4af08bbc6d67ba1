#include "app/console/commands.h"
#include "app/console/monitor_options.h"
#include "app/console/monitor_verbs.h"
#include "app/console/session_command.h"

#include <algorithm>
#include <cstdio>

namespace callwright::console {
namespace {

bool hearsNothing(const MonitorOptions& options) {
    return options.filter.isEmpty() && std::ranges::any_of(options.roles, [](Role role) {
               return role == Role::Monitor || role == Role::PeripheralMonitor;
           });
}

tl::expected<ConsolePlan, QString> monitorPlan(const QStringList& words) {
    const auto options = parseMonitorOptions(words);
    if (!options)
        return tl::unexpected(options.error());
    if (hearsNothing(*options))
        std::fputs(
            "callwright-console monitor: without --filter nothing is heard of agents and calls until the command "
            "\"filter\" or \"filter-only\" says what\n",
            stderr);
    ConsolePlan plan;
    plan.options.connection = options->connection;
    plan.options.seed = options->seed;
    plan.options.log = options->log;
    plan.verbs = {monitorVerbs()};
    plan.notes = monitorNotes();
    plan.connect = [options = *options](Session& session) {
        CilResult result = session.connectTo(options.connection, options.roles);
        if (result && !options.filter.isEmpty())
            result = session.setMessageFilter(options.filter, options.snapshot);
        return result;
    };
    return plan;
}

} // namespace

int monitor(Arguments arguments) { return runSession({"monitor", monitorUsage, monitorPlan}, arguments); }

} // namespace callwright::console
