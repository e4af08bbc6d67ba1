#pragma once

#include "cil/events/arguments.h"

#include <cstdint>
#include <span>
#include <vector>

/// Statistics of agents and skill groups: what CTI Server counts, and what is computed of it.
namespace callwright::service {

enum class StatisticsScope { Agent, SkillGroup };

/// CTI Server's word for "not known" in a figure.
inline constexpr std::uint32_t unknownFigure = 0xFFFFFFFF;

/// One computed figure: `scale` times the sum of `counted`, divided by the sum of `by` (nothing: not divided).
struct StatisticFormula {
    Keyword keyword;
    std::vector<Keyword> counted;
    std::vector<Keyword> by{};
    std::uint32_t scale = 1; ///< 100: in percent
};
std::span<const StatisticFormula> statisticFormulas(StatisticsScope scope);

/// `wire` (QUERY_AGENT_STATISTICS_CONF or QUERY_SKILL_GROUP_STATISTICS_CONF): its figures and the computed ones. A
/// figure that is not known stays as it was sent; a computed one that needs it, or divides by nothing, is left out.
Arguments statistics(StatisticsScope scope, const Arguments& wire);

} // namespace callwright::service
