#include "cil/service/call_status.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::EventCause;
using protocol::MessageType;
using enum protocol::LocalConnectionState;

/// How an event decides.
enum class Rule {
    Always,        ///< `status`, whatever the message says
    Ringing,       ///< a caller stays LCS_INITIATE, everybody else has what the message says
    Answered,      ///< a call held here stays so when it is another one that answers
    Joined,        ///< LCS_CONNECT for who joined the calls; the others have what the message says
    IfOwnDevice,   ///< `status` when the device in `device` is the own one or not told
    IfOwnLeaves,   ///< LCS_NULL when the own connection is the one that went
    UnlessTalking, ///< `status`, but who talks goes on talking
    AsTold         ///< LocalConnectionState of the message, where it tells one
};

struct Row {
    MessageType event;
    Rule rule;
    LocalConnectionState status;
    Keyword device = {};
};

constexpr std::array rows{
    Row{MessageType::CALL_SERVICE_INITIATED_EVENT, Rule::Always, LCS_INITIATE},
    Row{MessageType::CALL_ORIGINATED_EVENT, Rule::IfOwnDevice, LCS_INITIATE, keyword::CallingDeviceID},
    Row{MessageType::CALL_DELIVERED_EVENT, Rule::Ringing, LCS_ALERTING},
    Row{MessageType::CALL_REACHED_NETWORK_EVENT, Rule::UnlessTalking, LCS_INITIATE},
    Row{MessageType::CALL_ESTABLISHED_EVENT, Rule::Answered, LCS_CONNECT, keyword::AnsweringDeviceID},
    Row{MessageType::CALL_HELD_EVENT, Rule::IfOwnDevice, LCS_HOLD, keyword::HoldingDeviceID},
    Row{MessageType::CALL_RETRIEVED_EVENT, Rule::IfOwnDevice, LCS_CONNECT, keyword::RetrievingDeviceID},
    Row{MessageType::CALL_QUEUED_EVENT, Rule::AsTold, LCS_QUEUED},
    Row{MessageType::CALL_DEQUEUED_EVENT, Rule::AsTold, LCS_NONE},
    Row{MessageType::CALL_DIVERTED_EVENT, Rule::IfOwnDevice, LCS_NULL, keyword::DivertingDeviceID},
    Row{MessageType::CALL_FAILED_EVENT, Rule::Always, LCS_FAIL},
    Row{MessageType::CALL_CLEARED_EVENT, Rule::Always, LCS_NULL},
    Row{MessageType::CALL_CONNECTION_CLEARED_EVENT, Rule::IfOwnLeaves, LCS_NULL, keyword::ReleasingDeviceID},
    Row{MessageType::CALL_CONFERENCED_EVENT, Rule::Joined, LCS_CONNECT, keyword::ControllerDeviceID},
    Row{MessageType::CALL_TRANSFERRED_EVENT, Rule::IfOwnDevice, LCS_NULL, keyword::TransferringDeviceID},
    Row{MessageType::END_CALL_EVENT, Rule::Always, LCS_NULL},
};

std::optional<bool> isOwnDevice(const StatusInput& input, Keyword device) {
    const QString name = input.wire.toString(device);
    if (name.isEmpty() || input.ownDevices.isEmpty()) {
        return std::nullopt;
    }
    return input.ownDevices.contains(name);
}

LocalConnectionState told(const StatusInput& input, LocalConnectionState otherwise) {
    const auto state = input.wire.toUInt(keyword::LocalConnectionState);
    const bool isState = state && *state <= static_cast<std::uint32_t>(LCS_FAIL);
    return isState ? static_cast<LocalConnectionState>(*state) : otherwise;
}

/// Who talks goes on talking when somebody else is called into the call.
bool isTalkingAlready(const StatusInput& input) { return input.current == LCS_CONNECT || input.current == LCS_HOLD; }

LocalConnectionState ringing(const StatusInput& input) {
    if (isTalkingAlready(input) && isOwnDevice(input, keyword::AlertingDeviceID) != true) {
        return input.current;
    }
    const bool isCaller = input.current == LCS_INITIATE || isOwnDevice(input, keyword::CallingDeviceID) == true;
    if (isCaller && isOwnDevice(input, keyword::AlertingDeviceID) != true) {
        return LCS_INITIATE;
    }
    const LocalConnectionState state = told(input, LCS_ALERTING);
    return state == LCS_NULL ? LCS_ALERTING : state;
}

LocalConnectionState answered(const StatusInput& input, const Row& row) {
    const bool isAnothers = isOwnDevice(input, row.device) == false;
    return input.current == LCS_HOLD && isAnothers ? LCS_HOLD : row.status;
}

LocalConnectionState joined(const StatusInput& input, const Row& row) {
    if (isOwnDevice(input, row.device).value_or(true)) {
        return row.status;
    }
    const LocalConnectionState otherwise = input.current == LCS_NULL ? row.status : input.current;
    const LocalConnectionState state = told(input, otherwise);
    return state == LCS_NULL ? otherwise : state;
}

LocalConnectionState afterLeaving(const StatusInput& input, const Row& row) {
    if (input.wire.toUInt(keyword::EventCause) == static_cast<std::uint32_t>(EventCause::CEC_REDIRECTED)) {
        return input.current; // a queue leg that was redirected here: the call goes on
    }
    const bool isOwnConnection = !input.ownConnectionDeviceId.isEmpty() &&
                                 input.wire.toString(keyword::ConnectionDeviceID) == input.ownConnectionDeviceId;
    const bool isOwn = isOwnDevice(input, row.device).value_or(isOwnConnection);
    return isOwn ? LCS_NULL : input.current;
}

LocalConnectionState apply(const Row& row, const StatusInput& input) {
    switch (row.rule) {
    case Rule::Always:
        return row.status;
    case Rule::Ringing:
        return ringing(input);
    case Rule::Answered:
        return answered(input, row);
    case Rule::Joined:
        return joined(input, row);
    case Rule::IfOwnDevice:
        return isOwnDevice(input, row.device).value_or(true) ? row.status : input.current;
    case Rule::IfOwnLeaves:
        return afterLeaving(input, row);
    case Rule::UnlessTalking:
        return isTalkingAlready(input) ? input.current : row.status;
    case Rule::AsTold:
        return told(input, row.status == LCS_NONE ? input.current : row.status);
    }
    return input.current;
}

} // namespace

LocalConnectionState nextStatus(const StatusInput& input) {
    if (input.current == LCS_FAIL && input.event != MessageType::END_CALL_EVENT) {
        return LCS_FAIL;
    }
    const auto row = std::ranges::find(rows, input.event, &Row::event);
    return row != rows.end() ? apply(*row, input) : input.current;
}

bool carriesStatus(MessageType event, LocalConnectionState before) {
    return before != LCS_FAIL || event == MessageType::CALL_FAILED_EVENT;
}

} // namespace callwright::service
