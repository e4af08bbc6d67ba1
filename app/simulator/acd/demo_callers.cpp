#include "app/simulator/acd/demo_callers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace callwright::simulator {

namespace {

constexpr Milliseconds lookEvery = std::chrono::milliseconds(500);

struct Person {
    const char* name;
    const char* phone;
    const char* account;
    const char* language;
};

// Telephone numbers of the range that is kept free for fiction.
constexpr std::array people{
    Person{"Amara Diallo", "2125550147", "10-4471", "en"},    Person{"Bruno Ferreira", "3055550162", "10-2208", "pt"},
    Person{"Chiara Russo", "4155550134", "10-9153", "it"},    Person{"Dmitri Volkov", "6175550119", "10-3340", "en"},
    Person{"Esther Cohen", "3125550188", "10-7719", "en"},    Person{"Farid Rahimi", "2065550173", "10-1026", "en"},
    Person{"Greta Schulz", "5125550106", "10-5582", "de"},    Person{"Hiroshi Tanaka", "8085550155", "10-6647", "ja"},
    Person{"Isabel Moreno", "7025550191", "10-8894", "es"},   Person{"Jack O'Neill", "6025550128", "10-0415", "en"},
    Person{"Katarzyna Nowak", "2155550140", "10-2973", "pl"}, Person{"Liam Murphy", "4045550167", "10-4106", "en"},
};

struct Matter {
    const char* queue;
    const char* subject;
    const char* priority;
};

constexpr std::array matters{
    Matter{"Billing", "Charged twice", "High"},
    Matter{"Billing", "Change of bank", "Normal"},
    Matter{"Billing", "Copy of an invoice", "Low"},
    Matter{"Support", "No dial tone", "High"},
    Matter{"Support", "Router keeps restarting", "Normal"},
    Matter{"Support", "Forgotten password", "Low"},
    Matter{"Sales", "Upgrade of the contract", "Normal"},
    Matter{"Sales", "Offer for 20 desks", "High"},
    Matter{"Sales", "Delivery date", "Low"},
};

std::string orderNumber(std::mt19937_64& random) {
    const std::string digits = std::to_string(1000 + random() % 9000);
    return std::to_string(10 + random() % 90) + "-" + digits;
}

} // namespace

DemoCallers::DemoCallers(Clock& clock, Acd& acd, std::uint64_t seed, DemoOptions options)
    : m_clock(clock), m_acd(acd), m_options(options), m_random(seed) {
    if (m_options.waitsForAgent)
        awaitAgent();
    else
        m_nextCall = m_clock.after(m_options.firstCall, [this] { placeCall(); });
}

void DemoCallers::awaitAgent() {
    if (isAnybodyReady())
        m_nextCall = m_clock.after(m_options.firstCall, [this] { placeCall(); });
    else
        m_nextCall = m_clock.after(lookEvery, [this] { awaitAgent(); });
}

bool DemoCallers::isAnybodyReady() const {
    return std::ranges::any_of(m_acd.config().agents, [this](const AgentConfig& agent) {
        const auto record = m_acd.agentById(agent.id);
        return record && record->state == static_cast<std::uint32_t>(protocol::AgentState::AGENT_STATE_AVAILABLE);
    });
}

void DemoCallers::placeCall() {
    std::erase_if(m_callers, [&](const auto& caller) { return !m_acd.hasOutsideParty(caller.first); });
    if (m_callers.size() < m_options.mostCallers) {
        const Person& person = people[m_random() % people.size()];
        const Matter& matter = matters[m_random() % matters.size()];
        const CallVariables variables{{"CallVariable1", orderNumber(m_random)}, {"CallVariable2", person.name},
                                      {"CallVariable3", matter.subject},        {"CallVariable4", matter.priority},
                                      {"CallerEnteredDigits", person.account},  {"CustomerPhoneNumber", person.phone},
                                      {"CustomerAccountNumber", person.account}};
        if (const auto call = m_acd.startCall(matter.queue, person.phone, variables)) {
            // Whoever is through by then has talked long enough, whoever still waits has waited long enough.
            m_callers[*call] = m_clock.after(randomTime(m_options.meanPatience), [this, id = *call] { hangUp(id); });
        }
    }
    m_nextCall = m_clock.after(randomTime(m_options.meanInterval), [this] { placeCall(); });
}

void DemoCallers::hangUp(std::uint32_t call) {
    if (m_acd.hasOutsideParty(call))
        (void)m_acd.hangup(call); // it is there, so it can be hung up
    m_callers.erase(call);
}

Milliseconds DemoCallers::randomTime(Milliseconds mean) {
    // Exponential, as independent callers are, but neither at once nor endless.
    const double uniform = static_cast<double>(m_random() >> 11) * 0x1.0p-53;
    const double factor = std::clamp(-std::log1p(-uniform), 0.2, 3.0);
    return Milliseconds(static_cast<std::int64_t>(factor * static_cast<double>(mean.count())));
}

} // namespace callwright::simulator
