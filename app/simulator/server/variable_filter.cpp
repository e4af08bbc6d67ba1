#include "app/simulator/server/variable_filter.h"

#include "app/simulator/server/call_variables.h"

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

using protocol::Field;

std::uint32_t countOf(const FieldValues& fields, Field field) {
    return static_cast<std::uint32_t>(std::ranges::count(fields, field, &FieldValue::field));
}

} // namespace

void VariableFilter::registerFrom(const protocol::MessageView& request) {
    m_isActive = true;
    m_callVariables = request.number(Field::CallVariableMask, 0);
    m_names.clear();
    for (const protocol::FieldView& field : request.floating()) {
        if (const auto named = field.named()) {
            m_names.emplace(named->name);
        }
    }
}

bool VariableFilter::passes(const FieldValue& field) const {
    if (const auto* named = std::get_if<NamedField>(&field.value)) {
        return m_names.contains(named->name);
    }
    const std::uint32_t bit = callVariableBit(field.field);
    return bit == 0 || (m_callVariables & bit) != 0;
}

FieldValues VariableFilter::filtered(const FieldValues& fields) const {
    FieldValues kept;
    std::ranges::copy_if(fields, std::back_inserter(kept), [this](const FieldValue& field) { return passes(field); });
    for (FieldValue& field : kept) {
        if (field.field == Field::NumNamedVariables) {
            field.value = countOf(kept, Field::NamedVariable);
        } else if (field.field == Field::NumNamedArrays) {
            field.value = countOf(kept, Field::NamedArray);
        }
    }
    return kept;
}

} // namespace callwright::simulator
