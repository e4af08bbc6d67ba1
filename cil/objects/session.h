#pragma once

#include "cil/clock/clock.h"
#include "cil/connection/role.h"
#include "cil/events/publisher.h"
#include "cil/objects/agent.h"
#include "cil/objects/call.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/hindrance.h"
#include "cil/objects/skill_group.h"
#include "cil/settings/settings.h"
#include "cil/transport/security.h"
#include "cil/transport/server_address.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <memory>
#include <vector>

namespace callwright {

class Directory;
class NetworkWatch;
class ServerMemory;
class SessionCore;
class SilentMonitorManager;
namespace service {
class Configuration;
}

enum class ServerCodePage { Windows1252, Utf8 };

/// Where and how to connect.
struct ConnectParameters {
    Endpoint sideA;
    Endpoint sideB; ///< the other CTI Server of a duplex system; an empty host: there is none
    QString clientPassword;
    int highestVersion = 25;
    std::chrono::seconds heartbeat{90}; ///< 0: none
    int expectedClients = 0; ///< of the whole site: they spread their reconnects over a tenth as many seconds
    int attemptsAllowed = 0; ///< so many failed in a row, and it gives up (FinalAttempt); 0: it never does
    ServerCodePage codePage = ServerCodePage::Windows1252;
    Security security{};
    QString profile{}; ///< name of the connection profile in the settings; empty: found by its servers
    QString clientId = QStringLiteral("Callwright"); ///< of a session without an agent: one that opens with the same
                                                     ///< ends the older session; an agent's is the agent's own
};

/// What a monitor mode session does when its filter is set (MonitorSessionSnapshotMode).
enum class MonitorSessionSnapshotMode {
    Snapshot = 0,  ///< asks for every agent and call that there is
    NoSnapshot = 1 ///< agents and calls appear with the first event about them
};

enum class ConnectionStatus { Closed, Connecting, Open, Reconnecting, Closing };

enum class Disconnect { Orderly, Forced };

/// The CIL's root: owns the agents and calls of one CTI Server session, publishes every event, keeps the masks.
/// Where the link, the service layer and the settings meet. Everything happens on the Qt event loop's thread.
///
/// Events reach listeners (addListener) and the signal event(); objects are up to date before an event is published.
class Session : public QObject {
    Q_OBJECT
public:
    /// The clock, the transports and the settings outlive the session. `seed` feeds the waits before reconnects.
    Session(Clock& clock, TransportFactory& transports, const Settings& settings, std::uint64_t seed,
            QObject* parent = nullptr);
    ~Session() override;

    Publisher& events(); ///< add<ICallEvents>(this) ... , and the event() signal

    // --- connection
    /// A Client Events session needs to know its device before it opens: agentId, agentInstrument and peripheralId
    /// are those of the agent who is going to sign in (SetAgent). OnConnection or OnConnectionFailure follows.
    CilResult connectTo(const ConnectParameters& parameters, const AgentIdentity& agent);
    /// Without an agent: monitor mode, or what else has none (Role; not Agent, not Supervisor). setMessageFilter() says
    /// what is heard. Requests of agents and calls answer ModeConflict then, and there are no masks.
    CilResult connectTo(const ConnectParameters& parameters, const std::vector<Role>& roles);
    /// Which events a monitor mode session hears (cil/service/message_filter.h); InvalidArgument with the position and
    /// the word of what is wrong. Before the session is open, or later; the last one counts, also after reconnects.
    /// OnQueryAgentStateConf of every agent, OnSnapshotDeviceConf, OnSnapshotCallConf and OnMonitorModeEstablished
    /// follow. Without the All Events service the filter must name agents, devices or calls in full.
    CilResult setMessageFilter(const QString& filter,
                               MonitorSessionSnapshotMode mode = MonitorSessionSnapshotMode::Snapshot);
    bool isMonitorMode() const;
    QString messageFilter() const; ///< empty: none

