#include "app/console/commands.h"
#include "app/console/monitor_options.h"
#include "app/console/monitor_verbs.h"
#include "app/console/session_command.h"

namespace callwright::console {
namespace {

tl::expected<ConsolePlan, QString> monitorPlan(const QStringList& words) {
    const auto options = parseMonitorOptions(words);
    if (!options)
        return tl::unexpected(options.error());
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
