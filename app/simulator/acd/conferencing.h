#pragma once

#include "app/simulator/acd/context.h"

/// CONFERENCE_CALL_REQ (CTI Server guide v25): the completion of a consultation (see joining.h). Three to sixteen
/// parties; every one with a phone here may consult and add further ones. Who leaves is told to the others by
/// CALL_CONNECTION_CLEARED and gets END_CALL, the controller like anybody else; when two are left, CALL_DATA_UPDATE
/// gives them back the CallType that the call had before. The single step is not possible on Unified CCE.
namespace callwright::simulator {

SwitchAnswer conferenceCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
