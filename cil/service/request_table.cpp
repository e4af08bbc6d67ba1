#include "cil/service/request_table.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>

namespace callwright::service::detail {
namespace {

using enum MessageType;

using When = Dependent::When;

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::uint32_t voiceDomain = 1;
constexpr auto bothWays = static_cast<std::uint32_t>(protocol::RTPDirection::RTPDIRECTION_BIDIRECTIONAL);
constexpr std::optional<std::uint32_t> mustBeSaid;

constexpr std::array defaults{
    Default{SET_AGENT_STATE_REQ, Field::AgentState, mustBeSaid},
    Default{QUERY_AGENT_STATE_REQ, Field::MRDID, voiceDomain},
    Default{MAKE_CALL_REQ, Field::SkillGroupNumber, none},
    Default{ANSWER_CALL_REQ, Field::ConnectionCallID, none},
    Default{CLEAR_CONNECTION_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{CLEAR_CALL_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{DEFLECT_CALL_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{HOLD_CALL_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{RETRIEVE_CALL_REQ, Field::HeldConnectionCallID, mustBeSaid},
    Default{ALTERNATE_CALL_REQ, Field::ActiveConnectionCallID, mustBeSaid},
    Default{ALTERNATE_CALL_REQ, Field::OtherConnectionCallID, mustBeSaid},
    Default{RECONNECT_CALL_REQ, Field::ActiveConnectionCallID, mustBeSaid},
    Default{RECONNECT_CALL_REQ, Field::HeldConnectionCallID, mustBeSaid},
    Default{CONSULTATION_CALL_REQ, Field::ActiveConnectionCallID, mustBeSaid},
    Default{CONSULTATION_CALL_REQ, Field::ConsultType, mustBeSaid},
    Default{TRANSFER_CALL_REQ, Field::ActiveConnectionCallID, mustBeSaid},
    Default{TRANSFER_CALL_REQ, Field::HeldConnectionCallID, none},
    Default{CONFERENCE_CALL_REQ, Field::ActiveConnectionCallID, mustBeSaid},
    Default{CONFERENCE_CALL_REQ, Field::HeldConnectionCallID, none},
    Default{SEND_DTMF_SIGNAL_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{START_RECORDING_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{START_RECORDING_REQ, Field::Direction, bothWays},
    Default{STOP_RECORDING_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{STOP_RECORDING_REQ, Field::Direction, bothWays},
    Default{BAD_CALL_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{SUPERVISOR_ASSIST_REQ, Field::ConnectionCallID, none},
    Default{EMERGENCY_CALL_REQ, Field::ConnectionCallID, none},
    Default{QUERY_SKILL_GROUP_STATISTICS_REQ, Field::SkillGroupNumber, none},
    Default{QUERY_SKILL_GROUP_STATISTICS_REQ, Field::SkillGroupID, none},
    Default{USER_MESSAGE_REQ, Field::Distribution, mustBeSaid},
    Default{SUPERVISE_CALL_REQ, Field::AgentConnectionCallID, none},
    Default{SUPERVISE_CALL_REQ, Field::SupervisorConnectionCallID, none},
    Default{SUPERVISE_CALL_REQ, Field::SupervisoryAction, mustBeSaid},
    Default{AGENT_GREETING_CONTROL_REQ, Field::AgentAction, mustBeSaid},
    Default{SET_CALL_DATA_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{RELEASE_CALL_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{MONITOR_STOP_REQ, Field::MonitorID, mustBeSaid},
    Default{CHANGE_MONITOR_MASK_REQ, Field::MonitorID, mustBeSaid},
    Default{CHANGE_MONITOR_MASK_REQ, Field::CallMsgMask, mustBeSaid},
    Default{CHANGE_MONITOR_MASK_REQ, Field::AgentStateMask, mustBeSaid},
    Default{SESSION_MONITOR_START_REQ, Field::SessionID, mustBeSaid},
    Default{SESSION_MONITOR_STOP_REQ, Field::MonitorID, mustBeSaid},
    Default{UNREGISTER_SERVICE_REQ, Field::RegisteredServiceID, mustBeSaid},
    Default{SET_DEVICE_ATTRIBUTES_REQ, Field::ServiceNumber, none},
    Default{SET_DEVICE_ATTRIBUTES_REQ, Field::ServiceID, none},
    Default{SET_DEVICE_ATTRIBUTES_REQ, Field::SkillGroupNumber, none},
    Default{SET_DEVICE_ATTRIBUTES_REQ, Field::SkillGroupID, none},
    Default{START_NETWORK_RECORDING_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{STOP_NETWORK_RECORDING_REQ, Field::ConnectionCallID, mustBeSaid},
    Default{SET_AGENT_SERVICE_DATA_REQ, Field::RouterCallKeyDay, mustBeSaid},
    Default{SET_AGENT_SERVICE_DATA_REQ, Field::RouterCallKeyCallID, mustBeSaid},
    Default{SET_AGENT_SERVICE_DATA_REQ, Field::RouterCallKeySequenceNumber, mustBeSaid},
    Default{SET_AGENT_SERVICE_DATA_REQ, Field::AgentSkillTargetID, mustBeSaid},
    Default{SNAPSHOT_CALL_REQ, Field::ConnectionCallID, mustBeSaid},
};

/// Requests on the one call they are made on may name it as every other request does.
constexpr std::array substitutes{
    Substitute{RETRIEVE_CALL_REQ, Field::HeldConnectionCallID, keyword::ConnectionCallID},
    Substitute{RETRIEVE_CALL_REQ, Field::HeldConnectionDeviceIDType, keyword::ConnectionDeviceIDType},
    Substitute{RETRIEVE_CALL_REQ, Field::HeldConnectionDeviceID, keyword::ConnectionDeviceID},
    Substitute{CONSULTATION_CALL_REQ, Field::ActiveConnectionCallID, keyword::ConnectionCallID},
    Substitute{CONSULTATION_CALL_REQ, Field::ActiveConnectionDeviceIDType, keyword::ConnectionDeviceIDType},
    Substitute{CONSULTATION_CALL_REQ, Field::ActiveConnectionDeviceID, keyword::ConnectionDeviceID},
    Substitute{TRANSFER_CALL_REQ, Field::ActiveConnectionCallID, keyword::ConnectionCallID},
    Substitute{TRANSFER_CALL_REQ, Field::ActiveConnectionDeviceIDType, keyword::ConnectionDeviceIDType},
    Substitute{TRANSFER_CALL_REQ, Field::ActiveConnectionDeviceID, keyword::ConnectionDeviceID},
    Substitute{CONFERENCE_CALL_REQ, Field::ActiveConnectionCallID, keyword::ConnectionCallID},
    Substitute{CONFERENCE_CALL_REQ, Field::ActiveConnectionDeviceIDType, keyword::ConnectionDeviceIDType},
    Substitute{CONFERENCE_CALL_REQ, Field::ActiveConnectionDeviceID, keyword::ConnectionDeviceID},
};

constexpr std::array dependents{
    Dependent{TRANSFER_CALL_REQ, Field::HeldConnectionDeviceIDType, Field::HeldConnectionCallID, When::TypeOf},
    Dependent{TRANSFER_CALL_REQ, Field::HeldConnectionDeviceID, Field::HeldConnectionCallID, When::Named},
    Dependent{TRANSFER_CALL_REQ, Field::DialedNumber, Field::HeldConnectionCallID, When::Unnamed},
    Dependent{CONFERENCE_CALL_REQ, Field::HeldConnectionDeviceIDType, Field::HeldConnectionCallID, When::TypeOf},
    Dependent{CONFERENCE_CALL_REQ, Field::HeldConnectionDeviceID, Field::HeldConnectionCallID, When::Named},
    Dependent{CONFERENCE_CALL_REQ, Field::DialedNumber, Field::HeldConnectionCallID, When::Unnamed},
    Dependent{SUPERVISOR_ASSIST_REQ, Field::ConnectionDeviceIDType, Field::ConnectionCallID, When::TypeOf},
    Dependent{SUPERVISOR_ASSIST_REQ, Field::ConnectionDeviceID, Field::ConnectionCallID, When::Named},
    Dependent{EMERGENCY_CALL_REQ, Field::ConnectionDeviceIDType, Field::ConnectionCallID, When::TypeOf},
    Dependent{EMERGENCY_CALL_REQ, Field::ConnectionDeviceID, Field::ConnectionCallID, When::Named},
    Dependent{SUPERVISE_CALL_REQ, Field::AgentConnectionDeviceIDType, Field::AgentConnectionCallID, When::TypeOf},
    Dependent{SUPERVISE_CALL_REQ, Field::AgentConnectionDeviceID, Field::AgentConnectionCallID, When::Named},
    Dependent{SUPERVISE_CALL_REQ, Field::SupervisorConnectionDeviceIDType, Field::SupervisorConnectionCallID,
              When::TypeOf},
    Dependent{SUPERVISE_CALL_REQ, Field::SupervisorConnectionDeviceID, Field::SupervisorConnectionCallID, When::Named},
};

template <class Rows> const typename Rows::value_type* findRow(const Rows& rows, MessageType type, Field field) {
    const auto at = std::ranges::find_if(rows, [&](const auto& row) { return row.type == type && row.field == field; });
    return at != rows.end() ? &*at : nullptr;
}

} // namespace

const Default* findDefault(MessageType type, Field field) { return findRow(defaults, type, field); }

const Substitute* findSubstitute(MessageType type, Field field) { return findRow(substitutes, type, field); }

const Dependent* findDependent(MessageType type, Field field) { return findRow(dependents, type, field); }

} // namespace callwright::service::detail
