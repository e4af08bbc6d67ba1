#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/hex.h"
#include "cil/protocol/json.h"
#include "cil/protocol/json_field.h"
#include "cil/protocol/validate.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace callwright::protocol {

using Json = nlohmann::ordered_json;

namespace {

bool carriesSecret(const MessageSpec& spec) {
    return std::ranges::any_of(spec.floating, [](const FloatingField& row) { return isSecret(row.field); });
}

/// Read with a wrong protocol version, a secret hides under an unknown tag: those are masked, too, when the message may
/// carry a secret and shows none.
bool unknownTagsMayHideSecret(const MessageView& message) {
    return carriesSecret(*message.spec()) && std::ranges::none_of(message.floating(), [](const FieldView& field) {
               return field.spec != nullptr && isSecret(field.spec->field);
           });
}

/// A password is one in whatever message it strays into.
bool isSecretTag(std::uint16_t tag, Version version) {
    return std::ranges::any_of(messages(), [&](const MessageSpec& spec) {
        const FloatingField* row = spec.findTag(tag, version);
        return row != nullptr && isSecret(row->field);
    });
}

Json masked() { return {{"masked", true}}; }

Json fixedToJson(const MessageView& message, const DumpOptions& options) {
    Json list = Json::array();
    for (const FixedField& field : message.fixed()) {
        const auto data = message.body().subspan(field.offset, field.size);
        list.push_back(Json::array({name(field.field), fieldToJson(field.type, data, options.codePage)}));
    }
    return list;
}

Json floatingToJson(const MessageView& message, const DumpOptions& options) {
    const bool maskUnknown = !options.showSecrets && unknownTagsMayHideSecret(message);
    Json list = Json::array();
    for (const FieldView& field : message.floating()) {
        if (field.spec == nullptr || field.spec->tag != field.tag) { // an alias would come back as the other tag
            const bool mayBeSecret = maskUnknown || (!options.showSecrets && isSecretTag(field.tag, message.version()));
            const bool isMasked = mayBeSecret && !field.data.empty();
            list.push_back(
                Json::array({"#" + std::to_string(field.tag), isMasked ? masked() : Json{{"hex", toHex(field.data)}}}));
        } else {
            const bool isMasked = !options.showSecrets && isSecret(field.spec->field);
            list.push_back(
                Json::array({name(field.spec->field),
                             isMasked ? masked() : fieldToJson(field.spec->type, field.data, options.codePage)}));
        }
    }
    return list;
}

Json warningsToJson(const std::vector<Error>& findings) {
    Json list = Json::array();
    for (const Error& finding : findings) {
        Json warning = {{"error", statusCodeName(static_cast<std::uint32_t>(finding.code))}};
        if (finding.field) {
            warning["field"] = name(*finding.field);
        }
        warning["detail"] = finding.detail;
        warning["offset"] = finding.offset;
        list.push_back(std::move(warning));
    }
    return list;
}

bool mayHoldSecret(std::span<const std::byte> bytes) {
    if (bytes.size() <= headerSize) {
        return false;
    }
    const auto header = readHeader(bytes.first<headerSize>());
    const bool isOneFrame = header.bodyLength <= maxFrameSize - headerSize;
    const auto* spec = findMessage(header.type);
    return !isOneFrame || (spec != nullptr && carriesSecret(*spec));
}

} // namespace

Json toJson(const MessageView& message, const DumpOptions& options) {
    const MessageSpec* spec = message.spec();
    Json object = {{"type", message.number()}, {"message", spec == nullptr ? Json() : Json(spec->name)}};
    if (spec == nullptr || !spec->hasLayout) {
        object["body"] = toHex(message.body());
    } else {
        object["fixed"] = fixedToJson(message, options);
        object["floating"] = floatingToJson(message, options);
    }
    if (const auto findings = validate(message); !findings.empty()) {
        object["warnings"] = warningsToJson(findings);
    }
    return object;
}

Json toJson(const Error& error, std::span<const std::byte> bytes, const DumpOptions& options) {
    Json object = {{"error", statusCodeName(static_cast<std::uint32_t>(error.code))},
                   {"detail", error.detail},
                   {"offset", error.offset}};
    const bool isMasked = !options.showSecrets && mayHoldSecret(bytes);
    object["hex"] = toHex(isMasked ? bytes.first(headerSize) : bytes);
    if (isMasked) {
        object["masked"] = true;
    }
    return object;
}

std::string toJsonLine(std::span<const std::byte> frame, Version version, const DumpOptions& options) {
    Decoder decoder(version);
    const auto message = decoder.decode(frame);
    const Json object = message ? toJson(*message, options) : toJson(message.error(), frame, options);
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace callwright::protocol
