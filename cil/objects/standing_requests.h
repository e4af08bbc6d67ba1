#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/names.h"

#include <cstdint>
#include <vector>

namespace callwright {

class SessionCore;

/// What the server forgets with the session, and what is therefore asked for again when a new one has opened after a
/// failure: registered variables, registered services, monitors of devices. Monitors of calls end with the call, and
/// those of sessions mean sessions that are not the same any more.
class StandingRequests {
public:
    /// A request was confirmed.
    void note(protocol::MessageType type, const Arguments& arguments, const Arguments& confirmation);
    /// Each comes as its generic event again, with the MonitorID or RegisteredServiceID that it had before in FormerID
    /// and the arguments it was asked with, or as OnControlFailureConf: then it is not standing any more.
    void restore(SessionCore& core);
    void clear() { m_requests.clear(); }

private:
    struct Standing {
        protocol::MessageType type;
        Arguments arguments;
        std::uint32_t id = 0; ///< MonitorID or RegisteredServiceID; 0: has none
    };

    void remove(protocol::MessageType type, std::uint32_t id);

    std::vector<Standing> m_requests;
};

} // namespace callwright
