#pragma once

#include "cil/service/message_filter.h"
#include "cil/service/requests.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

/// What must be watched and asked so that a filter gets what it wants.
namespace callwright::service {

struct MonitoredAgent {
    std::optional<std::uint32_t> peripheralId; ///< nullopt: whichever has an agent of that id
    QString agentId;
};

struct MonitorPlan {
    std::set<std::uint32_t> peripherals; ///< the only ones that are meant; empty: every one
    std::vector<MonitoredAgent> agents;  ///< named in full
    QStringList devices;                 ///< instruments named in full
    std::vector<Arguments> calls;        ///< PeripheralID and connection of those named in full
    bool wantsAgents = true;             ///< agents or their calls matter at all

    bool namesAgents() const { return !agents.empty(); }
    /// Whether something is named without saying of which peripheral.
    bool lacksPeripheral() const;
    /// Whether single monitors can do it, one for each of what is named; else it takes All Events.
    bool isListed() const { return !agents.empty() || !devices.empty() || !calls.empty(); }
};

MonitorPlan monitorPlan(const MessageFilter& filter);

} // namespace callwright::service
