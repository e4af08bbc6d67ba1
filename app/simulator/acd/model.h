#pragma once

#include "app/simulator/acd/call_data.h"
#include "app/simulator/acd/tallies.h"
#include "app/simulator/acd/vocabulary.h"
#include "cil/clock/clock.h"

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What there is at a moment: agents, calls and their connections, and who waits. Plain data; the rules are elsewhere.
namespace callwright::simulator {

/// A device as a message names it.
struct DeviceName {
    DeviceIDType type = DeviceIDType::DEVID_NONE;
    std::string id;
};

enum class Party {
    Phone,  ///< an instrument of ours
    Queue,  ///< the queue point where callers wait
    Bridge, ///< the part of a phone that lets a supervisor into its voice: no call of whoever sits there
    Outside ///< somebody beyond the trunk
};

/// A recording that runs, as START_RECORDING_CONF named it.
struct Recording {
    std::uint32_t sessionId = 0;
    std::uint32_t serverData = 0;
    std::uint32_t direction = 0; ///< RTPDirection
};

/// A call by a number of our own: several calls may share one ConnectionCallID.
enum class CallSerial : std::uint32_t {};

/// One leg: a device's part in a call. ConnectionCallID, type and ConnectionDeviceID name it together.
struct Connection {
    std::string id; ///< ConnectionDeviceID; opaque, no two legs have the same
    Party party = Party::Phone;
    std::string instrument; ///< of a phone; of a queue point its number; empty outside
    DeviceName device;
    LocalConnectionState state = LocalConnectionState::LCS_NULL;
    bool isOrigin = false;       ///< the call came from here
    bool wasEstablished = false; ///< has talked in this call
    Milliseconds began{0};
    Milliseconds established{0};
    std::optional<Milliseconds> heldSince;
    Milliseconds heldTime{0}; ///< until heldSince
    bool wasHeld = false;
    bool isSupervising = false;         ///< barged in
    bool countsAsOutgoing = false;      ///< for wrap-up: the leg of whoever made the call a conference
    std::optional<std::size_t> queue;   ///< index in AcdConfig::queues, for a leg that was routed to its agent
    std::unique_ptr<Alarm> timer;       ///< ring no answer; the patience of whoever is called
    std::unique_ptr<Alarm> greeting;    ///< while the agent's recorded greeting plays: its end
    bool isNetworkRecorded = false;     ///< by the phone system
    std::optional<Recording> recording; ///< while this party's voice is recorded
};

struct CallKey {
    std::uint32_t day = 0;
    std::uint32_t callId = 0;
};

/// What somebody called a second party for while the first one waits.
enum class ConsultPurpose { Transfer, Conference, Any };

/// What calls that a device makes are attributed to, if nothing else says.
struct DeviceAttributes {
    std::uint32_t serviceNumber = protocol::NULL_SERVICE;
    std::uint32_t serviceId = protocol::NULL_SERVICE;
    std::uint32_t skillGroup = protocol::NULL_SKILL_GROUP; ///< its number
    std::optional<CallType> callType;
};

/// What an agent made of the answers that were suggested in a call.
struct ServiceData {
    CallKey key;
    std::vector<std::uint32_t> services; ///< AgentService
    std::uint32_t positive = 0;
    std::uint32_t negative = 0;
};

/// How a call hangs together with the one it is about, as long as the consulting phone is in both.
struct Consultation {
    CallSerial original{};
    std::string instrument; ///< who consults
    ConsultPurpose purpose = ConsultPurpose::Any;
    bool joinsWhenAnswered = false; ///< becomes a conference by itself (blind conference)
    CallDataChange changes;         ///< data that was given to the consultation; completing it keeps them
};

/// A supervisor listens to a party of another call, or whispers to it, in a call with the party's phone.
struct Listening {
    std::string target;          ///< ConnectionDeviceID of that party
    bool waitsForTarget = false; ///< on hold because the party is
};

struct Call {
    CallSerial serial{};
    std::uint32_t id = 0; ///< ConnectionCallID
    CallType type = CallType::CALLTYPE_OTHER_IN;
    CallType typeBefore = CallType::CALLTYPE_OTHER_IN; ///< of a conference: what it was with two parties
    std::optional<Consultation> consultation;          ///< of the second call; see consulted()
    std::optional<Listening> listening;                ///< of a supervisor's call beside another one
    CallData data;
    std::string dnis;
    std::string dialedNumber;
    std::optional<CallKey> key;       ///< of calls that the router has seen
    std::optional<std::size_t> queue; ///< index in AcdConfig::queues, for calls that are routed to an agent
    DeviceName calling;
    DeviceName called;
    DeviceName lastRedirect;
    Milliseconds began{0};
    std::list<Connection> connections;
    std::string reservedInstrument; ///< an agent is reserved there, the phone does not ring yet
    std::unique_ptr<Alarm> delivery;
    std::string tones;                ///< DTMF digits that were sent into the call, in order
    std::vector<std::string> badLine; ///< agents who marked the line as bad
    DeviceAttributes attributes;      ///< of the device that it came from
    FieldValues placement;            ///< how the call was to be made, as far as that was said
    Milliseconds patience{0};         ///< how long whoever is called may ring; 0: as the site has it
    bool hasPriority = false;         ///< in queues
    bool isToldQueued = false;        ///< its phones have heard that it waits
};

/// Which way a call went, as wrap-up rules and AGENT_STATE_EVENT.Direction see it.
enum class Direction { None, In, OtherIn, Out, OtherOut };

/// A state that an agent asked for while on a call.
struct StateWish {
    AgentState state = AgentState::AGENT_STATE_NOT_READY;
    std::uint32_t reason = 0;
};

/// The call that an agent works on, or has just worked on.
struct Work {
    CallSerial call{};
    Direction direction = Direction::None;
    std::uint32_t skillGroup = protocol::NULL_SKILL_GROUP;
    bool hasWrapupData = false;
};

/// An agent's part in a call that is over, until it is counted. `what` is what statistics call it; Size: nothing.
struct FinishedCall {
    Tally what = Tally::Size;
    std::uint32_t skillGroup = protocol::NULL_SKILL_GROUP;
    Milliseconds time{0};
    Milliseconds heldTime{0};
    bool wasHeld = false;
};

struct Agent {
    const AgentConfig* config = nullptr;
    std::uint32_t teamId = 0;
    std::string instrument; ///< empty: not signed in
    bool usesSingleSignOn = false;
    AgentState state = AgentState::AGENT_STATE_LOGOUT;
    std::uint32_t reason = 0;
    Milliseconds since{0};
    AgentState base = AgentState::AGENT_STATE_NOT_READY; ///< what a call interrupted: AVAILABLE or NOT_READY
    std::uint32_t baseReason = 0;
    Milliseconds availableSince{0};
    std::optional<StateWish> wish;
    std::optional<AgentState> next; ///< NextAgentState, while it is known
    std::optional<Work> work;
    std::optional<CallSerial> reservedFor;  ///< a call on its way to the phone
    std::vector<std::uint32_t> skillGroups; ///< signed in to these
    std::unique_ptr<Alarm> timer;           ///< wrap-up limit; inactivity
    bool returnsToAvailable = false;        ///< when the call is over for which the agent was taken out
    bool playsGreeting = true;              ///< for this sign-in
    PeriodTallies session;
    PeriodTallies today{std::chrono::hours(24)};
    Milliseconds countedUntil{0}; ///< the time in states is in the tallies up to here
    std::vector<FinishedCall> finished;
    std::optional<ServiceData> serviceData;

