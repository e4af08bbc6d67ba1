#pragma once

#include "app/simulator/server/answer_faults.h"
#include "app/simulator/server/channel.h"
#include "app/simulator/server/open_rules.h"
#include "app/simulator/server/variable_filter.h"
#include "cil/clock/clock.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"

#include <QObject>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace callwright::simulator {

/// One client: its connection, what it opened, and the messages that the server writes to it.
class Session : public QObject {
    Q_OBJECT
public:
    /// What the server is to the client. The first two are OPEN_CONF.SessionType.
    enum class Standing {
        Active = 1,
        Standby = 2,
        Retired = 3 ///< the other side has taken over: no more events, nothing is this client's any more
    };

    Session(Clock& clock, Transport* transport, std::uint32_t id, AnswerFaults& faults, QObject* parent);

    std::uint32_t id() const { return m_id; }
    Channel& channel() { return m_channel; }
    bool isOpen() const { return m_terms.has_value(); }
    bool isActive() const { return isOpen() && standing() == Standing::Active; }
    const OpenTerms& terms() const { return *m_terms; } ///< while it is open
    std::uint32_t monitorId() const { return m_monitorId; }

    Standing standing() const { return m_standing; } ///< while it is open
    void setStanding(Standing standing) { m_standing = standing; }

    /// `monitorId` is 0 when the open made no event monitor.
    void open(const OpenTerms& terms, std::uint32_t monitorId, Standing standing = Standing::Active);
    /// The session ends, the connection stays.
    void shut();
    /// A client that was opened for an agent who was nowhere is at this device now.
    void moveTo(const std::string& instrument) { m_terms->instrument = instrument; }

    /// What a frame holds, for the version of the open session. Valid until the next one is decoded.
    protocol::Result<protocol::MessageView> decode(std::span<const std::byte> frame);

    /// Builds for the session's version; a message that does not build is a fault of ours, logged and not sent.
    void send(protocol::MessageType type, const FieldValues& fields);
    /// What is replied from now on answers a request of this type.
    void beginAnswer(protocol::MessageType request) { m_answered = request; }
    void reply(protocol::MessageType type, std::uint32_t invokeId, const FieldValues& fields = {});
    void fail(std::uint32_t invokeId, protocol::StatusCode status); ///< FAILURE_CONF
    void announce(protocol::StatusCode status);                     ///< FAILURE_EVENT

    /// An event as this client is to see it: the MonitorID, its registered variables. Nothing, and false, when its
    /// version does not have the event, or when it asked not to get the same agent state twice.
    bool forward(const SwitchEvent& event, std::uint32_t monitorId);
    void registerVariables(const protocol::MessageView& request) { m_variables.registerFrom(request); }

    /// The client has asked for the configuration, be it for nothing but its changes.
    void setTakesConfiguration() { m_takesConfiguration = true; }
    bool takesConfiguration() const { return m_takesConfiguration; }

    /// The client showed that it is there.
    void restartIdleTimer();
    void setStalled(bool stalled);

    nlohmann::ordered_json state() const;

Q_SIGNALS:
    void idled(); ///< nothing came for IdleTimeout

private:
    bool repeatsAgentState(const SwitchEvent& event, std::uint32_t monitorId);

    Clock& m_clock;
    std::uint32_t m_id;
    Channel m_channel;
    std::optional<OpenTerms> m_terms;
    std::optional<protocol::Decoder> m_decoder;
    std::uint32_t m_monitorId = 0;
    Standing m_standing = Standing::Active;
    VariableFilter m_variables;
    bool m_takesConfiguration = false;
    std::map<std::pair<std::uint32_t, std::string>, FieldValues> m_lastAgentStates; ///< by MonitorID and AgentID
    std::unique_ptr<Alarm> m_idleTimer;
    AnswerFaults& m_faults;
    protocol::MessageType m_answered{};
    std::vector<std::unique_ptr<Alarm>> m_late; ///< answers that are still to come
};

} // namespace callwright::simulator