    /// OnConnectionClosed follows; whatever was asked for fails. An orderly one is E_CTIOS_MODE_NOT_SET while
    /// neither an agent is set at the server nor a filter: then, and to end a failover, it takes force
    /// (ForcedDisconnect).
    CilResult disconnectFrom(Disconnect how = Disconnect::Forced);
    /// SendIdentifyClientRequest: whether the server takes this client. On this wire OPEN_REQ carries its name and
    /// password, so it is the open's outcome: CIL_OK while open, else E_CTIOS_SESSION_NOT_CONNECTED, or CIL_FAIL with
    /// the server's reason when it refused. Nothing is sent.
    CilResult identifyClient() const;
    void retryNow(); ///< ends the wait before the next connection attempt
    /// Asks the server at once whether it is still there when the computer's network changes
    /// (cil/connection/network_watch.h has the system's).
    void follow(NetworkWatch& network);
    /// Where each server's protocol version and the good side are remembered from one run to the next
    /// (cil/connection/settings_server_memory.h); without it, until the session is gone. It outlives the session.
    void setMemory(ServerMemory& memory);
    ConnectionStatus status() const;
    QString currentServer() const;                 ///< "host:port"; empty while not connected
    int protocolVersion() const;                   ///< 0 while not connected
    std::optional<Milliseconds> roundTrip() const; ///< of the last answer
    std::optional<Milliseconds> nextTryIn() const; ///< while Reconnecting
    QString nextServer() const;                    ///< "host:port" where it goes; empty when there is none
    /// "host:port" where a session stands by (version 24 and later), to go on at once when the one in use is lost;
    /// empty: none.
    QString standbyServer() const;
    /// What keeps the agent from work although the session stands, or why there is none any more.
    Hindrance hindrance() const;
    /// Which service that these buttons need the server has not granted, and what remains without it, as a text for
    /// people; empty: none is missing, or there is no session.
    QString missingService(std::uint32_t bits) const;

    /// Who people and groups are; before connectTo(). It outlives the session.
    void setDirectory(const Directory& directory);
    /// Whether the agent, the calls and their data are as the server tells them in this session. False from a loss
    /// until everything was asked for anew and the answers are in; each call for itself: Call::isConfirmed().
    bool isConfirmed() const;

    /// OnSetAgentModeEvent came: the agent is known to the server and may sign in.
    bool isAgentModeSet() const;

    // --- objects
    Agent* currentAgent() const; ///< nullptr before connectTo(), and in monitor mode
    /// The call that buttons act on. One call is it by itself. With several, the program chooses; but in a consultation
    /// it follows whom the agent talks to: it goes to the half that is begun or retrieved when the half it was on is
    /// put on hold, and to the other half when its own is over. A conference keeps it. When it ends otherwise, with
    /// more than one left, there is none until one is chosen.
    Call* currentCall() const;
    CilResult setCurrentCall(Call* call); ///< OnCurrentCallChanged, OnButtonEnablementChange follow
    /// In order of their beginning; ended calls kept for wrap-up data included. In monitor mode a call is one
    /// connection, and all are here that an event was heard about.
    std::vector<Call*> calls() const;
    /// GetAllAgents: the current one first, then the team's members as far as they are known; in monitor mode all that
    /// an event was heard about.
    std::vector<Agent*> agents() const;
    Agent* findAgent(const QString& uniqueObjectId) const;
    std::vector<Call*> allCalls() const;                 ///< GetAllCalls: calls() and those of the monitored agent
    Call* findCall(const QString& uniqueObjectId) const; ///< among allCalls()
    /// The call just handled, for wrap-up data; nullptr when wrap-up data has no place now.
    Call* wrapupCall() const;

