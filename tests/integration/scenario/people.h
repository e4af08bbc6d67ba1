#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/agent.h"
#include "cil/objects/call.h"
#include "tests/integration/chain/chain.h"

#include <QStringList>

#include <initializer_list>

namespace callwright::testing {

class CallNames;

/// An agent at a desk who is about to do something, and the words of it.
struct Actor {
    Desk& desk;
    const CallNames& names;
    QStringList words{}; ///< what the verb's pattern caught, from 1 on
    QString about{};     ///< the call's name, when the action says "on B"
    Arguments data{};    ///< behind "with"

    Agent& agent() const;
    QString word(qsizetype index) const { return words.value(index); }
    DialOptions dial(qsizetype index) const;
    /// The call that the action names; else the one in such a status; else the current one, else any. Throws without.
    Call& call(std::initializer_list<CallStatus> statuses = {}) const;
    Call* callOrNone() const; ///< the call that the action names
};

} // namespace callwright::testing
