#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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
    void read(const char* member, std::optional<std::string>& target); ///< null: none
    void read(const char* member, std::vector<std::uint32_t>& target);
    void read(const char* member, std::vector<std::string>& target);
    void readSeconds(const char* member, std::chrono::milliseconds& target);                ///< fractions allowed
    void readSeconds(const char* member, std::optional<std::chrono::milliseconds>& target); ///< null: none
    /// One bit of a mask as true or false.
    void readBit(const char* member, std::uint32_t bit, std::uint32_t& mask);
    /// One of some words; `words` is a range of pairs of a word and what it means.
    template <class Words, class Meaning> void readWord(const char* member, const Words& words, Meaning& target) {
        const nlohmann::json* word = this->member(member);
        if (word == nullptr) {
            return;
        }
        for (const auto& [text, meaning] : words) {
            if (word->is_string() && *word == text) {
                target = meaning;
                return;
            }
        }
        fail(m_where + "." + member + " is not one of the words known here");
    }
    /// Another object, or each object of a list, read by a function that gets its MemberReader.
    template <class ReadMembers> void readObject(const char* member, ReadMembers readMembers) {
        if (const nlohmann::json* object = this->member(member)) {
            readInner(*object, m_where + "." + member, readMembers);
        }
    }
    template <class ReadMembers> void readList(const char* member, ReadMembers readMembers) {
        const nlohmann::json* list = listOf(member);
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            readInner((*list)[i], m_where + "." + member + "[" + std::to_string(i) + "]", readMembers);
        }
    }
    /// The member as it is; nullptr when it is absent.
    const nlohmann::json* member(const char* member);

    void fail(const std::string& sentence); ///< the first one sticks
    bool has(const char* member) const { return m_object.is_object() && m_object.contains(member); }
    const std::string& where() const { return m_where; }

    /// Empty when everything was right; call it last, it also looks for members that were not read.
    std::string error();

private:
    const nlohmann::json* listOf(const char* member);
    template <class ReadMembers>
    void readInner(const nlohmann::json& object, const std::string& where, ReadMembers readMembers) {
        MemberReader inner(object, where);
        if (object.is_object()) {
            readMembers(inner);
        }
        if (const std::string error = inner.error(); !error.empty()) {
            fail(error);
        }
    }

    const nlohmann::json& m_object;
    std::string m_where;
    std::set<std::string, std::less<>> m_known;
    std::string m_error;
};

} // namespace callwright::simulator
