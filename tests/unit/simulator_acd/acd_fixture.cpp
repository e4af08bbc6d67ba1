#include "tests/unit/simulator_acd/acd_fixture.h"

#include "app/simulator/acd/call_data.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/tables.h"
#include "cil/protocol/validate.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::MessageBuilder;

void fill(MessageBuilder& builder, const FieldValues& fields) {
    for (const FieldValue& field : fields) {
        if (const auto* value = std::get_if<std::uint32_t>(&field.value))
            builder.set(field.field, *value);
        else if (const auto* text = std::get_if<std::string>(&field.value))
            builder.set(field.field, std::string_view(*text));
        else
            builder.setNamed(std::get<NamedField>(field.value).name, std::get<NamedField>(field.value).value,
                             std::get<NamedField>(field.value).index);
    }
}

/// Whatever the switch says must be a message that the tables have nothing against, at the newest version and the
/// oldest one that has it.
std::vector<std::byte> checkedFrame(MessageType type, const FieldValues& fields) {
    std::vector<std::byte> newest;
    const protocol::Version oldest = std::max(protocol::oldestVersion, protocol::findMessage(number(type))->minVersion);
    for (const protocol::Version version : {oldest, protocol::newestVersion}) {
        MessageBuilder builder(type, version);
        fill(builder, fields);
        auto frame = builder.build();
        if (!frame) {
            ADD_FAILURE() << "message " << number(type) << ": " << frame.error().detail;
            return {};
        }
        protocol::Decoder decoder(version);
        const auto view = decoder.decode(*frame);
        EXPECT_TRUE(view) << "message " << number(type);
        if (view) {
            for (const protocol::Error& finding : protocol::validate(*view))
                ADD_FAILURE() << "message " << number(type) << " at version " << version << ": " << finding.detail;
        }
        newest = std::move(*frame);
    }
    return newest;
}

/// The built-in configuration's usual instrument of an agent.
std::string phoneOf(const std::string& agent) { return "31" + agent.substr(2); }

/// Reads one thing out of a frame.
template <class Read> auto read(const Seen& seen, Read what) {
    protocol::Decoder decoder(protocol::newestVersion);
    const auto view = decoder.decode(seen.frame);
    using Result = decltype(what(*view));
    return view ? what(*view) : Result{};
}

MessageType confirmationOf(MessageType request) { return static_cast<MessageType>(number(request) + 1); }

} // namespace

std::optional<std::uint32_t> Seen::number(Field field) const {
    return read(*this, [&](const protocol::MessageView& view) { return view.number(field); });
}

std::string Seen::text(Field field) const {
    return read(*this, [&](const protocol::MessageView& view) { return std::string(view.text(field).value_or("")); });
}

std::size_t Seen::count(Field field) const {
    return read(*this, [&](const protocol::MessageView& view) {
        return static_cast<std::size_t>(
            std::ranges::count_if(view.floating(), [&](const auto& f) { return f.spec && f.spec->field == field; }));
    });
}

std::vector<std::string> Seen::texts(Field field) const {
    return read(*this, [&](const protocol::MessageView& view) {
        std::vector<std::string> all;
        for (std::size_t i = 0; const auto* found = view.find(field, i); ++i)
            all.emplace_back(found->text());
        return all;
    });
}

std::vector<std::pair<std::string, std::string>> Seen::ecc() const {
    return read(*this, [](const protocol::MessageView& view) {
        std::vector<std::pair<std::string, std::string>> all;
        for (const protocol::FieldView& field : view.floating()) {
            if (!field.spec || (field.spec->field != Field::NamedVariable && field.spec->field != Field::NamedArray))
                continue;
            if (const auto named = field.named())
                all.emplace_back(eccLabel({std::string(named->name), named->index}), named->value);
        }
        return all;
    });
}

void AcdTest::start(AcdConfig config, std::uint64_t seed) {
    EXPECT_EQ(findFaults(config), std::vector<std::string>());
    acd = std::make_unique<Acd>(clock, std::move(config), seed);
    acd->addListener(*this);
    events.clear();
}

