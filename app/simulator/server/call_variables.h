#pragma once

#include "cil/protocol/names.h"

#include <array>
#include <cstdint>

namespace callwright::simulator {

/// The peripheral variables of a call, in the order of their CallVariableMask bits.
inline constexpr std::array callVariableFields = {
    protocol::Field::CallVariable1,  protocol::Field::CallVariable2, protocol::Field::CallVariable3,
    protocol::Field::CallVariable4,  protocol::Field::CallVariable5, protocol::Field::CallVariable6,
    protocol::Field::CallVariable7,  protocol::Field::CallVariable8, protocol::Field::CallVariable9,
    protocol::Field::CallVariable10,
};

/// The CallVariableMask bit of a field; 0 when it is no call variable.
constexpr std::uint32_t callVariableBit(protocol::Field field) {
    std::uint32_t bit = 1;
    for (const protocol::Field variable : callVariableFields) {
        if (variable == field) {
            return bit;
        }
        bit <<= 1;
    }
    return 0;
}

} // namespace callwright::simulator
