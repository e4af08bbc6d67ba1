#include "app/simulator/server/session_registry.h"

#include "app/simulator/server/session.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

bool isAt(const Session& session, std::string_view instrument) {
    return session.isOpen() && session.standing() != Session::Standing::Retired && session.terms().isAgentClient() &&
           !instrument.empty() && session.terms().instrument == instrument;
}

} // namespace

const Session* SessionRegistry::ownerOf(std::string_view instrument) const {
    const auto owns = [instrument](const Session* session) {
        return isAt(*session, instrument) && session->standing() == Session::Standing::Active;
    };
    const auto found = std::ranges::find_if(m_sessions, owns);
    return found == m_sessions.end() ? nullptr : *found;
}

bool SessionRegistry::isTaken(std::string_view instrument, std::string_view byOtherThanClientId) const {
    return std::ranges::any_of(m_sessions, [&](const Session* session) {
        return isAt(*session, instrument) && session->terms().clientId != byOtherThanClientId;
    });
}

} // namespace callwright::simulator
