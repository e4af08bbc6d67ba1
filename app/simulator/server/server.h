#pragma once

#include "app/simulator/server/answer_faults.h"
#include "app/simulator/server/incoming.h"
#include "app/simulator/server/monitors.h"
#include "app/simulator/server/server_config.h"
#include "app/simulator/server/service_registry.h"
#include "app/simulator/server/session.h"
#include "app/simulator/server/session_registry.h"
#include "app/simulator/server/switch.h"
#include "cil/clock/clock.h"
#include "cil/transport/transport.h"

#include <QByteArrayView>
#include <QObject>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace callwright::simulator {

/// A CTI Server's face: sessions of clients with the switch behind it (CTI Server guide v25). It validates what
/// clients send and refuses it with the guide's status, routes the switch's events to who may see them and asked for
/// them, and knows nothing of agents and calls. It is one of the two sides, or the only one.
class Server : public QObject, private SwitchListener {
    Q_OBJECT
public:
    enum class Role {
        Active,
        Standby,  ///< takes OPEN_REQ, HEARTBEAT_REQ and CLOSE_REQ of clients of CTI_SERVICE_ACTIVE_STANDBY, sends no
                  ///< events
        Inactive, ///< there is no standby service: refuses everything with E_CTI_CTI_SERVER_OFFLINE
        Leaving   ///< the other side is active now, the last requests are still carried out here
    };

    /// Where a confirmation comes among the events that its request causes.
    enum class ConfirmationPlace { Anywhere, BeforeEvents, AfterEvents };

    /// The seed decides where among the events that a request causes its confirmation comes. Sides of one pair share
    /// the registry.
    Server(Clock& clock, Switch& behind, ServerConfig config, std::uint64_t seed,
           std::shared_ptr<SessionRegistry> registry = std::make_shared<SessionRegistry>());
    ~Server() override;

    /// A client has connected; takes the transport over.
    void accept(Transport* transport);
    std::size_t sessionCount() const { return m_sessions.size(); }
    nlohmann::ordered_json state() const; ///< of every connection, opened or not

    Role role() const { return m_role; }
    /// From Standby to Active every standby session becomes an active one and is told so by STANDBY_ACTIVE_EVENT_MSG.
    /// The guide says nothing of what follows: no events tell of what is there already, as OPEN_CONF said it long ago
    /// and the client has its queries and snapshots; from here on events come as to any session. To any other role,
    /// the active sessions retire.
    void setRole(Role role);

    /// `left` has handed over by a planned change: clients of all events hear by CEC_CALL_PARTY_UPDATE_IND how the
    /// calls stand (CTI Server guide v25, PG and CTI Server Graceful Shutdown). Those that have a session here hear it
    /// at once; of those that had theirs at the other side alone the guide says nothing: they hear it once, when they
    /// open one here.
    void rebuildCalls(const Server& left);

    // A planned change of sides (CTI Server guide v25, PG and CTI Server Graceful Shutdown); see PlannedChange.
    /// While it lasts, OPEN_REQ is refused with E_CTI_SERVER_IN_MAINTENANCE_MODE.
    bool isInMaintenance() const { return m_isInMaintenance; }
    void setInMaintenance(bool inMaintenance) { m_isInMaintenance = inMaintenance; }
    /// Asks the active clients of CTI_SERVICE_ACTIVE_STANDBY. Returns whom, by SessionID.
    std::set<std::uint32_t> askForMaintenance(std::uint32_t invokeId);
    void tellMaintenance(const std::set<std::uint32_t>& sessions, bool goesOn);
    /// Ends a session for good; with a status, by FAILURE_EVENT.
    void dismiss(std::uint32_t session, std::optional<protocol::StatusCode> status = {});
    std::set<std::uint32_t> sessionIds() const;

