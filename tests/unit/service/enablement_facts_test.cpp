#include "tests/unit/service/tsv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

/// Holds the table of tests against the rows of the facts it is made from: none is missing, none says another mask.
namespace callwright {
namespace {

/// Of both tables: agents' masks, and supervisors'.
std::vector<Row> enablementTests() {
    std::vector<Row> tests = readTsv("service/enablement.tsv");
    const auto supervisors = readTsv("service/supervisor_enablement.tsv");
    tests.insert(tests.end(), supervisors.begin(), supervisors.end());
    return tests;
}

bool names(const Row& test, const Row& fact) {
    return test.at("section") == fact.at("section") && test.at("fact") == fact.at("row");
}

TEST(EnablementFacts, EveryRowHasATestThatNamesIt) {
    const auto tests = enablementTests();
    const auto facts = readTsv("service/enablement_facts.tsv");
    std::set<std::string> sections;
    for (const Row& fact : facts) {
        sections.insert(fact.at("section"));
        EXPECT_TRUE(std::ranges::any_of(tests, [&](const Row& test) { return names(test, fact); }))
            << "section " << fact.at("section") << ": " << fact.at("row");
    }
    EXPECT_EQ(facts.size(), 100U);
    EXPECT_EQ(sections, (std::set<std::string>{"1", "2", "3", "4", "5", "6", "7", "8", "9"}));
}

TEST(EnablementFacts, EveryMaskIsExpectedByATestOfItsRow) {
    const auto tests = enablementTests();
    int masks = 0;
    for (const Row& fact : readTsv("service/enablement_facts.tsv")) {
        std::istringstream stream(fact.at("masks"));
        for (std::string mask; stream >> mask; ++masks) {
            EXPECT_TRUE(std::ranges::any_of(
                tests, [&](const Row& test) { return names(test, fact) && test.at("mask") == mask; }))
                << fact.at("row") << ' ' << mask;
        }
    }
    EXPECT_GE(masks, 30);
}

TEST(EnablementFacts, SilentMonitoringIsTriedOfBothKinds) {
    const auto tests = enablementTests();
    const auto isOf = [](const Row& test, const char* kind) {
        const auto at = test.find("kind");
        return at != test.end() && at->second != "None" ? at->second == kind
                                                        : test.at("row").find(kind) != std::string::npos;
    };
    int count = 0;
    for (const Row& fact : readTsv("service/enablement_facts.tsv")) {
        if (!fact.at("row").starts_with("while silent monitoring"))
            continue;
        ++count;
        for (const auto& [column, word] : {std::pair("CtiOs", "CTI OS"), std::pair("UnifiedCm", "Unified CM")}) {
            EXPECT_TRUE(std::ranges::any_of(
                tests, [&](const Row& test) { return names(test, fact) && (isOf(test, column) || isOf(test, word)); }))
                << fact.at("row") << ' ' << word;
        }
    }
    EXPECT_EQ(count, 7);
}

TEST(EnablementFacts, EveryTestNamesARowThatIsThere) {
    const auto facts = readTsv("service/enablement_facts.tsv");
    std::set<std::string> seen;
    for (const Row& test : enablementTests()) {
        EXPECT_TRUE(test.at("fact").empty() ||
                    std::ranges::any_of(facts, [&](const Row& fact) { return names(test, fact); }))
            << test.at("fact");
        EXPECT_TRUE(seen.insert(test.at("section") + test.at("row")).second) << "twice: " << test.at("row");
    }
}

/// Rows that no table of masks can show name the test that does, as file:Suite.Name.
TEST(EnablementFacts, WhatIsShownElsewhereIsThere) {
    const std::filesystem::path root = std::filesystem::path(CALLWRIGHT_TEST_DATA) / ".." / "..";
    int count = 0;
    for (const Row& test : readTsv("service/enablement.tsv")) {
        if (test.at("part") != "elsewhere") {
            continue;
        }
        ++count;
        const std::string& place = test.at("shown_by");
        const auto colon = place.find(':');
        const auto dot = place.rfind('.');
        ASSERT_TRUE(colon != std::string::npos && dot > colon) << test.at("row");
        std::ifstream file(root / place.substr(0, colon));
        const std::string source{std::istreambuf_iterator<char>(file), {}};
        const std::string called = '(' + place.substr(colon + 1, dot - colon - 1) + ", " + place.substr(dot + 1) + ')';
        EXPECT_NE(source.find(called), std::string::npos) << test.at("row") << ": " << place;
    }
    EXPECT_GE(count, 10);
}

} // namespace
} // namespace callwright
