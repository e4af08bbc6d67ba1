#include "cil/connection/confirmation_table.h"
#include "cil/connection/link_private.h"
#include "cil/connection/log.h"

#include <utility>

namespace callwright {

using namespace protocol;

std::optional<Error> Link::Private::whyNotNow(const MessageBuilder& message) const {
    if (state != LinkState::Open)
        return Error{StatusCode::E_CTI_SESSION_NOT_OPEN, {}, 0, "the link is not open"};
    if (message.version() != version())
        return Error{
            StatusCode::E_CTI_INVALID_VERSION, {}, 0, "the message was begun for a session of another version"};
    return std::nullopt;
}

Result<void> Link::Private::send(const MessageBuilder& message) {
    if (const auto problem = whyNotNow(message))
        return tl::unexpected(*problem);
    const auto frame = message.build();
    if (!frame)
        return tl::unexpected(frame.error());
    m_sides[m_current].session->send(*frame);
    return {};
}

Result<std::uint32_t> Link::Private::request(MessageBuilder message, ReplyHandler handler) {
    if (const auto problem = whyNotNow(message))
        return tl::unexpected(*problem);
    if (!confirmationOf(message.type()))
        return tl::unexpected(
            Error{StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE, {}, 0, "no confirmation belongs to the message"});
    const std::uint32_t invokeId = m_requests.takeId();
    const auto frame = message.set(Field::InvokeID, invokeId).build();
    if (!frame)
        return tl::unexpected(frame.error());
    m_requests.add(invokeId, m_current, message.type(), options.requestTimeout, std::move(handler));
    m_sides[m_current].session->send(*frame);
    return invokeId;
}

void Link::Private::onMessage(SideSession& session, const MessageView& message) {
    const auto index = sideOf(session);
    if (!index)
        return;
    const Part part = m_sides[*index].part;
    if (part == Part::Standby && message.type() == MessageType::STANDBY_ACTIVE_EVENT_MSG)
        onStandbyActive(*index);
    else if (part == Part::Active && message.type() == MessageType::ACTIVE_MAINTENANCE_REQ_MSG)
        answerMaintenance(session, message);
    else if (part == Part::Active && message.type() == MessageType::ACTIVE_MAINTENANCE_EVENT_MSG)
        m_sides[*index].isHandingOver = message.number(Field::MaintenanceModeStatus, 0) != 0;
    else if (isAnswer(message) && (part == Part::Active || part == Part::Retiring)) {
        onAnswer(*index, message);
        return;
    }
    if (m_link && isActive(session)) // nothing else is expected of a standby, or wanted from one that handed over
        Q_EMIT m_link->event(message);
}

void Link::Private::onAnswer(std::size_t side, const MessageView& message) {
    switch (m_requests.match(side, message)) {
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
                              << message.number(Field::InvokeID, 0);
        return;
    case RequestTable::Match::WrongAnswer:
        onMalformed({StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::InvokeID, headerSize, "answers another request"},
                    message.frame());
        return;
    }
}

void Link::Private::onTimedOut(RequestTable::Ended ended) {
    qCWarning(connectionLog) << "no answer, type" << static_cast<std::uint32_t>(ended.reply.request) << "invoke"
                             << ended.reply.invokeId;
    if (state == LinkState::Open) {
        const auto session = m_sides[m_current].session;
        session->askNow();
    }
    if (m_link && ended.handler)
        ended.handler(ended.reply);
}

void Link::Private::onMalformed(const Error& error, std::span<const std::byte> frame) {
    ++malformedCount;
    qCWarning(connectionLog) << "malformed message, code" << static_cast<std::uint32_t>(error.code) << "offset"
                             << error.offset << error.detail.c_str() << "size" << frame.size();
    if (m_link)
        Q_EMIT m_link->malformed(error, asByteArrayView(frame));
}

void Link::Private::onHeartbeat(SideSession& session, Milliseconds time) {
    if (!isActive(session))
        return;
    roundTrip = time;
    if (m_link)
        Q_EMIT m_link->heartbeat();
}

void Link::Private::onHeartbeatMissed(SideSession& session, int inARow) {
    if (m_link && isActive(session))
        Q_EMIT m_link->heartbeatMissed(inARow);
}

void Link::Private::onTraced(bool isOutgoing, std::span<const std::byte> frame) {
    if (m_link)
        Q_EMIT m_link->traced(isOutgoing, asByteArrayView(frame));
}

} // namespace callwright
