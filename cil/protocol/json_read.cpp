#include "cil/protocol/json.h"
#include "cil/protocol/json_field.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/wire.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace callwright::protocol {

using Json = nlohmann::ordered_json;
using Bytes = std::vector<std::byte>;

namespace {

/// A name-value pair of "fixed" or "floating".
struct Entry {
    std::string_view name;
    const Json* value;
};

Result<std::vector<Entry>> entriesOf(const Json& object, const char* key) {
    std::vector<Entry> entries;
    if (!object.contains(key)) {
        return entries;
    }
    const std::string where = "\"" + std::string(key) + "\"";
    const Json& list = object.at(key);
    if (!list.is_array()) {
        return tl::unexpected(jsonError(where + " is no list"));
    }
    for (const Json& pair : list) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string()) {
            return tl::unexpected(jsonError(where + " holds something that is no [name, value]"));
        }
        entries.push_back({pair[0].get_ref<const std::string&>(), &pair[1]});
    }
    return entries;
}

Error about(std::string_view fieldName, Error error) {
    error.detail = std::string(fieldName) + ": " + error.detail;
    return error;
}

/// The message's number, from "type", "message", or both when they agree.
Result<std::uint32_t> numberOf(const Json& object) {
    const bool isNamed = object.contains("message") && object.at("message").is_string();
    const MessageSpec* named = isNamed ? findMessage(object.at("message").get_ref<const std::string&>()) : nullptr;
    if (isNamed && named == nullptr) {
        return tl::unexpected(jsonError("no message has this name"));
    }
    if (!object.contains("type")) {
        return named != nullptr
                   ? Result<std::uint32_t>(static_cast<std::uint32_t>(named->type))
                   : tl::unexpected(jsonError("neither \"type\" nor \"message\" says which message it is"));
    }
    const auto bytes = fieldFromJson(FieldType::UInt, object.at("type"), CodePage::Utf8);
    if (!bytes || bytes->size() != 4) {
        return tl::unexpected(about("type", bytes ? jsonError("not a message number") : bytes.error()));
    }
    const std::uint32_t number = wire::read32(bytes->data());
    if (named != nullptr && number != static_cast<std::uint32_t>(named->type)) {
        return tl::unexpected(jsonError("\"type\" and \"message\" contradict each other"));
    }
    return number;
}

Result<Bytes> frameOf(std::uint32_t number, std::span<const std::byte> body) {
    if (body.size() > maxFrameSize - headerSize) {
        return tl::unexpected(Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, 0, "longer than any message"});
    }
    Bytes frame(headerSize);
    wire::write(frame.data(), 4, static_cast<std::uint32_t>(body.size()));
    wire::write(frame.data() + 4, 4, number);
    frame.insert(frame.end(), body.begin(), body.end());
    return frame;
}

/// Writes the fields of one message with a known layout.
class Writer {
public:
    Writer(const MessageSpec& spec, Version version, CodePage codePage)
        : m_spec(spec), m_version(version), m_codePage(codePage), m_builder(spec.type, version),
          m_layout(spec.fixed.first(spec.layout(version).count)) {}

    std::optional<Error> writeFixed(const std::vector<Entry>& entries) {
        const auto isOfAlternateOnly = [&](const Entry& entry) {
            return find(m_layout, entry.name) == nullptr && find(m_spec.alternate, entry.name) != nullptr;
        };
        if (std::ranges::any_of(entries, isOfAlternateOnly)) {
            m_layout = m_spec.alternate;
            m_builder.useAlternate();
        }
        std::vector<Field> seen;
        for (const Entry& entry : entries) {
            const FixedField* field = find(m_layout, entry.name);
            if (field == nullptr) {
                return about(entry.name, jsonError("not in the fixed part at this version"));
            }
            if (std::ranges::find(seen, field->field) != seen.end()) {
                return about(entry.name, jsonError("twice in the fixed part"));
            }
            seen.push_back(field->field);
            const auto bytes = fieldFromJson(field->type, *entry.value, m_codePage);
            if (!bytes) {
                return about(entry.name, bytes.error());
            }
            if (bytes->size() != field->size) {
                return about(entry.name,
                             jsonError("the fixed part has " + std::to_string(field->size) + " bytes for it"));
            }
            m_builder.set(field->field, wire::readNumber(field->type, bytes->data()));
        }
        return std::nullopt;
    }

    std::optional<Error> writeFloating(const Entry& entry) {
        std::uint32_t tag = 0;
        FieldType type = FieldType::Unspec;
        if (entry.name.starts_with('#')) {
            const char* const end = entry.name.data() + entry.name.size();
            const auto read = std::from_chars(entry.name.data() + 1, end, tag);
            if (read.ec != std::errc() || read.ptr != end || tag > 0xFFFF) {
                return about(entry.name, jsonError("no tag number"));
            }
        } else {
            const auto field = findField(entry.name);
            const FloatingField* row = field ? m_spec.findFloating(*field, m_version) : nullptr;
            if (row == nullptr || row->tag == 0) {
                return about(entry.name, jsonError("no floating field of the message at this version"));
            }
            tag = row->tag;
            type = row->type;
        }
        const auto bytes = fieldFromJson(type, *entry.value, m_codePage);
        if (!bytes) {
            return about(entry.name, bytes.error());
        }
        m_builder.addRaw(static_cast<std::uint16_t>(tag), *bytes);
        return std::nullopt;
    }

    Result<Bytes> finish() const { return m_builder.build(); }

private:
    static const FixedField* find(std::span<const FixedField> layout, std::string_view fieldName) {
        const auto found =
            std::ranges::find(layout, fieldName, [](const FixedField& field) { return name(field.field); });
        return found == layout.end() ? nullptr : &*found;
    }

    const MessageSpec& m_spec;
    Version m_version;
    CodePage m_codePage;
    MessageBuilder m_builder;
    std::span<const FixedField> m_layout;
};

Result<Bytes> writeMessage(const Json& object, const MessageSpec& spec, Version version, CodePage codePage) {
    const auto fixed = entriesOf(object, "fixed");
    const auto floating = entriesOf(object, "floating");
    if (!fixed || !floating) {
        return tl::unexpected(fixed ? floating.error() : fixed.error());
    }
    Writer writer(spec, version, codePage);
    if (auto error = writer.writeFixed(*fixed)) {
        return tl::unexpected(std::move(*error));
    }
    for (const Entry& entry : *floating) {
        if (auto error = writer.writeFloating(entry)) {
            return tl::unexpected(std::move(*error));
        }
    }
    return writer.finish();
}

} // namespace

Result<Bytes> fromJson(const Json& object, Version version, CodePage codePage) {
    if (!object.is_object()) {
        return tl::unexpected(jsonError("not an object"));
    }
    if (object.contains("error")) {
        auto hex = hexOf(object);
        return hex ? std::move(*hex) : tl::unexpected(jsonError("an error without \"hex\""));
    }
    const auto number = numberOf(object);
    if (!number) {
        return tl::unexpected(number.error());
    }
    if (object.contains("body")) {
        const auto body = fieldFromJson(FieldType::Unspec, Json{{"hex", object.at("body")}}, codePage);
        return body ? frameOf(*number, *body) : tl::unexpected(about("body", body.error()));
    }
    const MessageSpec* spec = findMessage(*number);
    if (spec == nullptr || !spec->hasLayout) {
        return tl::unexpected(jsonError("the message has no known layout: give its \"body\" in hex"));
    }
    return writeMessage(object, *spec, version, codePage);
}

} // namespace callwright::protocol
