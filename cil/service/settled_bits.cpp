#include "cil/service/enablement.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using namespace enablement;
using enum protocol::MessageType;

constexpr std::uint32_t agentStates = ENABLE_LOGIN | ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON | ENABLE_READY |
                                      ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON | ENABLE_WORKREADY |
                                      std::uint32_t(ENABLE_WORKNOTREADY);

/// Section "clicking twice", and by the same rule every other request that a button makes.
struct SettledRow {
    protocol::MessageType request;
    std::uint32_t bits;
};

constexpr std::array settledRows{
    SettledRow{SET_AGENT_STATE_REQ, agentStates},
    SettledRow{CONSULTATION_CALL_REQ, ENABLE_TRANSFER_INIT | ENABLE_CONFERENCE_INIT},
    SettledRow{EMERGENCY_CALL_REQ, ENABLE_EMERGENCY_CALL},
    SettledRow{SUPERVISOR_ASSIST_REQ, ENABLE_SUPERVISOR_ASSIST},
    SettledRow{MAKE_CALL_REQ, ENABLE_MAKECALL | ENABLE_INSIDE_MAKECALL | ENABLE_OUTSIDE_MAKECALL},
    SettledRow{ANSWER_CALL_REQ, ENABLE_ANSWER},
    SettledRow{CLEAR_CONNECTION_REQ, ENABLE_RELEASE},
    SettledRow{CLEAR_CALL_REQ, ENABLE_RELEASE},
    SettledRow{HOLD_CALL_REQ, ENABLE_HOLD},
    SettledRow{RETRIEVE_CALL_REQ, ENABLE_RETRIEVE},
    SettledRow{ALTERNATE_CALL_REQ, ENABLE_ALTERNATE},
    SettledRow{RECONNECT_CALL_REQ, ENABLE_RECONNECT},
    SettledRow{TRANSFER_CALL_REQ, ENABLE_TRANSFER_COMPLETE | ENABLE_SINGLE_STEP_TRANSFER},
    SettledRow{CONFERENCE_CALL_REQ, ENABLE_CONFERENCE_COMPLETE | ENABLE_SINGLE_STEP_CONFERENCE},
    SettledRow{BAD_CALL_REQ, ENABLE_BAD_LINE_CALL},
    SettledRow{START_RECORDING_REQ, ENABLE_RECORD},
    SettledRow{STOP_RECORDING_REQ, ENABLE_RECORD},
    SettledRow{USER_MESSAGE_REQ, ENABLE_CHAT},
    SettledRow{QUERY_AGENT_STATISTICS_REQ, ENABLE_STATISTICS},
};

} // namespace

std::uint32_t settledBits(protocol::MessageType request) {
    const auto row = std::ranges::find(settledRows, request, &SettledRow::request);
    return row != settledRows.end() ? row->bits : 0;
}

} // namespace callwright::service
