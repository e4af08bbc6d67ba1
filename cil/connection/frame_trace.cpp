#include "cil/connection/frame_trace.h"

#include "cil/connection/frame_reader.h"
#include "cil/protocol/json.h"

#include <nlohmann/json.hpp>

namespace callwright {

QString describeFrame(QByteArrayView frame, protocol::Version version, protocol::CodePage codePage) {
    const std::span<const std::byte> bytes = asBytes(frame);
    const protocol::DumpOptions options{codePage, false};
    protocol::Decoder decoder(version);
    const auto message = decoder.decode(bytes);
    const auto json = message ? toJson(*message, options) : toJson(message.error(), bytes, options);
    return QString::fromStdString(json.dump());
}

} // namespace callwright