void AcdTest::onSwitchEvent(const SwitchEvent& event) {
    FieldValues fields = event.fields;
    if (event.type == MessageType::EMERGENCY_CALL_EVENT) { // the server's to fill
        fields.push_back({Field::ClientID, std::string("5000.1001")});
        fields.push_back({Field::ClientAddress, std::string("127.0.0.1")});
    }
    events.push_back({event.type, event.instrument, checkedFrame(event.type, fields)});
}

std::vector<Seen> AcdTest::seen(const std::vector<SwitchEvent>& asked) {
    std::vector<Seen> all;
    for (const SwitchEvent& event : asked)
        all.push_back({event.type, event.instrument, checkedFrame(event.type, event.fields)});
    return all;
}

SwitchAnswer AcdTest::ask(const std::string& instrument, MessageType type, const Sets& fields) {
    MessageBuilder builder(type, protocol::newestVersion);
    builder.set(Field::InvokeID, 7u);
    if (protocol::findMessage(number(type))->findFixed(Field::PeripheralID, protocol::newestVersion))
        builder.set(Field::PeripheralID, 5000u);
    for (const Set& field : fields) {
        if (const auto* value = std::get_if<std::uint32_t>(&field.value))
            builder.set(field.field, *value);
        else if (field.field == Field::NamedVariable || field.field == Field::NamedArray) {
            const auto& text = std::get<std::string>(field.value); // "name=value" or "name[1]=value"
            const std::size_t equals = text.find('=');
            const std::size_t bracket = text.find('[');
            if (field.field == Field::NamedVariable)
                builder.setNamed(text.substr(0, equals), text.substr(equals + 1));
            else
                builder.setNamed(text.substr(0, bracket), text.substr(equals + 1),
                                 static_cast<std::uint8_t>(std::stoi(text.substr(bracket + 1))));
        } else
            builder.set(field.field, std::string_view(std::get<std::string>(field.value)));
    }
    const auto frame = builder.build();
    if (!frame) {
        ADD_FAILURE() << "the request cannot be built: " << frame.error().detail;
        return Failure{};
    }
    protocol::Decoder decoder(protocol::newestVersion);
    const auto view = decoder.decode(*frame);
    const SwitchAnswer answer = acd->request(instrument, *view);
    if (const auto* confirmation = std::get_if<Confirmation>(&answer))
        m_confirmation = {confirmationOf(type), instrument, checkedFrame(confirmationOf(type), confirmation->fields)};
    return answer;
}

SwitchAnswer AcdTest::setState(const std::string& instrument, protocol::AgentState state, std::uint32_t reason) {
    return ask(instrument, MessageType::SET_AGENT_STATE_REQ,
               {{Field::AgentState, state}, {Field::EventReasonCode, reason}, {Field::AgentInstrument, instrument}});
}

SwitchAnswer AcdTest::login(const std::string& agent, const std::string& instrument, Sets more) {
    Sets fields{{Field::AgentState, AGENT_STATE_LOGIN}, {Field::AgentInstrument, instrument}, {Field::AgentID, agent}};
    const bool hasPassword = std::ranges::any_of(
        more, [](const Set& s) { return s.field == Field::AgentPassword || s.field == Field::SSOEnabled; });
    if (!hasPassword)
        fields.emplace_back(Field::AgentPassword, "any");
    fields.insert(fields.end(), more.begin(), more.end());
    return ask(instrument, MessageType::SET_AGENT_STATE_REQ, fields);
}

SwitchAnswer AcdTest::logout(const std::string& agent, const std::string& instrument, std::uint32_t reason) {
    return ask(instrument, MessageType::SET_AGENT_STATE_REQ,
               {{Field::AgentState, AGENT_STATE_LOGOUT},
                {Field::EventReasonCode, reason},
                {Field::AgentInstrument, instrument},
                {Field::AgentID, agent},
                {Field::AgentPassword, "any"}});
}

