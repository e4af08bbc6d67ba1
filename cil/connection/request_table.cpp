#include "cil/connection/request_table.h"

#include "cil/connection/confirmation_table.h"

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

void RequestTable::add(std::uint32_t invokeId, std::size_t side, MessageType request, Milliseconds timeout,
                       ReplyHandler handler) {
    Open& open = m_open[invokeId];
    open = {side, request, m_clock.now(), timeout, std::move(handler), nullptr, m_ordinal++};
    startTimer(invokeId, open);
}

void RequestTable::startTimer(std::uint32_t invokeId, Open& open) {
    open.alarm = m_clock.after(open.timeout, [this, invokeId] {
        const auto entry = m_open.find(invokeId);
        if (entry != m_open.end())
            m_onTimeout(end(entry, Reply::Outcome::TimedOut));
    });
}

RequestTable::Match RequestTable::match(std::size_t side, const MessageView& answer) {
    const auto entry = m_open.find(answer.number(Field::InvokeID, 0));
    if (entry == m_open.end() || entry->second.side != side)
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
    return takeWhere([](const Open&) { return true; });
}

std::vector<RequestTable::Ended> RequestTable::takeAll(std::size_t side) {
    return takeWhere([side](const Open& open) { return open.side == side; });
}

std::vector<RequestTable::Ended> RequestTable::takeWhere(const std::function<bool(const Open&)>& isMeant) {
    std::map<std::uint64_t, Ended> ordered;
    for (auto entry = m_open.begin(); entry != m_open.end();) {
        const auto current = entry++;
        const std::uint64_t ordinal = current->second.ordinal;
        if (isMeant(current->second))
            ordered.emplace(ordinal, end(current, Reply::Outcome::LinkLost));
    }
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
