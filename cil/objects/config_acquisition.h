#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "cil/service/configuration.h"
#include "cil/service/failures.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace callwright {

class SessionCore;

/// Acquires the configuration and keeps it up to date with what the server sends later. Its requests have no InvokeID:
/// one at a time. CONFIG_REQUEST_KEY_EVENT ends with CONFIG_KEY_EVENT, CONFIG_REQUEST_EVENT with the CONFIG_END_EVENT
/// that is not partial, both with OnControlFailureConf when the server is silent for long or the link is lost.
class ConfigAcquisition {
public:
    /// From one message of an answer to the next; the whole may take long at a large site.
    static constexpr Milliseconds patience{std::chrono::seconds(30)};

    explicit ConfigAcquisition(Clock& clock) : m_clock(clock) {}

    static bool isRequest(protocol::MessageType type);
    /// InvalidObjectState while another one is open.
    CilResult request(SessionCore& core, const protocol::MessageBuilder& message, const Arguments& arguments);
    /// The session's own use: nobody hears of its messages. `done` is called when it is over, however it ends; while
    /// another one is open it waits for that.
    void acquire(SessionCore& core, std::uint32_t information, std::uint32_t peripheralId, std::function<void()> done);
    bool isInternal() const { return m_open && m_open->isInternal; }
    bool isBusy() const { return m_open.has_value(); }
    /// Any message; those of the configuration count.
    void take(SessionCore& core, const protocol::MessageView& message);
    void onLinkLost(SessionCore& core);
    /// What was acquired may have changed while the link was away: it is acquired again.
    void restore(SessionCore& core);
    void clear();

    const service::Configuration& configuration() const { return m_configuration; }

private:
    struct Open {
        protocol::MessageType request;
        Arguments arguments;
        std::unique_ptr<Alarm> alarm;
        bool hasBegun = false;
        bool isInternal = false;
    };
    struct Waiting {
        std::uint32_t information;
        std::uint32_t peripheralId;
        std::function<void()> done;
    };

    void wait(SessionCore& core);
    void onSilence(SessionCore& core);
    void ended(SessionCore& core);
    void begin(const protocol::MessageView& message);
    void end(SessionCore& core, const protocol::MessageView& message);
    void fail(SessionCore& core, service::FailedRequest::Kind kind);

    Clock& m_clock;
    std::optional<Open> m_open;
    std::deque<Waiting> m_waiting;
    std::function<void()> m_done;        ///< of the internal one that is open
    std::optional<Arguments> m_acquired; ///< how the configuration that is kept up to date was asked for
    service::Configuration m_configuration;
};

} // namespace callwright
