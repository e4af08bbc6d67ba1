#include "app/simulator/acd/requests.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/alternating.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/assisting.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/conferencing.h"
#include "app/simulator/acd/consulting.h"
#include "app/simulator/acd/deflecting.h"
#include "app/simulator/acd/dialing.h"
#include "app/simulator/acd/greeting.h"
#include "app/simulator/acd/line_requests.h"
#include "app/simulator/acd/network_recording.h"
#include "app/simulator/acd/outages.h"
#include "app/simulator/acd/peripheral.h"
#include "app/simulator/acd/queries.h"
#include "app/simulator/acd/settings_requests.h"
#include "app/simulator/acd/statistics.h"
#include "app/simulator/acd/supervising.h"
#include "app/simulator/acd/transferring.h"

namespace callwright::simulator {

std::optional<SwitchAnswer> refusal(const Context& context, std::string_view instrument, MessageType type) {
    if (isOutOfService(context.world, instrument))
        return refused(ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE);
    if (!offers(context.config, type))
        return refused(ControlFailureCode::CF_INVALID_FEATURE, PeripheralError::CommandNotImplementedOnDevice);
    return std::nullopt;
}

SwitchAnswer answerRequest(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    if (const auto refused = refusal(context, instrument, message.type()))
        return *refused;
    switch (message.type()) {
    case MessageType::SET_AGENT_STATE_REQ:
        return setAgentState(context, instrument, message);
    case MessageType::QUERY_AGENT_STATE_REQ:
        return queryAgentState(context, instrument, message);
    case MessageType::AGENT_DESK_SETTINGS_REQ:
        return queryDeskSettings(context, instrument, message);
    case MessageType::QUERY_DEVICE_INFO_REQ:
        return queryDevice(context, instrument, message);
    case MessageType::SNAPSHOT_DEVICE_REQ:
        return snapshotDevice(context, instrument, message);
    case MessageType::SNAPSHOT_CALL_REQ:
        return snapshotCall(context, instrument, message);
    case MessageType::MAKE_CALL_REQ:
        return makeCall(context, instrument, message);
    case MessageType::ANSWER_CALL_REQ:
        return answerCall(context, instrument, message);
    case MessageType::CLEAR_CONNECTION_REQ:
        return clearConnection(context, instrument, message);
    case MessageType::HOLD_CALL_REQ:
        return holdCall(context, instrument, message);
    case MessageType::RETRIEVE_CALL_REQ:
        return retrieveCall(context, instrument, message);
    case MessageType::CONSULTATION_CALL_REQ:
        return consultationCall(context, instrument, message);
    case MessageType::ALTERNATE_CALL_REQ:
        return alternateCall(context, instrument, message);
    case MessageType::RECONNECT_CALL_REQ:
        return reconnectCall(context, instrument, message);
    case MessageType::TRANSFER_CALL_REQ:
        return transferCall(context, instrument, message);
    case MessageType::CONFERENCE_CALL_REQ:
        return conferenceCall(context, instrument, message);
    case MessageType::SET_CALL_DATA_REQ:
        return setCallData(context, instrument, message);
    case MessageType::RELEASE_CALL_REQ:
        return releaseCall(context, instrument, message);
    case MessageType::DEFLECT_CALL_REQ:
        return deflectCall(context, instrument, message);
    case MessageType::SUPERVISOR_ASSIST_REQ:
        return assistAgent(context, instrument, message);
    case MessageType::EMERGENCY_CALL_REQ:
        return declareEmergency(context, instrument, message);
    case MessageType::SUPERVISE_CALL_REQ:
        return superviseCall(context, instrument, message);
    case MessageType::QUERY_AGENT_STATISTICS_REQ:
        return queryAgentStatistics(context, instrument, message);
    case MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ:
        return queryGroupStatistics(context, message);
    case MessageType::SET_APP_DATA_REQ:
        return setApplicationData(context, message);
    case MessageType::SET_DEVICE_ATTRIBUTES_REQ:
        return setDeviceAttributes(context, message);
    case MessageType::SET_AGENT_SERVICE_DATA_REQ:
        return setServiceData(context, message);
    case MessageType::CLEAR_CALL_REQ:
        return clearCall(context, instrument, message);
    case MessageType::SEND_DTMF_SIGNAL_REQ:
        return sendTones(context, instrument, message);
    case MessageType::START_RECORDING_REQ:
        return startRecording(context, instrument, message);
    case MessageType::STOP_RECORDING_REQ:
        return stopRecording(context, instrument, message);
    case MessageType::START_NETWORK_RECORDING_REQ:
        return startNetworkRecording(context, instrument, message);
    case MessageType::STOP_NETWORK_RECORDING_REQ:
        return stopNetworkRecording(context, instrument, message);
    case MessageType::BAD_CALL_REQ:
        return markBadLine(context, instrument, message);
    case MessageType::AGENT_GREETING_CONTROL_REQ:
        return controlGreeting(context, instrument, message);
    default:
        return refused(ControlFailureCode::CF_INVALID_FEATURE, PeripheralError::CommandNotImplementedOnDevice);
    }
}

} // namespace callwright::simulator
