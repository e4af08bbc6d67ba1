#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"

#include <vector>

namespace callwright {

class SessionCore;

/// What RTP_STARTED_EVENT told of the streams that are open: RTP_STOPPED_EVENT repeats only part of it, and
/// OnCallRTPStopped promises all.
class RtpStreams {
public:
    void start(const Arguments& stream);
    /// The stream that ends, as it began; empty for one that nobody saw begin.
    Arguments stop(const Arguments& stream);
    void clear() { m_streams.clear(); }

private:
    std::vector<Arguments> m_streams;
};

/// RTP_STARTED_EVENT and RTP_STOPPED_EVENT.
void onRtpEvent(SessionCore& core, const protocol::MessageView& message);

} // namespace callwright
