#pragma once

#include "cil/events/arguments.h"
#include "cil/events/event_list.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <vector>

/// The filter of a monitor mode session (CTI OS developer guide 12.6, Notes on Message Filters):
/// `key=value1,value2;key2=value3`. Comma is or, semicolon is and; `*` stands for anything, `10*` for what begins with
/// it, whatever follows the asterisk is ignored. Keys are case-blind keywords of events, values are compared as text.
///
/// Keys of their own: MessageID (numbers or names of events: 30, OnAgentStateChange, CALL_AGENT_GREETING_EVENT),
/// FilterTarget=SkillGroupStats, and HideSilentMonitorCalls (also HideSilentMonitorCallEvents), which stands alone or
/// with =1 and =0.
namespace callwright::service {

/// What is wrong with a filter, and where.
struct FilterProblem {
    enum class Kind {
        Empty,         ///< no key at all
        NoKey,         ///< nothing before the equal sign
        NoEqualSign,   ///< a key without values
        NoValue,       ///< nothing after the equal sign, or between two commas
        NoKeyword,     ///< the key is no keyword of any event
        NoEvent,       ///< MessageID names no event
        NotFilterable, ///< MessageID names one that always comes, or never does in monitor mode
        NoSuchTarget,  ///< FilterTarget knows SkillGroupStats alone
        NoSwitch,      ///< HideSilentMonitorCalls is on or off
        TooLong        ///< longer than MessageFilter::maxLength
    };
    Kind kind = Kind::Empty;
    qsizetype position = 0; ///< of the character, from 0
    QString word;           ///< what stands there
};

/// One sentence for people, with the word and its position (from 1); translated.
QString problemText(const FilterProblem& problem);

/// One value of a key.
struct FilterValue {
    QString text;
    bool isPrefix = false; ///< ended with an asterisk: anything that begins with `text`
    bool matches(QStringView value) const { return isPrefix ? value.startsWith(text) : value == text; }
};

class MessageFilter {
public:
    static constexpr qsizetype maxLength = 16 * 1024;

    static tl::expected<MessageFilter, FilterProblem> parse(const QString& expression);

    /// Whether a monitor mode session hears this event. What no filter may name (EventSpec::isFilterable) always
    /// passes. `isSilentMonitorCall`: it is about a call by which a supervisor listens to another one.
    bool passes(EventId id, const Arguments& arguments, bool isSilentMonitorCall = false) const;

    /// The values that this key must have one of; empty: the filter does not name it.
    std::vector<FilterValue> valuesOf(Keyword key) const;
    bool wantsOnlyStatistics() const { return m_wantsSkillGroupStatistics; }
    const QString& expression() const { return m_expression; } ///< as it was parsed

private:
    struct Condition {
        Keyword key;
        std::vector<FilterValue> values;
    };

    QString m_expression;
    std::optional<std::vector<EventId>> m_events; ///< nullopt: any
    std::vector<Condition> m_conditions;
    bool m_wantsSkillGroupStatistics = false;
    bool m_hidesSilentMonitorCalls = false;

    friend class FilterParser;
};

} // namespace callwright::service
