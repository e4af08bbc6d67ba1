#pragma once

#include "cil/connection/link.h"

#include <QObject>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace callwright::testing {

/// What became of one request, copied out of its Reply.
struct KeptReply {
    std::uint32_t invokeId = 0;
    Reply::Outcome outcome{};
    std::uint32_t code = 0;
    std::uint32_t peripheralErrorCode = 0;
    bool hadMessage = false;
};

/// Watches a link and keeps, in order, what it said, as words: "state Open", "opened", "event 31", "reply 5
/// LinkLost"...
class LinkProbe : public QObject {
    Q_OBJECT
public:
    explicit LinkProbe(Link& link);

    /// A handler that keeps the reply here.
    Link::ReplyHandler keep();
    /// Makes a request (HEARTBEAT-free: AGENT_DESK_SETTINGS_REQ unless told otherwise) whose reply is kept here.
    std::uint32_t ask(Link& link, protocol::MessageType type = protocol::MessageType::AGENT_DESK_SETTINGS_REQ);

    std::size_t indexOf(const std::string& word) const; ///< fails the test when it was never said
    bool said(const std::string& word) const;
    std::size_t count(const std::string& word) const;

    std::vector<std::string> words;
    std::vector<KeptReply> replies;
    std::vector<LinkFailure> failures;
    std::vector<int> misses;
    std::vector<std::uint32_t> systemEvents; ///< SystemEventID of each, in order
    std::vector<protocol::Error> malformed;
    int tracedOut = 0;
    int tracedIn = 0;
};

std::string nameOf(LinkState state);
std::string nameOf(Reply::Outcome outcome);
std::string nameOf(LinkFailure::Reason reason);

} // namespace callwright::testing
