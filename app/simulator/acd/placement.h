#pragma once

#include "app/simulator/acd/dialing.h"

/// How a call is to be made, beyond the number: what CallPlacementType, AlertRings, Priority and the rest ask for
/// (CTI Server guide v25, MAKE_CALL_REQ).
namespace callwright::simulator {

/// Whether the target is of the kind that CallPlacementType names.
std::optional<SwitchAnswer> checkPlacement(const Context& context, const protocol::MessageView& message,
                                           const Target& target);

/// Takes down what the request asks for: how long to ring, priority in queues, and, to be seen in the switch's state,
/// every parameter that was given (the codes are for the peripheral's accounts and reach no other party).
void notePlacement(Call& call, const protocol::MessageView& message);

/// PostRoute on switches that have it: the router turns a queue's number into the agent who is to be called, and the
/// call's first label. On Unified CCE the field is not used. The refusal: the router knows no such number.
tl::expected<Target, SwitchAnswer> postRouted(const Context& context, const protocol::MessageView& message,
                                              Target target);

} // namespace callwright::simulator
