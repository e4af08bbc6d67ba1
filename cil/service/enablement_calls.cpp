#include "cil/service/enablement_parts.h"
#include "cil/service/status_set.h"

#include <algorithm>
#include <array>

namespace callwright::service::detail {
namespace {

using namespace enablement;
using protocol::LocalConnectionState;
using enum protocol::LocalConnectionState;

constexpr std::uint32_t every = base | ENABLE_BAD_LINE_CALL; // what any call gives
constexpr std::uint32_t conference = ENABLE_HOLD | ENABLE_RELEASE | ENABLE_TRANSFER_INIT | ENABLE_CONFERENCE_INIT |
                                     std::uint32_t(ENABLE_SINGLE_STEP_TRANSFER);
constexpr std::uint32_t swap = ENABLE_ALTERNATE | ENABLE_RECONNECT;
constexpr std::uint32_t completes = ENABLE_TRANSFER_COMPLETE | ENABLE_CONFERENCE_COMPLETE;

/// Sections "call part, one call" and "several calls" where the current call decides alone. The first row that fits
/// counts; no role: any.
struct CallRow {
    LocalConnectionState status;
    std::optional<CallRole> role;
    std::uint32_t bits;
};

constexpr std::array callRows{
    CallRow{LCS_CONNECT, CallRole::BargedIn, ENABLE_HOLD | ENABLE_RELEASE},
    CallRow{LCS_CONNECT, CallRole::SilentMonitor, ENABLE_HOLD | ENABLE_RELEASE},
    CallRow{LCS_HOLD, CallRole::SilentMonitor, ENABLE_RETRIEVE | ENABLE_RELEASE},
    CallRow{LCS_CONNECT, CallRole::Conference, conference},
    CallRow{LCS_INITIATE, std::nullopt, ENABLE_RELEASE},
    CallRow{LCS_ALERTING, std::nullopt, ENABLE_ANSWER},
    CallRow{LCS_CONNECT, std::nullopt, conference | help},
    CallRow{LCS_HOLD, std::nullopt, help | ENABLE_RETRIEVE | ENABLE_RELEASE},
    CallRow{LCS_QUEUED, std::nullopt, ENABLE_RELEASE},
    CallRow{LCS_FAIL, std::nullopt, ENABLE_RELEASE},
};

bool isConsultation(CallRole role) {
    return role == CallRole::ConsultForTransfer || role == CallRole::ConsultForConference ||
           role == CallRole::ConsultForBoth;
}

/// What two calls at one device are to each other, and which of them is the first of a PairRow.
enum class Relation {
    ForTransfer,   ///< first: the consultation
    ForConference, ///< the same
    ForBoth,       ///< the same
    AnyConsult,    ///< the same
    Monitoring,    ///< first: the supervisor's silent monitor call
    None           ///< first: the current call
};

/// Section "several calls": where both calls decide. The first row that fits counts.
struct PairRow {
    Relation relation;
    StatusSet first;
    StatusSet second;
    std::uint32_t bits;
};

constexpr StatusSet talks = in({LCS_CONNECT});
constexpr StatusSet held = in({LCS_HOLD});
constexpr StatusSet talksOrHeld = talks | held;
constexpr StatusSet rings = in({LCS_ALERTING});
constexpr StatusSet underWay = in({LCS_INITIATE, LCS_ALERTING, LCS_QUEUED}); // the far end has not answered

constexpr std::array pairRows{
    PairRow{Relation::AnyConsult, underWay, talksOrHeld, ENABLE_RECONNECT},
    PairRow{Relation::ForConference, talks, held, swap | ENABLE_CONFERENCE_COMPLETE},
    PairRow{Relation::ForTransfer, talks, held, swap | ENABLE_TRANSFER_COMPLETE},
    PairRow{Relation::ForBoth, talks, held, swap | completes},
    PairRow{Relation::AnyConsult, held, talks, swap},
    PairRow{Relation::Monitoring, talks, held, swap},
    PairRow{Relation::Monitoring, held, talks, swap},
    PairRow{Relation::None, talks, held, ENABLE_RELEASE | swap},
    PairRow{Relation::None, held, talks, ENABLE_RELEASE | ENABLE_ALTERNATE},
    PairRow{Relation::None, rings, talks, ENABLE_ANSWER | ENABLE_ALTERNATE},
};

/// Whether `call` can be the first call of such a pair.
bool isFirst(Relation relation, const EnablementCall& call) {
    switch (relation) {
    case Relation::ForTransfer:
        return call.role == CallRole::ConsultForTransfer;
    case Relation::ForConference:
        return call.role == CallRole::ConsultForConference;
    case Relation::ForBoth:
        return call.role == CallRole::ConsultForBoth;
    case Relation::AnyConsult:
        return isConsultation(call.role);
    case Relation::Monitoring:
        return call.role == CallRole::SilentMonitor;
    case Relation::None:
        break;
    }
    return false;
}

bool fits(const PairRow& row, const EnablementCall& current, const EnablementCall& other) {
    const auto inOrder = [&row](const EnablementCall& first, const EnablementCall& second) {
        return contains(row.first, first.status) && contains(row.second, second.status);
    };
    if (row.relation == Relation::None) {
        const bool areRelated = isConsultation(current.role) || isConsultation(other.role);
        return !areRelated && inOrder(current, other);
    }
    return (isFirst(row.relation, current) && inOrder(current, other)) ||
           (isFirst(row.relation, other) && inOrder(other, current));
}

std::optional<std::uint32_t> pairBits(const EnablementInput& input) {
    if (!input.call || !input.other) {
        return std::nullopt;
    }
    const auto row =
        std::ranges::find_if(pairRows, [&](const PairRow& r) { return fits(r, *input.call, *input.other); });
    return row != pairRows.end() ? std::optional(row->bits) : std::nullopt;
}

std::optional<std::uint32_t> singleBits(const EnablementCall& call) {
    const auto row = std::ranges::find_if(
        callRows, [&](const CallRow& r) { return r.status == call.status && r.role.value_or(call.role) == call.role; });
    return row != callRows.end() ? std::optional(row->bits) : std::nullopt;
}

bool isListening(CallRole role) { return role == CallRole::BargedIn || role == CallRole::SilentMonitor; }

} // namespace

std::uint32_t callBits(const EnablementInput& input) {
    const auto single = input.call ? singleBits(*input.call) : std::nullopt;
    if (!single) {
        return 0;
    }
    const EnablementCall& call = *input.call;
    std::uint32_t bits = every | pairBits(input).value_or(*single);
    if (call.status == LCS_CONNECT && input.recordingEnabled && !isListening(call.role)) {
        bits |= ENABLE_RECORD;
    }
    if (call.role == CallRole::Conference && !call.isController && !input.anyPartyMayConference) {
        bits &= ~static_cast<std::uint32_t>(ENABLE_CONFERENCE_INIT);
    }
    if (input.desk && (input.desk->mask & protocol::DeskSettingsMask::DESK_AUTO_ANSWER_ENABLED_MASK) != 0) {
        bits &= ~static_cast<std::uint32_t>(ENABLE_ANSWER); // the phone answers by itself
    }
    return bits;
}

bool areUnrelatedHalves(const EnablementInput& input) {
    if (!input.call || !input.other || isConsultation(input.call->role) || isConsultation(input.other->role)) {
        return false;
    }
    const auto a = input.call->status;
    const auto b = input.other->status;
    return (a == LCS_CONNECT && b == LCS_HOLD) || (a == LCS_HOLD && b == LCS_CONNECT);
}

} // namespace callwright::service::detail
