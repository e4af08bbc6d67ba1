#include "cil/objects/call_book.h"

#include "cil/objects/monitor_calls.h"
#include "cil/objects/session_core.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace callwright {
namespace {

constexpr std::ptrdiff_t mostDeparted = 32;
constexpr std::size_t mostEnded = 64;        // in the time of one answer
constexpr std::size_t mostEarly = 64;        // the same
constexpr std::chrono::seconds earlyFor{30}; // twice the time of an answer: the device's and the call's

std::vector<service::KnownCall> knownCalls(const std::vector<Call*>& calls) {
    std::vector<service::KnownCall> known;
    known.reserve(calls.size());
    for (const Call* call : calls)
        known.push_back(CallBook::facts(*call).known);
    return known;
}

} // namespace

bool CallBook::isFull() const { return live().size() >= protocol::MAX_NUM_CALLS; }

Call& CallBook::add(CallFacts facts) {
    facts.known.connectionCallId = facts.connection.callId;
    service::noteConnection(facts.known, facts.connection);
    auto* call = new Call(m_seat, std::make_unique<CallFacts>(std::move(facts)), m_owner);
    m_calls.push_back(call);
    return *call;
}

void CallBook::beginSnapshot() {
    m_ended.clear();
    for (Call* call : live())
        facts(*call).isMoved = false;
}

bool CallBook::hasEnded(const service::Connection& connection) const {
    return std::ranges::find(m_ended, connection) != m_ended.end();
}

void CallBook::noteEarly(const service::Connection& connection, const Arguments& data) {
    if (hasEnded(connection))
        return; // late, not early
    const auto known = std::ranges::find(m_early, connection, &Early::connection);
    if (known != m_early.end()) {
        known->data.merge(data);
        known->since = m_seat.session.clock.now();
        return;
    }
    if (m_early.size() >= mostEarly)
        m_early.erase(m_early.begin());
    m_early.push_back({connection, data, m_seat.session.clock.now()});
}

Arguments CallBook::takeEarly(const service::Connection& connection) {
    const auto found = std::ranges::find(m_early, connection, &Early::connection);
    if (found == m_early.end())
        return {};
    const Early early = std::move(*found);
    m_early.erase(found);
    return m_seat.session.clock.now() - early.since <= earlyFor ? early.data : Arguments();
}

void CallBook::noteEnd(const service::Connection& connection) {
    takeEarly(connection);
    if (m_ended.size() < mostEnded)
        m_ended.push_back(connection);
}

void CallBook::noteEnd(const Call& call) {
    noteEnd(facts(call).connection);
    for (const PartyFacts& party : facts(call).others) {
        if (party.connection.callId != protocol::NULL_CALL_ID && !party.device.isEmpty())
            m_departed.push_back(party);
    }
    if (std::ssize(m_departed) > mostDeparted)
        m_departed.erase(m_departed.begin(), m_departed.end() - mostDeparted);
}

void CallBook::remove(Call& call) {
    std::erase(m_calls, &call);
    if (m_current == &call)
        m_current = nullptr;
    if (m_kept == &call)
        m_kept = nullptr;
    if (m_toldCurrent == &call)
        m_toldCurrent = nullptr;
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

Call* CallBook::findOwn(const service::Connection& connection, bool isEnding) const {
    Call* result = nullptr;
    for (Call* call : live()) {
        if (facts(*call).connection == connection && (!result || facts(*call).isMerged == isEnding))
            result = call;
    }
    return result;
}

Call* CallBook::findForEvent(const service::Connection& connection, bool isNew) {
    auto calls = live();
    std::ranges::stable_partition(calls, [](const Call* call) { return !facts(*call).isMerged; });
    const auto found = service::matchCall(knownCalls(calls), connection, isNew);
    if (!found)
        return nullptr;
    CallFacts& call = facts(*calls[*found]);
    service::noteConnection(call.known, connection);
    call.isConfirmed = call.isConfirmed || !m_seat.isOwn(); // of another's device nothing else may tell it
    return calls[*found];
}

std::pair<Call*, Call*> CallBook::findJoined(const Arguments& wire) const {
    auto calls = live();
    std::erase_if(calls, [](const Call* call) { return facts(*call).isMerged; });
    const auto joined = service::matchJoined(knownCalls(calls), wire);
    const auto at = [&](std::optional<std::size_t> index) { return index ? calls[*index] : nullptr; };
    return {at(joined.primary), at(joined.secondary)};
}

bool CallBook::setCurrent(Call* call) { return std::exchange(m_current, call) != call; }

bool CallBook::chooseCurrent() {
    if (m_current && !m_current->isEnded())
        return false;
    auto calls = live();
    std::erase_if(calls, [this](const Call* call) { return facts(*call).isLeft || isMonitorTarget(m_seat, *call); });
    return setCurrent(calls.size() == 1 ? calls.front() : nullptr);
}

} // namespace callwright
