#include "cil/objects/supervise_requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/monitoring.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/objects/supervisor_buttons.h"
#include "cil/objects/team_requests.h"
#include "cil/service/field_keywords.h"
#include "cil/service/supervisor_mask.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

using protocol::Field;
using service::keywordOf;

/// What an action takes of the supervisor's mask (any of the bits).
struct ActionRow {
    SupervisoryAction action;
    std::uint32_t bits;
};

constexpr std::array actionRows{
    ActionRow{SupervisoryAction::Clear, service::SupervisorBit::Clear | service::SupervisorBit::StopSilentMonitor},
    ActionRow{SupervisoryAction::Monitor, service::SupervisorBit::StartSilentMonitor},
    ActionRow{SupervisoryAction::BargeIn, service::SupervisorBit::BargeIn},
    ActionRow{SupervisoryAction::Intercept, service::SupervisorBit::Intercept},
};

/// The supervisor's own leg that the action ends or goes on from.
Call* ownLeg(const SessionCore& core, SupervisoryAction action) {
    switch (action) {
    case SupervisoryAction::Clear: {
        Call* monitoring = ownMonitorCall(core);
        return monitoring ? monitoring : ownBargedInCall(core);
    }
    case SupervisoryAction::Intercept:
        return ownBargedInCall(core);
    case SupervisoryAction::Monitor:
    case SupervisoryAction::BargeIn:
        break;
    }
    return nullptr;
}

struct LegFields {
    Field callId;
    Field deviceIdType;
    Field deviceId;
};
constexpr LegFields agentLeg{Field::AgentConnectionCallID, Field::AgentConnectionDeviceIDType,
                             Field::AgentConnectionDeviceID};
constexpr LegFields supervisorLeg{Field::SupervisorConnectionCallID, Field::SupervisorConnectionDeviceIDType,
                                  Field::SupervisorConnectionDeviceID};

void addLeg(Arguments& arguments, const LegFields& fields, const Call& call) {
    const service::Connection& connection = CallBook::facts(call).connection;
    arguments.set(keywordOf(fields.callId), connection.callId)
        .set(keywordOf(fields.deviceIdType), connection.deviceIdType)
        .set(keywordOf(fields.deviceId), connection.deviceId);
}

CilResult whyNotAct(const SessionCore& core, const Seat& seat, const Call* call, SupervisoryAction action) {
    const bool isForUnifiedCm = action == SupervisoryAction::Monitor;
    if (isForUnifiedCm && !core.settings.ccmBasedSilentMonitor)
        return {CilCode::InvalidSilentMonitorMode};
    const bool isTheirs = call && !call->isEnded() && seat.book.findById(call->uniqueObjectId()) == call;
    if (call && !isTheirs)
        return {CilCode::InvalidCall};
    const auto row = std::ranges::find(actionRows, action, &ActionRow::action);
    if (row == actionRows.end())
        return {CilCode::InvalidArgument};
    // Audio between desktops is stopped by its manager.
    const std::uint32_t mask = supervisorMaskFor(core, seat) &
                               ~(core.settings.ccmBasedSilentMonitor ? 0U : service::SupervisorBit::StopSilentMonitor);
    return (mask & row->bits) != 0 ? CilResult() : CilResult{CilCode::InvalidObjectState};
}

} // namespace

CilResult requestSupervise(SessionCore& core, Agent* member, Call* call, SupervisoryAction action) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    Seat* seat = member ? seatOfMember(core, *member) : nullptr;
    if (!seat)
        return {CilCode::InvalidArgument};
    if (const CilResult problem = whyNotAct(core, *seat, call, action); !problem)
        return problem;
    Arguments arguments{{keywordOf(Field::SupervisoryAction), static_cast<std::uint16_t>(action)},
                        {keywordOf(Field::SupervisorInstrument), core.own.agentFacts.identity.agentInstrument}};
    const Call* target = call ? call : seat->book.current();
    if (target)
        addLeg(arguments, agentLeg, *target);
    else
        arguments.set(keyword::AgentID, seat->agentFacts.identity.agentId); // the active call, whichever it is
    if (const Call* own = ownLeg(core, action))
        addLeg(arguments, supervisorLeg, *own);
    Request request(protocol::MessageType::SUPERVISE_CALL_REQ, Request::Object::Agent, core.own.agentUid(),
                    std::move(arguments));
    if (action == SupervisoryAction::Monitor) {
        request.update = [&core](const Reply& reply, const Arguments&, Arguments&) {
            if (reply.outcome != Reply::Outcome::Confirmed)
                core.supervision.listeningTo.clear();
        };
    }
    const CilResult result = send(core.own, std::move(request));
    if (result && action == SupervisoryAction::Monitor)
        core.supervision.listeningTo = seat->agentUid();
    return result;
}

} // namespace callwright
