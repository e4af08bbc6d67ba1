#include "app/simulator/acd/network_recording.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/fields.h"

namespace callwright::simulator {

namespace {

constexpr std::string_view recorderName = "RECORDER1";
constexpr std::string_view recorderAddress = "192.0.2.254";

void postRecording(Context& context, MessageType type, const Call& call, const Connection& leg, Fields more = {}) {
    more.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::ConnectionCallID, call.id)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::RecordingDeviceType, DeviceIDType::DEVID_DEVICE_IDENTIFIER)
        .set(Field::ConnectionDeviceID, leg.id)
        .set(Field::RecordingDeviceID, recorderName);
    context.outbox.post({type, leg.instrument, more.take()});
}

Fields targetInfo(const Connection& leg) {
    using protocol::MediaForkingDeviceType;
    using protocol::RecordingType;
    Fields fields;
    fields.set(Field::RecordingType, RecordingType::CALL_RECORDING_TYPE_USER_INITIATED_FROM_APPLICATION)
        .set(Field::MediaForkingDeviceType, MediaForkingDeviceType::CALL_RECORDING_MEDIA_FORKING_DEVICE_TYPE_PHONE)
        .set(Field::MediaForkingDeviceName, leg.instrument)
        .set(Field::RecorderAddress, recorderAddress);
    return fields;
}

} // namespace

SwitchAnswer startNetworkRecording(Context& context, const std::string& instrument,
                                   const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchConnection(context.world, message, {}, PeripheralError::UnknownConnection);
    if (leg.connection->state != LocalConnectionState::LCS_CONNECT || leg.connection->isNetworkRecorded)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    if (!context.config.hasRecorder) { // the confirmation is a receipt, the event tells
        postRecording(context, MessageType::NETWORK_RECORDING_FAILED_EVENT, *leg.call, *leg.connection);
        return confirmed();
    }
    leg.connection->isNetworkRecorded = true;
    postRecording(context, MessageType::NETWORK_RECORDING_STARTED_EVENT, *leg.call, *leg.connection);
    postRecording(context, MessageType::NETWORK_RECORDING_TARGET_INFO_EVENT, *leg.call, *leg.connection,
                  targetInfo(*leg.connection));
    return confirmed();
}

SwitchAnswer stopNetworkRecording(Context& context, const std::string& instrument,
                                  const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchConnection(context.world, message, {}, PeripheralError::UnknownConnection);
    if (!leg.connection->isNetworkRecorded)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    endNetworkRecording(context, *leg.call, *leg.connection);
    return confirmed();
}

void endNetworkRecording(Context& context, const Call& call, Connection& leg) {
    if (std::exchange(leg.isNetworkRecorded, false))
        postRecording(context, MessageType::NETWORK_RECORDING_ENDED_EVENT, call, leg);
}

} // namespace callwright::simulator
