#include "cil/protocol/message_view.h"

#include "cil/protocol/bytes.h"
#include "cil/protocol/wire.h"

#include <algorithm>

namespace callwright::protocol {

namespace {

std::string_view upToNul(std::string_view text) { return text.substr(0, text.find('\0')); }

} // namespace

std::optional<std::uint32_t> FieldView::number() const {
    if (spec == nullptr) {
        return std::nullopt;
    }
    if (const std::size_t size = wire::sizeOf(spec->type); size != 0 && size == data.size()) {
        return wire::readNumber(spec->type, data.data());
    }
    if (const std::size_t size = wire::elementSize(spec->type); size != 0 && size == data.size()) {
        return size == 2 ? wire::read16(data.data()) : wire::read32(data.data());
    }
    return std::nullopt;
}

std::string_view FieldView::text() const { return upToNul(asText(data)); }

std::optional<NamedValue> FieldView::named() const {
    return spec == nullptr ? std::nullopt : readNamed(spec->type, data);
}

std::optional<NamedValue> readNamed(FieldType type, std::span<const std::byte> data) {
    if (type != FieldType::NamedVar && type != FieldType::NamedArray) {
        return std::nullopt;
    }
    NamedValue named;
    auto rest = asText(data);
    if (type == FieldType::NamedArray) {
        if (rest.empty()) {
            return std::nullopt;
        }
        named.index = static_cast<std::uint8_t>(rest.front());
        rest.remove_prefix(1);
    }
    const auto nul = rest.find('\0');
    if (nul == std::string_view::npos) {
        return std::nullopt;
    }
    named.name = rest.substr(0, nul);
    named.value = upToNul(rest.substr(nul + 1));
    return named;
}

const FixedField* MessageView::alternateField(Field field) const {
    const auto found = std::ranges::find(m_fixed, field, &FixedField::field);
    return found == m_fixed.end() ? nullptr : &*found;
}

std::optional<std::string_view> MessageView::text(Field field) const {
    const FieldView* found = first(field);
    return found == nullptr ? std::nullopt : std::optional(found->text());
}

std::optional<std::span<const std::byte>> MessageView::bytes(Field field) const {
    if (const FieldView* found = first(field)) {
        return found->data;
    }
    if (const FixedField* fixed = fixedField(field)) {
        return body().subspan(fixed->offset, fixed->size);
    }
    return std::nullopt;
}

bool MessageView::has(Field field) const { return first(field) != nullptr || fixedField(field) != nullptr; }

const FieldView* MessageView::findNext(Field field, std::size_t occurrence) const {
    const FieldView* found = first(field);
    if (found == nullptr) {
        return nullptr;
    }
    for (const FieldView* end = m_floating.data() + m_floating.size(); found != end; ++found) {
        if (found->spec != nullptr && found->spec->field == field && occurrence-- == 0) {
            return found;
        }
    }
    return nullptr;
}

std::vector<std::span<const FieldView>> MessageView::groups(Field leader) const {
    // The records of CONFIG_* messages hold groups of their own and may have their leader last, so a record goes on
    // until one of its fields comes a second time. Other groups are unbroken runs of their members.
    const FloatingField* row = m_spec == nullptr ? nullptr : m_spec->findFloating(leader, m_version);
    const bool isRecord = row != nullptr && row->countField == Field::NumRecords;
    std::vector<std::span<const FieldView>> result;
    std::size_t begin = 0;
    const auto isMember = [&](const FieldView& field) {
        return field.spec != nullptr && field.spec->groupLeader == leader;
    };
    const auto finish = [&](std::size_t end) {
        if (end > begin) {
            result.push_back(m_floating.subspan(begin, end - begin));
        }
        begin = end;
    };
    for (std::size_t i = 0; i < m_floating.size(); ++i) {
        const FieldView& field = m_floating[i];
        const auto group = m_floating.subspan(begin, i - begin);
        if (isMember(field)) {
            if (std::ranges::any_of(group,
                                    [&](const FieldView& seen) { return isMember(seen) && seen.tag == field.tag; })) {
                finish(i);
            }
        } else if (!isRecord || group.empty()) {
            finish(i);
            begin = i + 1;
        }
    }
    finish(m_floating.size());
    return result;
}

} // namespace callwright::protocol
