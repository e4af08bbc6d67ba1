#include "cil/connection/close_reasons.h"
#include "cil/connection/confirmation_table.h"
#include "cil/connection/frame_trace.h"
#include "cil/connection/link_private.h"
#include "cil/connection/log.h"

#include <utility>

namespace callwright {

using namespace protocol;

Result<std::uint32_t> Link::Private::request(MessageBuilder message, ReplyHandler handler) {
    const auto refuse = [](StatusCode code, const char* why) { return tl::unexpected(Error{code, {}, 0, why}); };
    if (state != LinkState::Open)
        return refuse(StatusCode::E_CTI_SESSION_NOT_OPEN, "the link is not open");
    if (message.version() != versions.current())
        return refuse(StatusCode::E_CTI_INVALID_VERSION, "the message was begun for a session of another version");
    if (!confirmationOf(message.type()))
        return refuse(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE, "no confirmation belongs to the message");
    const std::uint32_t invokeId = m_requests.takeId();
    const auto frame = message.set(Field::InvokeID, invokeId).build();
    if (!frame)
        return tl::unexpected(frame.error());
    m_requests.add(invokeId, message.type(), options.requestTimeout, std::move(handler));
    sendFrame(*frame);
    return invokeId;
}

std::uint32_t Link::Private::sendSimple(MessageType type) {
    const std::uint32_t invokeId = m_requests.takeId();
    if (const auto frame = MessageBuilder(type, versions.current()).set(Field::InvokeID, invokeId).build())
        sendFrame(*frame);
    return invokeId;
}

void Link::Private::sendFrame(const std::vector<std::byte>& frame) {
    if (!m_transport)
        return;
    m_transport->send(asByteArrayView(frame));
    if (m_connection->heartbeat)
        m_connection->heartbeat->noteSent();
    trace(true, frame);
}

void Link::Private::trace(bool isOutgoing, std::span<const std::byte> frame) {
    qCDebug(frameLog).noquote() << (isOutgoing ? ">" : "<")
                                << describeFrame(asByteArrayView(frame), versions.current(), options.codePage);
    if (m_link)
        Q_EMIT m_link->traced(isOutgoing, asByteArrayView(frame));
}

void Link::Private::onReceived(QByteArrayView bytes) {
    const auto connection = m_connection;
    if (!connection)
        return;
    connection->reader.append(bytes);
    while (m_connection == connection) {
        const auto frame = connection->reader.next();
        if (!frame)
            return;
        const auto* const malformed = std::get_if<FrameReader::Malformed>(&frame->content);
        if (!malformed || !malformed->isStreamLost)
            trace(false, frame->bytes);
        if (m_connection != connection)
            return;
        if (malformed)
            onMalformed(*malformed, frame->bytes);
        else
            dispatch(std::get<MessageView>(frame->content));
    }
}

void Link::Private::onMalformed(const FrameReader::Malformed& malformed, std::span<const std::byte> frame) {
    const auto connection = m_connection;
    reportMalformed(malformed.error, frame);
    if (m_connection != connection)
        return;
    // A frame that ends where it says leaves the stream intact. A beyond-all-bounds length does not, and an answer to
    // OPEN_REQ that cannot be read leaves nothing to go on with.
    if (state == LinkState::Closing && malformed.isStreamLost)
        finishClosing(false);
    else if (malformed.isStreamLost || state == LinkState::Opening)
        fail(LinkFailure::Reason::ProtocolError, static_cast<std::uint32_t>(malformed.error.code),
             QString::fromStdString(malformed.error.detail), true);
}

void Link::Private::reportMalformed(const Error& error, std::span<const std::byte> frame) {
    ++malformedCount;
    qCWarning(connectionLog) << "malformed message, code" << static_cast<std::uint32_t>(error.code) << "offset"
                             << error.offset << error.detail.c_str() << "size" << frame.size();
    if (m_link)
        Q_EMIT m_link->malformed(error, asByteArrayView(frame));
}

void Link::Private::dispatch(const MessageView& message) {
    if (state == LinkState::Opening)
        dispatchOpening(message);
    else if (state == LinkState::Open)
        dispatchOpen(message);
    else if (state == LinkState::Closing && message.number(Field::InvokeID) == m_connection->closeId &&
             (message.type() == MessageType::CLOSE_CONF || isFailure(message)))
        finishClosing(true);
}

void Link::Private::dispatchOpening(const MessageView& message) {
    switch (message.type()) {
    case MessageType::OPEN_CONF:
        if (message.number(Field::InvokeID) == m_connection->openId)
            onOpenConfirmed(message);
        else
            fail(LinkFailure::Reason::ProtocolError, 0, QStringLiteral("OPEN_CONF with a strange InvokeID"), true);
        return;
    case MessageType::FAILURE_CONF:
    case MessageType::CONTROL_FAILURE_CONF:
    case MessageType::FAILURE_EVENT: // nothing but the open can be meant
        onOpenRefused(statusOf(message));
        return;
    default:
        qCWarning(connectionLog) << "message before OPEN_CONF ignored, type" << message.number();
    }
}

void Link::Private::dispatchOpen(const MessageView& message) {
    if (message.type() == MessageType::FAILURE_EVENT)
        onFailureEvent(message);
    else if (message.spec() && message.spec()->kind == Kind::Confirmation && hasInvokeId(*message.spec()))
        onAnswer(message);
    else if (m_link)
        Q_EMIT m_link->event(message);
}

void Link::Private::onFailureEvent(const MessageView& message) {
    const std::uint32_t status = statusOf(message);
    const AfterFailureEvent what = afterFailureEvent(status);
    if (what != AfterFailureEvent::Stay) {
        const std::string_view name = statusCodeName(status);
        fail(LinkFailure::Reason::ServerClosed, status,
             QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), what == AfterFailureEvent::ComeBack);
    } else if (m_link) {
        Q_EMIT m_link->event(message);
    }
}

