#pragma once

#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// Frames as JSON and back, exactly: fromJson(toJson(frame)) gives the same bytes, whatever they are. One object a
/// frame:
///
///   {"type":3,"message":"OPEN_REQ","fixed":[["InvokeID",1],...],"floating":[["ClientID","x"],...]}
///
/// Integers stand for numbers, enums, masks and TIME, true and false for BOOL, {"hex":".."} for UNSPEC, an object with
/// "name" and "value" (and "index") for named variables and arrays, a list (or its one integer) for array fields. A tag
/// unknown to the message is "#312" with {"hex":".."}. A message without a known layout has "body" in hex, and
/// "message":null when its number is unknown. Bytes that are not the canonical ones for their value have "hex", beside
/// the "value" where there is one to show; when reading, "hex" wins. Findings of validate() are "warnings".
namespace callwright::protocol {

struct DumpOptions {
    CodePage codePage = CodePage::Windows1252;
    /// false: {"masked":true} stands for a secret, which cannot be read back.
    bool showSecrets = false;
};

nlohmann::ordered_json toJson(const MessageView& message, const DumpOptions& options);

/// {"error":"E_CTI_..","detail":..,"offset":..,"hex":..} for bytes that cannot be cut into fields, be they a frame, the
/// beginning of one, or a stream that broke. Unless secrets are shown, only the header is, with "masked":true, of
/// what may hold one.
nlohmann::ordered_json toJson(const Error& error, std::span<const std::byte> bytes, const DumpOptions& options);

/// One whole frame, whatever it holds, as one line of text: by one of the two above.
std::string toJsonLine(std::span<const std::byte> frame, Version version, const DumpOptions& options);

/// The bytes of the object. Errors say what is wrong with it, in `detail`.
Result<std::vector<std::byte>> fromJson(const nlohmann::ordered_json& object, Version version, CodePage codePage);

} // namespace callwright::protocol
