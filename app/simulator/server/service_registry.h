#pragma once

#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace callwright::simulator {

/// Server applications that provide a service to the clients of the CTI Server (CTI Server guide v25, Server Service):
/// call recording, the one service there is. The guide names a status for refusals without giving its number; here a
/// name, mode or id that is not known is E_CTI_INVALID_SERVICE, another mode than the one in use, a second exclusive
/// server and a second registration of one session are E_CTI_SERVICE_CONFLICT.
class ServiceRegistry {
public:
    /// REGISTER_SERVICE_REQ and UNREGISTER_SERVICE_REQ.
    SwitchAnswer answer(std::uint32_t session, const protocol::MessageView& request);

    bool hasServers() const { return !m_servers.empty(); }
    /// The sessions that a request goes to: every one in parallel mode, else the one that waited longest; `named` alone
    /// if it is one of them.
    std::vector<std::uint32_t> pick(std::uint32_t named);

    /// A request that was handed on.
    struct Forwarded {
        std::uint32_t client = 0; ///< session
        std::uint32_t clientInvokeId = 0;
        std::uint32_t server = 0; ///< session
    };
    std::uint32_t hold(const Forwarded& forwarded); ///< the InvokeID to hand it on with
    /// What the server's answer with that InvokeID is to; nullopt: to nothing that it was asked.
    std::optional<Forwarded> release(std::uint32_t server, std::uint32_t invokeId);
    /// The session registers nothing and answers nothing any more; what it owes an answer to.
    std::vector<Forwarded> endSession(std::uint32_t session);

private:
    struct Server {
        std::uint32_t id = 0;
        std::uint32_t session = 0;
    };
    SwitchAnswer enroll(std::uint32_t session, const protocol::MessageView& request);

    protocol::ServerMode m_mode = protocol::ServerMode::SERVER_MODE_EXCLUSIVE;
    std::vector<Server> m_servers; ///< the one that waited longest in front
    std::map<std::uint32_t, Forwarded> m_forwarded;
    std::uint32_t m_lastId = 0;
    std::uint32_t m_lastInvokeId = 0;
};

} // namespace callwright::simulator