    // Faults: for one session, or for all without an id. What a fault needs to find and does not is answered false.
    using Target = std::optional<std::uint32_t>;
    bool drop(Target session); ///< resets the connection
    bool setStalled(bool stalled, Target session);
    bool setDelay(Milliseconds delay, Target session);
    bool sendGarbage(QByteArrayView bytes, Target session);
    /// The network is gone without a word, both ways: sessions end here by their IdleTimeout and nobody hears of it.
    /// Ending it resets the connections that it met.
    bool setSilent(bool silent, Target session);
    /// The next message to each of the sessions (that are there now) ends after so many bytes, and the connection with
    /// it.
    bool cutNext(std::optional<std::size_t> bytes, Target session);
    AnswerFaults& answerFaults() { return m_answerFaults; }
    void setConfirmationPlace(ConfirmationPlace place) { m_confirmationPlace = place; }
    void setTellsTwice(bool tellsTwice) { m_tellsTwice = tellsTwice; }
    /// Newer versions are refused with E_CTI_INVALID_VERSION; nullopt: as configured.
    void setNewestVersion(std::optional<protocol::Version> newest) { m_newestVersion = newest; }
    /// Sends the events of a call that there is not to agents' sessions.
    bool tellUnknownCall(Target session);
    /// Tells every client that the server is off line and refuses everything until it is back.
    void setOffline(bool offline);

Q_SIGNALS:
    void maintenanceAnswered(std::uint32_t session, std::uint32_t invokeId, bool isAccepted);
    void requestsStopped(std::uint32_t session); ///< the client sends nothing more to this side
    void sessionEnded(std::uint32_t session);
    void messageCut(); ///< a connection was lost in the middle of a message, see cutNext()

private:
    void onSwitchEvent(const SwitchEvent& event) override;
    void onFrame(Session& session, std::span<const std::byte> frame);
    void onUnreadable(Session& session);
    void onIdled(Session& session);
    void remove(Session& session, protocol::StatusCode why = protocol::StatusCode::E_CTI_CLIENT_DISCONNECTED);
    void shut(Session& session, protocol::StatusCode why); ///< ends what it has open here

    void openSession(Session& session, const Incoming& incoming);
    protocol::StatusCode judgeRole(std::uint32_t version) const;
    protocol::StatusCode judgeRivals(const OpenTerms& terms) const;
    void evictSameClient(const Session& newcomer);
    void welcome(Session& session, std::uint32_t invokeId);
    void tellWhatIsThere(Session& session);
    void tellPartyUpdates(Session& session);

    bool isOffline() const { return m_isOffline || m_role == Role::Inactive; }
    /// Words of a planned change of sides, which are no requests.
    bool hearMaintenance(Session& session, const Incoming& incoming);

    void serve(Session& session, const Incoming& incoming);
    void answer(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    void answerByService(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    void answerSupervisor(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    void answerConfiguration(Session& session, const protocol::MessageView& request);
    void tellConfiguration(Session& session, const SwitchEvent& event);
    void answerRecording(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    void handOn(Session& client, const protocol::MessageView& request, std::uint32_t invokeId);
    void handBack(Session& server, const protocol::MessageView& answer);
    void endServices(const Session& session); ///< whoever waits for its answers gets none
    SwitchAnswer sendUserMessage(Session& sender, const protocol::MessageView& request);
    Session* openSessionWith(std::uint32_t id) const;
    /// Clients of the client monitor service, other than the one it is about.
    void tellClientMonitors(const Session& about, const SwitchEvent& event);
    /// For clients of the connection monitor service.
    void raiseAlarm(Session& session, const char* what) const;
    void answerBySwitch(Session& session, const protocol::MessageView& request, std::uint32_t invokeId);
    void reply(Session& session, protocol::MessageType request, std::uint32_t invokeId, const SwitchAnswer& outcome);
    void refuse(Session& session, const Incoming& incoming, protocol::StatusCode status);

    void route(const SwitchEvent& event);
    void tell(Session& session, const SwitchEvent& event);
    void forward(Session& session, const SwitchEvent& event, std::uint32_t monitorId);
    void follow(Session& session, const SwitchEvent& event);
    std::uint32_t centralTime() const;
    std::size_t drawConfirmationPlace(std::size_t events);
    template <class Action> bool forTarget(Target target, Action action);

    Clock& m_clock;
    Switch& m_switch;
    ServerConfig m_config;
    std::vector<Session*> m_sessions; ///< our children, in the order in which they came
    std::shared_ptr<SessionRegistry> m_registry;
    Monitors m_monitors;
    ServiceRegistry m_services;
    Role m_role = Role::Active;
    bool m_isInMaintenance = false;
    std::set<std::string> m_owedUpdates; ///< ClientIDs, see rebuildCalls()
    std::mt19937_64 m_random;
    bool m_holdsEvents = false; ///< while the switch carries out a request
    std::vector<SwitchEvent> m_heldEvents;
    bool m_isOffline = false;
    bool m_isStalled = false;
    bool m_isSilent = false;
    std::vector<Session*> m_ghosts; ///< ended ones whose clients cannot hear it
    AnswerFaults m_answerFaults;
    ConfirmationPlace m_confirmationPlace = ConfirmationPlace::Anywhere;
    bool m_tellsTwice = false;
    std::optional<protocol::Version> m_newestVersion;
    Milliseconds m_delay{0};
};

} // namespace callwright::simulator
