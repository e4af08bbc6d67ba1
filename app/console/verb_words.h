#pragma once

#include "cil/objects/session.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

/// The words behind a command, as what they mean.
namespace callwright::console {

/// The call meant by a UniqueObjectID or a ConnectionCallID; nullptr: none.
Call* callNamed(const Session& session, const QString& name);
/// By no word the current one, else the one named.
Call* callIn(const Session& session, const QStringList& words);
/// By no word the ringing one, else the one named.
Call* ringingCallIn(const Session& session, const QStringList& words);

/// Takes the call from the end of `words`; nullptr: the last word is none. The only word left is never taken: it is
/// the number.
Call* takeCall(const Session& session, QStringList& words);

/// NUMBER [KEY=VALUE ...]: the number may have blanks. The error is an English sentence.
tl::expected<DialOptions, QString> dialOptionsIn(QStringList words);

/// CallVariable3 and its value as Arguments; ECC variables by their name ("user.account", "user.line[2]").
callwright::Arguments dataChange(const QString& name, const QString& value);

} // namespace callwright::console
