#include "cil/objects/call_book.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace callwright {
namespace {

std::vector<service::KnownCall> knownCalls(const std::vector<Call*>& calls) {
    std::vector<service::KnownCall> known;
    known.reserve(calls.size());
    for (const Call* call : calls)
        known.push_back(CallBook::facts(*call).known);
    return known;
}

} // namespace

Call& CallBook::add(CallFacts facts) {
    facts.known.connectionCallId = facts.connection.callId;
    service::noteConnection(facts.known, facts.connection, false);
    auto* call = new Call(m_core, std::make_unique<CallFacts>(std::move(facts)), m_owner);
    m_calls.push_back(call);
    return *call;
}

void CallBook::remove(Call& call) {
    std::erase(m_calls, &call);
    if (m_current == &call)
        m_current = nullptr;
    if (m_kept == &call)
        m_kept = nullptr;
    facts(call).isEnded = true;
    call.deleteLater(); // somebody may still hold it who is just hearing of the end
}

std::vector<Call*> CallBook::live() const {
    std::vector<Call*> result;
    std::ranges::copy_if(m_calls, std::back_inserter(result), [](const Call* call) { return !call->isEnded(); });
    return result;
}

Call* CallBook::findById(const QString& uniqueObjectId) const {
    const auto found = std::ranges::find(m_calls, uniqueObjectId, &Call::uniqueObjectId);
    return found == m_calls.end() ? nullptr : *found;
}

Call* CallBook::findSame(const service::Connection& connection) const {
    const auto calls = live();
    const auto found = service::findCall(knownCalls(calls), connection);
    return found ? calls[*found] : nullptr;
}

Call* CallBook::findForEvent(const service::Connection& connection, bool establishes) {
    const auto calls = live();
    const auto found = service::matchCall(knownCalls(calls), connection, establishes);
    if (!found)
        return nullptr;
    service::noteConnection(facts(*calls[*found]).known, connection, establishes);
    return calls[*found];
}

bool CallBook::setCurrent(Call* call) { return std::exchange(m_current, call) != call; }

bool CallBook::chooseCurrent() {
    if (m_current && !m_current->isEnded())
        return false;
    const auto calls = live();
    return setCurrent(calls.size() == 1 ? calls.front() : nullptr);
}

} // namespace callwright
