#pragma once

#include "app/console/verb.h"

/// Commands of every sub-command that has a session.
namespace callwright::console {

Answer help(const VerbContext& context, const QStringList& words); ///< the usages of all verbs, and the notes
Answer quit(const VerbContext& context, const QStringList& words);

/// NAME KEY=VALUE...: Session::request() and Session::respond(). A value with blanks is quoted ("like this").
Answer sendRequest(const VerbContext& context, const QStringList& words);
Answer sendAnswer(const VerbContext& context, const QStringList& words);
inline constexpr char requestUsage[] = "request NAME [KEY=VALUE ...]";
inline constexpr char respondUsage[] = "respond NAME InvokeID=ID [KEY=VALUE ...]";

/// The acquired configuration: how many records of each kind, or those of one kind.
Answer dumpConfiguration(const VerbContext& context, const QStringList& words);

} // namespace callwright::console
