#include "cil/connection/frame_trace.h"
#include "cil/connection/log.h"
#include "cil/connection/reply.h"
#include "cil/connection/side_session.h"

namespace callwright {

using namespace protocol;

void SideSession::trace(bool isOutgoing, std::span<const std::byte> frame) {
    qCDebug(frameLog).noquote() << (isOutgoing ? ">" : "<")
                                << describeFrame(asByteArrayView(frame), version(), m_setup.codePage);
    tell([&](Owner& owner) { owner.onTraced(isOutgoing, frame); });
}

void SideSession::onReceived(QByteArrayView bytes) {
    if (m_phase == Phase::Ended)
        return;
    m_reader.append(bytes);
    while (m_phase != Phase::Ended) {
        const auto frame = m_reader.next();
        if (!frame)
            return;
        const auto* const malformed = std::get_if<FrameReader::Malformed>(&frame->content);
        if (!malformed || !malformed->isStreamLost)
            trace(false, frame->bytes);
        if (m_phase == Phase::Ended)
            return;
        if (malformed)
            onMalformed(*malformed, frame->bytes);
        else
            dispatch(std::get<MessageView>(frame->content));
    }
}

void SideSession::onMalformed(const FrameReader::Malformed& malformed, std::span<const std::byte> frame) {
    tell([&](Owner& owner) { owner.onMalformed(malformed.error, frame); });
    // A frame that ends where it says leaves the stream intact. A beyond-all-bounds length does not, and an answer to
    // OPEN_REQ that cannot be read leaves nothing to go on with.
    if (m_phase == Phase::Closing && malformed.isStreamLost)
        finishClosing(false);
    else if (malformed.isStreamLost || m_phase == Phase::Opening)
        end(LinkFailure::Reason::ProtocolError, static_cast<std::uint32_t>(malformed.error.code),
            QString::fromStdString(malformed.error.detail));
}

void SideSession::dispatch(const MessageView& message) {
    if (m_phase == Phase::Opening)
        dispatchOpening(message);
    else if (m_phase == Phase::Open)
        dispatchOpen(message);
    else if (m_phase == Phase::Closing && message.number(Field::InvokeID) == m_closeId &&
             (message.type() == MessageType::CLOSE_CONF || isFailure(message)))
        finishClosing(true);
}

void SideSession::dispatchOpening(const MessageView& message) {
    switch (message.type()) {
    case MessageType::OPEN_CONF:
        if (message.number(Field::InvokeID) == m_openId)
            onOpenConfirmed(message);
        else
            end(LinkFailure::Reason::ProtocolError, 0, QStringLiteral("OPEN_CONF with a strange InvokeID"));
        return;
    case MessageType::FAILURE_CONF:
    case MessageType::CONTROL_FAILURE_CONF:
    case MessageType::FAILURE_EVENT: { // nothing but the open can be meant
        const std::uint32_t status = statusOf(message);
        end(LinkFailure::Reason::Refused, status, statusText(status), afterRefusal(status));
        return;
    }
    default:
        qCWarning(connectionLog) << "message before OPEN_CONF ignored, type" << message.number();
    }
}

void SideSession::dispatchOpen(const MessageView& message) {
    if (message.type() == MessageType::FAILURE_EVENT) {
        const std::uint32_t status = statusOf(message);
        const AfterFailureEvent what = afterFailureEvent(status);
        if (what != AfterFailureEvent::Stay) {
            end(LinkFailure::Reason::ServerClosed, status, statusText(status),
                what == AfterFailureEvent::ComeBack ? AfterRefusal::TryLater : AfterRefusal::StayAway);
            return;
        }
    }
    if (isAnswer(message) && m_heartbeat->isWaitingFor(message.number(Field::InvokeID, 0)))
        onHeartbeatAnswered(message, message.number(Field::InvokeID, 0));
    else
        tell([&](Owner& owner) { owner.onMessage(*this, message); });
}

void SideSession::onHeartbeatAnswered(const MessageView& message, std::uint32_t invokeId) {
    if (message.type() == MessageType::HEARTBEAT_CONF) {
        if (const auto roundTrip = m_heartbeat->confirm(invokeId))
            tell([&](Owner& owner) { owner.onHeartbeat(*this, *roundTrip); });
    } else if (isFailure(message)) { // the guide: the server is off-line
        end(LinkFailure::Reason::ServerClosed, statusOf(message), QStringLiteral("heartbeat refused"));
    } else {
        const Error error{StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::InvokeID, headerSize, "answers a heartbeat"};
        tell([&](Owner& owner) { owner.onMalformed(error, message.frame()); });
    }
}

} // namespace callwright
