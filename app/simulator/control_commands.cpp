#include "app/simulator/control_commands.h"

#include "app/simulator/json/member_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <iterator>

namespace callwright::simulator {

namespace {

using Json = nlohmann::ordered_json;
using Outcome = tl::expected<Json, std::string>; ///< members to add to the answer, or a sentence

constexpr double mostSeconds = 1e7; // about four months: more is a slip of the pen

struct Context {
    Simulator& simulator;
    ManualClock* manualClock;
};

/// Reads the members of one command after "id" and "do".
class Request : public MemberReader {
public:
    Request(const nlohmann::json& json, const std::string& command) : MemberReader(json, command) {
        member("id");
        member("do");
    }

    std::string text(const char* name, const std::string& otherwise) {
        std::string value = otherwise;
        read(name, value);
        return value;
    }
    std::uint32_t call() {
        std::uint32_t value = 0;
        if (!has("call")) {
            fail(where() + ".call is missing");
        }
        read("call", value);
        return value;
    }
    std::optional<std::uint32_t> number(const char* name) {
        std::uint32_t value = 0;
        read(name, value);
        return has(name) ? std::optional(value) : std::nullopt;
    }
    std::optional<std::uint32_t> session() { return number("session"); }
    std::optional<Side> side() {
        if (!has("side")) {
            return {};
        }
        const auto side = sideNamed(text("side", ""));
        if (!side) {
            fail(where() + ".side is neither A nor B");
        }
        return side;
    }
    Milliseconds seconds(double otherwise) {
        const nlohmann::json* value = member("seconds");
        const double seconds = value == nullptr ? otherwise : value->is_number() ? value->get<double>() : -1;
        if (!(seconds >= 0 && seconds <= mostSeconds)) {
            fail(where() + ".seconds is not a number from 0 to 10000000");
            return Milliseconds(0);
        }
        return Milliseconds(std::llround(seconds * 1000));
    }
    FaultKind kind() {
        const std::string name = text("kind", "");
        const auto kind = faultKindNamed(name);
        if (!kind) {
            fail(where() + ".kind is none of " + faultKindNames());
        }
        return kind.value_or(FaultKind::Drop);
    }
    CallVariables variables() {
        CallVariables all;
        const nlohmann::json* object = member("variables");
        if (object == nullptr) {
            return all;
        }
        if (!object->is_object()) {
            fail(where() + ".variables is not an object");
            return all;
        }
        for (const auto& item : object->items()) {
            if (item.value().is_string()) {
                all.emplace_back(item.key(), item.value().get<std::string>());
            } else {
                fail(where() + ".variables." + item.key() + " is not a text");
            }
        }
        return all;
    }
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

bool fitsOneSession(FaultKind kind) { return kind != FaultKind::Refuse && kind != FaultKind::Offline; }

void readPart(Request& request, Fault& fault) {
    const std::string part = request.text("part", "server");
    if (part != "server" && part != "peripheral") {
        request.fail("fault.part is neither server nor peripheral");
    }
    fault.concernsPeripheral = part == "peripheral";
}

void readBytes(Request& request, Fault& fault) {
    const std::string hex = request.text("hex", "");
    fault.bytes = QByteArray::fromHex(QByteArray::fromStdString(hex));
    if (fault.bytes.toHex().toStdString() != QByteArray::fromStdString(hex).toLower().toStdString()) {
        request.fail("fault.hex is not a row of hex digit pairs");
    }
}

Outcome fault(Context& context, Request& request) {
    Fault fault;
    fault.kind = request.kind();
    fault.side = request.side();
    if (fitsOneSession(fault.kind)) {
        fault.session = request.session();
    }
    if (fault.kind == FaultKind::Slow) {
        fault.delay = request.seconds(2);
    } else if (fault.kind == FaultKind::Garbage) {
        readBytes(request, fault);
    } else if (fault.kind == FaultKind::Offline) {
        readPart(request, fault);
    }
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(context.simulator.fault(fault));
}

Outcome heal(Context& context, Request& request) {
    const bool healsAll = !request.has("kind");
    Fault fault;
    if (!healsAll) {
        fault.kind = request.kind();
        fault.side = request.side();
        fault.session = fitsOneSession(fault.kind) ? request.session() : std::nullopt;
    }
    if (const std::string error = request.error(); !error.empty()) {
        return tl::make_unexpected(error);
    }
    return finished(healsAll ? context.simulator.healAll() : context.simulator.heal(fault));
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
    {"call", call},   {"hangup", hangup},   {"answer", answerRemote}, {"lose", lose}, {"team", team},
    {"state", state}, {"advance", advance}, {"fault", fault},         {"heal", heal}, {"switchover", switchOver},
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