    bool isSignedIn() const { return !instrument.empty(); }
};

/// A call that is over, while its data may still be completed.
struct EndedCall {
    std::uint32_t id = 0; ///< ConnectionCallID
    std::optional<CallKey> key;
    CallData data;
    std::vector<std::pair<std::string, std::string>> parties; ///< instrument, ConnectionDeviceID
    std::unique_ptr<Alarm> expiry;
};

struct GroupTallies {
    PeriodTallies five{std::chrono::minutes(5)};
    PeriodTallies half{std::chrono::minutes(30)};
    PeriodTallies today{std::chrono::hours(24)};
};

struct World {
    std::vector<Agent> agents;
    std::map<CallSerial, Call> calls; ///< the oldest first
    std::map<CallSerial, EndedCall> ended;
    std::vector<CallSerial> waiting;                                       ///< the one that came first in front
    std::map<std::uint32_t, GroupTallies> groupTallies;                    ///< by SkillGroupNumber
    std::map<std::uint32_t, std::map<Field, std::string>> applicationData; ///< by ApplicationPathID
    std::map<std::string, DeviceAttributes, std::less<>> deviceAttributes; ///< by instrument
    std::uint32_t nextCall = 1;
    std::uint32_t nextCallId = 16777217;
    std::uint32_t nextConnection = 1;
    std::uint32_t nextRouterCall = 1;
    std::uint32_t nextRecording = 1;
    bool losesNextCall = false; ///< the next routed call is announced and never comes
    bool isOnline = true;
    bool isGatewayUp = true;                         ///< the PG; while it is not, nothing reaches the CTI Server
    bool isControllerUp = true;                      ///< the central controller
    std::set<std::string, std::less<>> outOfService; ///< instruments
};

/// A call together with one of its legs; empty when there is none.
struct Leg {
    Call* call = nullptr;
    Connection* connection = nullptr;
    explicit operator bool() const { return connection != nullptr; }
};

Agent* agentAt(World& world, std::string_view instrument);
const Agent* agentAt(const World& world, std::string_view instrument);
Agent* agentWithId(World& world, std::string_view agentId);
const Agent* agentWithId(const World& world, std::string_view agentId);
Call* findCall(World& world, CallSerial serial);
/// Every call that has the ConnectionCallID, the oldest first.
std::vector<Call*> callsWithId(World& world, std::uint32_t id);
/// The leg that has the ConnectionDeviceID.
Leg legWithId(World& world, std::string_view connectionId);
std::vector<Leg> legsAt(World& world, std::string_view instrument);
/// Also what only the phone itself is in, not whoever sits there.
std::vector<Leg> toldLegsAt(World& world, std::string_view instrument);
std::size_t countLegsAt(const World& world, std::string_view instrument);
Connection* findParty(Call& call, Party party);
Connection* findOrigin(Call& call);
Connection* findPhone(Call& call, std::string_view instrument);
/// Who hears what becomes of somebody that is called: the origin, or whoever is left after the origin went.
Connection& whoWaits(Call& call);
std::vector<Connection*> phonesOf(Call& call);
/// How many people are in the call or called to it; queue points do not count.
std::size_t countParties(const Call& call);
/// A call of several that goes back to what it was when two are left.
bool isConference(const Call& call);
/// Somebody is being called or looked for, so that the call is not as many yet as it is going to be.
bool isGrowing(const World& world, const Call& call);
/// The first call of a consultation, as long as whoever consults is in both; nullptr for any other call.
Call* consulted(World& world, const Call& call);
/// Somebody consults about the call: nobody else may at the same time, as their completions would cross.
bool isConsultedAbout(World& world, const Call& call);

const InstrumentConfig* findInstrument(const AcdConfig& config, std::string_view instrument);
const InstrumentConfig* findExtension(const AcdConfig& config, std::string_view extension);
std::optional<std::size_t> findQueue(const AcdConfig& config, std::string_view nameOrNumber);
const SkillGroupConfig* findSkillGroup(const AcdConfig& config, std::uint32_t groupNumber);

/// Where events about a device happen: an instrument, or a queue's dialled number.
std::optional<std::string> placeOfDevice(const AcdConfig& config, DeviceIDType type, std::string_view id);

/// How messages name the phone: an agent's device while somebody is signed in there.
DeviceName deviceOf(const AcdConfig& config, const World& world, std::string_view instrument);

} // namespace callwright::simulator
