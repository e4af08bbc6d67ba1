#include "cil/objects/config_acquisition.h"

#include "cil/events/keywords.h"
#include "cil/objects/generic_requests.h"
#include "cil/objects/logging.h"
#include "cil/objects/session_core.h"
#include "cil/service/generic_requests.h"

#include <utility>

namespace callwright {

using protocol::Field;
using protocol::MessageType;
using service::FailedRequest;

bool ConfigAcquisition::isRequest(MessageType type) {
    return type == MessageType::CONFIG_REQUEST_KEY_EVENT || type == MessageType::CONFIG_REQUEST_EVENT;
}

CilResult ConfigAcquisition::request(SessionCore& core, const protocol::MessageBuilder& message,
                                     const Arguments& arguments) {
    if (m_open)
        return {CilCode::InvalidObjectState};
    if (const auto sent = core.link.send(message); !sent) {
        qCWarning(logObjects).noquote() << "request not sent:" << QString::fromStdString(sent.error().detail);
        return {CilCode::SendFailed};
    }
    m_open = Open{message.type(), arguments, nullptr};
    wait(core);
    return {};
}

void ConfigAcquisition::take(SessionCore& core, const protocol::MessageView& message) {
    m_configuration.apply(message, core.codePage());
    if (!m_open)
        return;
    switch (message.type()) {
    case MessageType::CONFIG_KEY_EVENT:
        if (m_open->request == MessageType::CONFIG_REQUEST_KEY_EVENT)
            ended(core);
        return;
    case MessageType::CONFIG_BEGIN_EVENT:
        return begin(message);
    case MessageType::CONFIG_END_EVENT:
        return end(core, message);
    default:
        if (m_open->hasBegun)
            wait(core); // any sign of life
    }
}

void ConfigAcquisition::wait(SessionCore& core) {
    m_open->alarm = m_clock.after(patience, [this, &core] { onSilence(core); });
}

void ConfigAcquisition::begin(const protocol::MessageView& message) {
    const bool isAnswer = message.number(Field::ConfigType, 0) !=
                          static_cast<std::uint32_t>(protocol::ConfigType::CONFIG_TYPE_UNSOLICITED);
    if (m_open->request != MessageType::CONFIG_REQUEST_EVENT || !isAnswer || std::exchange(m_open->hasBegun, true))
        return;
    m_configuration.forget(m_open->arguments.toUInt(keyword::ConfigInformation).value_or(0),
                           m_open->arguments.toUInt(keyword::PeripheralID).value_or(0xFFFFFFFF));
}

void ConfigAcquisition::end(SessionCore& core, const protocol::MessageView& message) {
    if (m_open->request != MessageType::CONFIG_REQUEST_EVENT)
        return;
    const auto status = static_cast<protocol::ConfigEndStatus>(message.number(Field::ConfigEndStatus, 0));
    if (status == protocol::ConfigEndStatus::CONFIGEND_PARTIAL)
        return wait(core);
    if (status == protocol::ConfigEndStatus::CONFIGEND_SUCCESS && !m_open->isInternal)
        m_acquired = m_open->arguments;
    ended(core);
}

void ConfigAcquisition::fail(SessionCore& core, FailedRequest::Kind kind) {
    if (!m_open)
        return;
    const Open open = *std::exchange(m_open, std::nullopt);
    if (open.isInternal)
        return ended(core);
    const FailedRequest failure{
        kind, open.request, 0, 0, 0, open.arguments.toUInt(keyword::PeripheralID).value_or(0), {}, {}};
    core.outbox.post(EventId::OnAgentControlFailureConf, service::controlFailureArguments(failure));
    ended(core);
}

void ConfigAcquisition::onSilence(SessionCore& core) {
    fail(core, FailedRequest::Kind::TimedOut);
    core.outbox.flush();
}

void ConfigAcquisition::acquire(SessionCore& core, std::uint32_t information, std::uint32_t peripheralId,
                                std::function<void()> done) {
    m_waiting.push_back({information, peripheralId, std::move(done)});
    if (!m_open)
        ended(core);
}

/// The next of those that wait, when nothing is open.
void ConfigAcquisition::ended(SessionCore& core) {
    m_open.reset();
    if (const auto done = std::exchange(m_done, {}))
        done();
    while (!m_open && !m_waiting.empty()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        const Arguments arguments{{keyword::ConfigInformation, next.information},
                                  {keyword::PeripheralID, next.peripheralId}};
        const auto message = service::buildGenericRequest(MessageType::CONFIG_REQUEST_EVENT, arguments,
                                                          {core.link.version(), core.codePage(), next.peripheralId});
        if (message && request(core, *message, arguments)) {
            m_open->isInternal = true;
            m_done = next.done;
        } else {
            next.done();
        }
    }
}

void ConfigAcquisition::onLinkLost(SessionCore& core) {
    m_waiting.clear(); // whoever waits is told by the lost link
    m_done = {};
    fail(core, FailedRequest::Kind::LinkLost);
}

void ConfigAcquisition::restore(SessionCore& core) {
    if (!m_acquired)
        return;
    if (const CilResult sent = sendGeneric(core, u"CONFIG_REQUEST_EVENT", *m_acquired); !sent)
        qCWarning(logObjects) << "configuration not asked for again:" << cilErrorName(sent.code);
}

void ConfigAcquisition::clear() {
    m_open.reset();
    m_waiting.clear();
    m_done = {};
    m_acquired.reset();
    m_configuration = {};
}

} // namespace callwright
