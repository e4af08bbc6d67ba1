#include "cil/connection/frame_trace.h"

#include "cil/connection/frame_reader.h"
#include "cil/protocol/json.h"

namespace callwright {

QString describeFrame(QByteArrayView frame, protocol::Version version, protocol::CodePage codePage) {
    return QString::fromStdString(protocol::toJsonLine(asBytes(frame), version, {codePage, false}));
}

} // namespace callwright
