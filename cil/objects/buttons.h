#pragma once

#include "cil/events/event_list.h"

#include <QString>

#include <cstdint>

/// EnablementMask as the session publishes it. The matrix itself is service::enablementMask().
namespace callwright {

class Call;
class Seat;

/// What every button obeys: the agent's and the current call's part; LOGIN alone while there is no connection; nothing
/// while one is being made or restored, for a click would only fail.
std::uint32_t effectiveMask(const Seat& seat);
/// What an event about the agent, or about this call, carries: the mask as it is while that call is the current one.
std::uint32_t maskOfAgent(const Seat& seat);
std::uint32_t maskOfCall(const Seat& seat, const Call& call);

/// OnButtonEnablementChange; `cause` becomes MessageID.
void postButtons(Seat& seat, EventId cause, const QString& uniqueObjectId);
/// OnCurrentCallChanged, if another call is the current one than was said last.
void postCurrentCall(Seat& seat);

} // namespace callwright
