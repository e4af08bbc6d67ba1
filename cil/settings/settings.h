#pragma once

#include "cil/settings/schema.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace callwright {

/// One column of the call grid (Grid/CallAppearance/Columns).
struct GridColumn {
    QString type; ///< CallID, CallStatus, DNIS, ANI, Var1 ..., as in settings.tsv
    QString header;
    int width = 0;    ///< pixels; 0: the grid decides
    int maxChars = 0; ///< 0: no limit
    QString name;     ///< ECC variable, for type ECC only
    Qt::Alignment alignment = Qt::AlignLeft;
    bool numericOnly = false;
    bool editable = false;
    friend bool operator==(const GridColumn&, const GridColumn&) = default;
};

struct ReasonCode {
    QString text;
    std::uint16_t code = 0;
    friend bool operator==(const ReasonCode&, const ReasonCode&) = default;
};

struct ConnectionProfile {
    QString name;
    QString hostA;           ///< side B's when side A is missing
    std::uint16_t portA = 0; ///< 0: the usual one
    QString hostB;           ///< side A's when side B is missing
    std::uint16_t portB = 0;
    std::uint32_t peripheralId = 5000;
    int heartbeatSeconds = 90;
    int expectedClients = 100; ///< of the whole site: after a loss they come back spread over a tenth as many seconds
    int attemptsAllowed = 0;   ///< so many in a row, and it gives up; 0: it never does
    std::uint32_t switchCapabilityMask = 0x7F3F1BFF;
    bool autoLogin = true; ///< signs the agent in again after a failover; Unified CCE only
    /// By audio between desktops (IPCCSilentMonitorEnabled); a profile of the tree has to say so. Unified CCE only.
    bool silentMonitorEnabled = true;
    bool isDefault = false;
    bool isSecured = false; ///< by TLS; then the server's certificate must be
    QString pin{};          ///< this one: its file, or its SHA-256; empty:
    QString caFile{};       ///< signed by an authority of this file; empty: by one that the computer trusts
    QString certificateFile{};
    QString keyFile{};
    bool showsSilentMonitoring = false; ///< WarnIfSilentMonitored: the agent sees that a supervisor listens
    friend bool operator==(const ConnectionProfile&, const ConnectionProfile&) = default;
};

struct LoadedSettings;

/// Whom one may chat with, from nobody to everybody.
enum class ChatLevel { Disabled, PrimarySupervisor, TeamSupervisors, Team, Unrestricted };

/// What administrators push: the desktop settings tree, typed. Defaults come from the schema.
struct Settings {
    std::vector<GridColumn> callColumns;
    std::vector<ReasonCode> notReadyReasons; ///< by number
    std::vector<ReasonCode> logoutReasons;   ///< by number
    QStringList incomingWrapupStrings;
    std::vector<ConnectionProfile> profiles; ///< by name
    bool wrapupDialogEnabled = true;         ///< Server/Agent/EnableWrapupDialog
    bool bringToFrontOnCall = false;
    bool flashOnCall = true;
    bool recordingEnabled = false;
    int statisticsIntervalSeconds = 15;
    bool ringMuted = false; ///< SoundPreferences/RingInTone/Mute or All/Mute
    bool keypadMuted = false;
    bool dialToneMuted = false;
    bool originatingToneMuted = false;
    bool minimizeEventArgs = true;
    int preCallTimeoutSeconds = 30;            ///< Server/CallObject/AgentPreCallEventTimeout
    bool pollsAgentStatisticsAtEndCall = true; ///< Server/Agent/PollForAgentStatsAtEndCall
    int agentStatisticsPollSeconds = 15;       ///< Server/Agent/PollingIntervalSec
    int skillGroupPollSeconds = 10;            ///< Server/SkillGroup/PollingIntervalSec
    bool ccmBasedSilentMonitor = false;        ///< IPCCSilentMonitor/Settings/CCMBasedSilentMonitor
    bool stopsSilentMonitorAtNonAcdCalls = false;
    int silentMonitorHeartbeatSeconds = 5;
    int silentMonitorTimeoutSeconds = 15;
    std::uint16_t mediaTerminationPort = 4000;
    std::uint16_t monitoringIpPort = 39200;
    ChatLevel agentChat = ChatLevel::TeamSupervisors;   ///< Server/Agent/AgentChatLevel
    ChatLevel supervisorChat = ChatLevel::Unrestricted; ///< Server/Supervisor/SupervisorChatLevel
    bool anyPartyMayConference = true; ///< Server/CallObject/IPCCConference_SupportsMultipleControllers

    QStringList unknownKeys; ///< topmost keys that the schema has nothing below
    SettingsTree tree;       ///< all of them by their paths, for who asks for the whole (RequestDesktopSettings)

    static Settings defaults(); ///< from the schema's default column; the columns the product ships

    /// The defaults with the tree's values over them. A list that the tree has entries of (columns, reasons, wrap-up
    /// strings, profiles) replaces the shipped list. A value with a problem is left at its default and listed.
    static LoadedSettings fromTree(const SettingsTree& tree);
    friend bool operator==(const Settings&, const Settings&) = default;
};

struct LoadedSettings {
    Settings settings;
    std::vector<SettingsProblem> problems;
};

} // namespace callwright
