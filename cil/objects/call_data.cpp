#include "cil/objects/call_data.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

constexpr std::array editable = {keyword::CallVariable1,  keyword::CallVariable2,  keyword::CallVariable3,
                                 keyword::CallVariable4,  keyword::CallVariable5,  keyword::CallVariable6,
                                 keyword::CallVariable7,  keyword::CallVariable8,  keyword::CallVariable9,
                                 keyword::CallVariable10, keyword::CallWrapupData, keyword::ECC};

constexpr std::array withNewCalls = {keyword::UserToUserInfo, keyword::AccountCode, keyword::AuthorizationCode,
                                     keyword::FacilityCode};

constexpr std::array contextKeys = {keyword::ANI,
                                    keyword::CallerEnteredDigits,
                                    keyword::CallType,
                                    keyword::CallWrapupData,
                                    keyword::ConnectionCallID,
                                    keyword::DialedNumber,
                                    keyword::DNIS,
                                    keyword::ICMEnterpriseUniqueID,
                                    keyword::ServiceID,
                                    keyword::ServiceNumber,
                                    keyword::SkillGroupID,
                                    keyword::SkillGroupNumber,
                                    keyword::UniqueObjectID,
                                    keyword::UserToUserInfo};

bool isEditable(const Arguments::Pair& pair) {
    return std::ranges::find(editable, pair.key) != editable.end() &&
           (pair.key != keyword::ECC || pair.value.arguments());
}

void mergeData(Arguments& data, const Arguments& changes) {
    const Arguments complete = completeEcc(data, changes);
    data.merge(complete);
}

void collectPending(CallFacts& facts) {
    facts.pending.clear();
    for (const SentData& sent : facts.sent)
        mergeData(facts.pending, sent.changes);
}

} // namespace

bool isCallData(const Arguments& changes) { return std::ranges::all_of(changes, isEditable); }

bool isDialData(const Arguments& data) {
    return std::ranges::all_of(data, [](const Arguments::Pair& pair) {
        return isEditable(pair) || std::ranges::find(withNewCalls, pair.key) != withNewCalls.end();
    });
}

Arguments contextOf(const Arguments& data) {
    Arguments result;
    for (const Keyword key : contextKeys) {
        if (const ArgValue* value = data.find(key))
            result.set(key, *value);
    }
    return result;
}

Arguments variablesOf(const Arguments& data) {
    Arguments result;
    for (const Keyword key : editable) {
        if (const ArgValue* value = data.find(key); value && key != keyword::CallWrapupData)
            result.set(key, *value);
    }
    return result;
}

Arguments completeEcc(const Arguments& data, const Arguments& changes) {
    Arguments complete = changes;
    const Arguments* known = data.arguments(keyword::ECC);
    if (const Arguments* changed = changes.arguments(keyword::ECC); changed && known) {
        Arguments all = *known;
        complete.set(keyword::ECC, all.merge(*changed));
    }
    return complete;
}

void noteSentData(CallFacts& facts, std::uint32_t invokeId, const Arguments& changes) {
    facts.sent.push_back({invokeId, changes});
    collectPending(facts);
}

void settleCallData(CallFacts& facts, std::uint32_t invokeId, bool isConfirmed) {
    const auto answered = std::ranges::find(facts.sent, invokeId, &SentData::invokeId);
    if (answered == facts.sent.end())
        return;
    if (isConfirmed)
        mergeData(facts.data, answered->changes);
    facts.sent.erase(answered);
    collectPending(facts);
}

} // namespace callwright
