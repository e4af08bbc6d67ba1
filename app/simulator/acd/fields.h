#pragma once

#include "app/simulator/acd/call_data.h"
#include "app/simulator/acd/vocabulary.h"
#include "app/simulator/server/switch.h"

#include <string>
#include <string_view>
#include <type_traits>

namespace callwright::simulator {

/// Puts together the fields of an outgoing message.
class Fields {
public:
    Fields& set(Field field, std::uint32_t value);
    template <class Enum>
    requires std::is_enum_v<Enum> Fields& set(Field field, Enum value) {
        return set(field, static_cast<std::uint32_t>(value));
    }
    Fields& set(Field field, std::string_view text);
    Fields& setIfAny(Field field, std::string_view text); ///< an empty text is left out
    Fields& setEcc(const EccValues& ecc);                 ///< with NumNamedVariables and NumNamedArrays
    Fields& setItems(const CallData& data);               ///< every item there is

    FieldValues take() { return std::move(m_values); }

private:
    FieldValues m_values;
};

} // namespace callwright::simulator
