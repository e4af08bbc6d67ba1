#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace callwright::simulator {

/// Reads the members of one JSON object into variables that already hold their defaults. The first thing that is
/// wrong, a member that nobody knows included, stays in `error` with its path.
class JsonReader {
public:
    JsonReader(const nlohmann::json& json, std::string path, std::string& error);

    JsonReader& read(const char* name, std::string& value);
    JsonReader& read(const char* name, std::optional<std::string>& value); ///< null: none
    JsonReader& read(const char* name, bool& value);
    JsonReader& read(const char* name, std::chrono::milliseconds& value); ///< in seconds, fractions allowed
    JsonReader& read(const char* name, std::optional<std::chrono::milliseconds>& value); ///< null: none
    JsonReader& read(const char* name, std::vector<std::uint32_t>& value);
    template <std::unsigned_integral Number>
    requires(!std::same_as<Number, bool>) JsonReader& read(const char* name, Number& value) {
        if (const auto* member = take(name)) {
            if (isCount(*member) && member->get<std::uint64_t>() <= std::numeric_limits<Number>::max())
                value = member->get<Number>();
            else
                fail(name, "is not a number from 0 up");
        }
        return *this;
    }
    /// The bits of a mask by name.
    JsonReader& readBit(const char* name, std::uint32_t bit, std::uint32_t& mask);
    /// One of some words.
    template <class Choice> JsonReader& readWord(const char* name, const auto& words, Choice& value) {
        std::string word;
        if (!contains(name))
            return *this;
        read(name, word);
        for (const auto& [text, meaning] : words) {
            if (text == word) {
                value = meaning;
                return *this;
            }
        }
        fail(name, "is not one of the words known here");
        return *this;
    }
    template <class ReadItem> JsonReader& readList(const char* name, ReadItem readItem) {
        if (const auto* list = takeList(name)) {
            for (std::size_t i = 0; i < list->size(); ++i) {
                JsonReader item((*list)[i], m_path + name + "[" + std::to_string(i) + "].", m_error);
                readItem(item);
                item.finish();
            }
        }
        return *this;
    }
    template <class ReadObject> JsonReader& readObject(const char* name, ReadObject readMembers) {
        if (const auto* object = take(name)) {
            JsonReader inner(*object, m_path + name + ".", m_error);
            readMembers(inner);
            inner.finish();
        }
        return *this;
    }
    bool contains(const char* name) const { return m_json.is_object() && m_json.contains(name); }
    /// Objects to what has not been read.
    void finish();

private:
    static bool isCount(const nlohmann::json& json) {
        return json.is_number_unsigned() || (json.is_number_integer() && json.get<std::int64_t>() >= 0);
    }
    const nlohmann::json* take(const char* name);
    const nlohmann::json* takeList(const char* name);
    void fail(const std::string& name, const std::string& what);

    const nlohmann::json& m_json;
    std::string m_path;
    std::string& m_error;
    std::set<std::string> m_known;
};

} // namespace callwright::simulator
