#pragma once

#include "cil/clock/clock.h"
#include "cil/connection/role.h"
#include "cil/events/event_list.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/monitored_objects.h"
#include "cil/objects/session.h"
#include "cil/protocol/message_view.h"
#include "cil/service/message_filter.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace callwright {

class MonitorSnapshot;
class SessionCore;

/// What a session that only watches has besides the rest: its filter, and the agents and calls it has seen (CTI OS
/// developer guide 12.6, Monitor Mode). A failure does not end it: the filter is set again and everything rebuilt.
class MonitorMode {
public:
    static constexpr std::size_t mostPeripherals = 1000; ///< kept, whatever a server says
    static constexpr std::size_t mostCopies = 1000;      ///< of one event, told apart by their MonitorIDs
    static constexpr Milliseconds lookoutInterval = std::chrono::seconds(30);

    explicit MonitorMode(SessionCore& core);
    ~MonitorMode();

    void begin(std::vector<Role> roles); ///< before the link opens
    const std::vector<Role>& roles() const { return m_roles; }
    CilResult setFilter(const QString& expression, MonitorSessionSnapshotMode mode);
    const service::MessageFilter* filter() const { return m_filter ? &*m_filter : nullptr; }

    void onOpened(); ///< after OnConnection
    void onLost();
    /// Brings the objects up to date and publishes; false: nothing that is special here.
    bool take(const protocol::MessageView& message);

    /// Whether the filter lets this event out. Answers to this session's own requests always come.
    bool wants(EventId id, const Arguments& arguments);

    /// Where All Events was not granted: a monitor for this agent's phone. Who has none, being signed out, is asked for
    /// again every lookoutInterval.
    void watchAgent(std::uint32_t peripheralId, const QString& agentId, const QString& phone);
    void noteSignedOut(std::uint32_t peripheralId, const QString& agentId); ///< the next phone may be another
    /// Those that are waited for: peripheral and AgentID.
    std::vector<std::pair<std::uint32_t, QString>> absentAgents() const;

    MonitoredObjects objects;
    /// As SYSTEM_EVENT told: whether it is on line. They outlive a loss: a session that stood by is not told of them
    /// again when it takes over.
    std::map<std::uint32_t, bool> peripherals;

private:
    bool isWatching() const; ///< call and agent events come
    CilResult establish();
    CilResult startMonitors();
    bool asksForWhatIsThere() const;
    void onEstablished();
    void askForLatecomers();
    void watchDevice(std::uint32_t peripheralId, const QString& device);
    void lookOut();
    void notePeripheral(const protocol::MessageView& message);
    bool isRepeated(const protocol::MessageView& message);

    SessionCore& m_core;
    std::vector<Role> m_roles;
    std::optional<service::MessageFilter> m_filter;
    MonitorSessionSnapshotMode m_snapshotMode = MonitorSessionSnapshotMode::Snapshot;
    std::unique_ptr<MonitorSnapshot> m_snapshot; ///< while one is under way
    bool m_isEstablished = false;                ///< OnMonitorModeEstablished came
    std::set<std::uint32_t> m_latecomers;        ///< peripherals to be asked still; onlyDoubtful: what is not confirmed
    std::set<std::pair<std::uint32_t, QString>> m_watched; ///< peripheral and device
    /// Peripheral and AgentID of those whose phones are watched; whether they have one now.
    std::map<std::pair<std::uint32_t, QString>, bool> m_followed;
    std::unique_ptr<Alarm> m_lookout;
    std::set<std::uint32_t> m_lastMonitors; ///< that have sent it
    std::vector<std::byte> m_lastFrame;     ///< of a monitor, to tell its copies
};

} // namespace callwright
