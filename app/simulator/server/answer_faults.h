#pragma once

#include "cil/clock/clock.h"
#include "cil/protocol/names.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace callwright::simulator {

enum class AnswerFault { Late, Twice, Never, WrongId };

/// What a test wants of the server's answers (confirmations and refusals).
struct AnswerFaultRule {
    AnswerFault fault = AnswerFault::Late;
    std::optional<protocol::MessageType> request; ///< those to this request; nullopt: to any
    std::optional<std::uint32_t> session;
    Milliseconds delay{0};   ///< of a late one
    std::uint32_t times = 0; ///< how many answers are met; 0: all until the fault is ended
};

/// What becomes of one answer.
struct AnswerFate {
    int copies = 1;
    Milliseconds delay{0};
    std::uint32_t idChange = 0; ///< to be xor-ed with the InvokeID
};

/// The faults of a server's answers that are at work; those that meet the same answer add up.
class AnswerFaults {
public:
    void add(const AnswerFaultRule& rule) { m_rules.push_back(rule); }
    /// Ends those of this kind, for the session only if one is named.
    void remove(AnswerFault fault, std::optional<std::uint32_t> session);
    AnswerFate next(protocol::MessageType request, std::uint32_t session);

private:
    std::vector<AnswerFaultRule> m_rules;
};

} // namespace callwright::simulator
