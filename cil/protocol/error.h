#pragma once

#include "cil/protocol/names.h" // generated: MessageType, Field, the guide's enums and masks

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace callwright::protocol {

/// What is wrong with bytes or with a message to be sent, under the name the guide gives it.
struct Error {
    StatusCode code = StatusCode::E_CTI_NO_ERROR;
    std::optional<Field> field; ///< the field concerned, when there is one
    std::size_t offset = 0;     ///< byte offset in the frame, header included
    std::string detail;         ///< English, for logs and dumps; never holds a secret

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> using Result = tl::expected<T, Error>;

} // namespace callwright::protocol
