#include "cil/service/monitored_events.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

struct MonitoredForm {
    EventId event;
    EventId monitored;
};

constexpr std::array monitoredForms{
    MonitoredForm{EventId::OnCallBegin, EventId::OnMonitoredCallBegin},
    MonitoredForm{EventId::OnCallEnd, EventId::OnMonitoredCallEnd},
    MonitoredForm{EventId::OnCallDataUpdate, EventId::OnMonitoredCallDataUpdate},
    MonitoredForm{EventId::OnCallDelivered, EventId::OnMonitoredCallDelivered},
    MonitoredForm{EventId::OnCallEstablished, EventId::OnMonitoredCallEstablished},
    MonitoredForm{EventId::OnCallHeld, EventId::OnMonitoredCallHeld},
    MonitoredForm{EventId::OnCallRetrieved, EventId::OnMonitoredCallRetrieved},
    MonitoredForm{EventId::OnCallCleared, EventId::OnMonitoredCallCleared},
    MonitoredForm{EventId::OnCallConnectionCleared, EventId::OnMonitoredCallConnectionCleared},
    MonitoredForm{EventId::OnCallReachedNetworkEvent, EventId::MonitoredCallReachedNetworkEvent},
    MonitoredForm{EventId::OnCallOriginated, EventId::OnMonitoredCallOriginated},
    MonitoredForm{EventId::OnCallFailed, EventId::OnMonitoredCallFailed},
    MonitoredForm{EventId::OnCallTransferred, EventId::OnMonitoredCallTransferred},
    MonitoredForm{EventId::OnCallConferenced, EventId::OnMonitoredCallConferenced},
    MonitoredForm{EventId::OnCallDiverted, EventId::OnMonitoredCallDiverted},
    MonitoredForm{EventId::OnCallServiceInitiatedEvent, EventId::MonitoredCallServiceInitiatedEvent},
    MonitoredForm{EventId::OnCallQueuedEvent, EventId::MonitoredCallQueuedEvent},
    MonitoredForm{EventId::OnCallDequeuedEvent, EventId::MonitoredCallDequeuedEvent},
    MonitoredForm{EventId::OnAgentPrecallEvent, EventId::OnMonitoredCallAgentPrecallEvent},
    MonitoredForm{EventId::OnAgentPrecallAbortEvent, EventId::OnMonitoredCallAgentPrecallAbortEvent},
    MonitoredForm{EventId::OnTranslationRoute, EventId::OnMonitoredTranslationRoute},
    MonitoredForm{EventId::OnAgentStateChange, EventId::OnMonitoredAgentStateChange},
    MonitoredForm{EventId::OnAgentInfoEvent, EventId::OnMonitoredAgentInfoEvent},

    // What a snapshot brings to light is new data of the call.
    MonitoredForm{EventId::OnSnapshotCallConf, EventId::OnMonitoredCallDataUpdate},

    MonitoredForm{EventId::OnButtonEnablementChange, EventId::None},
    MonitoredForm{EventId::OnCurrentCallChanged, EventId::None},
    MonitoredForm{EventId::OnPreLogout, EventId::None},
    MonitoredForm{EventId::OnPostLogout, EventId::None},
    MonitoredForm{EventId::OnAgentDeskSettingsConf, EventId::None},
    MonitoredForm{EventId::OnSnapshotDeviceConf, EventId::None},
};

} // namespace

std::optional<EventId> monitoredVariant(EventId event) {
    const auto row = std::ranges::find(monitoredForms, event, &MonitoredForm::event);
    return row != monitoredForms.end() ? std::optional(row->monitored) : std::nullopt;
}

} // namespace callwright::service
