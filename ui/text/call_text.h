#pragma once

#include "ui/desk/views.h"
#include "ui/text/state_text.h"

#include <QString>

namespace callwright {

/// How a call's state looks: as callStatusLook(), and what it is for another call ("Waiting for transfer").
StateLook callLook(const CallView& call);
/// The widest text that callLook() may give, "not confirmed" included.
QString longestCallState();

/// Who is at the other end: the caller's number or the number called; of a conference, how many and who.
QString otherParty(const CallView& call);
/// How a consultation and its original belong together, as a sentence; empty for any other call.
QString relationText(const CallView& call);
/// Where an incoming call was waiting, as far as is known: the queue's name, its skill group, service or number.
QString queueText(const CallView& call);

QString callTypeText(std::uint32_t callType); ///< in words; "Type 99" for a number nobody knows
QString directionText(const CallView& call);

/// What the line says while calls are announced; empty when none is.
QString announcementText(const std::vector<Arguments>& announced);

} // namespace callwright
