#include "tests/support/facts_record.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

namespace callwright::testing {
namespace {

const char* fileName() {
    const char* name = std::getenv("CALLWRIGHT_FACTS");
    return name ? name : "";
}

std::set<std::string>& notes() {
    static std::set<std::string> lines;
    return lines;
}

class PassedTests : public ::testing::EmptyTestEventListener {
    void OnTestEnd(const ::testing::TestInfo& test) override {
        if (test.result()->Passed())
            noteFact("test", std::string(test.test_suite_name()) + '.' + test.name());
    }

    void OnTestProgramEnd(const ::testing::UnitTest&) override {
        std::ofstream file(fileName());
        for (const std::string& line : notes())
            file << line << '\n';
    }
};

} // namespace

bool isRecordingFacts() { return *fileName() != '\0'; }

void noteFact(std::string_view kind, std::string_view name) {
    if (isRecordingFacts())
        notes().insert(std::string(kind) + '\t' + std::string(name));
}

void recordFacts() {
    if (isRecordingFacts())
        ::testing::UnitTest::GetInstance()->listeners().Append(new PassedTests); // which owns it
}

} // namespace callwright::testing
