#pragma once

#include "cil/objects/session.h"

#include <memory>
#include <optional>

namespace callwright::test {

/// Somebody else of the site, without a window: signs in and answers whoever calls.
class Colleague {
public:
    Colleague(Clock& clock, TransportFactory& transports, const Settings& settings, const Endpoint& server,
              const char* agentId, const char* instrument, bool isSupervisor = false,
              const std::optional<Endpoint>& serverB = {});

    bool isSignedIn() const;
    Session& session() { return *m_session; }

private:
    void onEvent(EventId id);

    std::unique_ptr<Session> m_session;
};

} // namespace callwright::test
