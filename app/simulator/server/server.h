#pragma once

#include "app/simulator/server/incoming.h"
#include "app/simulator/server/monitors.h"
#include "app/simulator/server/server_config.h"
#include "app/simulator/server/session.h"
#include "app/simulator/server/switch.h"
#include "cil/clock/clock.h"
#include "cil/transport/transport.h"

#include <QByteArrayView>
#include <QObject>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace callwright::simulator {

/// A CTI Server's face: sessions of clients with the switch behind it (CTI Server guide v25). It validates what
/// clients send and refuses it with the guide's status, routes the switch's events to who may see them and asked for
/// them, and knows nothing of agents and calls.
class Server : public QObject, private SwitchListener {
    Q_OBJECT
public:
    /// The seed decides where among the events that a request causes its confirmation comes.
    Server(Clock& clock, Switch& behind, ServerConfig config, std::uint64_t seed, QObject* parent = nullptr);
    ~Server() override;

    /// A client has connected; takes the transport over.
    void accept(Transport* transport);
    std::size_t sessionCount() const { return m_sessions.size(); }
    nlohmann::ordered_json state() const; ///< of every connection, opened or not

    // Faults: for one session, or for all without an id. What a fault needs to find and does not is answered false.
    using Target = std::optional<std::uint32_t>;
    bool drop(Target session); ///< resets the connection
    bool setStalled(bool stalled, Target session);
    bool setDelay(Milliseconds delay, Target session);
    bool sendGarbage(QByteArrayView bytes, Target session);
    /// Tells every client that the server is off line and refuses everything until it is back.
    void setOffline(bool offline);

private:
    void onSwitchEvent(const SwitchEvent& event) override;
    void onFrame(Session& session, std::span<const std::byte> frame);
    void onUnreadable(Session& session);
    void onIdled(Session& session);
    void remove(Session& session);
    void shut(Session& session); ///< ends what it has open here

    void openSession(Session& session, const Incoming& incoming);
    protocol::StatusCode judgeRivals(const Session& session, const OpenTerms& terms) const;
    void evictSameClient(const Session& newcomer);
    void welcome(Session& session, std::uint32_t invokeId);

    void serve(Session& session, const Incoming& incoming);
    void answer(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    SwitchAnswer answerByService(Session& session, const protocol::MessageView& request);
    void answerBySwitch(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    void reply(Session& session, protocol::MessageType request, std::uint32_t invokeId, const SwitchAnswer& outcome);
    void refuse(Session& session, const Incoming& incoming, protocol::StatusCode status);

    void route(const SwitchEvent& event);
    void tell(Session& session, const SwitchEvent& event);
    void follow(Session& session, const SwitchEvent& event);
    const Session* ownerOf(std::string_view instrument) const;
    std::uint32_t centralTime() const;
    template <class Action> bool forTarget(Target target, Action action);

    Clock& m_clock;
    Switch& m_switch;
    ServerConfig m_config;
    std::vector<Session*> m_sessions; ///< our children, in the order in which they came
    std::uint32_t m_lastSessionId = 0;
    Monitors m_monitors;
    std::mt19937_64 m_random;
    bool m_holdsEvents = false; ///< while the switch carries out a request
    std::vector<SwitchEvent> m_heldEvents;
    bool m_isOffline = false;
    bool m_isStalled = false;
    Milliseconds m_delay{0};
};

} // namespace callwright::simulator
