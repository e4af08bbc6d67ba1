#include "cil/protocol/json_field.h"

#include "cil/protocol/bytes.h"
#include "cil/protocol/hex.h"
#include "cil/protocol/wire.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace callwright::protocol {

using Json = nlohmann::ordered_json;
using Bytes = std::vector<std::byte>;

namespace {

Bytes copyOf(std::string_view text) {
    const auto bytes = asBytes(text);
    return {bytes.begin(), bytes.end()};
}

Json hexOnly(std::span<const std::byte> data) { return {{"hex", toHex(data)}}; }

Json numberToJson(FieldType type, std::span<const std::byte> data) {
    if (data.size() != wire::sizeOf(type)) {
        return hexOnly(data);
    }
    const std::uint32_t number = wire::readNumber(type, data.data());
    if (type == FieldType::Bool) {
        return number <= 1 ? Json(number == 1) : Json{{"value", number}, {"hex", toHex(data)}};
    }
    return wire::isSigned(type) ? Json(static_cast<std::int32_t>(number)) : Json(number);
}

Json textToJson(std::span<const std::byte> data, CodePage codePage) {
    const auto text = asText(data);
    const std::size_t end = std::min(text.find('\0'), text.size());
    const auto decoded = toUtf8(text.substr(0, end), codePage);
    const bool isCanonical = decoded.isExact && end + 1 == text.size();
    return isCanonical ? Json(decoded.utf8) : Json{{"value", decoded.utf8}, {"hex", toHex(data)}};
}

Json namedToJson(FieldType type, std::span<const std::byte> data, CodePage codePage) {
    const auto named = readNamed(type, data);
    if (!named) {
        return hexOnly(data);
    }
    Json object = Json::object();
    if (named->index) {
        object["index"] = *named->index;
    }
    const auto name = toUtf8(named->name, codePage);
    const auto value = toUtf8(named->value, codePage);
    object["name"] = name.utf8;
    object["value"] = value.utf8;
    const std::size_t canonicalSize = (named->index ? 1 : 0) + named->name.size() + 1 + named->value.size() + 1;
    const bool isTerminated = canonicalSize == data.size() && data.back() == std::byte{0};
    if (!isTerminated || !name.isExact || !value.isExact) {
        object["hex"] = toHex(data);
    }
    return object;
}

Json arrayToJson(FieldType type, std::span<const std::byte> data) {
    const std::size_t size = wire::elementSize(type);
    if (data.size() % size != 0) {
        return hexOnly(data);
    }
    Json list = Json::array();
    for (std::size_t i = 0; i < data.size(); i += size) {
        list.push_back(size == 2 ? wire::read16(data.data() + i) : wire::read32(data.data() + i));
    }
    return list.size() == 1 ? list.front() : list;
}

/// Appends an integer of `size` bytes.
std::optional<Error> appendNumber(const Json& value, std::size_t size, bool withSign, Bytes& out) {
    if (!value.is_number_integer()) {
        return jsonError("not an integer");
    }
    const std::int64_t limit = std::int64_t{1} << (8 * size);
    const std::int64_t lowest = withSign ? -limit / 2 : 0;
    const std::int64_t highest = withSign ? limit / 2 - 1 : limit - 1;
    const bool isHuge = value.is_number_unsigned() &&
                        value.get<std::uint64_t>() > static_cast<std::uint64_t>(highest); // beyond int64 perhaps
    if (isHuge || value.get<std::int64_t>() < lowest || value.get<std::int64_t>() > highest) {
        return jsonError("not from " + std::to_string(lowest) + " to " + std::to_string(highest));
    }
    out.resize(out.size() + size);
    wire::write(out.data() + out.size() - size, size, static_cast<std::uint32_t>(value.get<std::int64_t>()));
    return std::nullopt;
}

Result<Bytes> numberFromJson(FieldType type, const Json& value) {
    Bytes bytes;
    const bool isBool = type == FieldType::Bool && value.is_boolean();
    const Json number = isBool ? Json(value.get<bool>() ? 1 : 0) : value;
    if (auto error = appendNumber(number, wire::sizeOf(type), wire::isSigned(type), bytes)) {
        return tl::unexpected(std::move(*error));
    }
    return bytes;
}

/// A text of the code page with its NUL.
Result<std::string> textFromJson(const Json& value, CodePage codePage) {
    if (!value.is_string()) {
        return tl::unexpected(jsonError("not a text"));
    }
    const auto wire = fromUtf8(value.get_ref<const std::string&>(), codePage);
    if (!wire) {
        return tl::unexpected(jsonError("a text with characters that the code page does not have"));
    }
    return *wire + '\0';
}

Result<Bytes> namedFromJson(FieldType type, const Json& value, CodePage codePage) {
    if (!value.is_object() || !value.contains("name") || !value.contains("value")) {
        return tl::unexpected(jsonError("not an object with name and value"));
    }
    Bytes bytes;
    if (type == FieldType::NamedArray) {
        if (!value.contains("index")) {
            return tl::unexpected(jsonError("an array element without index"));
        }
        if (auto error = appendNumber(value.at("index"), 1, false, bytes)) {
            return tl::unexpected(std::move(*error));
        }
    }
    for (const char* part : {"name", "value"}) {
        const auto text = textFromJson(value.at(part), codePage);
        if (!text) {
            return tl::unexpected(text.error());
        }
        const auto more = asBytes(*text);
        bytes.insert(bytes.end(), more.begin(), more.end());
    }
    return bytes;
}

Result<Bytes> arrayFromJson(FieldType type, const Json& value) {
    Bytes bytes;
    const Json list = value.is_array() ? value : Json::array({value});
    for (const Json& element : list) {
        if (auto error = appendNumber(element, wire::elementSize(type), false, bytes)) {
            return tl::unexpected(std::move(*error));
        }
    }
    return bytes;
}

} // namespace