void AcdTest::signIn(const std::string& agent) { EXPECT_EQ(refusal(login(agent, phoneOf(agent))), "") << agent; }

void AcdTest::makeReady(const std::string& agent) {
    signIn(agent);
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(refusal(setState(phoneOf(agent), AGENT_STATE_AVAILABLE)), "") << agent;
}

SwitchAnswer AcdTest::dial(const std::string& instrument, const std::string& phoneNumber, Sets more) {
    Sets fields{{Field::AgentInstrument, instrument},
                {Field::DialedNumber, phoneNumber},
                {Field::SkillGroupNumber, protocol::NULL_SKILL_GROUP}};
    fields.insert(fields.end(), more.begin(), more.end());
    return ask(instrument, MessageType::MAKE_CALL_REQ, fields);
}

SwitchAnswer AcdTest::act(MessageType type, const std::string& instrument, const ConnectionName& connection) {
    const bool retrieves = type == MessageType::RETRIEVE_CALL_REQ;
    return ask(instrument, type,
               {{retrieves ? Field::HeldConnectionCallID : Field::ConnectionCallID, connection.call},
                {retrieves ? Field::HeldConnectionDeviceIDType : Field::ConnectionDeviceIDType,
                 ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                {retrieves ? Field::HeldConnectionDeviceID : Field::ConnectionDeviceID, connection.device}});
}

SwitchAnswer AcdTest::actOnTwo(MessageType type, const std::string& instrument, const ConnectionName& active,
                               const ConnectionName& other, Sets more) {
    const bool alternates = type == MessageType::ALTERNATE_CALL_REQ;
    const auto typeOf = [](const ConnectionName& leg) {
        return leg.device.empty() ? ConnectionDeviceIDType::CONNECTION_ID_NONE
                                  : ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC;
    };
    Sets fields{{Field::ActiveConnectionCallID, active.call},
                {Field::ActiveConnectionDeviceIDType, typeOf(active)},
                {Field::ActiveConnectionDeviceID, active.device},
                {alternates ? Field::OtherConnectionCallID : Field::HeldConnectionCallID, other.call},
                {alternates ? Field::OtherConnectionDeviceIDType : Field::HeldConnectionDeviceIDType, typeOf(other)}};
    if (!other.device.empty())
        fields.emplace_back(alternates ? Field::OtherConnectionDeviceID : Field::HeldConnectionDeviceID, other.device);
    fields.insert(fields.end(), more.begin(), more.end());
    return ask(instrument, type, fields);
}

SwitchAnswer AcdTest::consult(const std::string& instrument, const ConnectionName& active,
                              const std::string& phoneNumber, protocol::ConsultType type, Sets more) {
    Sets fields{{Field::ActiveConnectionCallID, active.call},
                {Field::ActiveConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                {Field::ActiveConnectionDeviceID, active.device},
                {Field::ConsultType, type},
                {Field::DialedNumber, phoneNumber},
                {Field::AgentInstrument, instrument}};
    fields.insert(fields.end(), more.begin(), more.end());
    return ask(instrument, MessageType::CONSULTATION_CALL_REQ, fields);
}

SwitchAnswer AcdTest::setData(const std::string& instrument, const ConnectionName& connection, const Sets& fields) {
    Sets all{{Field::ConnectionCallID, connection.call},
             {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
             {Field::ConnectionDeviceID, connection.device}};
    all.insert(all.end(), fields.begin(), fields.end());
    return ask(instrument, MessageType::SET_CALL_DATA_REQ, all);
}

std::uint32_t AcdTest::callIn(const std::string& to, const CallVariables& variables) {
    const auto call = acd->startCall(to, "4155550134", variables);
    EXPECT_TRUE(call) << (call ? "" : call.error());
    return call.value_or(0);
}

ConnectionName AcdTest::legAt(const std::string& instrument) {
    EXPECT_EQ(refusal(ask(instrument, MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, instrument}})), "");
    EXPECT_EQ(confirmation().number(Field::NumCalls), 1u) << "calls at " << instrument;
    return {confirmation().number(Field::CallConnectionCallID).value_or(0),
            confirmation().text(Field::CallConnectionDeviceID)};
}

std::optional<std::uint32_t> AcdTest::legState(const std::string& instrument) {
    ask(instrument, MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, instrument}});
    return confirmation().number(Field::CallState);
}

