#include "app/simulator/server/service_registry.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::ServerMode;
using protocol::StatusCode;

constexpr std::string_view recordingService = "Cisco:CallRecording";

} // namespace

SwitchAnswer ServiceRegistry::answer(std::uint32_t session, const protocol::MessageView& request) {
    if (request.type() == protocol::MessageType::REGISTER_SERVICE_REQ) {
        return enroll(session, request);
    }
    const std::uint32_t id = request.number(Field::RegisteredServiceID, 0);
    const auto erased =
        std::erase_if(m_servers, [&](const Server& server) { return server.id == id && server.session == session; });
    return erased == 0 ? SwitchAnswer(Failure{StatusCode::E_CTI_INVALID_SERVICE}) : SwitchAnswer(Confirmation{});
}

SwitchAnswer ServiceRegistry::enroll(std::uint32_t session, const protocol::MessageView& request) {
    const auto mode = static_cast<ServerMode>(request.number(Field::ServerMode, 0));
    if (request.text(Field::ServiceName) != recordingService || mode > ServerMode::SERVER_MODE_PARALLEL) {
        return Failure{StatusCode::E_CTI_INVALID_SERVICE};
    }
    const bool isThere = std::ranges::find(m_servers, session, &Server::session) != m_servers.end();
    const bool isAlone = mode == m_mode && mode != ServerMode::SERVER_MODE_EXCLUSIVE;
    if (isThere || (hasServers() && !isAlone)) {
        return Failure{StatusCode::E_CTI_SERVICE_CONFLICT};
    }
    m_mode = mode;
    m_servers.push_back({++m_lastId, session});
    return Confirmation{{{Field::RegisteredServiceID, m_lastId}}};
}

std::vector<std::uint32_t> ServiceRegistry::pick(std::uint32_t named) {
    if (std::ranges::find(m_servers, named, &Server::session) != m_servers.end()) {
        return {named};
    }
    if (m_mode != ServerMode::SERVER_MODE_PARALLEL && !m_servers.empty()) {
        std::ranges::rotate(m_servers, m_servers.begin() + 1); // the next request is the next server's
        return {m_servers.back().session};
    }
    std::vector<std::uint32_t> sessions;
    for (const Server& server : m_servers) {
        sessions.push_back(server.session);
    }
    return sessions;
}

std::uint32_t ServiceRegistry::hold(const Forwarded& forwarded) {
    m_forwarded.emplace(++m_lastInvokeId, forwarded);
    return m_lastInvokeId;
}

std::optional<ServiceRegistry::Forwarded> ServiceRegistry::release(std::uint32_t server, std::uint32_t invokeId) {
    const auto found = m_forwarded.find(invokeId);
    if (found == m_forwarded.end() || found->second.server != server) {
        return std::nullopt;
    }
    const Forwarded forwarded = found->second;
    m_forwarded.erase(found);
    return forwarded;
}

std::vector<ServiceRegistry::Forwarded> ServiceRegistry::endSession(std::uint32_t session) {
    std::erase_if(m_servers, [session](const Server& server) { return server.session == session; });
    std::vector<Forwarded> owed;
    for (const auto& [invokeId, forwarded] : m_forwarded) {
        if (forwarded.server == session) {
            owed.push_back(forwarded);
        }
    }
    std::erase_if(m_forwarded, [session](const auto& entry) {
        return entry.second.server == session || entry.second.client == session;
    });
    return owed;
}

} // namespace callwright::simulator