Json fieldToJson(FieldType type, std::span<const std::byte> data, CodePage codePage) {
    switch (type) {
    case FieldType::String:
        return textToJson(data, codePage);
    case FieldType::Unspec:
        return hexOnly(data);
    case FieldType::NamedVar:
    case FieldType::NamedArray:
        return namedToJson(type, data, codePage);
    case FieldType::UShortArray:
    case FieldType::UIntArray:
        return arrayToJson(type, data);
    default:
        return numberToJson(type, data);
    }
}

Result<Bytes> fieldFromJson(FieldType type, const Json& value, CodePage codePage) {
    if (auto hex = hexOf(value)) {
        return *hex;
    }
    switch (type) {
    case FieldType::String: {
        const auto text = textFromJson(value, codePage);
        return text ? Result<Bytes>(copyOf(*text)) : tl::unexpected(text.error());
    }
    case FieldType::Unspec:
        return tl::unexpected(jsonError("not an object with hex"));
    case FieldType::NamedVar:
    case FieldType::NamedArray:
        return namedFromJson(type, value, codePage);
    case FieldType::UShortArray:
    case FieldType::UIntArray:
        return arrayFromJson(type, value);
    default:
        return numberFromJson(type, value);
    }
}

std::optional<Result<Bytes>> hexOf(const Json& value) {
    if (!value.is_object()) {
        return std::nullopt;
    }
    if (value.contains("masked")) {
        return tl::unexpected(jsonError("a masked secret cannot be encoded; decode with secrets shown"));
    }
    if (!value.contains("hex")) {
        return std::nullopt;
    }
    const Json& digits = value.at("hex");
    auto bytes = digits.is_string() ? fromHex(digits.get_ref<const std::string&>()) : std::nullopt;
    if (!bytes) {
        return tl::unexpected(jsonError("\"hex\" is no text of hex digit pairs"));
    }
    return std::move(*bytes);
}

Error jsonError(std::string detail) { return {StatusCode::E_CTI_BAD_MESSAGE_FORMAT, {}, 0, std::move(detail)}; }

} // namespace callwright::protocol
