#include "tests/unit/objects/session_fixture.h"

#include <algorithm>

namespace callwright::testing {

using protocol::Field;
using protocol::MessageType;

SessionFixture::SessionFixture() {
    m_session = std::make_unique<Session>(clock, *m_transports, settings, 1);
    QObject::connect(&m_session->events(), &Publisher::event, m_session.get(),
                     [this](EventId id, const Arguments& arguments) {
                         events.push_back({id, arguments});
                     });
    parameters.sideA = m_listener->listen({QStringLiteral("cti-a"), 42027});
}

Call& SessionFixture::onlyCall() {
    const auto calls = m_session->calls();
    if (calls.size() != 1)
        throw std::runtime_error("there are " + std::to_string(calls.size()) + " calls, not one");
    return *calls.front();
}

CilResult SessionFixture::connectToPeer() {
    const CilResult result = m_session->connectTo(parameters, identity);
    settle();
    return result;
}

void SessionFixture::openAs(AgentState state) {
    ASSERT_TRUE(connectToPeer());
    answerQuery(state);
    if (state != AgentState::Logout && state != AgentState::Unknown) {
        answerDesk();
        answerDevice({});
    }
    forget();
}

void SessionFixture::signIn() {
    openAs(AgentState::Logout);
    ASSERT_TRUE(agent().login(QStringLiteral("secret")));
    settle();
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    sendState(AgentState::NotReady);
    answerDesk();
    answerDevice({});
    forget();
}

void SessionFixture::talk() {
    signIn();
    sendState(AgentState::Available);
    sendState(AgentState::Reserved);
    beginCall();
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT);
    sendState(AgentState::Talking, 0, 1);
    forget();
}

void SessionFixture::addStandby() {
    m_otherPeer->isStandby = true;
    parameters.sideB = m_otherListener->listen({QStringLiteral("cti-b"), 42027});
}

void SessionFixture::takeOver() {
    clock.advance(std::chrono::seconds(30)); // the longest wait before the second session is opened
    ASSERT_TRUE(m_otherPeer->isConnected());
    peer().refusesOpenWith = protocol::StatusCode::E_CTI_CTI_SERVER_OFFLINE;
    peer().reset();
    settle();
    std::swap(m_peer, m_otherPeer);
    peer().becomeActive();
    settle();
}

void SessionFixture::loseLink() {
    network.setLatency(Milliseconds(20), Milliseconds(20));
    network.cutAll();
    clock.advance(Milliseconds(1));
}

void SessionFixture::comeBack() {
    session().retryNow();
    clock.advance(Milliseconds(200));
    ASSERT_EQ(session().status(), ConnectionStatus::Open);
}

QStringList SessionFixture::names() const {
    QStringList result = allNames();
    result.removeAll(QStringLiteral("OnButtonEnablementChange"));
    return result;
}

QStringList SessionFixture::allNames() const {
    QStringList result;
    for (const PublishedEvent& event : events)
        result.append(eventName(event.id));
    return result;
}

const Arguments& SessionFixture::last(EventId id) const {
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const auto& event) { return event.id == id; });
    if (found == events.rend())
        throw std::runtime_error(eventName(id).toStdString() + " was not published");
    return found->arguments;
}

std::size_t SessionFixture::count(EventId id) const {
    return static_cast<std::size_t>(std::ranges::count(events, id, &PublishedEvent::id));
}

std::uint32_t SessionFixture::buttons() const {
    return last(EventId::OnButtonEnablementChange).toUInt(keyword::EnablementMask).value();
}

void SessionFixture::answerQuery(AgentState state, std::int32_t domain) {
    auto answer = peer().message(MessageType::QUERY_AGENT_STATE_CONF);
    answer.set(Field::InvokeID, peer().last(MessageType::QUERY_AGENT_STATE_REQ).invokeId())
        .set(Field::AgentState, state)
        .set(Field::MRDID, static_cast<std::uint32_t>(domain))
        .set(Field::AgentID, std::string_view("1001"));
    if (state != AgentState::Logout)
        answer.set(Field::AgentExtension, std::string_view("2101"))
            .set(Field::AgentInstrument, std::string_view("3101"));
    peer().send(answer);
    settle();
}

