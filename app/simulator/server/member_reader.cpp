#include "app/simulator/server/member_reader.h"

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
