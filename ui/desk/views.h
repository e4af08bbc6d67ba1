#pragma once

#include "cil/objects/agent.h"
#include "cil/objects/call.h"
#include "cil/objects/session.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

/// What widgets show: values, taken from the CIL's objects by Desk. Times are points on the injected clock, so that
/// they run on by themselves and never drift.
namespace callwright {

struct AgentView {
    QString agentId;
    QString instrument;
    QString extension;
    AgentState state = AgentState::Logout;
    QString reason; ///< of the state, in words where there are any; plain text
    std::optional<AgentState> nextState;
    Milliseconds since{0}; ///< when the state began
    bool signedIn = false;
    bool confirmed = true;     ///< the state is as the server in use tells it
    bool isListenedTo = false; ///< by a supervisor, and the site lets the agent see it
    friend bool operator==(const AgentView&, const AgentView&) = default;
};

/// One party of a call, as far as events have told.
struct PartyView {
    QString number; ///< extension or number; empty when no event has named it
    CallStatus status = CallStatus::Null;
    bool isSelf = false;
    friend bool operator==(const PartyView&, const PartyView&) = default;
};

struct CallView {
    QString id;
    CallStatus status = CallStatus::Null;
    bool incoming = false;
    bool ended = false;
    bool confirmed = true;
    bool current = false;
    Milliseconds since{0}; ///< when the status began
    Milliseconds begun{0}; ///< when the call began here
    Arguments data;
    Arguments pending;                             ///< sent, not confirmed
    ConsultPurpose purpose = ConsultPurpose::None; ///< of a call that consults about another one
    ConsultPurpose awaited = ConsultPurpose::None; ///< of a call that is consulted about: what for
    QString counterpart{};                         ///< id of the other half of a consultation; empty: none
    QString counterpartParty{};                    ///< who is at the other half's other end
    bool isConference = false;
    bool isRecording = false;
    std::vector<PartyView> parties{}; ///< the own one first
    Arguments refused{};              ///< what was sent last and the server did not take
    QString failure{};                ///< why it could not be completed, as a sentence

    bool isRinging() const { return incoming && !ended && confirmed && status == CallStatus::Alerting; }
    friend bool operator==(const CallView&, const CallView&) = default;
};

struct LinkView {
    ConnectionStatus status = ConnectionStatus::Closed;
    QString server; ///< host:port, of the last one when the link is gone
    int protocolVersion = 0;
    std::optional<Milliseconds> roundTrip;
    std::optional<Milliseconds> nextTryIn;
    QString nextServer{}; ///< where the next attempt goes; empty: nowhere
    Hindrance hindrance = Hindrance::None;
    QString reason{};          ///< why the agent was signed out, in words where there are any
    QString standbyServer{};   ///< where a session stands by; empty: nowhere
    bool changesSides = false; ///< lost a moment ago, and the session that stands by is about to go on
    friend bool operator==(const LinkView&, const LinkView&) = default;
};

/// A request that was answered with a failure, or could not be sent.
struct RequestFailure {
    std::uint32_t invokeId = 0;    ///< 0: nothing was sent
    QString text;                  ///< what happened and what to do, for people
    QString code;                  ///< name and number, for Details
    QString attempt{};             ///< what was tried, as "The transfer was not made"; empty when that is not known
    QString callId{};              ///< of the call it was tried on; empty: none
    bool isOutcomeUnknown = false; ///< no answer came: it may have come about all the same
    bool isAboutState = false;     ///< it asked for another state of the agent
};

} // namespace callwright
