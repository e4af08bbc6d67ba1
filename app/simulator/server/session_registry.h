#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace callwright::simulator {

class Session;

/// The sessions of all CTI Servers before one switch: which session has which device is one truth for both sides, and
/// no number that one of them gives away means something else at the other.
class SessionRegistry {
public:
    std::uint32_t newSessionId() { return ++m_lastSessionId; }
    std::uint32_t newMonitorId() { return ++m_lastMonitorId; }

    void add(const Session& session) { m_sessions.push_back(&session); }
    void remove(const Session& session) { std::erase(m_sessions, &session); }

    /// The active session of Client Events at the instrument; nullptr when there is none.
    const Session* ownerOf(std::string_view instrument) const;
    /// A different client has the instrument, be it by a standby session (CTI Server guide v25, Session
    /// Initialization). Sessions that their side has given up have nothing.
    bool isTaken(std::string_view instrument, std::string_view byOtherThanClientId) const;

private:
    std::vector<const Session*> m_sessions;
    std::uint32_t m_lastSessionId = 0;
    std::uint32_t m_lastMonitorId = 0;
};

} // namespace callwright::simulator
