#include "app/simulator/json/member_reader.h"

#include <limits>
#include <utility>

namespace callwright::simulator {

MemberReader::MemberReader(const nlohmann::json& object, std::string where)
    : m_object(object), m_where(std::move(where)) {
    if (!object.is_object()) {
        fail(m_where + " is not an object");
    }
}

const nlohmann::json* MemberReader::member(const char* member) {
    m_known.insert(member);
    return has(member) ? &m_object.at(member) : nullptr;
}

void MemberReader::read(const char* name, std::uint32_t& target, std::uint32_t least, std::uint32_t most) {
    const nlohmann::json* value = member(name);
    if (value == nullptr) {
        return;
    }
    const bool isFitting =
        value->is_number_unsigned() && value->get<std::uint64_t>() >= least && value->get<std::uint64_t>() <= most;
    if (isFitting) {
        target = value->get<std::uint32_t>();
    } else {
        fail(m_where + "." + name + " is not a whole number from " + std::to_string(least) + " to " +
             std::to_string(most));
    }
}

void MemberReader::read(const char* name, bool& target) {
    const nlohmann::json* value = member(name);
    if (value == nullptr) {
        return;
    }
    if (value->is_boolean()) {
        target = value->get<bool>();
    } else {
        fail(m_where + "." + name + " is neither true nor false");
    }
}

void MemberReader::read(const char* name, std::string& target) {
    const nlohmann::json* value = member(name);
    if (value == nullptr) {
        return;
    }
    if (value->is_string()) {
        target = value->get<std::string>();
    } else {
        fail(m_where + "." + name + " is not a text");
    }
}

void MemberReader::read(const char* name, std::optional<std::string>& target) {
    const nlohmann::json* value = member(name);
    if (value != nullptr && value->is_null()) {
        target.reset();
    } else if (value != nullptr) {
        std::string text;
        read(name, text);
        target = text;
    }
}

void MemberReader::read(const char* name, std::vector<std::uint32_t>& target) {
    const nlohmann::json* list = listOf(name);
    if (list == nullptr) {
        return;
    }
    target.clear();
    for (const nlohmann::json& item : *list) {
        if (item.is_number_unsigned() && item.get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max()) {
            target.push_back(item.get<std::uint32_t>());
        } else {
            fail(m_where + "." + name + " holds something that is not a whole number from 0 up");
        }
    }
}

void MemberReader::read(const char* name, std::vector<std::string>& target) {
    const nlohmann::json* list = listOf(name);
    if (list == nullptr) {
        return;
    }
    target.clear();
    for (const nlohmann::json& item : *list) {
        if (item.is_string()) {
            target.push_back(item.get<std::string>());
        } else {
            fail(m_where + "." + name + " holds something that is not a text");
        }
    }
}

void MemberReader::readSeconds(const char* name, std::chrono::milliseconds& target) {
    constexpr double longest = 1e6;
    const nlohmann::json* value = member(name);
    if (value == nullptr) {
        return;
    }
    const double seconds = value->is_number() ? value->get<double>() : -1;
    if (seconds >= 0 && seconds <= longest) {
        target = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    } else {
        fail(m_where + "." + name + " is not a number of seconds");
    }
}

void MemberReader::readSeconds(const char* name, std::optional<std::chrono::milliseconds>& target) {
    const nlohmann::json* value = member(name);
    if (value != nullptr && value->is_null()) {
        target.reset();
    } else if (value != nullptr) {
        std::chrono::milliseconds time{0};
        readSeconds(name, time);
        target = time;
    }
}

void MemberReader::readBit(const char* name, std::uint32_t bit, std::uint32_t& mask) {
    bool isSet = (mask & bit) != 0;
    read(name, isSet);
    mask = isSet ? mask | bit : mask & ~bit;
}

const nlohmann::json* MemberReader::listOf(const char* name) {
    const nlohmann::json* value = member(name);
    if (value != nullptr && !value->is_array()) {
        fail(m_where + "." + name + " is not a list");
        return nullptr;
    }
    return value;
}

void MemberReader::fail(const std::string& sentence) {
    if (m_error.empty()) {
        m_error = sentence;
    }
}

std::string MemberReader::error() {
    if (m_object.is_object()) {
        for (const auto& item : m_object.items()) {
            if (!m_known.contains(item.key())) {
                fail(m_where + " has no member \"" + item.key() + "\"");
            }
        }
    }
    return m_error;
}

} // namespace callwright::simulator
