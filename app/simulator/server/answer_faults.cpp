#include "app/simulator/server/answer_faults.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

constexpr std::uint32_t foreignBit = 0x40000000; // no client counts that far

void apply(const AnswerFaultRule& rule, AnswerFate& fate) {
    switch (rule.fault) {
    case AnswerFault::Late:
        fate.delay += rule.delay;
        break;
    case AnswerFault::Twice:
        fate.copies *= 2;
        break;
    case AnswerFault::Never:
        fate.copies = 0;
        break;
    case AnswerFault::WrongId:
        fate.idChange = foreignBit;
        break;
    }
}

} // namespace

void AnswerFaults::remove(AnswerFault fault, std::optional<std::uint32_t> session) {
    std::erase_if(m_rules, [&](const AnswerFaultRule& rule) {
        return rule.fault == fault && (!session || rule.session == session);
    });
}

AnswerFate AnswerFaults::next(protocol::MessageType request, std::uint32_t session) {
    AnswerFate fate;
    std::erase_if(m_rules, [&](AnswerFaultRule& rule) {
        if (rule.request.value_or(request) != request || rule.session.value_or(session) != session) {
            return false;
        }
        apply(rule, fate);
        return rule.times != 0 && --rule.times == 0;
    });
    return fate;
}

} // namespace callwright::simulator
