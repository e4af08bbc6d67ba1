#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace callwright::simulator {

/// Reads the members of one JSON object that somebody wrote by hand: wrong types, numbers out of range and members
/// that nobody asked for become one English sentence that names the first of them.
class MemberReader {
public:
    /// `where` names the object in messages, e.g. "server".
    MemberReader(const nlohmann::json& object, std::string where);

    /// These leave the target alone when the member is absent.
    void read(const char* member, std::uint32_t& target, std::uint32_t least = 0, std::uint32_t most = 0xFFFFFFFF);
    void read(const char* member, bool& target);
    void read(const char* member, std::string& target);
    /// The member as it is; nullptr when it is absent.
    const nlohmann::json* member(const char* member);

    void fail(const std::string& sentence); ///< the first one sticks
    bool has(const char* member) const { return m_object.is_object() && m_object.contains(member); }
    const std::string& where() const { return m_where; }

    /// Empty when everything was right; call it last, it also looks for members that were not read.
    std::string error();

private:
    const nlohmann::json& m_object;
    std::string m_where;
    std::set<std::string, std::less<>> m_known;
    std::string m_error;
};

} // namespace callwright::simulator
