#pragma once

#include "ui/desk/views.h"

#include <QString>

namespace callwright {

/// What was tried, by the guide's name of the request: "The transfer was not made" for TRANSFER_CALL_REQ. Empty for a
/// request that nobody but the program makes.
QString attemptText(const QString& request);
/// The same where no answer came: "It is not known whether the transfer was made".
QString doubtText(const QString& request);
/// For OnControlFailureConf: what was tried, what happened, from ErrorMessage, and the codes for Details.
RequestFailure failureOf(const Arguments& arguments);
/// For a request that was refused here and never sent; its name, where it has one.
RequestFailure failureOf(const CilResult& refused, const QString& request = {});
/// For OnConnectionFailure: why the link is gone, first what happened and what to do, then, on lines of their own, what
/// may be copied for whoever helps, as the certificate that was not trusted.
QString connectionFailureText(const Arguments& arguments);

} // namespace callwright
