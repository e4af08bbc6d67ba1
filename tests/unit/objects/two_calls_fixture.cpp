#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {

using protocol::Field;
using protocol::LocalConnectionState;
using protocol::MessageType;

void TwoCallsFixture::talkToCustomer() {
    signIn();
    sendState(AgentState::Available);
    sendState(AgentState::Reserved);
    beginCall(customer);
    peer().send(callEvent(MessageType::CALL_DELIVERED_EVENT, customer)
                    .set(Field::LocalConnectionState, LocalConnectionState::LCS_ALERTING)
                    .set(Field::AlertingDeviceID, std::string_view(own))
                    .set(Field::CallingDeviceID, std::string_view("4155550134")));
    peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, customer)
                    .set(Field::LocalConnectionState, LocalConnectionState::LCS_CONNECT)
                    .set(Field::AnsweringDeviceID, std::string_view(own))
                    .set(Field::CallingDeviceID, std::string_view("4155550134")));
    sendState(AgentState::Talking, 0, 1);
    forget();
}

Call* TwoCallsFixture::call(const PeerCall& call) const {
    return const_cast<TwoCallsFixture*>(this)->session().findCall(
        QStringLiteral("call.5000.%1.%2").arg(call.callId).arg(QString::fromStdString(call.deviceId)));
}

CilResult TwoCallsFixture::consult(ConsultType type) {
    const CilResult result = first().makeConsultCall({QStringLiteral("2102")}, type);
    settle();
    return result;
}

void TwoCallsFixture::confirmConsult() {
    peer().send(peer()
                    .message(MessageType::CONSULTATION_CALL_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::CONSULTATION_CALL_REQ).invokeId())
                    .set(Field::NewConnectionCallID, colleague.callId)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view(colleague.deviceId)));
    settle();
}

void TwoCallsFixture::holdFirst() {
    peer().send(callEvent(MessageType::CALL_HELD_EVENT, customer).set(Field::HoldingDeviceID, std::string_view(own)));
    settle();
}

void TwoCallsFixture::beginSecond() {
    beginCall(colleague);
    peer().send(callEvent(MessageType::CALL_SERVICE_INITIATED_EVENT, colleague)
                    .set(Field::CallingDeviceID, std::string_view(own)));
    peer().send(callEvent(MessageType::CALL_ORIGINATED_EVENT, colleague)
                    .set(Field::CallingDeviceID, std::string_view(own))
                    .set(Field::CalledDeviceID, std::string_view("2102")));
    settle();
}

void TwoCallsFixture::ringSecond() {
    peer().send(callEvent(MessageType::CALL_DELIVERED_EVENT, {colleague.callId, "9004", 12})
                    .set(Field::LocalConnectionState, LocalConnectionState::LCS_INITIATE)
                    .set(Field::AlertingDeviceID, std::string_view("2102"))
                    .set(Field::CallingDeviceID, std::string_view(own)));
    settle();
}

void TwoCallsFixture::answerSecond() {
    peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, {colleague.callId, "9004", 12})
                    .set(Field::LocalConnectionState, LocalConnectionState::LCS_CONNECT)
                    .set(Field::AnsweringDeviceID, std::string_view("2102"))
                    .set(Field::CallingDeviceID, std::string_view(own)));
    settle();
}

void TwoCallsFixture::consultAndTalk(ConsultType type) {
    talkToCustomer();
    ASSERT_TRUE(consult(type));
    confirmConsult();
    holdFirst();
    beginSecond();
    ringSecond();
    answerSecond();
    forget();
}

void TwoCallsFixture::alternateAtPeer() {
    peer().send(callEvent(MessageType::CALL_HELD_EVENT, colleague).set(Field::HoldingDeviceID, std::string_view(own)));
    peer().send(
        callEvent(MessageType::CALL_RETRIEVED_EVENT, customer).set(Field::RetrievingDeviceID, std::string_view(own)));
    settle();
}

protocol::MessageBuilder TwoCallsFixture::joinedEvent(MessageType type, const std::string& device,
                                                      const std::vector<std::string>& legs,
                                                      LocalConnectionState local) const {
    const bool isTransfer = type == MessageType::CALL_TRANSFERRED_EVENT;
    auto message = const_cast<TwoCallsFixture*>(this)->peer().message(type);
    message.set(Field::PeripheralID, 5000U)
        .set(Field::PeripheralType, protocol::PeripheralType::PT_ENTERPRISE_AGENT)
        .set(Field::PrimaryDeviceIDType, 1U)
        .set(Field::PrimaryCallID, customer.callId)
        .set(Field::PrimaryDeviceID, std::string_view("9001"))
        .set(Field::SecondaryDeviceIDType, 1U)
        .set(Field::SecondaryCallID, colleague.callId)
        .set(Field::SecondaryDeviceID, std::string_view("9003"))
        .set(isTransfer ? Field::TransferringDeviceID : Field::ControllerDeviceID, std::string_view(device))
        .set(isTransfer ? Field::TransferredDeviceID : Field::AddedPartyDeviceID, std::string_view("2102"))
        .set(Field::LocalConnectionState, local)
        .set(Field::NumParties, static_cast<std::uint32_t>(legs.size()));
    for (const std::string& leg : legs) {
        message.set(Field::ConnectedPartyCallID, customer.callId)
            .set(Field::ConnectedPartyDeviceIDType, 1U)
            .set(Field::ConnectedPartyDeviceID, std::string_view(leg));
    }
    return message;
}

void TwoCallsFixture::conference() {
    peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, own, {"9000", "9001", "9004"},
                            LocalConnectionState::LCS_CONNECT));
    settle();
}

void TwoCallsFixture::answerParties(const PeerCall& call, const std::vector<PeerParty>& parties) {
    auto answer = peer().message(MessageType::SNAPSHOT_CALL_CONF);
    answer.set(Field::InvokeID, peer().last(MessageType::SNAPSHOT_CALL_REQ).invokeId())
        .set(Field::CallType, call.callType)
        .set(Field::NumCallDevices, static_cast<std::uint32_t>(parties.size()));
    for (const PeerParty& party : parties) {
        answer.set(Field::CallConnectionCallID, call.callId)
            .set(Field::CallConnectionDeviceIDType, 1U)
            .set(Field::CallConnectionDeviceID, std::string_view(party.leg))
            .set(Field::CallDeviceType, 0U)
            .set(Field::CallDeviceID, std::string_view(party.device))
            .set(Field::CallDeviceConnectionState, party.state);
    }
    peer().send(answer);
    settle();
}

QStringList TwoCallsFixture::devices(const Call& call) const {
    QStringList result;
    for (const CallParty& party : call.parties())
        result.append(party.deviceId.isEmpty() ? QStringLiteral("?") : party.deviceId);
    return result;
}

} // namespace callwright::testing
