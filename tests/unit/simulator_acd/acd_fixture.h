#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/acd/vocabulary.h"
#include "cil/clock/manual_clock.h"
#include "cil/protocol/message_builder.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace callwright::simulator {

using enum protocol::AgentState;
using enum protocol::LocalConnectionState;
using protocol::Field;
using protocol::MessageType;

/// A message as a client would see it: built at version 25, held against the tables, and decoded again.
struct Seen {
    MessageType type{};
    std::string instrument;
    std::vector<std::byte> frame;

    std::optional<std::uint32_t> number(Field field) const;
    std::string text(Field field) const;
    std::size_t count(Field field) const;                         ///< floating occurrences
    std::vector<std::string> texts(Field field) const;            ///< all of them
    std::vector<std::pair<std::string, std::string>> ecc() const; ///< name or name[index], value
};

using Value = std::variant<std::uint32_t, std::string>;
struct Set {
    Set(Field f, std::uint32_t v) : field(f), value(v) {}
    Set(Field f, const char* v) : field(f), value(std::string(v)) {}
    Set(Field f, std::string v) : field(f), value(std::move(v)) {}
    template <class Enum>
    requires std::is_enum_v<Enum> Set(Field f, Enum v) : Set(f, static_cast<std::uint32_t>(v)) {}
    Field field;
    Value value;
};
using Sets = std::vector<Set>;

/// One leg as messages name it.
struct ConnectionName {
    std::uint32_t call = 0;
    std::string device;
};

/// An ACD on a clock turned by hand, and everything that came out of it.
class AcdTest : public testing::Test, public SwitchListener {
protected:
    void SetUp() override { start(defaultConfig()); }
    void start(AcdConfig config, std::uint64_t seed = 1);
    void onSwitchEvent(const SwitchEvent& event) override;

    SwitchAnswer ask(const std::string& instrument, MessageType type, const Sets& fields = {});
    /// The confirmation of the last ask(), decoded.
    const Seen& confirmation() const { return m_confirmation; }

    SwitchAnswer setState(const std::string& instrument, protocol::AgentState state, std::uint32_t reason = 0);
    SwitchAnswer login(const std::string& agent, const std::string& instrument, Sets more = {});
    SwitchAnswer logout(const std::string& agent, const std::string& instrument, std::uint32_t reason = 0);
    void signIn(const std::string& agent); ///< on its usual instrument, Not Ready
    void makeReady(const std::string& agent);
    SwitchAnswer dial(const std::string& instrument, const std::string& number, Sets more = {});
    SwitchAnswer act(MessageType type, const std::string& instrument, const ConnectionName& connection);
    /// A request about two calls; `other` is its held, or for ALTERNATE_CALL_REQ its other connection.
    SwitchAnswer actOnTwo(MessageType type, const std::string& instrument, const ConnectionName& active,
                          const ConnectionName& other, Sets more = {});
    SwitchAnswer consult(const std::string& instrument, const ConnectionName& active, const std::string& number,
                         protocol::ConsultType type, Sets more = {});
    SwitchAnswer setData(const std::string& instrument, const ConnectionName& connection, const Sets& fields);

    std::uint32_t callIn(const std::string& to, const CallVariables& variables = {});
    /// The leg at the phone, asked by SNAPSHOT_DEVICE_REQ; fails when there is not exactly one.
    ConnectionName legAt(const std::string& instrument);
    std::optional<std::uint32_t> legState(const std::string& instrument);
    /// Every leg at the phone, the oldest call's first.
    std::vector<ConnectionName> legsAt(const std::string& instrument);
    /// The leg's state, whichever call has it; nullopt when it is gone.
    std::optional<std::uint32_t> stateOfLeg(const ConnectionName& leg) const;
    /// A call in `state`; null when there is none with that ConnectionCallID.
    nlohmann::ordered_json callJson(std::uint32_t call) const;
    protocol::AgentState stateOf(const std::string& agent) const;
    std::uint32_t reasonOf(const std::string& agent) const;

    /// Events that were asked for, not sent, held against the tables too.
    static std::vector<Seen> seen(const std::vector<SwitchEvent>& asked);

    void forget() { events.clear(); }
    std::vector<const Seen*> at(const std::string& instrument, MessageType type) const;
    /// The only event of that type at the instrument since forget().
    const Seen& only(const std::string& instrument, MessageType type) const;
    /// Names of the call events (not voice, not announcements) at the instrument, in order.
    std::vector<std::string> callEvents(const std::string& instrument) const;
    std::vector<protocol::AgentState> agentStates(const std::string& instrument) const;

    ManualClock clock;
    std::unique_ptr<Acd> acd;
    std::vector<Seen> events;

private:
    Seen m_confirmation;
};

/// "", or what the answer refuses with, e.g. "CF_INVALID_OBJECT_STATE/10112" or "E_CTI_INVALID_CALLID".
std::string refusal(const SwitchAnswer& answer);

} // namespace callwright::simulator
