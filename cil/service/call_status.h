#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/names.h"

#include <QStringList>

#include <optional>

/// The status of the own connection of a call, driven by events. Facts: event list (triggers), LocalConnectionState.
namespace callwright::service {

using protocol::LocalConnectionState;

struct StatusInput {
    protocol::MessageType event{};
    const Arguments& wire; ///< wireData() of the event
    LocalConnectionState current = LocalConnectionState::LCS_NULL;
    QString ownConnectionDeviceId; ///< of the call's own connection (BEGIN_CALL_EVENT); empty: unknown
    QStringList ownDevices;        ///< instrument and extension of the agent
};

/// What the status is after the event. Failed stays failed until the call ends; a caller stays LCS_INITIATE while the
/// far end rings; what another party does (leaving, holding, answering, joining calls) leaves the own connection as it
/// is, and so does a redirected queue leg. Who joins calls talks in the one that is left.
LocalConnectionState nextStatus(const StatusInput& input);

/// Whether the event publishes a CallStatus: not once the call has failed (but OnCallFailed itself does).
bool carriesStatus(protocol::MessageType event, LocalConnectionState before);

} // namespace callwright::service
