#pragma once

#include "app/console/agent_options.h"
#include "cil/objects/session.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace callwright::console {

struct Verb;
using VerbTables = std::vector<std::span<const Verb>>;

/// What a command says back: the code of the request, what else there is to say, or why it was none.
struct Answer {
    CilResult result;
    QString error; ///< the line was no good; empty: it was
    QJsonObject more;
};

/// What the verbs act on.
struct VerbContext {
    Session& session;
    const AgentOptions& options;
    const VerbTables& verbs;
    std::span<const char* const> notes;
    std::function<void()> quit;
};

struct Verb {
    const char* name;
    const char* usage;
    int least; ///< words behind the name
    int most;  ///< -1: any number
    Answer (*run)(const VerbContext& context, const QStringList& words);
};

} // namespace callwright::console
