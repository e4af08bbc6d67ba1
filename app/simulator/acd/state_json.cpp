#include "app/simulator/acd/state_json.h"

#include "cil/protocol/tables.h"
#include "cil/protocol/text_codec.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using Json = nlohmann::ordered_json;

std::string shown(std::string_view wire) { return protocol::toUtf8(wire, protocol::CodePage::Windows1252).utf8; }

Json agentJson(const Context& context, const Agent& agent) {
    Json json{{"AgentID", agent.config->id}, {"name", agent.config->name}};
    if (agent.isSignedIn()) {
        json["AgentExtension"] = deviceOf(context.config, context.world, agent.instrument).id;
        json["AgentInstrument"] = agent.instrument;
    }
    json["AgentState"] = number(agent.state);
    json["EventReasonCode"] = agent.reason;
    if (agent.next)
        json["NextAgentState"] = number(*agent.next);
    if (const auto& data = agent.serviceData) {
        json["serviceData"] = Json{{"RouterCallKeyDay", data->key.day},
                                   {"RouterCallKeyCallID", data->key.callId},
                                   {"FltEnabledServices", data->services},
                                   {"NumPositiveAnswersSuggestions", data->positive},
                                   {"NumNegativeAnswersSuggestions", data->negative}};
    }
    json["ICMAgentID"] = agent.config->skillTargetId;
    json["supervisor"] = agent.config->isSupervisor;
    json["TeamID"] = agent.teamId;
    json["SkillGroupNumber"] = agent.isSignedIn() ? agent.skillGroups : agent.config->skillGroups;
    return json;
}

Json connectionJson(const Connection& connection) {
    Json json{{"ConnectionDeviceID", connection.id},
              {"ConnectionDeviceIDType", number(ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)},
              {"device", shown(connection.device.id)},
              {"DeviceType", number(connection.device.type)},
              {"instrument", connection.party == Party::Phone ? connection.instrument : std::string()},
              {"LocalConnectionState", number(connection.state)}};
    if (const auto& recording = connection.recording) {
        json["recording"] = Json{{"SessionID", recording->sessionId},
                                 {"ServerData", recording->serverData},
                                 {"Direction", recording->direction}};
    }
    if (connection.isNetworkRecorded)
        json["networkRecording"] = true;
    if (connection.greeting)
        json["greeting"] = true;
    return json;
}

Json callJson(const Call& call) {
    Json json{{"ConnectionCallID", call.id}, {"CallType", number(call.type)}};
    if (call.key) {
        json["RouterCallKeyDay"] = call.key->day;
        json["RouterCallKeyCallID"] = call.key->callId;
    }
    json["DNIS"] = shown(call.dnis);
    json["DialedNumber"] = shown(call.dialedNumber);
    for (const auto& [field, value] : call.data.items)
        json[std::string(protocol::name(field))] = shown(value);
    json["ECC"] = Json::object();
    for (const auto& [key, value] : call.data.ecc)
        json["ECC"][shown(eccLabel(key))] = shown(value);
    for (const FieldValue& said : call.placement) {
        Json& shownAs = json["placement"][std::string(protocol::name(said.field))];
        if (const auto* value = std::get_if<std::uint32_t>(&said.value))
            shownAs = *value;
        else
            shownAs = shown(std::get<std::string>(said.value));
    }
    if (!call.tones.empty())
        json["DTMFString"] = call.tones;
    if (!call.badLine.empty())
        json["badLine"] = call.badLine;
    json["connections"] = Json::array();
    for (const Connection& connection : call.connections)
        json["connections"].push_back(connectionJson(connection));
    return json;
}

Json queueJson(const Context& context, std::size_t index) {
    const QueueConfig& queue = context.config.queues[index];
    Json calls = Json::array();
    for (const CallSerial serial : context.world.waiting) {
        const auto call = context.world.calls.find(serial);
        if (call != context.world.calls.end() && call->second.queue == index)
            calls.push_back(call->second.id);
    }
    Json available = Json::array();
    for (const Agent& agent : context.world.agents) {
        if (agent.state == AgentState::AGENT_STATE_AVAILABLE &&
            std::ranges::find(agent.skillGroups, queue.skillGroup) != agent.skillGroups.end())
            available.push_back(agent.config->id);
    }
    return Json{{"name", queue.name},
                {"DialedNumber", queue.dialedNumber},
                {"SkillGroupNumber", queue.skillGroup},
                {"calls", calls},
                {"available", available}};
}

} // namespace

Json stateOf(const Context& context) {
    Json json{{"agents", Json::array()}, {"calls", Json::array()}, {"queues", Json::array()}};
    for (const Agent& agent : context.world.agents)
        json["agents"].push_back(agentJson(context, agent));
    for (const auto& [serial, call] : context.world.calls)
        json["calls"].push_back(callJson(call));
    for (std::size_t i = 0; i < context.config.queues.size(); ++i)
        json["queues"].push_back(queueJson(context, i));
    for (const auto& [path, variables] : context.world.applicationData) {
        for (const auto& [field, value] : variables)
            json["applicationData"][std::to_string(path)][std::string(protocol::name(field))] = shown(value);
    }
    return json;
}

} // namespace callwright::simulator
