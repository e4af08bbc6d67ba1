#pragma once

#include "cil/objects/agent.h"
#include "cil/objects/call.h"
#include "ui/theme/colors.h"

#include <QString>

namespace callwright {

/// How a state looks: always text and shape beside the colour.
struct StateLook {
    QString text; ///< translated
    QString icon; ///< name in resources/icons
    Tone tone = Tone::Neutral;
};

StateLook agentStateLook(AgentState state);
StateLook callStatusLook(CallStatus status, bool incoming, bool ended);

QString durationText(Milliseconds duration); ///< 04:12, 1:04:12
QString clockText(Milliseconds wallTime);    ///< time of day in the locale's short form with seconds

/// What a switch is asked to dial for what a person typed or pasted: digits, * and #; a leading + is dropped.
/// Empty when nothing dialable remains or letters show that it is no number.
QString dialable(const QString& typed);

} // namespace callwright
