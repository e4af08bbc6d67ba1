#include "app/simulator/acd/joining.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/party_events.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

struct Errors {
    PeripheralError badActive;
    PeripheralError badHeld;
    PeripheralError activeNotTalking;
    PeripheralError heldNotHeld;
    PeripheralError failed;
};

constexpr Errors transferErrors{PeripheralError::TransferBadActive, PeripheralError::TransferBadHeld,
                                PeripheralError::TransferActiveNotTalking, PeripheralError::TransferHeldNotHeld,
                                PeripheralError::TransferFailed};
constexpr Errors conferenceErrors{PeripheralError::ConferenceBadActive, PeripheralError::ConferenceBadHeld,
                                  PeripheralError::ConferenceActiveNotTalking, PeripheralError::ConferenceHeldNotHeld,
                                  PeripheralError::ConferenceFailed};

using Refusal = std::optional<SwitchAnswer>;

/// A consultation is completed as what it was begun for, and only with the call that it is about.
Refusal checkRelation(World& world, const Halves& halves, JoinKind kind, const Errors& errors) {
    const Call& active = *halves.active.call;
    if (consulted(world, *halves.held.call) == &active) // after Alternate: the first call talks, the second waits
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, errors.failed);
    if (consulted(world, active) != halves.held.call ||
        active.consultation->instrument != halves.active.connection->instrument)
        return refused(ControlFailureCode::CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED, errors.failed);
    const auto purpose = kind == JoinKind::Transfer ? ConsultPurpose::Transfer : ConsultPurpose::Conference;
    if (active.consultation->purpose != ConsultPurpose::Any && active.consultation->purpose != purpose)
        return refused(ControlFailureCode::CF_INVALID_CONSULT_TYPE, PeripheralError::InvalidConsultType);
    return std::nullopt;
}

bool sharesPhone(const Call& a, const Call& b, const std::string& except) {
    return std::ranges::any_of(a.connections, [&](const Connection& leg) {
        return leg.party == Party::Phone && leg.instrument != except &&
               std::ranges::any_of(b.connections, [&](const Connection& c) { return c.instrument == leg.instrument; });
    });
}

/// Who is in the two calls, and what they are doing.
Refusal checkParties(World& world, const Halves& halves, JoinKind kind, const Errors& errors) {
    const Call& first = *halves.held.call;
    const Call& second = *halves.active.call;
    if (isGrowing(world, first) || isGrowing(world, second))
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::OutstandingTransfer);
    if (std::ranges::any_of(second.connections, [](const Connection& c) { return c.state == LCS_HOLD; }))
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, errors.failed);
    if (sharesPhone(first, second, halves.active.connection->instrument))
        return refused(ControlFailureCode::CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED,
                       PeripheralError::ConferenceInvalidParticipant);
    const bool reachesOutside =
        std::ranges::any_of(second.connections, [](const Connection& c) { return c.party == Party::Outside; });
    if (kind == JoinKind::Transfer && countParties(first) > 2 && reachesOutside)
        return refused(ControlFailureCode::CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED, errors.failed);
    const std::size_t leaving = kind == JoinKind::Transfer ? 2 : 1;
    if (countParties(first) + countParties(second) - leaving > partiesAtMost)
        return refused(ControlFailureCode::CF_CONFERENCE_MEMBER_LIMIT_EXCEEDED, PeripheralError::ConferenceFull);
    return std::nullopt;
}

/// A leg as it was called before the calls became one.
struct Before {
    Connection* leg = nullptr;
    bool isRenamed = false;
};

/// Everybody but whoever joins them goes over from the second call to the first.
std::vector<Before> moveParties(Context& context, Call& first, Call& second, const Connection& joining) {
    std::vector<Before> phones;
    for (Connection* const phone : phonesOf(first))
        phones.push_back({phone, false});
    for (auto leg = second.connections.begin(); leg != second.connections.end();) {
        const auto moving = leg++;
        if (&*moving == &joining)
            continue;
        stopVoice(context, second, *moving);
        moving->isOrigin = false;
        if (moving->party == Party::Phone)
            phones.push_back({&*moving, true});
        first.connections.splice(first.connections.end(), second.connections, moving);
    }
    return phones;
}

