#include "app/simulator/acd/json_reader.h"

#include <utility>

namespace callwright::simulator {

JsonReader::JsonReader(const nlohmann::json& json, std::string path, std::string& error)
    : m_json(json), m_path(std::move(path)), m_error(error) {
    if (!json.is_object() && m_error.empty())
        m_error = (m_path.empty() ? "the configuration" : m_path.substr(0, m_path.size() - 1)) + " is not an object";
}

JsonReader& JsonReader::read(const char* name, std::string& value) {
    if (const auto* member = take(name)) {
        if (member->is_string())
            value = member->get<std::string>();
        else
            fail(name, "is not a text");
    }
    return *this;
}

JsonReader& JsonReader::read(const char* name, std::optional<std::string>& value) {
    if (contains(name) && m_json.at(name).is_null()) {
        take(name);
        value.reset();
        return *this;
    }
    std::string text = value.value_or("");
    read(name, text);
    if (contains(name))
        value = text;
    return *this;
}

JsonReader& JsonReader::read(const char* name, bool& value) {
    if (const auto* member = take(name)) {
        if (member->is_boolean())
            value = member->get<bool>();
        else
            fail(name, "is neither true nor false");
    }
    return *this;
}

JsonReader& JsonReader::read(const char* name, std::chrono::milliseconds& value) {
    constexpr double longest = 1e6;
    if (const auto* member = take(name)) {
        const double seconds = member->is_number() ? member->get<double>() : -1;
        if (seconds >= 0 && seconds <= longest)
            value = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
        else
            fail(name, "is not a number of seconds");
    }
    return *this;
}

JsonReader& JsonReader::read(const char* name, std::optional<std::chrono::milliseconds>& value) {
    if (contains(name) && m_json.at(name).is_null()) {
        take(name);
        value.reset();
        return *this;
    }
    std::chrono::milliseconds time = value.value_or(std::chrono::milliseconds(0));
    read(name, time);
    if (contains(name))
        value = time;
    return *this;
}

JsonReader& JsonReader::read(const char* name, std::vector<std::uint32_t>& value) {
    const auto* list = takeList(name);
    if (!list)
        return *this;
    value.clear();
    for (const auto& item : *list) {
        if (isCount(item) && item.get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max())
            value.push_back(item.get<std::uint32_t>());
        else
            fail(name, "holds something that is not a number from 0 up");
    }
    return *this;
}

JsonReader& JsonReader::readBit(const char* name, std::uint32_t bit, std::uint32_t& mask) {
    bool isSet = mask & bit;
    read(name, isSet);
    mask = isSet ? mask | bit : mask & ~bit;
    return *this;
}

void JsonReader::finish() {
    if (!m_json.is_object())
        return;
    for (const auto& [name, value] : m_json.items()) {
        if (!m_known.contains(name))
            fail(name, "is not known here");
    }
}

const nlohmann::json* JsonReader::take(const char* name) {
    m_known.insert(name);
    return contains(name) ? &m_json.at(name) : nullptr;
}

const nlohmann::json* JsonReader::takeList(const char* name) {
    const auto* list = take(name);
    if (list && !list->is_array()) {
        fail(name, "is not a list");
        return nullptr;
    }
    return list;
}

void JsonReader::fail(const std::string& name, const std::string& what) {
    if (m_error.empty())
        m_error = m_path + name + " " + what;
}

} // namespace callwright::simulator
