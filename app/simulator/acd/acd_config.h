#pragma once

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the simulated contact centre consists of: people, phones, groups, numbers and how long things take.
namespace callwright::simulator {

/// The agent desk settings of one agent (CTI Server guide v25, AGENT_DESK_SETTINGS_CONF).
struct DeskSettings {
    std::uint32_t mask = 0;           ///< DeskSettingsMask
    std::uint32_t wrapupIncoming = 1; ///< WrapupDataMode: 0 required, 1 optional, 2 not allowed, 3 required with data
    std::uint32_t wrapupOutgoing = 1; ///< the same, 0 to 2
    std::uint32_t logoutNonActivityTime = 0; ///< seconds in Not Ready before an automatic sign-out, 0: never
    std::uint32_t ringNoAnswerTime = 20;     ///< seconds, 0: rings for ever
    std::uint32_t workModeTimer = 120;       ///< seconds of wrap-up at most, 0: no limit
    std::uint32_t supervisorAssistCallMethod = 0;
    std::uint32_t emergencyCallMethod = 0;
    std::uint32_t autoRecordOnEmergency = 0; ///< not 0: a call that becomes an emergency is recorded from then on
    std::uint32_t recordingMode = 0;         ///< not 0: the phone system records, no recording server is needed
    std::uint32_t silentMonitorWarningMessage = 0;
    std::uint32_t silentMonitorAudibleIndication = 0;
};

struct AgentConfig {
    std::string id; ///< what the agent signs in with, AgentID on the wire
    std::string name;
    std::optional<std::string> password; ///< nullopt: any password is accepted
    std::string instrument;              ///< the usual one; an agent may sign in on any configured instrument
    std::uint32_t skillTargetId = 0;     ///< ICMAgentID on the wire
    std::uint32_t teamId = 0;
    bool isSupervisor = false;
    std::vector<std::uint32_t> skillGroups; ///< numbers
    /// How long the recorded greeting lasts that queue callers hear when the agent answers; 0: there is none.
    std::chrono::milliseconds greeting{0};
    DeskSettings desk;
};

struct InstrumentConfig {
    std::string instrument;
    std::string extension; ///< the number dialled to reach it
};

struct SkillGroupConfig {
    std::uint32_t number = 0; ///< SkillGroupNumber: at the peripheral
    std::uint32_t id = 0;     ///< SkillGroupID: in the configuration
    std::string name;
};

struct TeamConfig {
    std::uint32_t id = 0;
    std::string name;
    std::string primarySupervisor;        ///< AgentID
    std::vector<std::string> supervisors; ///< AgentIDs of others; supervisors whose own team it is lead it anyway
};

/// A number that people call, and the skill group whose agents take those calls.
struct QueueConfig {
    std::string name;
    std::string dialedNumber;
    std::uint32_t skillGroup = 0; ///< its number
    std::uint32_t serviceNumber = 0;
    std::uint32_t serviceId = 0;
    std::uint32_t callTypeId = 0;
};

/// What happens when somebody dials a number outside: the first rule whose suffix fits decides.
struct OutsideRule {
    enum class Outcome { Answers, Busy, NoAnswer, NotObtainable };
    std::string suffix; ///< empty: fits every number
    Outcome outcome = Outcome::Answers;
};

/// An expanded call context variable that the site has configured; others are refused.
struct EccVariable {
    std::string name;            ///< "user.order"
    std::uint32_t arraySize = 0; ///< 0: a scalar
};

struct AcdTimers {
    std::chrono::milliseconds delivery{0}; ///< from the reservation of an agent until the phone rings
    /// How long an outside party rings before it answers; nullopt: only when told to.
    std::optional<std::chrono::milliseconds> outsideAnswers = std::chrono::seconds(10);
    std::chrono::milliseconds outsideNoAnswer = std::chrono::seconds(60); ///< when an unanswered outgoing call fails
    std::chrono::milliseconds callDataAfterEnd = std::chrono::seconds(120);
};

/// When AGENT_PRE_CALL_EVENT comes; the guide calls the first one usual and promises none of them.
enum class PreCall { BeforeCall, AfterCall, Never };

struct AcdConfig {
    std::uint32_t peripheralId = 5000;
    /// PeripheralType that is reported; decides which requests the switch offers. 17: PT_ENTERPRISE_AGENT, Unified CCE.
    std::uint32_t peripheralType = 17;
    std::vector<AgentConfig> agents;
    std::vector<InstrumentConfig> instruments;
    std::vector<SkillGroupConfig> skillGroups;
    std::vector<TeamConfig> teams;
    std::vector<QueueConfig> queues;
    std::vector<OutsideRule> outside;
    std::vector<EccVariable> ecc;
    std::uint32_t busyTrigger = 1; ///< so many calls at a phone make it busy; Unified CCE asks for 1
    /// A consultation gets the ConnectionCallID of the call it is about, as some switches do (guide: Call Events).
    bool consultSharesCallId = false;
    bool hasRecorder = true; ///< a recording server is registered: START_RECORDING_REQ is taken
    /// Phones in a call that waits are told CALL_QUEUED_EVENT and CALL_DEQUEUED_EVENT, which Unified CCE does not do.
    bool tellsQueues = false;
    /// A phone whose ringing call goes elsewhere is told CALL_DIVERTED_EVENT, where Unified CCE clears the connection.
    bool tellsDiversions = false;
    PreCall preCall = PreCall::BeforeCall;
    std::string recordGreetingNumber = "8500"; ///< where agents record their greeting (CallPlacementType 7)
    AcdTimers timers;
    bool variesEventOrder = true; ///< false: always the most usual order of events
};

/// Peripheral 5000; agents 1001 to 1012 on instruments 3101 to 3112, supervisors 1091 and 1092 on 3191 and 3192, any
/// password accepted; queues Billing (8001), Support (8002) and Sales (8003), everybody skilled for all of them.
/// Desk settings: optional wrap-up and no reasons needed, except 1007 wrap-up required after incoming calls, 1008
/// required with data, 1009 not allowed, 1010 reasons required, 1011 auto answer, 1012 required both ways for at most
/// 15 s. Outside numbers ending in 0001 are busy, in 0002 never answer, in 0003 do not exist.
AcdConfig defaultConfig();

/// The built-in configuration as the demonstration shows it: agents 1001 to 1006 wrap up after every incoming call for
/// at most a minute and give reasons for Not Ready and signing out; phones ring a moment after the reservation, and
/// long enough to look around before answering.
AcdConfig demoConfig();

/// The built-in configuration changed by a JSON object; a list that is given replaces the built-in one. The error is
/// a sentence that names the faulty member.
tl::expected<AcdConfig, std::string> configFromJson(const nlohmann::json& json);

/// What contradicts itself in a configuration (unknown groups, doubled numbers); empty when nothing does.
std::vector<std::string> findFaults(const AcdConfig& config);

} // namespace callwright::simulator
