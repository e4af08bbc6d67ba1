#pragma once

#include "cil/protocol/text_codec.h"
#include "cil/protocol/version.h"

#include <QByteArrayView>
#include <QString>

namespace callwright {

/// A frame for a log: one line of JSON (cil/protocol/json.h) with secrets masked.
QString describeFrame(QByteArrayView frame, protocol::Version version,
                      protocol::CodePage codePage = protocol::CodePage::Windows1252);

} // namespace callwright
