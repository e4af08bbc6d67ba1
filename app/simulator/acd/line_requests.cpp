#include "app/simulator/acd/line_requests.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/fields.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

constexpr std::string_view toneCharacters = "0123456789*#ABCDabcd";

constexpr std::uint32_t recorderSession = 0x52454344; ///< the recording server's own session: never one of a client
constexpr std::uint32_t noRecorderSession = 0xFFFFFFFF;
constexpr std::uint32_t anyRecorderSession = 0;

SwitchAnswer noSuchLeg(Context& context, const protocol::MessageView& message) {
    return noSuchConnection(context.world, message, {}, PeripheralError::UnknownConnection);
}

bool isRecordedByPhoneSystem(const Context& context, const Connection& leg) {
    const Agent* const agent = agentAt(context.world, leg.instrument);
    return agent && agent->config->desk.recordingMode != 0;
}

} // namespace

SwitchAnswer sendTones(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const std::string_view tones = message.text(Field::DTMFString).value_or("");
    if (tones.empty() || tones.find_first_not_of(toneCharacters) != std::string_view::npos)
        return failed(StatusCode::E_CTI_INVALID_DIGITS);
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchLeg(context, message);
    if (leg.connection->state != LCS_CONNECT)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    leg.call->tones += tones;
    return confirmed();
}

bool canRecord(const Context& context, const Connection& leg) {
    return context.config.hasRecorder || isRecordedByPhoneSystem(context, leg);
}

Recording& record(Context& context, Connection& leg, std::uint32_t direction) {
    const bool isByPhoneSystem = isRecordedByPhoneSystem(context, leg);
    return leg.recording.emplace(
        Recording{isByPhoneSystem ? noRecorderSession : recorderSession, context.world.nextRecording++, direction});
}

SwitchAnswer startRecording(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchLeg(context, message);
    if (!canRecord(context, *leg.connection))
        return refused(ControlFailureCode::CF_REQUESTED_SERVICE_NOT_REGISTERED);
    if (leg.connection->state != LCS_CONNECT || leg.connection->recording)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    const Recording& recording = record(context, *leg.connection, message.number(Field::Direction, 0));
    Fields fields;
    fields.set(Field::SessionID, recording.sessionId).set(Field::ServerData, recording.serverData);
    return Confirmation{fields.take()};
}

SwitchAnswer stopRecording(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchLeg(context, message);
    auto& recording = leg.connection->recording;
    const std::uint32_t session = message.number(Field::SessionID, anyRecorderSession);
    const bool isNamed = recording && recording->serverData == message.number(Field::ServerData) &&
                         (session == anyRecorderSession || session == recording->sessionId);
    if (!isNamed)
        return refused(ControlFailureCode::CF_OBJECT_NOT_KNOWN);
    recording.reset();
    return confirmed();
}

SwitchAnswer markBadLine(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchLeg(context, message);
    const std::string agent(message.text(Field::AgentID).value_or(""));
    auto& marks = leg.call->badLine;
    if (std::ranges::find(marks, agent) == marks.end())
        marks.push_back(agent);
    return confirmed();
}

SwitchAnswer clearCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchLeg(context, message);
    clearAll(context, *leg.call, *leg.connection);
    return confirmed();
}

} // namespace callwright::simulator
