#include "app/simulator/acd/queries.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/peripheral.h"

#include <algorithm>
#include <array>

namespace callwright::simulator {

namespace {

namespace Events = protocol::CallMsgMask;

constexpr std::uint32_t voiceDomain = 1;
constexpr std::uint32_t everyDomain = 0xFFFFFFFF;

constexpr std::uint32_t callEvents =
    Events::CALL_DELIVERED_MASK | Events::CALL_ESTABLISHED_MASK | Events::CALL_HELD_MASK | Events::CALL_RETRIEVED_MASK |
    Events::CALL_CLEARED_MASK | Events::CALL_CONNECTION_CLEARED_MASK | Events::CALL_ORIGINATED_MASK |
    Events::CALL_CONFERENCED_MASK | Events::CALL_TRANSFERRED_MASK | Events::CALL_SERVICE_INITIATED_MASK |
    Events::BEGIN_CALL_MASK | Events::END_CALL_MASK | Events::CALL_DATA_UPDATE_MASK | Events::CALL_FAILED_MASK |
    Events::CALL_REACHED_NETWORK_MASK | Events::AGENT_PRE_CALL_MASK | Events::AGENT_PRE_CALL_ABORT_MASK |
    Events::RTP_STARTED_MASK | Events::RTP_STOPPED_MASK | Events::CALL_AGENT_GREETING_MASK |
    Events::NETWORK_RECORDING_STARTED_MASK | Events::NETWORK_RECORDING_ENDED_MASK |
    Events::NETWORK_RECORDING_TARGET_INFO_MASK;
constexpr std::uint32_t transferSetup = protocol::TransferConferenceSetupMask::CONF_SETUP_CONSULT_SPECIFIC |
                                        protocol::TransferConferenceSetupMask::TRANS_SETUP_ANY_SINGLE_CALL;

std::uint32_t eventsOf(const AcdConfig& config) {
    return callEvents | (config.tellsQueues ? Events::CALL_QUEUED_MASK | Events::CALL_DEQUEUED_MASK : 0) |
           (config.tellsDiversions ? Events::CALL_DIVERTED_MASK : 0);
}

/// The agent that the identifiers of a query name together, else the one at the session's device.
const Agent* askedAgent(const World& world, const std::string& instrument, const protocol::MessageView& message) {
    if (const auto id = message.text(Field::AgentID))
        return agentWithId(world, *id);
    if (const auto target = message.number(Field::ICMAgentID); target && *target != 0 && *target != ~0u) {
        const auto found =
            std::ranges::find_if(world.agents, [&](const Agent& a) { return a.config->skillTargetId == *target; });
        return found == world.agents.end() ? nullptr : &*found;
    }
    return agentAt(world, instrument);
}

void addConnection(Fields& fields, const Call& call, const Connection& leg) {
    fields.set(Field::CallConnectionCallID, call.id)
        .set(Field::CallConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::CallConnectionDeviceID, leg.id);
}

protocol::SilentMonitorStatus silentMonitorStatus(const Leg& leg) {
    if (leg.call->type != CallType::CALLTYPE_SUPERVISOR_MONITOR)
        return protocol::SilentMonitorStatus::SILENT_MONITOR_NONE;
    return leg.connection->party == Party::Bridge ? protocol::SilentMonitorStatus::SILENT_MONITOR_TARGET
                                                  : protocol::SilentMonitorStatus::SILENT_MONITOR_INITIATOR;
}

/// Also the bridge of a phone that a supervisor listens to.
Leg findToldLeg(World& world, const std::string& instrument, const protocol::MessageView& message) {
    for (const Leg& leg : toldLegsAt(world, instrument)) {
        if (leg.call->id == message.number(Field::ConnectionCallID) &&
            leg.connection->id == message.text(Field::ConnectionDeviceID))
            return leg;
    }
    return findLeg(world, instrument, message);
}

} // namespace

SwitchAnswer queryAgentState(const Context& context, const std::string& instrument,
                             const protocol::MessageView& message) {
    const std::uint32_t domain = message.number(Field::MRDID, voiceDomain);
    if (domain != voiceDomain && domain != 0 && domain != everyDomain)
        return failed(StatusCode::E_CTI_INVALID_MR_DOMAIN);
    const Agent* const agent = askedAgent(context.world, instrument, message);
    if (!agent)
        return failed(message.has(Field::AgentID) ? StatusCode::E_CTI_INVALID_AGENT_DATA
                                                  : StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    const auto groups = agent->isSignedIn() ? agent->skillGroups : std::vector<std::uint32_t>();
    Fields fields;
    fields.set(Field::AgentState, agent->state)
        .set(Field::NumSkillGroups, static_cast<std::uint32_t>(groups.size()))
        .set(Field::MRDID, voiceDomain)
        .set(Field::NumTasks, taskCount(context, *agent))
        .set(Field::AgentMode, protocol::AgentMode::AGENT_MODE_ROUTABLE)
        .set(Field::MaxTaskLimit, 1u)
        .set(Field::ICMAgentID, agent->config->skillTargetId)
        .set(Field::AgentAvailabilityStatus, availability(*agent))
        .set(Field::DepartmentID, 0u)
        .set(Field::AgentID, agent->config->id);
    if (agent->isSignedIn()) {
        fields.set(Field::AgentExtension, deviceOf(context.config, context.world, agent->instrument).id)
            .set(Field::AgentInstrument, agent->instrument);
    }
    for (const std::uint32_t group : groups) {
        const SkillGroupConfig* const config = findSkillGroup(context.config, group);
        fields.set(Field::SkillGroupNumber, group)
            .set(Field::SkillGroupID, config ? config->id : protocol::NULL_SKILL_GROUP)
            .set(Field::SkillGroupPriority, 0u)
            .set(Field::SkillGroupState, stateInGroup(*agent, group));
    }
    return Confirmation{fields.take()};
}

SwitchAnswer queryDeskSettings(const Context& context, const std::string& instrument,
                               const protocol::MessageView& message) {
    const auto id = message.text(Field::AgentID);
    const Agent* const agent = id ? agentWithId(context.world, *id) : agentAt(context.world, instrument);
    if (!agent)
        return failed(id ? StatusCode::E_CTI_INVALID_AGENT_DATA : StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    const DeskSettings& desk = agent->config->desk;
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::DeskSettingsMask, desk.mask)
        .set(Field::WrapupDataIncomingMode, desk.wrapupIncoming)
        .set(Field::WrapupDataOutgoingMode, desk.wrapupOutgoing)
        .set(Field::LogoutNonActivityTime, desk.logoutNonActivityTime)
        .set(Field::RingNoAnswerTime, desk.ringNoAnswerTime)
        .set(Field::SilentMonitorWarningMessage, desk.silentMonitorWarningMessage)
        .set(Field::SilentMonitorAudibleIndication, desk.silentMonitorAudibleIndication)
        .set(Field::SupervisorAssistCallMethod, desk.supervisorAssistCallMethod)
        .set(Field::EmergencyCallMethod, desk.emergencyCallMethod)
        .set(Field::AutoRecordOnEmergency, desk.autoRecordOnEmergency)
        .set(Field::RecordingMode, desk.recordingMode)
        .set(Field::WorkModeTimer, desk.workModeTimer);
    return Confirmation{fields.take()};
}

SwitchAnswer queryDevice(const Context& context, const std::string& instrument, const protocol::MessageView&) {
    if (!findInstrument(context.config, instrument))
        return refused(ControlFailureCode::CF_INVALID_CSTA_DEVICE_IDENTIFIER);
    Fields fields;
    fields.set(Field::PeripheralType, context.config.peripheralType)
        .set(Field::TypeOfDevice, protocol::TypeOfDevice::DEVT_STATION)
        .set(Field::ClassOfDevice, protocol::ClassOfDevice::DEVC_VOICE)
        .set(Field::NumLines, 1u)
        .set(Field::MaxActiveCalls, static_cast<std::uint32_t>(callsAtMost))
        .set(Field::MaxHeldCalls, static_cast<std::uint32_t>(heldCallsAtMost))
        .set(Field::MaxDevicesInConference, static_cast<std::uint32_t>(partiesAtMost))
        .set(Field::MakeCallSetup, protocol::AgentStateMask::AGENT_NOT_READY_MASK)
        .set(Field::TransferConferenceSetup, transferSetup)
        .set(Field::CallEventsSupported, eventsOf(context.config))
        .set(Field::CallControlSupported, callControlOf(context.config))
        .set(Field::OtherFeaturesSupported,
             (context.config.consultSharesCallId ? 0u : +protocol::FeatureMask::FEATURE_UNIQUE_CONSULT_CALLID) |
                 (isUnifiedCce(context.config) ? 0u : +protocol::FeatureMask::FEATURE_POST_ROUTE))
        .set(Field::LineHandle, 1u)
        .set(Field::LineType, LineType::LINETYPE_INBOUND_ACD);
    return Confirmation{fields.take()};
}

SwitchAnswer snapshotDevice(Context& context, const std::string& instrument, const protocol::MessageView&) {
    if (!findInstrument(context.config, instrument))
        return refused(ControlFailureCode::CF_INVALID_CSTA_DEVICE_IDENTIFIER);
    const std::vector<Leg> legs = toldLegsAt(context.world, instrument);
    Fields fields;
    fields.set(Field::NumCalls, static_cast<std::uint32_t>(legs.size()));
    for (const Leg& leg : legs) {
        addConnection(fields, *leg.call, *leg.connection);
        fields.set(Field::CallState, leg.connection->state).set(Field::SilentMonitorStatus, silentMonitorStatus(leg));
    }
    return Confirmation{fields.take()};
}

SwitchAnswer snapshotCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findToldLeg(context.world, instrument, message);
    if (!leg)
        return noSuchConnection(context.world, message, {}, PeripheralError::None);
    const Call& call = *leg.call;
    CallData data = call.data;
    data.items.erase(Field::CustomerPhoneNumber);
    data.items.erase(Field::CustomerAccountNumber);
    Fields fields;
    fields.set(Field::CallType, call.type)
        .set(Field::NumCTIClients, 0u)
        .set(Field::NumCallDevices, static_cast<std::uint32_t>(call.connections.size()))
        .set(Field::CalledPartyDisposition, 0u)
        .setIfAny(Field::DNIS, call.dnis)
        .setIfAny(Field::DialedNumber, call.dialedNumber)
        .setItems(data)
        .setEcc(data.ecc);
    if (call.key)
        fields.set(Field::RouterCallKeyDay, call.key->day).set(Field::RouterCallKeyCallID, call.key->callId);
    for (const Connection& connection : call.connections) {
        addConnection(fields, call, connection);
        fields.set(Field::CallDeviceType, connection.device.type)
            .set(Field::CallDeviceID, connection.device.id)
            .set(Field::CallDeviceConnectionState, connection.state);
    }
    return Confirmation{fields.take()};
}

} // namespace callwright::simulator
