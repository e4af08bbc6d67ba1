#include "cil/service/statistics.h"
#include "tests/unit/service/tsv.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

Keyword named(const std::string& name) { return Keyword::of(QString::fromStdString(name)); }

/// The formulas of the facts (tests/data/service/statistics.tsv): worked out by a reader of its own on figures that are
/// all different.
TEST(Statistics, EveryComputedFigureFollowsItsFormula) {
    int checked = 0;
    for (const Row& row : readTsv("service/statistics.tsv")) {
        SCOPED_TRACE(row.at("keyword"));
        const auto scope = row.at("scope") == "agent" ? StatisticsScope::Agent : StatisticsScope::SkillGroup;
        Arguments wire;
        std::uint32_t next = 7;
        const auto sumOf = [&](const std::string& text) {
            std::uint32_t total = 0;
            std::istringstream stream(text);
            for (std::string name; std::getline(stream, name, '+');) {
                if (!wire.contains(named(name)))
                    wire.set(named(name), next = next * 3 + 1);
                total += *wire.toUInt(named(name));
            }
            return total;
        };
        const std::uint32_t by = sumOf(row.at("by"));
        const std::uint32_t counted = sumOf(row.at("counted"));
        const std::uint32_t scale = static_cast<std::uint32_t>(std::stoul(row.at("scale")));
        const Arguments result = statistics(scope, wire);
        EXPECT_EQ(result.toUInt(named(row.at("keyword"))), row.at("by").empty() ? counted : counted * scale / by);
        ++checked;

        Arguments unknown = wire; // one figure that is not known
        unknown.set(named(row.at("counted").substr(0, row.at("counted").find('+'))), unknownFigure);
        EXPECT_FALSE(statistics(scope, unknown).contains(named(row.at("keyword"))));
    }
    EXPECT_EQ(checked, static_cast<int>(statisticFormulas(StatisticsScope::Agent).size() +
                                        statisticFormulas(StatisticsScope::SkillGroup).size()));
}

TEST(Statistics, NothingIsDividedByNothing) {
    const Arguments result = statistics(StatisticsScope::SkillGroup,
                                        {{Keyword::of(u"CallsQTimeNow"), 12U}, {Keyword::of(u"CallsQNow"), 0U}});
    EXPECT_FALSE(result.contains(Keyword::of(u"AvgCallsQTimeNow")));
    EXPECT_EQ(result.toUInt(Keyword::of(u"CallsQTimeNow")), 12U);
}

TEST(Statistics, HugeFiguresDoNotTurnOver) {
    const Arguments result = statistics(StatisticsScope::Agent, {{Keyword::of(u"AgentOutCallsToday"), 0xFFFFFFF0U},
                                                                 {Keyword::of(u"HandledCallsToday"), 0xFFFFFFF0U}});
    EXPECT_EQ(result.toUInt(Keyword::of(u"CallsHandledToday")), 0xFFFFFFFEU);
}

} // namespace
} // namespace callwright::service
