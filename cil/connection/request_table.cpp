#include "cil/connection/request_table.h"

#include "cil/connection/confirmation_table.h"

#include <algorithm>
#include <utility>

namespace callwright {

using namespace protocol;

RequestTable::RequestTable(Clock& clock, std::function<void(Ended)> onTimeout)
    : m_clock(clock), m_onTimeout(std::move(onTimeout)) {}

std::uint32_t RequestTable::takeId() {
    do
        ++m_lastId;
    while (m_lastId == 0 || m_lastId == 0xFFFFFFFF || m_open.contains(m_lastId));
    return m_lastId;
}

void RequestTable::add(std::uint32_t invokeId, MessageType request, Milliseconds timeout, ReplyHandler handler) {
    Open& open = m_open[invokeId];
    open = {request, m_clock.now(), timeout, std::move(handler), nullptr, m_ordinal++};
    startTimer(invokeId, open);
}

void RequestTable::startTimer(std::uint32_t invokeId, Open& open) {
    open.alarm = m_clock.after(open.timeout, [this, invokeId] {
        const auto entry = m_open.find(invokeId);
        if (entry != m_open.end())
            m_onTimeout(end(entry, Reply::Outcome::TimedOut));
    });
}

RequestTable::Match RequestTable::match(const MessageView& answer) {
    const auto entry = m_open.find(answer.number(Field::InvokeID, 0));
    if (entry == m_open.end())
        return Match::NotOpen;
    if (isFailure(answer))
        return Match::Ends;
    if (answer.type() != confirmationOf(entry->second.request))
        return Match::WrongAnswer;
    if (answer.number(Field::More, 0) == 0)
        return Match::Ends;
    startTimer(entry->first, entry->second);
    return Match::Continues;
}

RequestTable::Ended RequestTable::take(const MessageView& answer) {
    const auto entry = m_open.find(answer.number(Field::InvokeID, 0));
    Ended ended = end(entry, Reply::Outcome::Confirmed);
    readOutcome(answer, ended.reply);
    return ended;
}

std::vector<RequestTable::Ended> RequestTable::takeAll() {
    std::vector<std::pair<std::uint64_t, Ended>> ordered;
    while (!m_open.empty()) {
        const auto ordinal = m_open.begin()->second.ordinal;
        ordered.emplace_back(ordinal, end(m_open.begin(), Reply::Outcome::LinkLost));
    }
    std::ranges::sort(ordered, {}, &std::pair<std::uint64_t, Ended>::first);
    std::vector<Ended> all;
    for (auto& [ordinal, ended] : ordered)
        all.push_back(std::move(ended));
    return all;
}

RequestTable::Ended RequestTable::end(Entries::iterator entry, Reply::Outcome outcome) {
    auto node = m_open.extract(entry);
    Open& open = node.mapped();
    Ended ended{std::move(open.handler), {}, m_clock.now() - open.sentAt};
    ended.reply.invokeId = node.key();
    ended.reply.request = open.request;
    ended.reply.outcome = outcome;
    return ended;
}

} // namespace callwright
