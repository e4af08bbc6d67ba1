#include "cil/service/field_values.h"

#include "cil/service/text.h"

namespace callwright::service {

using protocol::CodePage;
using protocol::Field;
using protocol::FieldType;
using protocol::FieldView;

namespace {

/// Bytes of no text, such as a call reference.
QString hex(std::span<const std::byte> data) {
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size())).toHex());
}

/// Bytes that mostly are text, one character each: nothing is lost either way.
QString bytes(std::span<const std::byte> data) {
    return QString::fromLatin1(reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size()));
}

} // namespace

ArgValue fieldNumber(FieldType type, std::uint32_t value) {
    switch (type) {
    case FieldType::Bool:
        return value != 0;
    case FieldType::Char:
    case FieldType::Short:
        return static_cast<std::int16_t>(value);
    case FieldType::UChar:
    case FieldType::UShort:
    case FieldType::UShortArray:
        return static_cast<std::uint16_t>(value);
    case FieldType::Int:
        return static_cast<std::int32_t>(value);
    default:
        return value;
    }
}

ArgValue fieldValue(const FieldView& field, CodePage page) {
    const FieldType type = field.spec->type;
    if (type == FieldType::String) {
        return fromWire(field.text(), page);
    }
    if (field.spec->field == Field::UserToUserInfo) {
        return bytes(field.data);
    }
    if (type == FieldType::Unspec) {
        return hex(field.data);
    }
    const auto value = field.number();
    return value ? fieldNumber(type, *value) : ArgValue();
}

ArgArray fieldElements(const FieldView& field, CodePage page) {
    const std::size_t size = field.spec->type == FieldType::UIntArray     ? 4
                             : field.spec->type == FieldType::UShortArray ? 2
                                                                          : 0;
    if (size == 0) {
        return {fieldValue(field, page)};
    }
    ArgArray elements;
    for (std::size_t at = 0; at + size <= field.data.size(); at += size) {
        std::uint32_t value = 0;
        for (const std::byte byte : field.data.subspan(at, size)) {
            value = value << 8 | std::to_integer<std::uint32_t>(byte);
        }
        elements.push_back(fieldNumber(field.spec->type, value));
    }
    return elements;
}

} // namespace callwright::service
