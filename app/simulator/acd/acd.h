#pragma once

#include "app/simulator/acd/acd_config.h"
#include "app/simulator/server/switch.h"
#include "cil/clock/clock.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callwright::simulator {

/// Call data by wire name: CallVariable1 to CallVariable10, CallWrapupData, CallerEnteredDigits, UserToUserInfo,
/// CustomerPhoneNumber, CustomerAccountNumber, and ECC variables: "user.name" scalar, "user.name[3]" array element.
using CallVariables = std::vector<std::pair<std::string, std::string>>;

/// An automatic call distributor that behaves like Unified CCE: agents, phones, calls and queues, driven by requests
/// (CTI Server guide v25, Client Control), by outside parties (the functions below) and by the clock. The same seed
/// and the same actions give the same events.
class Acd final : public Switch {
public:
    template <class T = void> using Outcome = tl::expected<T, std::string>; ///< the error is an English sentence

    Acd(Clock& clock, AcdConfig config, std::uint64_t seed);
    ~Acd() override;

    const AcdConfig& config() const;

    std::uint32_t peripheralId() const override;
    std::uint32_t peripheralType() const override;
    bool isOnline() const override;
    std::uint32_t pgStatus() const override;
    std::optional<AgentRecord> agentById(std::string_view agentId) const override;
    std::optional<AgentRecord> agentAtInstrument(std::string_view instrument) const override;
    std::optional<AgentRecord> agentAtExtension(std::string_view extension) const override;
    bool isInstrument(std::string_view instrument) const override;
    std::optional<std::string> instrumentOfExtension(std::string_view extension) const override;
    std::optional<std::string> placeOf(std::uint32_t deviceType, std::string_view deviceId) const override;
    std::optional<std::vector<std::string>> legsOf(std::uint32_t callId,
                                                   std::string_view connectionDeviceId) const override;
    bool isCall(std::uint32_t callId) const override;
    std::vector<std::uint32_t> teamsLedBy(std::string_view supervisorId) const override;
    bool isTeamMember(std::string_view agentId, std::uint32_t team) const override;
    std::vector<SwitchEvent> teamConfiguration(std::uint32_t team) const override;
    std::vector<SwitchEvent> teamStates(std::uint32_t team) const override;
    SwitchAnswer setStateOfMember(std::string_view instrument, const protocol::MessageView& message) override;
    std::vector<FieldValues> configuration(std::uint32_t kind) const override;
    std::string configurationKey(std::uint32_t kind) const override;
    std::vector<SwitchEvent> callsInProgress(std::string_view instrument) const override;
    std::vector<SwitchEvent> partyUpdates() const override;
    SwitchAnswer request(std::string_view instrument, const protocol::MessageView& message) override;
    void addListener(SwitchListener& listener) override;
    void removeListener(SwitchListener& listener) override;

    /// Somebody outside calls `to`: a queue's name or dialled number, or an extension. Returns the ConnectionCallID;
    /// the first call of a peripheral is 16777217.
    Outcome<std::uint32_t> startCall(std::string_view to, std::string_view ani, const CallVariables& variables);
    /// An outside party of that call hangs up: the one with that number, or else the first there is (of the oldest
    /// call, should several share the ConnectionCallID).
    Outcome<> hangup(std::uint32_t callId, std::string_view phoneNumber = {});
    /// The outside party that is being called answers; the first such one, as above.
    Outcome<> answerRemote(std::uint32_t callId);
    bool hasOutsideParty(std::uint32_t callId) const;
    /// The next call that is routed to an agent gets lost on the way: it was announced, but never comes.
    void loseNextCall();

    /// The agent is in that team for the time being; nullopt: in the configured one again.
    /// The site is administered while it runs: clients that asked for it are told. Texts are UTF-8.
    Outcome<> renameAgent(std::string_view agentId, const std::string& name);
    Outcome<> renameGroup(std::uint32_t groupNumber, const std::string& name);
    Outcome<> setTeam(std::string_view agentId, std::optional<std::uint32_t> team);

    /// With AcdConfig::variesEventOrder false events come in the usual order; the n-th pair (from 0) of this run whose
    /// order the guide leaves open is then sent the other way round. How many such pairs there have been so far tells
    /// swappablePairs(). (With variesEventOrder the seed picks one of all allowed orders, and neither has a meaning.)
    void swapEvents(std::size_t pair);
    std::size_t swappablePairs() const;

    /// Takes the peripheral off line and back (SYSTEM_EVENT); while off line every control request is refused.
    void setOnline(bool online);
    /// The same with the PG: meanwhile no events leave, and what happened then is not told later.
    void setGatewayUp(bool up);
    /// The same with the central controller, which the calls of this peripheral do without.
    void setControllerUp(bool up);
    /// Takes an instrument out of service and back (SYSTEM_EVENT); requests of its agent are refused meanwhile.
    Outcome<> setInService(std::string_view instrument, bool inService);
    void setAllInService();
    /// The system signs an agent out, whatever the agent does.
    Outcome<> forceLogout(std::string_view agentId, std::uint32_t reason);

    /// The whole truth, members named as on the wire:
    /// {"agents":[{"AgentID","AgentExtension","AgentInstrument","AgentState","EventReasonCode","NextAgentState"?...}],
    ///  "calls":[{"ConnectionCallID","CallType","ANI","DNIS","DialedNumber",...,"CallVariable1",...,"ECC":{},
    ///            "DTMFString"? (tones sent into it), "badLine"? [agent ids],
    ///            "placement"? {what a MAKE_CALL_REQ said: "CallPlacementType",...,"AccountCode",...},
    ///            "connections":[{"ConnectionDeviceID","ConnectionDeviceIDType","device","DeviceType",
    ///                            "LocalConnectionState","recording"?:{"SessionID","ServerData","Direction"},
    ///                            "networkRecording"?:true, "greeting"?:true (while it plays)}]}],
    ///  "applicationData"?: {ApplicationPathID: {"CallVariable1":..}}, agents have "serviceData"? once they sent some,
    ///  "queues":[{"name","DialedNumber","SkillGroupNumber","calls":[ids],"available":[agent ids]}]}
    /// Agents that are not signed in have AgentState 1 and neither extension nor instrument. Calls that are over but
    /// still take wrap-up data are not listed.
    nlohmann::ordered_json state() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace callwright::simulator
