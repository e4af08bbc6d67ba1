#pragma once

#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <span>
#include <vector>

/// The value of one field as JSON and back; the two halves of json.h meet here.
namespace callwright::protocol {

nlohmann::ordered_json fieldToJson(FieldType type, std::span<const std::byte> data, CodePage codePage);

/// Errors carry no field: the caller knows it.
Result<std::vector<std::byte>> fieldFromJson(FieldType type, const nlohmann::ordered_json& value, CodePage codePage);

/// The bytes that "hex" gives; nullopt when the value has none.
std::optional<Result<std::vector<std::byte>>> hexOf(const nlohmann::ordered_json& value);

/// What is wrong with JSON that should become a frame.
Error jsonError(std::string detail);

} // namespace callwright::protocol