/// What the first call's data become; the answer is what changed of them.
CallDataChange mergeData(Call& first, const Call& second, const CallDataChange& given) {
    CallDataChange change = second.consultation ? second.consultation->changes : CallDataChange();
    apply(given, change);
    if (!fits(change, first.data)) // both calls were within the limit; together they need not be
        change.ecc.clear();
    apply(change, first.data);
    return change;
}

void settleTypeAfterJoin(Call& first) {
    if (countParties(first) > 2) {
        if (!isConference(first)) {
            first.typeBefore = first.type;
            first.type = CallType::CALLTYPE_CONFERENCE;
        }
    } else {
        first.type = CallType::CALLTYPE_CONSULT_OFFERRED;
    }
}

/// The phone's leg has another name, or only other data.
void tellData(Context& context, const Call& first, std::uint32_t secondId, const Before& phone,
              const CallDataChange& change) {
    if (!phone.isRenamed) {
        noteCallData(context, phone.leg->instrument, first.serial, first.data);
        return postDataUpdate(context, first, change, *phone.leg);
    }
    postRenamed(context, first, secondId, *phone.leg);
    if (phone.leg->state == LCS_CONNECT)
        postVoiceStarted(context, first, *phone.leg);
    const Agent* const agent = agentAt(context.world, phone.leg->instrument);
    if (agent && phone.leg->wasEstablished)
        noteWork(context, first, *phone.leg);
}

/// The other calls that consultations are about keep their bond when the one they hang on gets another serial.
void redirectConsultations(World& world, const Call& first, const Call& second) {
    for (auto& [serial, call] : world.calls) {
        if (call.consultation && call.consultation->original == second.serial)
            call.consultation->original = first.serial;
    }
}

JoinedNames namesOf(const Halves& halves) {
    const Connection& secondary = *halves.active.connection;
    const auto& others = halves.active.call->connections;
    const auto added = std::ranges::find_if(others, [&](const Connection& c) { return &c != &secondary; });
    JoinedNames names;
    names.primaryCall = halves.held.call->id;
    names.primaryLeg = halves.held.connection->id;
    names.secondaryCall = halves.active.call->id;
    names.secondaryLeg = secondary.id;
    names.joining = secondary.device;
    if (added != others.end())
        names.added = added->device;
    return names;
}

/// Everybody moved and was told who is in the call; now they learn the call's new name, type and data.
void finishJoin(Context& context, const Halves& halves, const std::vector<Before>& phones,
                const CallDataChange& change) {
    settleTypeAfterJoin(*halves.held.call);
    redirectConsultations(context.world, *halves.held.call, *halves.active.call);
    for (const Before& phone : phones) {
        tellData(context, *halves.held.call, halves.active.call->id, phone, change);
        followCalls(context, phone.leg->instrument);
    }
}

/// A transfer: whoever completes it goes.
FieldValues joinLeaving(Context& context, const Halves& halves, const CallDataChange& data) {
    Call& first = *halves.held.call;
    Connection& leaving = *halves.held.connection;
    Connection& secondary = *halves.active.connection;
    JoinedNames joined = namesOf(halves);
    stopVoice(context, *halves.active.call, secondary);
    auto phones = moveParties(context, first, *halves.active.call, secondary);
    const CallDataChange change = mergeData(first, *halves.active.call, data);
    leaving.state = LCS_NULL;
    secondary.state = LCS_NULL;
    joined.parties = namesOfParties(first);
    std::erase(joined.parties, leaving.id);
    for (const Before& phone : phones)
        postTransferred(context, first, joined, *phone.leg);
    FieldValues confirmation = joinConfirmation(first, joined, leaving);
    leave(context, first, leaving);
    leave(context, *halves.active.call, secondary);
    followCalls(context, secondary.instrument);
    std::erase_if(phones, [&](const Before& phone) { return phone.leg == &leaving; });
    removeTransferring(first, leaving);
    finishJoin(context, halves, phones, change);
    context.world.calls.erase(halves.active.call->serial);
    return confirmation;
}

