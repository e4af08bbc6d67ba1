#include "tests/support/link_probe.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace callwright::testing {

using namespace protocol;

std::string nameOf(LinkState state) {
    static const std::map<LinkState, std::string> names{
        {LinkState::Closed, "Closed"}, {LinkState::Connecting, "Connecting"}, {LinkState::Opening, "Opening"},
        {LinkState::Open, "Open"},     {LinkState::Waiting, "Waiting"},       {LinkState::Closing, "Closing"}};
    return names.at(state);
}

std::string nameOf(Reply::Outcome outcome) {
    static const std::map<Reply::Outcome, std::string> names{{Reply::Outcome::Confirmed, "Confirmed"},
                                                             {Reply::Outcome::ControlFailure, "ControlFailure"},
                                                             {Reply::Outcome::Failure, "Failure"},
                                                             {Reply::Outcome::TimedOut, "TimedOut"},
                                                             {Reply::Outcome::LinkLost, "LinkLost"}};
    return names.at(outcome);
}

std::string nameOf(LinkFailure::Reason reason) {
    using R = LinkFailure::Reason;
    static const std::map<R, std::string> names{
        {R::ConnectFailed, "ConnectFailed"},       {R::Untrusted, "Untrusted"},
        {R::OpenTimedOut, "OpenTimedOut"},         {R::Refused, "Refused"},
        {R::ProtocolError, "ProtocolError"},       {R::TransportLost, "TransportLost"},
        {R::MissedHeartbeats, "MissedHeartbeats"}, {R::ServerClosed, "ServerClosed"}};
    return names.at(reason);
}

LinkProbe::LinkProbe(Link& link) {
    connect(&link, &Link::stateChanged, this, [this](LinkState state) { words.push_back("state " + nameOf(state)); });
    connect(&link, &Link::opened, this, [this] { words.emplace_back("opened"); });
    connect(&link, &Link::closed, this, [this] { words.emplace_back("closed"); });
    connect(&link, &Link::standbyChanged, this,
            [this](bool isReady) { words.emplace_back(isReady ? "standby ready" : "standby gone"); });
    connect(&link, &Link::heartbeat, this, [this] { words.emplace_back("heartbeat"); });
    connect(&link, &Link::heartbeatMissed, this, [this](int inARow) { misses.push_back(inARow); });
    connect(&link, &Link::event, this, [this](const MessageView& message) {
        words.push_back("event " + std::to_string(message.number()));
        if (message.type() == MessageType::SYSTEM_EVENT)
            systemEvents.push_back(message.number(Field::SystemEventID, 0));
    });
    connect(&link, &Link::failed, this, [this](const LinkFailure& failure) {
        words.push_back("failed " + nameOf(failure.reason));
        failures.push_back(failure);
    });
    connect(&link, &Link::malformed, this, [this](const Error& error) { malformed.push_back(error); });
    connect(&link, &Link::traced, this, [this](bool outgoing) { ++(outgoing ? tracedOut : tracedIn); });
}

Link::ReplyHandler LinkProbe::keep() {
    return [this](const Reply& reply) {
        words.push_back("reply " + std::to_string(reply.invokeId) + " " + nameOf(reply.outcome));
        replies.push_back(
            {reply.invokeId, reply.outcome, reply.code, reply.peripheralErrorCode, reply.message != nullptr});
    };
}

std::uint32_t LinkProbe::ask(Link& link, MessageType type) {
    const auto sent = link.request(link.message(type), keep());
    EXPECT_TRUE(sent.has_value()) << (sent ? "" : sent.error().detail);
    return sent.value_or(0);
}

bool LinkProbe::said(const std::string& word) const { return count(word) > 0; }

std::size_t LinkProbe::count(const std::string& word) const {
    return static_cast<std::size_t>(std::ranges::count(words, word));
}

std::size_t LinkProbe::indexOf(const std::string& word) const {
    const auto found = std::ranges::find(words, word);
    EXPECT_NE(found, words.end()) << "never said: " << word;
    return static_cast<std::size_t>(found - words.begin());
}

} // namespace callwright::testing
