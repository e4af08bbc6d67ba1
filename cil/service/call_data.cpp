#include "cil/events/keywords.h"
#include "cil/protocol/tables.h"
#include "cil/service/field_keywords.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::MessageView;

/// What Call::data() keeps. The connection's own three stand first: only the first message about a call sets them.
constexpr std::array keptOnce{keyword::ConnectionCallID, keyword::ConnectionDeviceID, keyword::ConnectionDeviceIDType};
constexpr std::array kept{keyword::PeripheralID,
                          keyword::PeripheralType,
                          keyword::CallType,
                          keyword::CalledPartyDisposition,
                          keyword::ANI,
                          keyword::DNIS,
                          keyword::DialedNumber,
                          keyword::CallerEnteredDigits,
                          keyword::UserToUserInfo,
                          keyword::CallWrapupData,
                          keyword::CallVariable1,
                          keyword::CallVariable2,
                          keyword::CallVariable3,
                          keyword::CallVariable4,
                          keyword::CallVariable5,
                          keyword::CallVariable6,
                          keyword::CallVariable7,
                          keyword::CallVariable8,
                          keyword::CallVariable9,
                          keyword::CallVariable10,
                          keyword::CTIClients,
                          keyword::RouterCallKeyDay,
                          keyword::RouterCallKeyCallID,
                          keyword::RouterCallKeySequenceNumber,
                          keyword::ICMEnterpriseUniqueID,
                          keyword::ServiceNumber,
                          keyword::ServiceID,
                          keyword::SkillGroupNumber,
                          keyword::SkillGroupID,
                          keyword::SkillGroupPriority,
                          keyword::LineHandle,
                          keyword::LineType,
                          keyword::MeasuredCallQTime,
                          keyword::CampaignID,
                          keyword::QueryRuleID,
                          keyword::CustomerPhoneNumber,
                          keyword::CustomerAccountNumber,
                          keyword::TrunkNumber,
                          keyword::TrunkGroupNumber,
                          keyword::CallingDeviceID,
                          keyword::CalledDeviceID,
                          keyword::DivertingDeviceID,
                          keyword::AlertingDeviceID,
                          keyword::AnsweringDeviceID,
                          keyword::TransferredDeviceID,
                          keyword::CallReferenceID};

bool isNothing(Keyword key, const ArgValue& value) {
    constexpr std::array nullable{keyword::ServiceNumber, keyword::ServiceID, keyword::SkillGroupNumber,
                                  keyword::SkillGroupID};
    return std::ranges::find(nullable, key) != nullable.end() &&
           value.toUInt() == protocol::NULL_SKILL_GROUP; // NULL_SERVICE is the same number
}

} // namespace

Arguments callData(const Arguments& wire) {
    Arguments data;
    const auto copy = [&](Keyword key) {
        if (const ArgValue* value = wire.find(key)) {
            data.set(key, *value);
        }
    };
    std::ranges::for_each(keptOnce, copy);
    std::ranges::for_each(kept, copy);
    copy(keyword::ECC);
    return data;
}

void updateCallData(Arguments& known, const Arguments& news, const MessageView& message) {
    for (const Keyword key : keptOnce) {
        if (const ArgValue* value = news.find(key); value && !known.contains(key)) {
            known.set(key, *value);
        }
    }
    for (const Keyword key : kept) {
        if (const ArgValue* value = news.find(key); value && !(known.contains(key) && isNothing(key, *value))) {
            known.set(key, *value);
        }
    }
    const bool hasAllEcc =
        message.number() == static_cast<std::uint32_t>(protocol::MessageType::CALL_DATA_UPDATE_EVENT) &&
        message.version() >= 22;
    if (hasAllEcc) {
        known.remove(keyword::ECC);
    }
    if (const Arguments* ecc = news.arguments(keyword::ECC)) {
        const Arguments* before = known.arguments(keyword::ECC);
        Arguments merged = before ? *before : Arguments();
        merged.merge(*ecc);
        known.set(keyword::ECC, std::move(merged));
    }
}

void replaceCallData(Arguments& known, const Arguments& news, const MessageView& message) {
    const protocol::MessageSpec* const spec = protocol::findMessage(message.number());
    for (const protocol::FloatingField& row : spec ? spec->floating : std::span<const protocol::FloatingField>()) {
        const Keyword key = keywordOf(row.field);
        const bool isKept = std::ranges::find(kept, key) != kept.end();
        if (isKept && spec->findFloating(row.field, message.version()) && !news.contains(key)) {
            known.remove(key);
        }
    }
    if (!known.contains(keyword::RouterCallKeyDay) && !news.contains(keyword::RouterCallKeyDay)) {
        known.remove(keyword::RouterCallKeySequenceNumber);
        known.remove(keyword::ICMEnterpriseUniqueID);
    }
    known.remove(keyword::ECC);
    updateCallData(known, news, message);
}

} // namespace callwright::service
