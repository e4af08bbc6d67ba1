#include "cil/protocol/tables.h"

#include "cil/protocol/tables_data.h"

#include <algorithm>

namespace callwright::protocol {

namespace {

/// Rows of the same field or tag follow the first one somewhere; version limits tell them apart.
template <class Matches>
const FloatingField* firstRow(std::span<const FloatingField> rows, std::size_t from, Version version, Matches matches) {
    for (std::size_t i = from; i < rows.size(); ++i) {
        if (matches(rows[i]) && version >= rows[i].minVersion && version <= rows[i].maxVersion) {
            return &rows[i];
        }
    }
    return nullptr;
}

} // namespace

const FixedField* MessageSpec::findFixed(Field field, Version version) const {
    const auto index = static_cast<std::size_t>(field);
    const std::size_t slot = index < fieldSlots.size() ? fieldSlots[index] : 0;
    return slot != 0 && slot <= layout(version).count ? &fixed[slot - 1] : nullptr;
}

const FloatingField* MessageSpec::findFloating(Field field, Version version) const {
    const auto index = static_cast<std::size_t>(field);
    const std::size_t slot = index < fieldSlots.size() ? fieldSlots[index] : 0;
    if (slot <= fixed.size()) {
        return nullptr;
    }
    return firstRow(floating, slot - 1 - fixed.size(), version,
                    [&](const FloatingField& row) { return row.field == field; });
}

const FloatingField* MessageSpec::findLaterRow(std::size_t from, std::uint16_t tag, Version version) const {
    return firstRow(floating, from, version,
                    [&](const FloatingField& row) { return row.tag == tag || row.aliasTag == tag; });
}

std::span<const MessageSpec> messages() { return data::messages(); }

const MessageSpec* findMessage(std::uint32_t number) {
    return number < messageNumberEnd ? data::messageByNumber[number] : nullptr;
}

const MessageSpec* findMessage(std::string_view name) {
    const auto all = data::messages();
    const auto found = std::ranges::find(all, name, &MessageSpec::name);
    return found == all.end() ? nullptr : &*found;
}

std::string_view name(Field field) {
    const auto index = static_cast<std::size_t>(field);
    return index < fieldCount ? data::fieldNames()[index] : std::string_view();
}

std::optional<Field> findField(std::string_view name) {
    const auto names = data::fieldNames().subspan(1); // the generator sorts them; None comes first
    const auto found = std::ranges::lower_bound(names, name);
    if (found == names.end() || *found != name) {
        return std::nullopt;
    }
    return static_cast<Field>(found - names.begin() + 1);
}

bool isSecret(Field field) {
    const auto index = static_cast<std::size_t>(field);
    return index < fieldCount && (data::fieldTraits()[index] & data::Secret) != 0;
}

std::size_t fixedSize(const MessageSpec& message, Version version) { return message.layout(version).size; }

std::string_view enumValueName(std::string_view enumName, std::uint32_t value) {
    for (const auto& row : data::enumValues()) {
        if (row.value == value && row.enumName == enumName) {
            return row.name;
        }
    }
    return {};
}

std::optional<std::uint32_t> enumValue(std::string_view enumName, std::string_view valueName) {
    for (const auto& row : data::enumValues()) {
        if (row.name == valueName && row.enumName == enumName) {
            return row.value;
        }
    }
    return std::nullopt;
}

std::string_view statusCodeName(std::uint32_t code) { return enumValueName("StatusCode", code); }

std::string_view controlFailureCodeName(std::uint32_t code) { return enumValueName("ControlFailureCode", code); }

bool isKnownTag(std::uint16_t tag) { return std::ranges::binary_search(data::tags(), tag); }

} // namespace callwright::protocol
