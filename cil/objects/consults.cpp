#include "cil/objects/consults.h"

#include "cil/events/keywords.h"
#include "cil/objects/agent_facts.h"
#include "cil/objects/call_book.h"
#include "cil/protocol/names.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

/// Calls that are begun about another one; the people called see the same types.
bool isConsultType(const Call& call) {
    switch (static_cast<protocol::CallType>(call.data().toUInt(keyword::CallType).value_or(0))) {
    case protocol::CallType::CALLTYPE_CONSULT:
    case protocol::CallType::CALLTYPE_CONSULT_CONFERENCE:
    case protocol::CallType::CALLTYPE_ASSIST:
    case protocol::CallType::CALLTYPE_EMERGENCY:
        return true;
    default:
        return false;
    }
}

bool isOver(const Call* call) { return !call || call->isEnded() || call->status() == CallStatus::Null; }

bool isTalking(const Call& call) { return call.status() == CallStatus::Connect || call.status() == CallStatus::Held; }

} // namespace

int Consults::expect(Call& original, ConsultPurpose purpose) {
    std::erase_if(m_expected, [](const Expected& expected) { return isOver(expected.original); });
    m_expected.push_back({++m_lastNumber, &original, purpose, {}, {}});
    return m_lastNumber;
}

void Consults::confirm(int number, const service::Connection& consult) {
    const auto expected = std::ranges::find(m_expected, number, &Expected::number);
    if (expected == m_expected.end())
        return;
    Call* named = m_book.findOwn(consult);
    if (expected->presumed && expected->presumed != named)
        end(*expected->presumed);
    expected->presumed = nullptr;
    expected->connection = consult;
    if (named)
        consider(*named);
}

void Consults::abandon(int number) {
    const auto expected = std::ranges::find(m_expected, number, &Expected::number);
    if (expected == m_expected.end())
        return;
    if (expected->presumed)
        end(*expected->presumed);
    m_expected.erase(expected);
}

void Consults::consider(Call& call) {
    if (call.isEnded() || CallBook::facts(call).isLeft || takeExpected(call) || call.counterpart() || presume(call))
        return;
    considerType(call);
}

bool Consults::takeExpected(Call& call) {
    const auto& connection = CallBook::facts(call).connection;
    const auto expected =
        std::ranges::find_if(m_expected, [&](const Expected& candidate) { return candidate.connection == connection; });
    if (expected == m_expected.end())
        return false;
    const Expected found = *expected;
    m_expected.erase(expected);
    if (!isOver(found.original) && found.original != &call)
        relate(call, *found.original, found.purpose);
    return true;
}

bool Consults::presume(Call& call) {
    if (call.isIncoming() && !isConsultType(call))
        return false;
    const auto expected = std::ranges::find_if(m_expected, [&](const Expected& candidate) {
        return !candidate.connection && !candidate.presumed && !isOver(candidate.original) &&
               candidate.original != &call;
    });
    if (expected == m_expected.end())
        return false;
    expected->presumed = &call;
    relate(call, *expected->original, expected->purpose);
    return true;
}

/// Where the desk settings join who helps at once, such a call is no consultation.
bool Consults::isJoinedAtOnce(const Call& call) const {
    const auto type = static_cast<protocol::CallType>(call.data().toUInt(keyword::CallType).value_or(0));
    return (m_agent.isAssistBlind && type == protocol::CallType::CALLTYPE_ASSIST) ||
           (m_agent.isEmergencyBlind && type == protocol::CallType::CALLTYPE_EMERGENCY);
}

void Consults::considerType(Call& call) {
    if (call.isIncoming() || !isConsultType(call) || isJoinedAtOnce(call))
        return;
    Call* original = nullptr;
    for (Call* other : m_book.live()) {
        if (other == &call || other->counterpart() || !isTalking(*other))
            continue;
        if (std::exchange(original, other))
            return; // about which one, nothing tells
    }
    if (original)
        relate(call, *original, ConsultPurpose::Any);
}

void Consults::considerAll() {
    auto calls = m_book.live();
    if (calls.size() != 2 || calls[0]->counterpart() || calls[1]->counterpart())
        return;
    if (!isConsultType(*calls[1]))
        std::swap(calls[0], calls[1]);
    const CallStatus status = calls[1]->status();
    const bool isPair =
        status == CallStatus::Held ? calls[0]->status() == CallStatus::Connect : calls[0]->status() == CallStatus::Held;
    const bool isBegunHere =
        !CallBook::facts(*calls[1]).hasRung && (status == CallStatus::Initiate || isTalking(*calls[1]));
    if (isConsultType(*calls[1]) && !isJoinedAtOnce(*calls[1]) && isPair && isBegunHere)
        relate(*calls[1], *calls[0], ConsultPurpose::Any);
}

void Consults::relate(Call& consult, Call& original, ConsultPurpose purpose) {
    end(consult);
    end(original);
    CallFacts& facts = CallBook::facts(consult);
    facts.purpose = purpose;
    facts.counterpart = &original;
    facts.wasConsult = true;
    facts.isOutgoing = true;
    CallBook::facts(original).counterpart = &consult;
}

void Consults::end(Call& call) {
    Call* counterpart = std::exchange(CallBook::facts(call).counterpart, nullptr);
    CallBook::facts(call).purpose = ConsultPurpose::None;
    if (!counterpart)
        return;
    CallBook::facts(*counterpart).counterpart = nullptr;
    CallBook::facts(*counterpart).purpose = ConsultPurpose::None;
}

} // namespace callwright
