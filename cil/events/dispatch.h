#pragma once

#include "cil/events/listeners.h"

/// Calls the one virtual that stands for an event; nothing for an event of another interface. Generated.
namespace callwright::detail {

void deliver(ISessionEvents& listener, EventId id, Arguments& arguments);
void deliver(ICallEvents& listener, EventId id, Arguments& arguments);
void deliver(IAgentEvents& listener, EventId id, Arguments& arguments);
void deliver(ISkillGroupEvents& listener, EventId id, Arguments& arguments);
void deliver(IButtonEnablementEvents& listener, EventId id, Arguments& arguments);
void deliver(IMonitoredAgentEvents& listener, EventId id, Arguments& arguments);
void deliver(IMonitoredCallEvents& listener, EventId id, Arguments& arguments);
void deliver(ISilentMonitorEvents& listener, EventId id, Arguments& arguments);
inline void deliver(IGenericEvents& listener, EventId id, Arguments& arguments) { listener.OnEvent(id, arguments); }

} // namespace callwright::detail
