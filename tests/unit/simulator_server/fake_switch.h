#pragma once

#include "app/simulator/server/switch.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callwright::simulator {

/// A switch that holds still: a few agents and instruments, an answer told in advance, and a note of what was asked.
/// Extensions are the instrument's number with a 5 in front of its last three digits (3101 is reached as 5101).
class FakeSwitch final : public Switch {
public:
    struct Asked {
        std::string instrument;
        protocol::MessageType type;
    };

    std::vector<AgentRecord> agents{
        {"1001", "", "", 5001, 1, false}, {"1002", "5102", "3102", 5002, 2, false}, {"1091", "", "", 5091, 1, true}};
    std::vector<std::string> instruments{"3101", "3102", "3103", "3191"};
    std::vector<SwitchEvent> running;                          ///< callsInProgress for its instrument
    std::map<std::uint32_t, std::vector<std::string>> calls;   ///< the legs by ConnectionCallID
    std::map<std::string, std::vector<std::uint32_t>> leaders; ///< teams by supervisor
    std::map<std::uint32_t, std::set<std::string>> teams{{1, {"1001", "1002"}}, {2, {"1003"}}};
    std::vector<std::string> askedBySupervisor;                ///< instruments
    std::map<std::uint32_t, std::vector<FieldValues>> records; ///< by ConfigMsgMask bit
    SwitchAnswer answer = Confirmation{};
    std::vector<SwitchEvent> causedByRequest;
    std::vector<Asked> asked;
    bool online = true;
    std::uint32_t status = 0;

    void emitEvent(const SwitchEvent& event) { m_listeners.onSwitchEvent(event); }
    void signIn(std::string_view agentId, const std::string& instrument, std::uint32_t state = 2) {
        for (AgentRecord& agent : agents) {
            if (agent.agentId == agentId) {
                agent.instrument = instrument;
                agent.extension = "5" + instrument.substr(1);
                agent.state = state;
            }
        }
    }

    std::uint32_t peripheralId() const override { return 5000; }
    std::uint32_t peripheralType() const override { return 17; }
    bool isOnline() const override { return online; }
    std::uint32_t pgStatus() const override { return status; }
    std::optional<AgentRecord> agentById(std::string_view agentId) const override {
        return find([agentId](const AgentRecord& agent) { return agent.agentId == agentId; });
    }
    std::optional<AgentRecord> agentAtInstrument(std::string_view instrument) const override {
        return find(
            [instrument](const AgentRecord& agent) { return !instrument.empty() && agent.instrument == instrument; });
    }
    std::optional<AgentRecord> agentAtExtension(std::string_view extension) const override {
        return find(
            [extension](const AgentRecord& agent) { return !extension.empty() && agent.extension == extension; });
    }
    bool isInstrument(std::string_view instrument) const override {
        return std::ranges::find(instruments, instrument) != instruments.end();
    }
    std::optional<std::string> instrumentOfExtension(std::string_view extension) const override {
        for (const std::string& instrument : instruments) {
            if ("5" + instrument.substr(1) == extension) {
                return instrument;
            }
        }
        return std::nullopt;
    }
    std::optional<std::string> placeOf(std::uint32_t deviceType, std::string_view deviceId) const override {
        const bool isPhone = deviceType == 0 && isInstrument(deviceId);
        return isPhone ? std::optional(std::string(deviceId)) : std::nullopt;
    }
    std::optional<std::vector<std::string>> legsOf(std::uint32_t callId, std::string_view leg) const override {
        const auto call = calls.find(callId);
        const bool isIn = call != calls.end() && std::ranges::find(call->second, leg) != call->second.end();
        return isIn ? std::optional(call->second) : std::nullopt;
    }
    bool isCall(std::uint32_t callId) const override { return calls.contains(callId); }
    std::vector<std::uint32_t> teamsLedBy(std::string_view supervisorId) const override {
        const auto led = leaders.find(std::string(supervisorId));
        return led == leaders.end() ? std::vector<std::uint32_t>() : led->second;
    }
    bool isTeamMember(std::string_view agentId, std::uint32_t team) const override {
        const auto members = teams.find(team);
        return members != teams.end() && members->second.contains(std::string(agentId));
    }
    std::vector<SwitchEvent> teamConfiguration(std::uint32_t team) const override {
        return {{protocol::MessageType::AGENT_TEAM_CONFIG_EVENT, {}, {{protocol::Field::TeamID, team}}}};
    }
    std::vector<SwitchEvent> teamStates(std::uint32_t team) const override {
        std::vector<SwitchEvent> states;
        for (const AgentRecord& agent : agents) {
            if (!agent.instrument.empty() && isTeamMember(agent.agentId, team)) {
                states.push_back(
                    {protocol::MessageType::AGENT_STATE_EVENT,
                     agent.instrument,
                     {{protocol::Field::AgentState, agent.state}, {protocol::Field::AgentID, agent.agentId}}});
            }
        }
        return states;
    }
    SwitchAnswer setStateOfMember(std::string_view instrument, const protocol::MessageView& message) override {
        askedBySupervisor.emplace_back(instrument);
        return request(instrument, message);
    }
    std::vector<FieldValues> configuration(std::uint32_t kind) const override {
        const auto found = records.find(kind);
        return found == records.end() ? std::vector<FieldValues>() : found->second;
    }
    std::string configurationKey(std::uint32_t kind) const override { return std::string(8, static_cast<char>(kind)); }
    std::vector<SwitchEvent> callsInProgress(std::string_view instrument) const override {
        std::vector<SwitchEvent> at;
        std::ranges::copy_if(running, std::back_inserter(at),
                             [instrument](const SwitchEvent& event) { return event.instrument == instrument; });
        return at;
    }
    std::vector<SwitchEvent> partyUpdates() const override { return {}; }
    SwitchAnswer request(std::string_view instrument, const protocol::MessageView& message) override {
        asked.push_back({std::string(instrument), message.type()});
        for (const SwitchEvent& event : causedByRequest) {
            emitEvent(event);
        }
        return answer;
    }
    void addListener(SwitchListener& listener) override { m_listeners.add(listener); }
    void removeListener(SwitchListener& listener) override { m_listeners.remove(listener); }

private:
    template <class Predicate> std::optional<AgentRecord> find(Predicate predicate) const {
        const auto found = std::ranges::find_if(agents, predicate);
        return found == agents.end() ? std::nullopt : std::optional(*found);
    }

    SwitchListeners m_listeners;
};

} // namespace callwright::simulator