std::vector<ConnectionName> AcdTest::legsAt(const std::string& instrument) {
    std::vector<ConnectionName> legs;
    const auto state = acd->state();
    for (const auto& call : state.at("calls")) {
        for (const auto& leg : call.at("connections")) {
            if (leg.at("instrument") == instrument)
                legs.push_back({call.at("ConnectionCallID").get<std::uint32_t>(),
                                leg.at("ConnectionDeviceID").get<std::string>()});
        }
    }
    return legs;
}

std::optional<std::uint32_t> AcdTest::stateOfLeg(const ConnectionName& leg) const {
    const auto state = acd->state();
    for (const auto& call : state.at("calls")) {
        for (const auto& connection : call.at("connections")) {
            if (call.at("ConnectionCallID") == leg.call && connection.at("ConnectionDeviceID") == leg.device)
                return connection.at("LocalConnectionState").get<std::uint32_t>();
        }
    }
    return std::nullopt;
}

nlohmann::ordered_json AcdTest::callJson(std::uint32_t id) const {
    const auto state = acd->state();
    for (const auto& call : state.at("calls")) {
        if (call.at("ConnectionCallID") == id)
            return call;
    }
    return nullptr;
}

protocol::AgentState AcdTest::stateOf(const std::string& agent) const {
    const auto record = acd->agentById(agent);
    return record ? static_cast<protocol::AgentState>(record->state) : AGENT_STATE_UNKNOWN;
}

std::uint32_t AcdTest::reasonOf(const std::string& agent) const {
    const auto state = acd->state();
    for (const auto& json : state.at("agents")) {
        if (json.at("AgentID") == agent)
            return json.at("EventReasonCode").get<std::uint32_t>();
    }
    return ~0u;
}

std::vector<const Seen*> AcdTest::at(const std::string& instrument, MessageType type) const {
    std::vector<const Seen*> found;
    for (const Seen& event : events) {
        if (event.instrument == instrument && event.type == type)
            found.push_back(&event);
    }
    return found;
}

const Seen& AcdTest::only(const std::string& instrument, MessageType type) const {
    static const Seen nothing;
    const auto found = at(instrument, type);
    EXPECT_EQ(found.size(), 1u) << "events " << number(type) << " at " << instrument;
    return found.size() == 1 ? *found.front() : nothing;
}

std::vector<std::string> AcdTest::callEvents(const std::string& instrument) const {
    std::vector<std::string> names;
    for (const Seen& event : events) {
        const protocol::MessageSpec* const spec = protocol::findMessage(number(event.type));
        const std::string name(spec->name);
        if (event.instrument == instrument && !name.starts_with("AGENT_") && !name.starts_with("RTP_"))
            names.push_back(name.substr(0, name.size() - std::string_view("_EVENT").size()));
    }
    return names;
}

std::vector<protocol::AgentState> AcdTest::agentStates(const std::string& instrument) const {
    std::vector<protocol::AgentState> states;
    for (const Seen* event : at(instrument, MessageType::AGENT_STATE_EVENT))
        states.push_back(static_cast<protocol::AgentState>(event->number(Field::AgentState).value_or(~0u)));
    return states;
}

std::string refusal(const SwitchAnswer& answer) {
    if (const auto* failure = std::get_if<ControlFailure>(&answer)) {
        const std::string name(protocol::controlFailureCodeName(number(failure->code)));
        return failure->peripheralErrorCode == 0 ? name : name + "/" + std::to_string(failure->peripheralErrorCode);
    }
    if (const auto* failure = std::get_if<Failure>(&answer))
        return std::string(protocol::statusCodeName(number(failure->status)));
    return {};
}

} // namespace callwright::simulator
