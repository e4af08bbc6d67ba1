#include "cil/service/call_actions.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace callwright::service {
namespace {

using protocol::LocalConnectionState;
using enum protocol::LocalConnectionState;

/// Section "what the requests demand"; the tones and the recording are those of a connected call by their nature.
struct ActionRow {
    CallAction action;
    std::uint32_t statuses; ///< a bit for each
};

constexpr std::uint32_t in(std::initializer_list<LocalConnectionState> statuses) {
    std::uint32_t bits = 0;
    for (const LocalConnectionState status : statuses) {
        bits |= 1U << static_cast<std::uint32_t>(status);
    }
    return bits;
}

constexpr std::uint32_t talking = in({LCS_CONNECT});
constexpr std::uint32_t talkingOrHeld = in({LCS_CONNECT, LCS_HOLD});
constexpr std::uint32_t anyButNull = in({LCS_INITIATE, LCS_ALERTING, LCS_CONNECT, LCS_HOLD, LCS_QUEUED, LCS_FAIL});

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
    const auto bit = static_cast<std::uint32_t>(status);
    return row != actionRows.end() && bit < 32 && (row->statuses & (1U << bit)) != 0;
}

} // namespace callwright::service
