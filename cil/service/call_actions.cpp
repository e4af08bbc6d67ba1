#include "cil/service/call_actions.h"

#include "cil/service/status_set.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::LocalConnectionState;
using enum protocol::LocalConnectionState;

/// Section "what the requests demand"; the tones and the recording are those of a connected call by their nature.
struct ActionRow {
    CallAction action;
    StatusSet statuses;
};

constexpr StatusSet talking = in({LCS_CONNECT});
constexpr StatusSet talkingOrHeld = in({LCS_CONNECT, LCS_HOLD});
constexpr StatusSet anyButNull = in({LCS_INITIATE, LCS_ALERTING, LCS_CONNECT, LCS_HOLD, LCS_QUEUED, LCS_FAIL});

constexpr std::array actionRows{
    ActionRow{CallAction::Answer, in({LCS_ALERTING})},  ActionRow{CallAction::Hold, talking},
    ActionRow{CallAction::Retrieve, in({LCS_HOLD})},    ActionRow{CallAction::Alternate, talkingOrHeld},
    ActionRow{CallAction::Reconnect, talkingOrHeld},    ActionRow{CallAction::MakeConsultCall, talking},
    ActionRow{CallAction::Transfer, talkingOrHeld},     ActionRow{CallAction::Conference, talkingOrHeld},
    ActionRow{CallAction::SingleStepTransfer, talking}, ActionRow{CallAction::SingleStepConference, talking},
    ActionRow{CallAction::ClearConnection, anyButNull}, ActionRow{CallAction::Clear, anyButNull},
    ActionRow{CallAction::Deflect, in({LCS_ALERTING})}, ActionRow{CallAction::SendDtmf, talking},
    ActionRow{CallAction::StartRecord, talking},        ActionRow{CallAction::StopRecord, talkingOrHeld},
};

} // namespace

bool takesAction(CallAction action, LocalConnectionState status) {
    const auto row = std::ranges::find(actionRows, action, &ActionRow::action);
    return row != actionRows.end() && contains(row->statuses, status);
}

} // namespace callwright::service