void SessionFixture::answerDesk() {
    peer().send(peer()
                    .message(MessageType::AGENT_DESK_SETTINGS_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::AGENT_DESK_SETTINGS_REQ).invokeId())
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::DeskSettingsMask, deskMask)
                    .set(Field::WrapupDataIncomingMode, incomingWrapup)
                    .set(Field::WrapupDataOutgoingMode, outgoingWrapup));
    settle();
}

void SessionFixture::answerDevice(const std::vector<PeerCall>& calls, std::uint32_t callState) {
    auto answer = peer().message(MessageType::SNAPSHOT_DEVICE_CONF);
    answer.set(Field::InvokeID, peer().last(MessageType::SNAPSHOT_DEVICE_REQ).invokeId())
        .set(Field::NumCalls, static_cast<std::uint32_t>(calls.size()));
    for (const PeerCall& call : calls) {
        answer.set(Field::CallConnectionCallID, call.callId)
            .set(Field::CallConnectionDeviceIDType, 1U)
            .set(Field::CallConnectionDeviceID, std::string_view(call.deviceId))
            .set(Field::CallState, callState)
            .set(Field::SilentMonitorStatus, 0U);
    }
    peer().send(answer);
    settle();
}

void SessionFixture::answerCall(const PeerCall& call) {
    peer().send(peer()
                    .message(MessageType::SNAPSHOT_CALL_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::SNAPSHOT_CALL_REQ).invokeId())
                    .set(Field::CallType, call.callType)
                    .set(Field::ANI, std::string_view("4155550134"))
                    .set(Field::CallVariable1, std::string_view("from the snapshot")));
    settle();
}

void SessionFixture::confirmLast(MessageType request) {
    peer().confirm(peer().last(request));
    settle();
}

void SessionFixture::sendState(AgentState state, std::uint32_t reason, std::uint32_t direction, std::int32_t domain) {
    auto message = peer().message(MessageType::AGENT_STATE_EVENT);
    message.set(Field::PeripheralID, 5000U)
        .set(Field::PeripheralType, protocol::PeripheralType::PT_ENTERPRISE_AGENT)
        .set(Field::AgentState, state)
        .set(Field::EventReasonCode, reason)
        .set(Field::MRDID, static_cast<std::uint32_t>(domain))
        .set(Field::AgentID, std::string_view("1001"))
        .set(Field::AgentExtension, std::string_view("2101"))
        .set(Field::AgentInstrument, std::string_view("3101"))
        .set(Field::Direction, direction);
    peer().send(message);
    settle();
}

void SessionFixture::beginCall(const PeerCall& call) {
    peer().send(callEvent(MessageType::BEGIN_CALL_EVENT, call)
                    .set(Field::CallType, call.callType)
                    .set(Field::ANI, std::string_view("4155550134"))
                    .set(Field::DialedNumber, std::string_view("8001"))
                    .set(Field::CallVariable1, std::string_view("88-1204")));
    settle();
}

void SessionFixture::endCall(const PeerCall& call) { sendCallEvent(MessageType::END_CALL_EVENT, call); }

protocol::MessageBuilder SessionFixture::callEvent(MessageType type, const PeerCall& call) const {
    auto message = m_peer->message(type);
    message.set(Field::PeripheralID, 5000U)
        .set(Field::PeripheralType, protocol::PeripheralType::PT_ENTERPRISE_AGENT)
        .set(Field::ConnectionCallID, call.callId)
        .set(Field::ConnectionDeviceIDType, 1U)
        .set(Field::ConnectionDeviceID, std::string_view(call.deviceId));
    return message;
}

void SessionFixture::sendCallEvent(MessageType type, const PeerCall& call) {
    peer().send(callEvent(type, call));
    settle();
}

} // namespace callwright::testing
