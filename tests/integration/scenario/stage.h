#pragma once

#include "tests/integration/chain/chain.h"
#include "tests/integration/scenario/script.h"
#include "tests/integration/scenario/wording.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace callwright::testing {

/// Something that a desk was told.
struct Heard {
    QString agent;
    EventId id{};
    QString object;                         ///< the call's name; empty: the agent, or nothing
    QString words;                          ///< the event with its parameters
    std::optional<std::uint32_t> mask{};    ///< EnablementMask of the event
    std::optional<std::uint32_t> buttons{}; ///< OnButtonEnablementChange because of it
};

/// The order of events that may come in any order.
struct EventOrder {
    std::uint64_t seed = 1;
    bool varies = false;                  ///< false: the most usual order
    std::optional<std::size_t> swapped{}; ///< in the usual order: this pair of events the other way round
};

/// A site, its people at their desks, and callers outside: they do what a scenario's actions say, and what the desks
/// are told is written down.
class Stage {
public:
    explicit Stage(const Setting& setting, const EventOrder& order = {});

    /// Does it, and lets everything that it causes arrive. Throws std::runtime_error for words it does not know.
    void perform(const QString& action);
    /// What the desks were told since the last call of this, by agent.
    std::vector<Heard> take();
    std::vector<std::string> faults(); ///< broken promises, desks that differ from the switch
    std::size_t swappablePairs() const { return m_chain.simulator().swappablePairs(); } ///< so far
    QStringList masks() const; ///< "1001: base READY ..." of every desk

    Desk& deskOf(const QString& agentId); ///< throws when there is none

private:
    void listen(Desk& desk);
    void hear(Desk& desk, EventId id, const Arguments& arguments);
    bool timePasses(const QString& action);
    bool somebodyOutside(const QString& action);
    bool somebodyAtADesk(const QString& action);
    std::uint32_t callWith(const QString& number);

    CallNames m_names;
    std::vector<Heard> m_heard;
    Chain m_chain;
};

/// What was heard, as the indented lines of a scenario.
QStringList toLines(const std::vector<Heard>& heard);

} // namespace callwright::testing
