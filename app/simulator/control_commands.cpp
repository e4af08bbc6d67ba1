#include "app/simulator/control_commands.h"

#include "app/simulator/control_request.h"
#include "app/simulator/fault_reading.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

using Request = ControlRequest;
using Json = nlohmann::ordered_json;
using Outcome = tl::expected<Json, std::string>; ///< members to add to the answer, or a sentence

struct Context {
    Simulator& simulator;
    ManualClock* manualClock;
};

Outcome finished(const tl::expected<void, std::string>& outcome) {
    return outcome ? Outcome(Json::object()) : tl::make_unexpected(outcome.error());
}

/// What the wire can carry as ANI.
bool isCallerNumber(const std::string& text) {
    constexpr std::size_t longest = 39; // and a NUL
    return text.size() <= longest &&
           std::ranges::all_of(text, [](char character) { return character >= ' ' && character <= '~'; });
}

Outcome call(Context& context, Request& request) {
    const std::string to = request.text("to", "");
    const std::string ani = request.text("ani", "4155550100");
    if (!isCallerNumber(ani)) {
        request.fail("call.ani is more than 39 characters or holds other than ASCII ones");
    }
    const CallVariables variables = request.variables();
    if (to.empty()) {
        request.fail("call.to is missing");
    }
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    const auto started = context.simulator.startCall(to, ani, variables);
    return started ? Outcome(Json{{"call", *started}}) : tl::make_unexpected(started.error());
}

Outcome hangup(Context& context, Request& request) {
    const std::uint32_t callId = request.call();
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(context.simulator.hangup(callId));
}

Outcome answerRemote(Context& context, Request& request) {
    const std::uint32_t callId = request.call();
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(context.simulator.answerRemote(callId));
}

Outcome lose(Context& context, Request& request) {
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    context.simulator.loseNextCall();
    return Json::object();
}

Outcome configure(Context& context, Request& request) {
    const std::string name = request.text("name", "");
    const std::string agent = request.text("agent", "");
    const std::optional<std::uint32_t> group = request.number("skillGroup");
    if (name.empty()) {
        request.fail("configure.name is missing");
    } else if (agent.empty() == !group.has_value()) {
        request.fail("configure needs either agent or skillGroup");
    }
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(group ? context.simulator.renameGroup(*group, name) : context.simulator.renameAgent(agent, name));
}

Outcome team(Context& context, Request& request) {
    const std::string agent = request.text("agent", "");
    const std::optional<std::uint32_t> next = request.number("team");
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(context.simulator.setTeam(agent, next));
}

Outcome state(Context& context, Request& request) {
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return context.simulator.state();
}

Outcome advance(Context& context, Request& request) {
    const Milliseconds by = request.seconds(-1);
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    if (context.manualClock == nullptr) {
        return tl::make_unexpected(std::string("advance needs --clock manual"));
    }
    context.manualClock->advance(by);
    return Json::object();
}

Outcome fault(Context& context, Request& request) {
    const Fault fault = readFault(request);
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(context.simulator.fault(fault));
}

Outcome heal(Context& context, Request& request) {
    const std::optional<Fault> healed = request.has("kind") ? std::optional(readHealed(request)) : std::nullopt;
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(healed ? context.simulator.heal(*healed) : context.simulator.healAll());
}

Outcome switchOver(Context& context, Request& request) {
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(context.simulator.switchOver());
}

struct Command {
    std::string_view name;
    Outcome (*run)(Context&, Request&);
};

constexpr Command commands[] = {
    {"call", call},   {"hangup", hangup},       {"answer", answerRemote},   {"lose", lose},
    {"team", team},   {"configure", configure}, {"state", state},           {"advance", advance},
    {"fault", fault}, {"heal", heal},           {"switchover", switchOver},
};

/// "a, b, c"
template <class Range> std::string listOf(const Range& range) {
    std::string list;
    for (const auto& item : range) {
        list += (list.empty() ? "" : ", ") + std::string(item.name);
    }
    return list;
}

Json failed(const Json& id, const std::string& sentence) {
    return Json{{"id", id}, {"ok", false}, {"error", sentence}};
}

} // namespace

ControlCommands::ControlCommands(Simulator& simulator, ManualClock* manualClock)
    : m_simulator(simulator), m_manualClock(manualClock) {}

std::string ControlCommands::execute(std::string_view line) {
    const auto request = nlohmann::json::parse(line, nullptr, false);
    const Json answered =
        request.is_object() ? answer(request) : failed(nullptr, "a command is one JSON object in one line");
    return answered.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json ControlCommands::answer(const nlohmann::json& request) {
    const Json id = request.contains("id") ? Json(request.at("id")) : Json(nullptr);
    if (!id.is_null() && !id.is_number() && !id.is_string()) {
        return failed(nullptr, "id is neither a number nor a text");
    }
    const std::string name =
        request.contains("do") && request.at("do").is_string() ? request.at("do").get<std::string>() : std::string();
    for (const Command& command : commands) {
        if (command.name == name) {
            Context context{m_simulator, m_manualClock};
            Request members(request, name);
            const Outcome outcome = command.run(context, members);
            if (!outcome) {
                return failed(id, outcome.error());
            }
            Json answered{{"id", id}, {"ok", true}};
            answered.update(*outcome);
            return answered;
        }
    }
    return failed(id, "do is none of " + listOf(commands));
}

} // namespace callwright::simulator