void Link::Private::onAnswer(const MessageView& message) {
    const std::uint32_t invokeId = message.number(Field::InvokeID, 0);
    if (m_connection->heartbeat->isWaitingFor(invokeId)) {
        if (message.type() == MessageType::HEARTBEAT_CONF) {
            roundTrip = m_connection->heartbeat->confirm(invokeId);
            if (m_link)
                Q_EMIT m_link->heartbeat();
        } else if (isFailure(message)) { // the guide: the server is off-line
            fail(LinkFailure::Reason::ServerClosed, statusOf(message), QStringLiteral("heartbeat refused"), true);
        } else {
            reportMalformed({StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::InvokeID, headerSize, "answers a heartbeat"},
                            message.frame());
        }
        return;
    }
    switch (m_requests.match(message)) {
    case RequestTable::Match::Ends: {
        const RequestTable::Ended ended = m_requests.take(message);
        roundTrip = ended.roundTrip;
        if (ended.handler)
            ended.handler(ended.reply);
        return;
    }
    case RequestTable::Match::Continues:
        if (m_link)
            Q_EMIT m_link->event(message);
        return;
    case RequestTable::Match::NotOpen:
        qCInfo(connectionLog) << "answer that nobody waits for (any more), type" << message.number() << "invoke"
                              << invokeId;
        return;
    case RequestTable::Match::WrongAnswer:
        reportMalformed({StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::InvokeID, headerSize, "answers another request"},
                        message.frame());
        return;
    }
}

void Link::Private::onTimedOut(RequestTable::Ended ended) {
    qCWarning(connectionLog) << "no answer, type" << static_cast<std::uint32_t>(ended.reply.request) << "invoke"
                             << ended.reply.invokeId;
    if (m_connection && m_connection->heartbeat)
        m_connection->heartbeat->askNow();
    if (m_link && ended.handler)
        ended.handler(ended.reply);
}

} // namespace callwright
