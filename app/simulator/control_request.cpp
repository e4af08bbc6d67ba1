#include "app/simulator/control_request.h"

#include <cmath>

namespace callwright::simulator {

namespace {

constexpr double mostSeconds = 1e7; // about four months: more is a slip of the pen

} // namespace

ControlRequest::ControlRequest(const nlohmann::json& json, const std::string& command) : MemberReader(json, command) {
    member("id");
    member("do");
}

std::string ControlRequest::text(const char* name, const std::string& otherwise) {
    std::string value = otherwise;
    read(name, value);
    return value;
}

std::uint32_t ControlRequest::number(const char* name, std::uint32_t otherwise, std::uint32_t least,
                                     std::uint32_t most) {
    std::uint32_t value = otherwise;
    read(name, value, least, most);
    return value;
}

std::uint32_t ControlRequest::call() {
    std::uint32_t value = 0;
    if (!has("call")) {
        fail(where() + ".call is missing");
    }
    read("call", value);
    return value;
}

std::optional<std::uint32_t> ControlRequest::number(const char* name) {
    std::uint32_t value = 0;
    read(name, value);
    return has(name) ? std::optional(value) : std::nullopt;
}

std::optional<Side> ControlRequest::side() {
    if (!has("side")) {
        return {};
    }
    const auto named = sideNamed(text("side", ""));
    if (!named) {
        fail(where() + ".side is neither A nor B");
    }
    return named;
}

Milliseconds ControlRequest::seconds(double otherwise) {
    const nlohmann::json* value = member("seconds");
    const double given = value == nullptr ? otherwise : value->is_number() ? value->get<double>() : -1;
    if (!(given >= 0 && given <= mostSeconds)) {
        fail(where() + ".seconds is not a number from 0 to 10000000");
        return Milliseconds(0);
    }
    return Milliseconds(std::llround(given * 1000));
}

CallVariables ControlRequest::variables() {
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

} // namespace callwright::simulator
