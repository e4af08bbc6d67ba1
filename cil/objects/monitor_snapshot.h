#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/requests.h"
#include "cil/service/wire_data.h"

#include <QString>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace callwright {

class SessionCore;

/// What is there when a monitor mode session begins: every agent that the filter may mean (QUERY_AGENT_STATE_REQ),
/// the calls at the phones of those who are signed in (SNAPSHOT_DEVICE_REQ), and each call (SNAPSHOT_CALL_REQ). Who
/// there is, the filter says by name, or else the server's configuration. What stood before a failure and was not among
/// it is asked for one by one then; it goes only when the server says so.
class MonitorSnapshot {
public:
    /// Asked at a time: a site has thousands of agents, and its server other work.
    static constexpr int mostAtATime = 8;
    /// From the opening on: by then the server has named its peripherals (one SYSTEM_EVENT each).
    static constexpr Milliseconds untilPeripheralsAreKnown{500};

    /// Instead of a peripheral: nothing but what stood before and is not confirmed.
    static constexpr std::uint32_t onlyDoubtful = protocol::NULL_PERIPHERAL_ID;

    /// `done` is called once, when everything has been answered or refused. `only`: of one peripheral.
    MonitorSnapshot(SessionCore& core, std::function<void()> done, std::optional<std::uint32_t> only = {});
    ~MonitorSnapshot();

    bool hasBegun() const { return m_hasBegun; } ///< it has looked which peripherals there are

private:
    void begin();
    std::set<std::uint32_t> peripheralsMeant(const std::set<std::uint32_t>& named) const;
    void askForDoubtful();
    void acquireAgents();
    void queryConfiguredAgents(std::uint32_t peripheralId);
    void queryAgent(std::uint32_t peripheralId, const QString& agentId);
    void lookForAgent(std::uint32_t peripheralId, const QString& agentId);
    void query(std::uint32_t peripheralId, const QString& agentId, Request request);
    void takeAgent(std::uint32_t peripheralId, const QString& agentId, const Arguments& wire);
    void snapshotDevice(std::uint32_t peripheralId, const QString& instrument);
    void takeCall(std::uint32_t peripheralId, const service::SnapshotCall& listed);
    void snapshotCall(Call& call);
    bool saysGone(const Reply& reply) const;
    void takeCallData(Call& call, const Reply& reply, const Arguments& wire, Arguments& event);
    void ask(Request request, std::function<void(const Reply&, const Arguments&)> take);
    void goOn();
    void finishOne();

    SessionCore& m_core;
    std::function<void()> m_done;
    std::optional<std::uint32_t> m_only;
    std::unique_ptr<Alarm> m_beginning;
    bool m_hasBegun = false;
    bool m_hasAskedForDoubtful = false;
    std::deque<std::uint32_t> m_toAcquire; ///< peripherals whose agents are asked for, one after the other
    std::deque<std::function<CilResult()>> m_queue;
    std::set<QString> m_asked; ///< agents
    int m_open = 0;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace callwright
