#pragma once

#include "cil/clock/clock.h"
#include "cil/connection/reply.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace callwright {

using ReplyHandler = std::function<void(const Reply&)>;

/// The requests that wait for their answer, by InvokeID. Each leaves the table exactly once: by take(), by takeAll(),
/// or through `onTimeout`; who gets it calls its handler.
class RequestTable {
public:
    struct Ended {
        ReplyHandler handler;
        Reply reply;
        Milliseconds roundTrip{0};
    };
    enum class Match {
        Ends,       ///< the answer
        Continues,  ///< a segment of it, more follow; the time begins anew
        NotOpen,    ///< nobody waits for that InvokeID (any more)
        WrongAnswer ///< the confirmation of something else
    };

    RequestTable(Clock& clock, std::function<void(Ended)> onTimeout);

    /// An InvokeID that nothing else of this link uses: never 0, never all ones.
    std::uint32_t takeId();
    /// `side`: over whose session it goes, and the answer comes.
    void add(std::uint32_t invokeId, std::size_t side, protocol::MessageType request, Milliseconds timeout,
             ReplyHandler handler);

    /// What a confirmation or failure from that side is to the open requests; Ends and Continues only with an InvokeID
    /// in the table.
    Match match(std::size_t side, const protocol::MessageView& answer);
    Ended take(const protocol::MessageView& answer); ///< only after match() said Ends
    std::vector<Ended> takeAll();                    ///< as LinkLost, in the order they were made
    std::vector<Ended> takeAll(std::size_t side);

    std::size_t size() const { return m_open.size(); }

private:
    struct Open {
        std::size_t side;
        protocol::MessageType request;
        Milliseconds sentAt;
        Milliseconds timeout;
        ReplyHandler handler;
        std::unique_ptr<Alarm> alarm;
        std::uint64_t ordinal; ///< InvokeIDs wrap round, order does not
    };
    using Entries = std::map<std::uint32_t, Open>;

    void startTimer(std::uint32_t invokeId, Open& open);
    Ended end(Entries::iterator entry, Reply::Outcome outcome);
    std::vector<Ended> takeWhere(const std::function<bool(const Open&)>& isMeant);

    Clock& m_clock;
    std::function<void(Ended)> m_onTimeout;
    Entries m_open;
    std::uint32_t m_lastId = 0;
    std::uint64_t m_ordinal = 0;
};

} // namespace callwright
