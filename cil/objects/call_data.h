#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/call_facts.h"

#include <cstdint>

/// Call variables on their way: what may be changed, and what is pending until the server says so.
namespace callwright {

/// Whether these are data that a person may put on a call: CallVariable1 to 10, CallWrapupData, ECC.
bool isCallData(const Arguments& changes);
/// Whether these are data that may go with a new call: the same, UserToUserInfo and the codes of the public network.
bool isDialData(const Arguments& data);

/// The changes with all of the call's other ECC variables: SET_CALL_DATA_REQ replaces them as one.
Arguments completeEcc(const Arguments& data, const Arguments& changes);

Arguments contextOf(const Arguments& data);   ///< what GetCallContext answers with
Arguments variablesOf(const Arguments& data); ///< what GetCallData answers with

void noteSentData(CallFacts& facts, std::uint32_t invokeId, const Arguments& changes);
/// The answer came: what was confirmed becomes the call's data, what failed is forgotten.
void settleCallData(CallFacts& facts, std::uint32_t invokeId, bool isConfirmed);

} // namespace callwright
