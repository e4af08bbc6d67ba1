#pragma once

#include "cil/protocol/message_view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the server's face knows of the switch behind it. The simulator's ACD stands here; one day a gateway to a real
/// CTI Server will. Speaks in the table's messages and fields, so neither side needs a second vocabulary; knows
/// nothing of sessions, services, masks, InvokeIDs or MonitorIDs, which are the server's.
namespace callwright::simulator {

struct NamedField {
    std::string name;
    std::string value;
    std::optional<std::uint8_t> index;
};

/// One field of an outgoing message; repeated fields and groups repeat, in wire order.
struct FieldValue {
    protocol::Field field;
    std::variant<std::uint32_t, std::string, NamedField> value;
};
using FieldValues = std::vector<FieldValue>;

/// An unsolicited message about one device: it goes to the sessions that watch that device (Client Events: its own
/// only), if their masks ask for it. Fields that are the session's business (MonitorID) are left out.
struct SwitchEvent {
    protocol::MessageType type;
    std::string instrument; ///< the device concerned; empty: everybody on the peripheral (SYSTEM_EVENT)
    FieldValues fields;
};

struct Confirmation {
    FieldValues fields; ///< without InvokeID
};
struct ControlFailure {
    protocol::ControlFailureCode code;
    std::uint32_t peripheralErrorCode = 0;
};
struct Failure {
    protocol::StatusCode status;
};
using SwitchAnswer = std::variant<Confirmation, ControlFailure, Failure>;

/// A signed-in or configured agent as far as opening a session needs it.
struct AgentRecord {
    std::string agentId;
    std::string extension;  ///< empty when not signed in
    std::string instrument; ///< empty when not signed in
    std::uint32_t skillTargetId = 0;
    std::uint32_t state = 1; ///< AgentState, AGENT_STATE_LOGOUT when not signed in
    bool isSupervisor = false;
    std::uint32_t teamId = 0; ///< 0: in no team
};

class SwitchListener {
public:
    virtual ~SwitchListener() = default;
    virtual void onSwitchEvent(const SwitchEvent& event) = 0;
};

/// Whoever hears a switch: the two sides of a CTI Server pair hear the same one.
class SwitchListeners final : public SwitchListener {
public:
    void add(SwitchListener& listener) { m_listeners.push_back(&listener); }
    void remove(SwitchListener& listener) { std::erase(m_listeners, &listener); }
    void onSwitchEvent(const SwitchEvent& event) override {
        for (SwitchListener* listener : m_listeners) {
            listener->onSwitchEvent(event);
        }
    }

private:
    std::vector<SwitchListener*> m_listeners;
};

class Switch {
public:
    virtual ~Switch() = default;

    virtual std::uint32_t peripheralId() const = 0;
    virtual std::uint32_t peripheralType() const = 0; ///< PeripheralType
    virtual bool isOnline() const = 0;
    virtual std::uint32_t pgStatus() const = 0; ///< PGStatusCode

    virtual std::optional<AgentRecord> agentById(std::string_view agentId) const = 0;
    virtual std::optional<AgentRecord> agentAtInstrument(std::string_view instrument) const = 0;
    virtual std::optional<AgentRecord> agentAtExtension(std::string_view extension) const = 0;
    virtual bool isInstrument(std::string_view instrument) const = 0;
    virtual std::optional<std::string> instrumentOfExtension(std::string_view extension) const = 0;

    /// Where events about a device happen (SwitchEvent::instrument), the device being named as messages name it: by
    /// DeviceIDType and extension, instrument or dialled number. nullopt: there is no such device.
    virtual std::optional<std::string> placeOf(std::uint32_t deviceType, std::string_view deviceId) const = 0;
    /// The ConnectionDeviceIDs in the call of that connection which events are told at; nullopt: no such connection.
    virtual std::optional<std::vector<std::string>> legsOf(std::uint32_t callId,
                                                           std::string_view connectionDeviceId) const = 0;
    virtual bool isCall(std::uint32_t callId) const = 0; ///< a ConnectionCallID in use

    /// The teams that an agent leads; nobody but a supervisor leads one.
    virtual std::vector<std::uint32_t> teamsLedBy(std::string_view supervisorId) const = 0;
    virtual bool isTeamMember(std::string_view agentId, std::uint32_t team) const = 0;
    virtual std::vector<SwitchEvent> teamConfiguration(std::uint32_t team) const = 0; ///< AGENT_TEAM_CONFIG_EVENTs
    /// AGENT_STATE_EVENTs of the members who are signed in, as they are now.
    virtual std::vector<SwitchEvent> teamStates(std::uint32_t team) const = 0;

    /// Configuration records of the kind of one ConfigMsgMask bit, as CONFIG_*_EVENTs hold them. Changes come as such
    /// events without an instrument.
    virtual std::vector<FieldValues> configuration(std::uint32_t kind) const = 0;
    virtual std::string configurationKey(std::uint32_t kind) const = 0; ///< eight bytes

    /// BEGIN_CALL_EVENTs for the calls that are at a device now, for a session that opens (guide: Client Events).
    virtual std::vector<SwitchEvent> callsInProgress(std::string_view instrument) const = 0;

    /// How every phone stands in every call: CALL_DELIVERED_EVENTs and CALL_ESTABLISHED_EVENTs with
    /// CEC_CALL_PARTY_UPDATE_IND.
    virtual std::vector<SwitchEvent> partyUpdates() const = 0;

    /// A request that the server has already validated against the tables and the session's services, made on behalf
    /// of `instrument` (the session's own device, or the one named in the request). Events that it causes are given
    /// to the listeners before or after the answer is returned, as the guide allows and the seed decides.
    virtual SwitchAnswer request(std::string_view instrument, const protocol::MessageView& message) = 0;

    /// SET_AGENT_STATE_REQ that a supervisor made for the agent of a team at `instrument`. Otherwise as request().
    virtual SwitchAnswer setStateOfMember(std::string_view instrument, const protocol::MessageView& message) = 0;

    /// Each hears every event, in the order in which they were added; none comes or goes during an event.
    virtual void addListener(SwitchListener& listener) = 0;
    virtual void removeListener(SwitchListener& listener) = 0;
};

} // namespace callwright::simulator
