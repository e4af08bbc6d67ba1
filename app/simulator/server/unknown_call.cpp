#include "app/simulator/server/unknown_call.h"

#include "app/simulator/server/message_writing.h"

namespace callwright::simulator {

namespace {

using protocol::DeviceIDType;
using protocol::Field;
using protocol::MessageType;

constexpr std::uint32_t callId = 0x00FFFFFE; // far above every call of a run
constexpr auto noDevice = static_cast<std::uint32_t>(DeviceIDType::DEVID_NONE);

constexpr MessageType eventTypes[] = {
    MessageType::CALL_DELIVERED_EVENT,          MessageType::CALL_HELD_EVENT,    MessageType::CALL_DATA_UPDATE_EVENT,
    MessageType::CALL_CONNECTION_CLEARED_EVENT, MessageType::CALL_CLEARED_EVENT, MessageType::END_CALL_EVENT,
};

/// Device types of fields whose devices are not told.
constexpr Field deviceTypes[] = {Field::AlertingDeviceType, Field::CallingDeviceType,   Field::CalledDeviceType,
                                 Field::HoldingDeviceType,  Field::ReleasingDeviceType, Field::LastRedirectDeviceType};

} // namespace

std::vector<SwitchEvent> eventsOfUnknownCall(const std::string& instrument, const Switch& behind) {
    const std::string leg = std::to_string(callId) + ":" + instrument;
    std::vector<SwitchEvent> events;
    for (const MessageType type : eventTypes) {
        SwitchEvent event{type,
                          instrument,
                          {{Field::PeripheralID, behind.peripheralId()},
                           {Field::PeripheralType, behind.peripheralType()},
                           {Field::ConnectionCallID, callId},
                           {Field::ConnectionDeviceID, leg}}};
        for (const Field field : deviceTypes) {
            if (hasFixedField(type, field)) {
                event.fields.push_back({field, noDevice});
            }
        }
        if (type == MessageType::CALL_DATA_UPDATE_EVENT) {
            event.fields.push_back({Field::NewConnectionCallID, callId});
            event.fields.push_back({Field::NewConnectionDeviceID, leg});
        }
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace callwright::simulator
