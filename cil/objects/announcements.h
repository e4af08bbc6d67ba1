#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"

#include <functional>
#include <memory>
#include <vector>

namespace callwright {

class Seat;

/// Calls that were announced and have not begun (CTI Server guide v25, AGENT_PRE_CALL_EVENT), by their router call key.
class Announcements {
public:
    explicit Announcements(Clock& clock) : m_clock(clock) {}

    /// `expired` is called when it does not begin within `timeout`; it is not listed any more then.
    void add(Arguments announcement, Milliseconds timeout, std::function<void(const Arguments&)> expired);
    /// The call with this key began, or will not come: what was announced of it; empty for one that is not listed.
    Arguments take(const Arguments& withKey);
    void clear() { m_entries.clear(); }

    std::vector<Arguments> all() const;

private:
    struct Entry {
        Arguments announcement;
        std::unique_ptr<Alarm> alarm;
    };

    Clock& m_clock;
    std::vector<Entry> m_entries;
};

/// AGENT_PRE_CALL_EVENT and AGENT_PRE_CALL_ABORT_EVENT. A call that does not begin in time is called off as well.
void onAgentPreCall(Seat& seat, const protocol::MessageView& message);
void onAgentPreCallAbort(Seat& seat, const protocol::MessageView& message);

} // namespace callwright