/// A conference: whoever completes it stays, with one leg of the two.
FieldValues joinStaying(Context& context, const Halves& halves, const CallDataChange& data) {
    Call& first = *halves.held.call;
    Connection& controller = *halves.held.connection;
    Connection& secondary = *halves.active.connection;
    JoinedNames joined = namesOf(halves);
    stopVoice(context, *halves.active.call, secondary);
    const auto phones = moveParties(context, first, *halves.active.call, secondary);
    const CallDataChange change = mergeData(first, *halves.active.call, data);
    talkAgain(context, controller);
    controller.countsAsOutgoing = true;
    secondary.state = LCS_NULL;
    joined.parties = namesOfParties(first);
    for (const Before& phone : phones)
        postConferenced(context, first, joined, *phone.leg);
    FieldValues confirmation = joinConfirmation(first, joined, controller);
    leave(context, *halves.active.call, secondary);
    finishJoin(context, halves, phones, change);
    postVoiceStarted(context, first, controller);
    noteWork(context, first, controller);
    context.world.calls.erase(halves.active.call->serial);
    return confirmation;
}

} // namespace

tl::expected<Halves, SwitchAnswer> findHalves(Context& context, const std::string& instrument,
                                              const protocol::MessageView& message, JoinKind kind) {
    const Errors& errors = kind == JoinKind::Transfer ? transferErrors : conferenceErrors;
    const Leg active = findLeg(context.world, instrument, message, activeFields);
    if (!active)
        return tl::make_unexpected(noSuchConnection(context.world, message, activeFields, errors.badActive));
    const Leg held = findLeg(context.world, instrument, message, heldFields);
    if (!held || held.connection->instrument != active.connection->instrument || held.call == active.call)
        return tl::make_unexpected(noSuchConnection(context.world, message, heldFields, errors.badHeld));
    if (active.connection->state != LCS_CONNECT)
        return tl::make_unexpected(refused(ControlFailureCode::CF_NO_ACTIVE_CALL, errors.activeNotTalking));
    if (held.connection->state != LCS_HOLD)
        return tl::make_unexpected(refused(ControlFailureCode::CF_NO_HELD_CALL, errors.heldNotHeld));
    const Halves halves{held, active};
    if (const Refusal refusal = checkRelation(context.world, halves, kind, errors))
        return tl::make_unexpected(*refusal);
    if (const Refusal refusal = checkParties(context.world, halves, kind, errors))
        return tl::make_unexpected(*refusal);
    return halves;
}

Confirmation join(Context& context, const Halves& halves, JoinKind kind, const CallDataChange& data) {
    Confirmation confirmation;
    asOne(context, [&] {
        confirmation.fields =
            kind == JoinKind::Transfer ? joinLeaving(context, halves, data) : joinStaying(context, halves, data);
    });
    return confirmation;
}

void joinBlindConference(Context& context, Call& consultation) {
    Call* const first = consulted(context.world, consultation);
    if (!first || !consultation.consultation->joinsWhenAnswered)
        return;
    const std::string& instrument = consultation.consultation->instrument;
    const Halves halves{{first, findPhone(*first, instrument)}, {&consultation, findPhone(consultation, instrument)}};
    const bool isReady = halves.active.connection->state == LCS_CONNECT && halves.held.connection->state == LCS_HOLD;
    if (isReady && !checkParties(context.world, halves, JoinKind::Conference, conferenceErrors))
        join(context, halves, JoinKind::Conference, {});
}

void removeTransferring(Call& call, const Connection& gone) {
    call.connections.remove_if([&](const Connection& c) { return &c == &gone; });
    const bool isCallerThere =
        std::ranges::any_of(call.connections, [&](const Connection& leg) { return leg.device.id == call.calling.id; });
    if (!isCallerThere && !call.connections.empty()) // it went now, or out of a conference before
        call.calling = whoWaits(call).device;
}

} // namespace callwright::simulator
