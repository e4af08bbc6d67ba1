#include "app/simulator/acd/outages.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/fields.h"

#include <chrono>
#include <set>
#include <tuple>

namespace callwright::simulator {

namespace {

using protocol::DeviceIDType;
using protocol::SystemEventID;
namespace status = protocol::PGStatusCode;

Fields systemEvent(const Context& context, SystemEventID id, std::uint32_t pgStatus) {
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(context.clock.wallTime()).count();
    Fields fields;
    fields.set(Field::PGStatus, pgStatus)
        .set(Field::ICMCentralControllerTime, static_cast<std::uint32_t>(now))
        .set(Field::SystemEventID, id);
    return fields;
}

void post(Context& context, Fields& fields) { context.outbox.post({MessageType::SYSTEM_EVENT, {}, fields.take()}); }

void postPeripheral(Context& context, SystemEventID id) {
    Fields fields = systemEvent(context, id, pgStatusOf(context.world));
    fields.set(Field::SystemEventArg1, context.config.peripheralId)
        .set(Field::EventDeviceType, DeviceIDType::DEVID_NONE);
    post(context, fields);
}

void postInstrument(Context& context, SystemEventID id, std::string_view instrument) {
    Fields fields = systemEvent(context, id, pgStatusOf(context.world));
    fields.set(Field::SystemEventArg1, context.config.peripheralId)
        .set(Field::EventDeviceType, DeviceIDType::DEVID_AGENT_DEVICE)
        .set(Field::Text, instrument)
        .set(Field::EventDeviceID, instrument);
    post(context, fields);
}

} // namespace

bool isOutOfService(const World& world, std::string_view instrument) {
    return !world.isOnline || !world.isGatewayUp || world.outOfService.contains(instrument);
}

std::uint32_t pgStatusOf(const World& world) {
    return (world.isOnline ? 0 : status::PGS_PERIPHERAL_OFFLINE) | (world.isGatewayUp ? 0 : status::PGS_OPC_DOWN) |
           (world.isControllerUp ? 0 : status::PGS_CC_DOWN);
}

void setOnline(Context& context, bool online) {
    if (online == context.world.isOnline)
        return;
    context.world.isOnline = online;
    postPeripheral(context, online ? SystemEventID::SYS_PERIPHERAL_ONLINE : SystemEventID::SYS_PERIPHERAL_OFFLINE);
}

void tellGateway(Context& context, bool up) {
    if (up)
        return postPeripheral(context, context.world.isOnline ? SystemEventID::SYS_PERIPHERAL_ONLINE
                                                              : SystemEventID::SYS_PERIPHERAL_OFFLINE);
    Fields fields = systemEvent(context, SystemEventID::SYS_PERIPHERAL_GATEWAY_OFFLINE,
                                pgStatusOf(context.world) | status::PGS_OPC_DOWN);
    fields.set(Field::EventDeviceType, DeviceIDType::DEVID_NONE);
    post(context, fields);
}

void setControllerUp(Context& context, bool up) {
    if (up == context.world.isControllerUp)
        return;
    context.world.isControllerUp = up;
    Fields fields = systemEvent(
        context, up ? SystemEventID::SYS_CENTRAL_CONTROLLER_ONLINE : SystemEventID::SYS_CENTRAL_CONTROLLER_OFFLINE,
        pgStatusOf(context.world));
    fields.set(Field::EventDeviceType, DeviceIDType::DEVID_NONE);
    post(context, fields);
}

tl::expected<void, std::string> setInService(Context& context, std::string_view instrument, bool inService) {
    if (!findInstrument(context.config, instrument))
        return tl::unexpected("there is no instrument \"" + std::string(instrument) + "\"");
    auto& out = context.world.outOfService;
    const bool hasChanged = inService ? out.erase(std::string(instrument)) != 0 : out.emplace(instrument).second;
    if (hasChanged)
        postInstrument(context,
                       inService ? SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE
                                 : SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE,
                       instrument);
    return {};
}

void setAllInService(Context& context) {
    for (const std::string& instrument : std::set(context.world.outOfService))
        std::ignore = setInService(context, instrument, true);
}

tl::expected<void, std::string> forceLogout(Context& context, std::string_view agentId, std::uint32_t reason) {
    Agent* const agent = agentWithId(context.world, agentId);
    if (!agent || !agent->isSignedIn())
        return tl::unexpected("no agent \"" + std::string(agentId) + "\" is signed in");
    if (agent->reservedFor)
        return tl::unexpected("a call is on its way to agent " + std::string(agentId));
    signOut(context, *agent, reason);
    return {};
}

} // namespace callwright::simulator
