#include "app/console/agent_verbs.h"
#include "app/console/commands.h"
#include "app/console/session_command.h"
#include "app/console/supervisor_verbs.h"

#include <utility>

namespace callwright::console {
namespace {

tl::expected<ConsolePlan, QString> agentPlan(const QStringList& words) {
    auto options = parseAgentOptions(words);
    if (!options)
        return tl::unexpected(options.error());
    ConsolePlan plan{std::move(*options), {agentVerbs(), supervisorVerbs()}, agentNotes(), {}};
    plan.connect = [connection = plan.options.connection, agent = plan.options.agent](Session& session) {
        return session.connectTo(connection, agent);
    };
    return plan;
}

tl::expected<ConsolePlan, QString> supervisorPlan(const QStringList& words) {
    return agentPlan(words + QStringList{QStringLiteral("--supervisor")});
}

} // namespace

int agent(Arguments arguments) {
    return runSession({"agent", [] { return agentUsage(QStringLiteral("agent")); }, agentPlan}, arguments);
}

int supervisor(Arguments arguments) {
    return runSession({"supervisor", [] { return agentUsage(QStringLiteral("supervisor")); }, supervisorPlan},
                      arguments);
}

} // namespace callwright::console
