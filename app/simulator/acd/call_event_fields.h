#pragma once

#include "app/simulator/acd/context.h"
#include "app/simulator/acd/fields.h"

#include <initializer_list>

/// What several of the call events have in common (CTI Server guide v25, Client Events Service).
namespace callwright::simulator {

/// What every call event has: the peripheral and the connection that it is about.
Fields about(const Context& context, const Call& call, const Connection& subject);
void addService(Fields& fields, const Context& context, const Call& call);
void addSkillGroup(Fields& fields, const Context& context, const Call& call);
void addDevice(Fields& fields, Field type, Field id, const DeviceName& device);
void addState(Fields& fields, const Connection& at, EventCause cause);
/// LineHandle and LineType of the phone's line that the call is on.
void addLine(Fields& fields, const Call& call, const Connection& at);
void addKey(Fields& fields, const Call& call); ///< RouterCallKey*, if the router has seen the call
/// Everything but the items that BEGIN_CALL_EVENT, CALL_DELIVERED_EVENT and AGENT_PRE_CALL_EVENT do not all have.
Fields& withData(Fields& fields, const Call& call, std::initializer_list<Field> without);

/// CALL_DELIVERED_EVENT and CALL_ESTABLISHED_EVENT about the leg `subject`, as the phone of `at` hears them.
Fields delivered(const Context& context, const Call& call, const Connection& subject, const Connection& at,
                 EventCause cause);
Fields established(const Context& context, const Call& call, const Connection& subject, const DeviceName& answering,
                   const Connection& at, EventCause cause);

} // namespace callwright::simulator
