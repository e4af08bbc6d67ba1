#pragma once

#include "cil/clock/clock.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/skill_group.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace callwright {

class Seat;
class SessionCore;

/// Whose statistics a session asks for, and when: at once, then at the intervals of the settings, on the session's
/// clock; one question at a time of each.
class Statistics {
public:
    explicit Statistics(SessionCore& session);
    ~Statistics();

    CilResult enableAgent(Seat& seat);
    void disableAgent(const Seat& seat);
    CilResult enableGroup(std::uint32_t number);
    void disableGroup(std::uint32_t number);
    void disableAll();
    void follow(); ///< after anything that may have ended a call or signed somebody out

    std::vector<SkillGroup*> skillGroups() const; ///< in order of their first time

private:
    struct AgentEntry {
        Seat* seat = nullptr;
        bool isAsking = false;
        bool wasBusy = false; ///< on a call, or in the wrap-up of one: figures change when that is over
    };
    struct GroupEntry {
        std::unique_ptr<SkillGroup> group;
        bool isWanted = false;
        bool isAsking = false;
    };

    AgentEntry* find(const Seat& seat);
    GroupEntry* find(std::uint32_t number);
    CilResult ask(AgentEntry& entry);
    CilResult ask(GroupEntry& entry);
    void takeGroup(GroupEntry& entry, const Arguments& wire);
    void nameGroup(GroupEntry& entry);
    void scheduleAgents();
    void scheduleGroups();
    void askAgents();
    void askGroups();

    SessionCore& m_session;
    std::vector<AgentEntry> m_agents;
    std::vector<GroupEntry> m_groups;
    std::unique_ptr<Alarm> m_agentAlarm;
    std::unique_ptr<Alarm> m_groupAlarm;
};

CilResult enableAgentStatistics(Seat& seat);
CilResult disableAgentStatistics(Seat& seat);
CilResult enableSkillGroupStatistics(SessionCore& core, const std::vector<std::uint32_t>& numbers);
CilResult disableSkillGroupStatistics(SessionCore& core, const std::vector<std::uint32_t>& numbers);
void followStatistics(SessionCore& core);

} // namespace callwright
