#pragma once

#include "cil/events/arguments.h"

#include <QStringView>

#include <cstdint>
#include <span>

/// How the event list describes an event. The list itself is generated from cil/events/tables.
///
/// Numbers of EventId (tables/events.tsv; once given, they stay):
///  - those the CIL's books give (23, 24, 30, 116, 117; statistics are 0x20000000 + the number of the reply) stay;
///  - an event that stands for exactly one message of the wire has that message's number;
///  - all others, local to the CIL or sharing a message, count up from 0x40000001.
namespace callwright {

enum class EventInterface : std::uint8_t {
    ISessionEvents,
    ICallEvents,
    IAgentEvents,
    ISkillGroupEvents,
    IButtonEnablementEvents,
    IMonitoredAgentEvents,
    IMonitoredCallEvents,
    ISilentMonitorEvents,
    IGenericEvents ///< no event of the interfaces: a message of the wire under its own name
};

/// Which form of an event carries a parameter.
enum class EventVariant : std::uint8_t {
    Always,
    LongForm,        ///< only with MinimizeEventArgs = 0
    CtiosMonitoring, ///< only with the silent monitoring of CTI OS
    CcmMonitoring    ///< only with the silent monitoring of Unified CM
};

struct Parameter {
    Keyword keyword;
    ArgType type;
    bool optional;
    EventVariant variant;
    bool indexed;   ///< the keyword stands with [1], [2] ... behind it
    Keyword within; ///< the nested Arguments it stands in; no keyword: at the top
};

enum class EventId : std::uint32_t;

struct EventSpec {
    EventId id;
    QStringView name;
    EventInterface interface;
    std::span<const Parameter> parameters;
    std::span<const std::uint32_t> wire; ///< numbers of the messages behind it
    bool isOpen;                         ///< may carry any further keys (statistics, settings)
    bool isFilterable;                   ///< a monitor mode filter may ask for it
    bool isFired;                        ///< false: the books list it as unsupported, it never comes
};

/// nullptr: no such event.
const EventSpec* findEvent(EventId id);
std::span<const EventSpec> allEvents();     ///< those of the interfaces, ascending by number
std::span<const EventSpec> genericEvents(); ///< messages that none of them stands for, by the message's number

bool isGeneric(EventId id);

QString eventName(EventId id); ///< "OnCallBegin"; empty when unknown
EventInterface interfaceOf(EventId id);
QString interfaceName(EventInterface interface);
std::span<const Parameter> parametersOf(EventId id);

} // namespace callwright
