#pragma once

#include "app/simulator/server/event_masks.h"
#include "app/simulator/server/session_registry.h"
#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace callwright::simulator {

/// What sessions watch besides what their OPEN_REQ gives them (CTI Server guide v25): devices and calls, each with
/// masks of its own (Peripheral Monitor Service), and the states of a team's agents (Supervisor Service). An event
/// comes once for every monitor that it fits, under the monitor's id. Monitors end with their session, those of calls
/// also with the call.
class Monitors {
public:
    /// The registry numbers monitors: OPEN_REQ makes some too, and no two have the same.
    explicit Monitors(SessionRegistry& registry) : m_registry(registry) {}

    /// MONITOR_START_REQ, CHANGE_MONITOR_MASK_REQ and MONITOR_STOP_REQ of a session.
    SwitchAnswer answerPeripheral(std::uint32_t session, const protocol::MessageView& request, const Switch& behind);
    /// MONITOR_AGENT_TEAM_START_REQ and MONITOR_AGENT_TEAM_STOP_REQ of a supervisor's session.
    SwitchAnswer answerTeam(std::uint32_t session, std::string_view supervisorId, const protocol::MessageView& request,
                            const Switch& behind);

    /// SESSION_MONITOR_START_REQ and SESSION_MONITOR_STOP_REQ (Client Monitor Service): the events that another session
    /// gets; `isOpen` tells whether it is there.
    SwitchAnswer answerSession(std::uint32_t session, const protocol::MessageView& request, bool isOpen);

    /// Who watches a session: the watching session and the monitor's id.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> watchersOf(std::uint32_t session) const;
    /// The ids of the session's monitors that the event fits; `masks` are those of its OPEN_REQ.
    std::vector<std::uint32_t> watching(std::uint32_t session, const EventMasks& masks, const SwitchEvent& event,
                                        const Switch& behind) const;
    /// Every session has got the event: calls may have gained or lost parties by it, or be over.
    void follow(const SwitchEvent& event, const Switch& behind);
    void endSession(std::uint32_t session);

private:
    struct Device {
        std::string place; ///< SwitchEvent::instrument
        bool operator==(const Device&) const = default;
    };
    struct Call {
        std::uint32_t id = 0;       ///< ConnectionCallID
        std::set<std::string> legs; ///< ConnectionDeviceIDs that events may still come for
        bool operator==(const Call& other) const { return id == other.id; }
    };
    struct Team {
        std::uint32_t id = 0;
        bool operator==(const Team&) const = default;
    };
    struct Client {
        std::uint32_t session = 0;
        bool operator==(const Client&) const = default;
    };
    struct Monitor {
        std::uint32_t session = 0;
        std::optional<EventMasks> masks; ///< nullopt: those of the session
        std::variant<Device, Call, Team, Client> subject;
    };

    using Subject = tl::expected<decltype(Monitor::subject), protocol::StatusCode>;
    static Subject subjectOf(const protocol::MessageView& request, const Switch& behind);
    SwitchAnswer add(Monitor monitor, protocol::StatusCode ifThere);
    template <class... Kinds> Monitor* find(std::uint32_t session, std::uint32_t id);
    SwitchAnswer unknown(std::uint32_t session, std::uint32_t id) const;
    static bool fits(const Monitor& monitor, const SwitchEvent& event, const Switch& behind);
    static bool isOver(Call& call, const SwitchEvent& event, const Switch& behind);

    SessionRegistry& m_registry;
    std::map<std::uint32_t, Monitor> m_monitors;
    std::map<std::uint32_t, std::uint32_t> m_over; ///< call monitors that ended with their call: id, session
};

} // namespace callwright::simulator
