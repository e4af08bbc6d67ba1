#include "cil/service/monitor_plan.h"

#include "cil/events/keywords.h"

#include <algorithm>

namespace callwright::service {
namespace {

/// `agent.<PeripheralID>.<AgentID>`, `device.<PeripheralID>.<Instrument>`,
/// `call.<PeripheralID>.<ConnectionCallID>.<ConnectionDeviceID>`: what stands behind the dots may hold more of them.
void addObject(MonitorPlan& plan, const QString& uniqueObjectId) {
    const QString kind = uniqueObjectId.section(u'.', 0, 0);
    bool isNumber = false;
    const std::uint32_t peripheralId = uniqueObjectId.section(u'.', 1, 1).toUInt(&isNumber);
    const QString rest = uniqueObjectId.section(u'.', 2);
    if (!isNumber || rest.isEmpty())
        return;
    if (kind == u"agent") {
        plan.agents.push_back({peripheralId, rest});
    } else if (kind == u"device") {
        plan.devices.push_back(rest);
        plan.peripherals.insert(peripheralId);
    } else if (kind == u"call") {
        const std::uint32_t callId = rest.section(u'.', 0, 0).toUInt(&isNumber);
        if (isNumber)
            plan.calls.push_back(Arguments{{keyword::PeripheralID, peripheralId},
                                           {keyword::ConnectionCallID, callId},
                                           {keyword::ConnectionDeviceID, rest.section(u'.', 1)}});
    }
}

} // namespace

bool MonitorPlan::lacksPeripheral() const {
    const bool isOpen = !devices.isEmpty() ||
                        std::ranges::any_of(agents, [](const MonitoredAgent& agent) { return !agent.peripheralId; });
    return isOpen && peripherals.empty();
}

MonitorPlan monitorPlan(const MessageFilter& filter) {
    MonitorPlan plan;
    plan.wantsAgents = !filter.wantsOnlyStatistics();
    for (const FilterValue& value : filter.valuesOf(keyword::PeripheralID)) {
        bool isNumber = false;
        const std::uint32_t peripheralId = value.text.toUInt(&isNumber);
        if (isNumber && !value.isPrefix)
            plan.peripherals.insert(peripheralId);
    }
    const auto agents = filter.valuesOf(keyword::AgentID);
    const bool areNamed = std::ranges::none_of(agents, &FilterValue::isPrefix);
    for (const FilterValue& value : areNamed ? agents : std::vector<FilterValue>())
        plan.agents.push_back({std::nullopt, value.text});
    for (const Keyword key : {keyword::AgentInstrument, keyword::DeviceID}) {
        for (const FilterValue& value : filter.valuesOf(key)) {
            if (!value.isPrefix)
                plan.devices.push_back(value.text);
        }
    }
    for (const FilterValue& value : filter.valuesOf(keyword::UniqueObjectID)) {
        if (!value.isPrefix)
            addObject(plan, value.text);
    }
    return plan;
}

} // namespace callwright::service
