#include "app/simulator/acd/fields.h"

#include <algorithm>

namespace callwright::simulator {

Fields& Fields::set(Field field, std::uint32_t value) {
    m_values.push_back({field, value});
    return *this;
}

Fields& Fields::set(Field field, std::string_view text) {
    m_values.push_back({field, std::string(text)});
    return *this;
}

Fields& Fields::setIfAny(Field field, std::string_view text) { return text.empty() ? *this : set(field, text); }

Fields& Fields::setEcc(const EccValues& ecc) {
    const auto isArray = [](const auto& entry) { return entry.first.second.has_value(); };
    const auto arrays = static_cast<std::uint32_t>(std::ranges::count_if(ecc, isArray));
    set(Field::NumNamedVariables, static_cast<std::uint32_t>(ecc.size()) - arrays);
    set(Field::NumNamedArrays, arrays);
    for (const auto& [key, value] : ecc) {
        m_values.push_back(
            {key.second ? Field::NamedArray : Field::NamedVariable, NamedField{key.first, value, key.second}});
    }
    return *this;
}

Fields& Fields::setItems(const CallData& data) {
    for (const auto& [field, value] : data.items)
        set(field, value);
    return *this;
}

} // namespace callwright::simulator