    std::vector<SkillGroup*> skillGroups() const; ///< GetAllSkillGroups: those whose statistics were asked for
    /// The same as the Agent's, for programs that have no agent in hand; none: the agent's own groups, or all.
    CilResult enableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers = {});
    CilResult disableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers = {});

    /// Calls that were announced (OnAgentPrecallEvent) and have not begun: what the event said. One leaves when its
    /// call begins, is called off, or does not come within Server/CallObject/AgentPreCallEventTimeout:
    /// OnAgentPrecallAbortEvent then says so as well.
    std::vector<Arguments> announcedCalls() const;

    /// EnablementMask of the current agent and current call; what every button obeys.
    std::uint32_t enablementMask() const;

    const Settings& settings() const;

    // --- the rest of the facts' Session
    Arguments properties() const;                ///< every property under its keyword; more on properties: properties.h
    std::int32_t lastError() const;              ///< CIL error of the last request of an Agent or Call; 0: it was sent
    std::int32_t reportError(std::int32_t code); ///< ReportError: it is the last error then, and logged; returns it
    /// GetObjectFromObjectID: an Agent, a Call or a SkillGroup; nullptr: there is none (any more).
    QObject* findObject(const QString& uniqueObjectId) const;
    std::uint32_t systemStatus() const; ///< GetSystemStatus: PGStatusCode bits as CTI Server told them last
    bool isAgent() const;
    bool isSupervisor() const;
    bool isCcmSilentMonitor() const; ///< the site's supervisors listen by calls of Unified CM
    /// A supervisor listens to this agent, and the site lets the agent see it (WarnIfSilentMonitored of the profile, or
    /// SilentMonitorWarningMessage of the agent's desk settings). May change with every event.
    bool showsSilentMonitoring() const;
    /// Who is going to sign in, before connectTo(): afterwards another agent needs a new connection.
    CilResult setAgent(const AgentIdentity& agent);
    /// 0 agent, 1 supervisor; OnGlobalSettingsDownloadConf follows, and the settings are properties.
    CilResult requestDesktopSettings(std::int32_t desktopType);
    CilResult setSupervisorSilentMonitorMode(std::int32_t forceMonitoredMode); ///< 1: may be monitored, 0: default

    // Silent monitoring by audio between desktops: silent_monitor_manager.h. Unified CCE only.
    /// HeartbeatInterval, HeartbeatTimeout (seconds), MediaTerminationPort. nullptr: lastError() says why. The
    /// session's.
    SilentMonitorManager* createSilentMonitorManager(const Arguments& times);
    /// Ends what it does. The current one is then none.
    CilResult destroySilentMonitorManager(SilentMonitorManager* manager);
    CilResult setCurrentSilentMonitor(SilentMonitorManager* manager); ///< nullptr: none; the one before stops
    SilentMonitorManager* getCurrentSilentMonitor() const;

    // --- what no method of the CIL says, under the names of messages (CTI Server guide v25)
    /// Sends a request by its message's name: MONITOR_START_REQ, REGISTER_VARIABLES_REQ, CONFIG_REQUEST_EVENT ...
    /// (cil/service/generic_requests.h), with the fields as arguments; a call may be named by its UniqueObjectID. Its
    /// confirmation comes to IGenericEvents under its own name with the InvokeID, its failure as OnControlFailureConf.
    /// Registered variables, services and monitors of devices stand: after a reconnect they are asked for again.
    /// NotImplemented: a method has it, or there is none.
    CilResult request(QStringView messageName, const Arguments& arguments);
    /// Answers a request that the server made of this session (START_RECORDING_REQ as a generic event): its ..._CONF or
    /// FAILURE_CONF, with the InvokeID of the request.
    CilResult respond(QStringView messageName, const Arguments& arguments);
    /// The call variables (1 to 10) and the ECC variables ("user.name", arrays as "user.name[0]") that are wanted; the
    /// server then sends no others.
    CilResult registerVariables(const QList<int>& callVariables, const QStringList& eccNames);
    /// What CONFIG_REQUEST_EVENT has brought, kept up to date (of sessions opened with Role::Configuration).
    const service::Configuration& configuration() const;
    /// Messages of numbers that nothing is known of, since the session was made.
    std::uint64_t ignoredMessages() const;

Q_SIGNALS:
    /// The server took that request: after the ...Conf event, and also for those that the facts know none for, as a
    /// bad line's report.
    void requestConfirmed(std::uint32_t invokeId);
    void confirmedChanged(bool isConfirmed); ///< isConfirmed() is another; after the events that it comes from

private:
    std::unique_ptr<SessionCore> d;
};

} // namespace callwright
