#pragma once

#include "app/simulator/acd/context.h"

/// Requests about calls that exist (CTI Server guide v25, Client Control and Call Data Update). `instrument` empty:
/// whichever phone the connection belongs to.
namespace callwright::simulator {

SwitchAnswer answerCall(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer clearConnection(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer holdCall(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer retrieveCall(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer setCallData(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer releaseCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

/// The phone's leg that three fields of a message name together; empty when there is none.
struct ConnectionFields {
    Field call = Field::ConnectionCallID;
    Field type = Field::ConnectionDeviceIDType;
    Field device = Field::ConnectionDeviceID;
};
inline constexpr ConnectionFields heldFields{Field::HeldConnectionCallID, Field::HeldConnectionDeviceIDType,
                                             Field::HeldConnectionDeviceID};
inline constexpr ConnectionFields activeFields{Field::ActiveConnectionCallID, Field::ActiveConnectionDeviceIDType,
                                               Field::ActiveConnectionDeviceID};
inline constexpr ConnectionFields otherFields{Field::OtherConnectionCallID, Field::OtherConnectionDeviceIDType,
                                              Field::OtherConnectionDeviceID};
Leg findLeg(World& world, const std::string& instrument, const protocol::MessageView& message,
            ConnectionFields fields = {});
/// The refusal when there is none: no such call, or no such leg of the phone in it.
SwitchAnswer noSuchConnection(World& world, const protocol::MessageView& message, ConnectionFields fields,
                              PeripheralError error);

} // namespace callwright::simulator
