#include "app/console/supervisor_verbs.h"

#include "app/console/verb_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace callwright::console {
namespace {

using Context = const VerbContext&;
using Words = const QStringList&;

Answer notOneOf(const QString& word, const char* wanted) {
    return {{}, QStringLiteral("\"%1\" is not %2").arg(word, QString::fromLatin1(wanted)), {}};
}

template <class Method> Answer asSupervisor(Context context, Method method) {
    Agent* agent = context.session.currentAgent();
    return {agent ? std::invoke(method, *agent) : CilResult{CilCode::InvalidAgent}, {}, {}};
}

/// By UniqueObjectID or AgentID; nullptr: nobody of the team.
Agent* memberNamed(const Session& session, const QString& name) {
    const auto agents = session.agents();
    const auto found = std::ranges::find_if(agents, [&](const Agent* agent) {
        return agent->isTeamMember() && (agent->uniqueObjectId() == name || agent->identity().agentId == name);
    });
    return found != agents.end() ? *found : nullptr;
}

/// [TEAM]: one team, or all of them.
template <auto ofOne, auto ofAll> Answer onTeams(Context context, Words words) {
    if (words.isEmpty())
        return asSupervisor(context, ofAll);
    bool isNumber = false;
    const std::uint32_t team = words.first().toUInt(&isNumber);
    if (!isNumber)
        return notOneOf(words.first(), "a team: its TeamID");
    return asSupervisor(context, [team](Agent& agent) { return (agent.*ofOne)(team); });
}

Answer monitor(Context context, Words words) {
    Agent* member = memberNamed(context.session, words.first());
    return asSupervisor(context, [member](Agent& agent) { return agent.startMonitoringAgent(member); });
}

Answer stop(Context context, Words) {
    return asSupervisor(context, [](Agent& agent) { return agent.stopMonitoringAgent(nullptr); });
}

Answer monitorCall(Context context, Words words) {
    Call* call = words.isEmpty() ? nullptr : callNamed(context.session, words.first());
    if (!call && !words.isEmpty())
        return {{CilCode::InvalidCall}, {}, {}};
    return asSupervisor(context, [call](Agent& agent) { return agent.startMonitoringCall(call); });
}

Answer supervise(Context context, Words words) {
    constexpr std::array<std::pair<QStringView, SupervisoryAction>, 4> actions{
        {{u"clear", SupervisoryAction::Clear},
         {u"monitor", SupervisoryAction::Monitor},
         {u"bargein", SupervisoryAction::BargeIn},
         {u"intercept", SupervisoryAction::Intercept}}};
    const auto action = std::ranges::find(actions, QStringView(words.first()), &decltype(actions)::value_type::first);
    if (action == actions.end())
        return notOneOf(words.first(), "\"monitor\", \"bargein\", \"intercept\" or \"clear\"");
    return asSupervisor(context, [&](Agent& agent) {
        Call* call = words.size() > 1 ? callNamed(context.session, words[1]) : agent.monitoredCall();
        return words.size() > 1 && !call ? CilResult{CilCode::InvalidCall}
                                         : agent.superviseCall(agent.monitoredAgent(), call, action->second);
    });
}

Answer member(Context context, Words words) {
    Agent* agent = memberNamed(context.session, words[0]);
    if (!agent)
        return {{CilCode::InvalidAgent}, {}, {}};
    std::optional<std::uint16_t> reason;
    if (words.size() > 2) {
        bool isNumber = false;
        reason = words[2].toUShort(&isNumber);
        if (!isNumber)
            return notOneOf(words[2], "a reason: a number from 0 to 65535");
    }
    if (words[1] == u"ready")
        return {agent->setReady(), {}, {}};
    if (words[1] == u"notready")
        return {agent->setNotReady(reason), {}, {}};
    if (words[1] == u"logout")
        return {agent->logout(reason), {}, {}};
    return notOneOf(words[1], "\"ready\", \"notready\" or \"logout\"");
}

Answer chat(Context context, Words words) {
    constexpr std::array<std::pair<QStringView, ChatTo>, 3> groups{
        {{u"supervisor", ChatTo::Supervisor}, {u"team", ChatTo::Team}, {u"all", ChatTo::All}}};
    const auto group = std::ranges::find(groups, QStringView(words.first()), &decltype(groups)::value_type::first);
    const ChatTo to = group != groups.end() ? group->second : ChatTo::Agent;
    return asSupervisor(context, [&](Agent& agent) {
        return agent.sendChatMessage(to, to == ChatTo::Agent ? words.first() : QString(), words.mid(1).join(u' '));
    });
}

Answer statistics(Context context, Words words) {
    if (words.first() == u"off") {
        asSupervisor(context, [](Agent& agent) { return agent.disableSkillGroupStatistics(); });
        return asSupervisor(context, &Agent::disableAgentStatistics);
    }
    if (words.first() == u"agent")
        return asSupervisor(context, &Agent::enableAgentStatistics);
    if (words.first() != u"groups")
        return notOneOf(words.first(), "\"agent\", \"groups\" or \"off\"");
    std::vector<std::uint32_t> numbers;
    for (const QString& word : words.mid(1)) {
        bool isNumber = false;
        numbers.push_back(word.toUInt(&isNumber));
        if (!isNumber)
            return notOneOf(word, "the number of a skill group");
    }
    return asSupervisor(context, [&](Agent& agent) { return agent.enableSkillGroupStatistics(numbers); });
}

Answer settings(Context context, Words) { return {context.session.requestDesktopSettings(0), {}, {}}; }

constexpr Verb rows[] = {
    {"teams", "teams", 0, 0, [](Context c, Words) { return asSupervisor(c, &Agent::requestAgentTeamList); }},
    {"watch", "watch [TEAM]", 0, 1, onTeams<&Agent::startMonitoringAgentTeam, &Agent::startMonitoringAllAgentTeams>},
    {"unwatch", "unwatch [TEAM]", 0, 1, onTeams<&Agent::stopMonitoringAgentTeam, &Agent::stopMonitoringAllAgentTeams>},
    {"monitor", "monitor AGENT", 1, 1, monitor},
    {"stop", "stop", 0, 0, stop},
    {"monitorcall", "monitorcall [CALL]", 0, 1, monitorCall},
    {"supervise", "supervise monitor|bargein|intercept|clear [CALL]", 1, 2, supervise},
    {"member", "member AGENT ready|notready|logout [REASON]", 2, 3, member},
    {"chat", "chat AGENT|supervisor|team|all TEXT", 2, -1, chat},
    {"stats", "stats agent|groups [NUMBER ...]|off", 1, -1, statistics},
    {"settings", "settings", 0, 0, settings},
};

} // namespace

std::span<const Verb> supervisorVerbs() { return rows; }

} // namespace callwright::console
