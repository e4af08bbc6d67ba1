#include "cil/service/statistics.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>
#include <optional>

namespace callwright::service {
namespace {

/// A formula as it is written down: sums of figures.
struct TextFormula {
    QStringView keyword;
    QStringView counted;
    QStringView by;
    std::uint32_t scale = 1;
};

constexpr std::array agentTexts{
    TextFormula{u"AvgTalkTimeToday", u"AgentOutCallsTalkTimeToday+HandledCallsTalkTimeToday",
                u"AgentOutCallsToday+HandledCallsToday"},
    TextFormula{u"CallsHandledToday", u"AgentOutCallsToday+HandledCallsToday", u""},
    TextFormula{u"TimeLoggedInToday", u"LoggedOnTimeToday", u""},
    TextFormula{u"TimeTalkingToday", u"AgentOutCallsTalkTimeToday+HandledCallsTalkTimeToday", u""},
    TextFormula{u"TimeHoldingToday", u"AgentOutCallsHeldTimeToday+IncomingCallsHeldTimeToday", u""},
    TextFormula{u"TimeReadyToday", u"AvailTimeToday", u""},
    TextFormula{u"TimeNotReadyToday", u"NotReadyTimeToday", u""},
    TextFormula{u"AvgHoldTimeToday", u"AgentOutCallsHeldTimeToday+IncomingCallsHeldTimeToday",
                u"AgentOutCallsToday+HandledCallsToday"},
    TextFormula{u"AvgHandleTimeToday", u"AgentOutCallsTimeToday+HandledCallsTimeToday",
                u"AgentOutCallsToday+HandledCallsToday"},
    TextFormula{u"AvgIdleTimeToday", u"NotReadyTimeToday", u"AgentOutCallsToday+HandledCallsToday"},
    TextFormula{u"PercentUtilitizationToday", u"AgentOutCallsTimeToday+HandledCallsTimeToday",
                u"LoggedOnTimeToday+NotReadyTimeToday", 100}};

constexpr std::array skillGroupTexts{
    TextFormula{u"AvgCallsQTimeNow", u"CallsQTimeNow", u"CallsQNow"},
    TextFormula{u"AvgAgentOutCallsTalkTimeToHalf", u"AgentOutCallsTalkTimeToHalf", u"AgentOutCallsToHalf"},
    TextFormula{u"AvgAgentOutCallsTimeToHalf", u"AgentOutCallsTimeToHalf", u"AgentOutCallsToHalf"},
    TextFormula{u"AvgAgentOutCallsHeldTimeToHalf", u"AgentOutCallsHeldTimeToHalf", u"AgentOutCallsHeldToHalf"},
    TextFormula{u"AvgHandledCallsTalkTimeToHalf", u"HandledCallsTalkTimeToHalf", u"HandledCallsToHalf"},
    TextFormula{u"AvgHandledCallsAfterCallTimeToHalf", u"HandledCallsAfterCallTimeToHalf", u"HandledCallsToHalf"},
    TextFormula{u"AvgHandledCallsTimeToHalf", u"HandledCallsTimeToHalf", u"HandledCallsToHalf"},
    TextFormula{u"AvgIncomingCallsHeldTimeToHalf", u"IncomingCallsHeldTimeToHalf", u"IncomingCallsHeldToHalf"},
    TextFormula{u"AvgInternalCallsRcvdTimeToHalf", u"InternalCallsRcvdTimeToHalf", u"InternalCallsRcvdToHalf"},
    TextFormula{u"AvgInternalCallsHeldTimeToHalf", u"InternalCallsHeldTimeToHalf", u"InternalCallsHeldToHalf"},
    TextFormula{u"AvgCallsQTimeHalf", u"CallsQTimeHalf", u"CallsQHalf"},
    TextFormula{u"AvgAgentOutCallsTalkTimeToday", u"AgentOutCallsTalkTimeToday", u"AgentOutCallsToday"},
    TextFormula{u"AvgAgentOutCallsTimeToday", u"AgentOutCallsTimeToday", u"AgentOutCallsToday"},
    TextFormula{u"AvgAgentOutCallsHeldTimeToday", u"AgentOutCallsHeldTimeToday", u"AgentOutCallsHeldToday"},
    TextFormula{u"AvgHandledCallsTalkTimeToday", u"HandledCallsTalkTimeToday", u"HandledCallsToday"},
    TextFormula{u"AvgHandledCallsAfterCallTimeToday", u"HandledCallsAfterCallTimeToday", u"HandledCallsToday"},
    TextFormula{u"AvgHandledCallsTimeToday", u"HandledCallsTimeToday", u"HandledCallsToday"},
    TextFormula{u"AvgIncomingCallsHeldTimeToday", u"IncomingCallsHeldTimeToday", u"IncomingCallsHeldToday"},
    TextFormula{u"AvgInternalCallsRcvdTimeToday", u"InternalCallsRcvdTimeToday", u"InternalCallsRcvdToday"},
    TextFormula{u"AvgInternalCallsHeldTimeToday", u"InternalCallsHeldTimeToday", u"InternalCallsHeldToday"},
    TextFormula{u"AvgCallsQTimeToday", u"CallsQTimeToday", u"CallsQToday"}};

std::vector<Keyword> keywordsOf(QStringView sum) {
    std::vector<Keyword> keys;
    for (const QStringView name : sum.split(u'+', Qt::SkipEmptyParts))
        keys.push_back(Keyword::of(name));
    return keys;
}

template <class Texts> std::vector<StatisticFormula> parse(const Texts& texts) {
    std::vector<StatisticFormula> formulas;
    for (const TextFormula& text : texts)
        formulas.push_back({Keyword::of(text.keyword), keywordsOf(text.counted), keywordsOf(text.by), text.scale});
    return formulas;
}

/// What a statistics message carries besides figures.
constexpr std::array noFigures{keyword::InvokeID,    keyword::PeripheralID,    keyword::AgentExtension,
                               keyword::AgentID,     keyword::AgentInstrument, keyword::SkillGroupNumber,
                               keyword::SkillGroupID};

/// nullopt: one of them is not known.
std::optional<std::uint64_t> sum(const Arguments& figures, const std::vector<Keyword>& keys) {
    std::uint64_t total = 0;
    for (const Keyword key : keys) {
        const auto figure = figures.toUInt(key);
        if (!figure || *figure == unknownFigure)
            return std::nullopt;
        total += *figure;
    }
    return total;
}

std::optional<std::uint32_t> compute(const StatisticFormula& formula, const Arguments& figures) {
    const auto counted = sum(figures, formula.counted);
    if (!counted)
        return std::nullopt;
    std::uint64_t result = *counted * formula.scale;
    if (!formula.by.empty()) {
        const auto by = sum(figures, formula.by);
        if (!by || *by == 0)
            return std::nullopt;
        result /= *by;
    }
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(result, unknownFigure - 1));
}

} // namespace

std::span<const StatisticFormula> statisticFormulas(StatisticsScope scope) {
    static const auto agents = parse(agentTexts);
    static const auto skillGroups = parse(skillGroupTexts);
    return scope == StatisticsScope::Agent ? agents : skillGroups;
}

Arguments statistics(StatisticsScope scope, const Arguments& wire) {
    Arguments figures;
    for (const Arguments::Pair& pair : wire) {
        if (std::ranges::find(noFigures, pair.key) == noFigures.end())
            figures.set(pair.key, pair.value);
    }
    Arguments result = figures;
    for (const StatisticFormula& formula : statisticFormulas(scope)) {
        if (const auto value = compute(formula, figures))
            result.set(formula.keyword, *value);
    }
    return result;
}

} // namespace callwright::service
