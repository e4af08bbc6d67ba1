#include "tests/support/fake_peer.h"

#include "cil/connection/confirmation_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace callwright::testing {

using namespace protocol;

namespace {

QByteArrayView asView(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// VersionNumber stands in the fixed part of OPEN_REQ, at the same place in every version.
std::optional<Version> versionAskedIn(std::span<const std::byte> frame) {
    const bool isOpen = frame.size() > 16 && std::to_integer<unsigned>(frame[7]) == 3;
    return isOpen ? std::optional<Version>(std::to_integer<int>(frame[15])) : std::nullopt;
}

} // namespace

QByteArray bytesOf(const MessageBuilder& message) {
    const auto frame = message.build();
    if (!frame) {
        ADD_FAILURE() << "message does not build: " << frame.error().detail;
        return {};
    }
    return asView(*frame).toByteArray();
}

ReceivedFrame::ReceivedFrame(std::span<const std::byte> bytes, Version version)
    : m_bytes(bytes.begin(), bytes.end()), m_decoder(std::make_shared<Decoder>(version)), m_type(view().type()) {}

MessageView ReceivedFrame::view() const {
    const auto message = m_decoder->decode(m_bytes);
    if (!message)
        ADD_FAILURE() << "the client sent what cannot be decoded: " << message.error().detail;
    return message.value_or(MessageView{});
}

std::uint32_t ReceivedFrame::number(Field field) const {
    const auto value = view().number(field);
    EXPECT_TRUE(value.has_value()) << "no " << name(field) << " in message " << static_cast<std::uint32_t>(m_type);
    return value.value_or(0);
}

std::optional<std::string> ReceivedFrame::text(Field field) const {
    const auto value = view().text(field);
    return value ? std::optional<std::string>(*value) : std::nullopt;
}

FakePeer::FakePeer(Listener& listener) { connect(&listener, &Listener::accepted, this, &FakePeer::take); }

void FakePeer::take(Transport* transport) {
    if (m_transport)
        m_transport->disconnect(this);
    transport->setParent(this);
    m_transport = transport;
    m_splitter.clear();
    ++connections;
    lastClosedBy.reset();
    connect(transport, &Transport::received, this, &FakePeer::onReceived);
    connect(transport, &Transport::closed, this, [this](TransportFailure failure) {
        lastClosedBy = failure;
        m_transport->deleteLater();
        m_transport.clear();
    });
}

void FakePeer::onReceived(QByteArrayView bytes) {
    m_splitter.append(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
    std::vector<ReceivedFrame> frames;
    while (true) {
        const auto frame = m_splitter.next();
        ASSERT_TRUE(frame.has_value()) << "the client sent a stream that cannot be cut: " << frame.error().detail;
        if (!*frame)
            break;
        m_version = versionAskedIn(**frame).value_or(m_version);
        frames.emplace_back(**frame, m_version);
    }
    for (const ReceivedFrame& frame : frames) {
        received.push_back(frame);
        onFrame(frame);
    }
}

void FakePeer::onFrame(const ReceivedFrame& frame) {
    if (frame.type() == MessageType::OPEN_REQ && answersOpen)
        onOpen(frame);
    else if (frame.type() == MessageType::HEARTBEAT_REQ && answersHeartbeats)
        confirm(frame);
    else if (frame.type() == MessageType::CLOSE_REQ && answersClose)
        confirm(frame);
    else if (frame.type() == MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND && hangsUpOnStopping)
        hangUp();
}

std::optional<StatusCode> FakePeer::refusalOf(const ReceivedFrame& open) const {
    const auto asked = static_cast<Version>(open.number(Field::VersionNumber));
    if (refusesOpenWith)
        return refusesOpenWith;
    if (asked > newest || asked < oldest)
        return StatusCode::E_CTI_INVALID_VERSION;
    if (isStandby && asked < 24)
        return StatusCode::E_CTI_CTI_SERVER_OFFLINE;
    if (isStandby && !(open.number(Field::ServicesRequested) & ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY))
        return StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY;
    return std::nullopt;
}

void FakePeer::onOpen(const ReceivedFrame& frame) {
    if (const auto status = refusalOf(frame)) {
        fail(frame, *status);
        return;
    }
    auto openConf = message(MessageType::OPEN_CONF);
    openConf.set(Field::InvokeID, frame.invokeId())
        .set(Field::ServicesGranted, frame.number(Field::ServicesRequested) & grants)
        .set(Field::PeripheralOnline, 1);
    if (m_version >= 24)
        openConf.set(Field::SessionType, isStandby ? SessionType::SESSION_TYPE_STANDBY : activeType);
    send(openConf);
}

void FakePeer::becomeActive() {
    isStandby = false;
    send(message(MessageType::STANDBY_ACTIVE_EVENT_MSG));
}

void FakePeer::askForMaintenance(std::uint32_t invokeId) {
    send(message(MessageType::ACTIVE_MAINTENANCE_REQ_MSG).set(Field::InvokeID, invokeId));
}

void FakePeer::decideOnMaintenance(bool goesOn) {
    send(message(MessageType::ACTIVE_MAINTENANCE_EVENT_MSG).set(Field::MaintenanceModeStatus, std::uint32_t{goesOn}));
}

std::size_t FakePeer::count(MessageType type) const {
    return static_cast<std::size_t>(std::ranges::count(received, type, &ReceivedFrame::type));
}

const ReceivedFrame& FakePeer::last(MessageType type) const {
    const auto found =
        std::find_if(received.rbegin(), received.rend(), [&](const auto& f) { return f.type() == type; });
    if (found == received.rend())
        throw std::runtime_error("the client never sent message " + std::to_string(static_cast<int>(type)));
    return *found;
}

std::vector<Version> FakePeer::versionsAsked() const {
    std::vector<Version> versions;
    for (const ReceivedFrame& frame : received) {
        if (frame.type() == MessageType::OPEN_REQ)
            versions.push_back(static_cast<Version>(frame.number(Field::VersionNumber)));
    }
    return versions;
}

MessageBuilder FakePeer::message(MessageType type) const { return MessageBuilder(type, m_version); }

void FakePeer::send(const MessageBuilder& message) { sendRaw(bytesOf(message)); }

void FakePeer::sendRaw(QByteArrayView bytes) {
    if (m_transport)
        m_transport->send(bytes);
}

void FakePeer::confirm(const ReceivedFrame& request) {
    const auto confirmation = confirmationOf(request.type());
    ASSERT_TRUE(confirmation.has_value());
    confirm(*confirmation, request.invokeId());
}

void FakePeer::confirm(MessageType confirmation, std::uint32_t invokeId) {
    send(message(confirmation).set(Field::InvokeID, invokeId));
}

void FakePeer::failControl(const ReceivedFrame& request, ControlFailureCode code, std::uint32_t peripheralError) {
    send(message(MessageType::CONTROL_FAILURE_CONF)
             .set(Field::InvokeID, request.invokeId())
             .set(Field::FailureCode, code)
             .set(Field::PeripheralErrorCode, peripheralError));
}

void FakePeer::fail(const ReceivedFrame& request, StatusCode status) {
    send(message(MessageType::FAILURE_CONF).set(Field::InvokeID, request.invokeId()).set(Field::Status, status));
}

void FakePeer::failInOtherLayout(const ReceivedFrame& request, std::uint16_t code, std::uint32_t peripheralError) {
    send(message(MessageType::FAILURE_CONF)
             .useAlternate()
             .set(Field::InvokeID, request.invokeId())
             .set(Field::FailureCode, std::uint32_t{code})
             .set(Field::PeripheralErrorCode, peripheralError));
}

void FakePeer::announceFailure(StatusCode status) {
    send(message(MessageType::FAILURE_EVENT).set(Field::Status, status));
}

void FakePeer::systemEvent(std::uint32_t id) { send(message(MessageType::SYSTEM_EVENT).set(Field::SystemEventID, id)); }

Transport* FakePeer::let() {
    Transport* const transport = m_transport;
    m_transport.clear();
    return transport;
}

void FakePeer::hangUp() {
    if (Transport* const transport = let()) {
        transport->close();
        transport->deleteLater();
    }
}

void FakePeer::reset() {
    if (Transport* const transport = let()) {
        transport->abort();
        transport->deleteLater();
    }
}

} // namespace callwright::testing
