#include "app/console/monitor_verbs.h"

#include "app/console/common_verbs.h"
#include "cil/events/json.h"

#include <QJsonArray>

namespace callwright::console {
namespace {

Answer setFilter(const VerbContext& context, const QStringList& words) {
    return {context.session.setMessageFilter(words.join(u' ')), {}, {}};
}

Answer setFilterOnly(const VerbContext& context, const QStringList& words) {
    return {context.session.setMessageFilter(words.join(u' '), MonitorSessionSnapshotMode::NoSnapshot), {}, {}};
}

Answer dumpSeen(const VerbContext& context, const QStringList&) {
    QJsonObject agents;
    for (const Agent* agent : context.session.agents())
        agents.insert(agent->uniqueObjectId(), toJson(agent->properties()));
    QJsonObject calls;
    for (const Call* call : context.session.calls())
        calls.insert(call->uniqueObjectId(), toJson(call->data()));
    return {{},
            {},
            {{QStringLiteral("filter"), context.session.messageFilter()},
             {QStringLiteral("agents"), agents},
             {QStringLiteral("calls"), calls}}};
}

constexpr Verb verbsOfMonitor[] = {
    {"filter", "filter KEY=VALUE,VALUE;KEY=VALUE", 1, -1, setFilter},
    {"filter-only", "filter-only KEY=VALUE,VALUE;KEY=VALUE", 1, -1, setFilterOnly},
    {"request", requestUsage, 1, -1, sendRequest},
    {"respond", respondUsage, 1, -1, sendAnswer},
    {"config", "config [KIND]", 0, 1, dumpConfiguration},
    {"dump", "dump", 0, 0, dumpSeen},
    {"help", "help", 0, 0, help},
    {"quit", "quit", 0, 0, quit},
};

constexpr const char* notesOfMonitor[] = {
    "A filter names keywords of events: AgentID=1001,1002 or MessageID=30,OnCallBegin,OnCallEnd or user.account=88*. "
    "Comma "
    "is or, semicolon is and, * stands for the rest. filter asks for the agents and calls there are, filter-only does "
    "not.",
    "request sends what no other command does, by the name of its message: MONITOR_START_REQ, REGISTER_SERVICE_REQ, "
    "CONFIG_REQUEST_EVENT ...; its outcome comes as an event. config counts what CONFIG_REQUEST_EVENT has brought.",
};

} // namespace

std::span<const Verb> monitorVerbs() { return verbsOfMonitor; }

std::span<const char* const> monitorNotes() { return notesOfMonitor; }

} // namespace callwright::console
