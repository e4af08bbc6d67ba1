#include "tests/integration/scenario/script.h"
#include "tests/integration/scenario/stage.h"
#include "tests/integration/scenario/text_diff.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace callwright::testing {
namespace {

using ::testing::IsEmpty;

/// Each scenario of tests/data/scenarios: what every desk is told, event by event, and the mask after each.
class WrittenScenario : public ::testing::TestWithParam<std::string> {};

TEST_P(WrittenScenario, IsToldAtEveryDeskAsWritten) {
    const Script script = loadScript(GetParam());
    Stage stage(script.setting);
    std::vector<Step> told;
    for (const Step& step : script.steps) {
        SCOPED_TRACE(step.action.toStdString());
        stage.perform(step.action);
        told.push_back({step.action, toLines(stage.take())});
        EXPECT_THAT(stage.faults(), IsEmpty());
    }
    const QStringList actual = toLines(told);
    const QString changes = difference(toLines(script.steps), actual);
    EXPECT_TRUE(changes.isEmpty()) << changes.toStdString();
    if (!changes.isEmpty()) {
        QFile copy(QDir::temp().filePath(QString::fromStdString("scenario_" + GetParam() + ".txt")));
        if (copy.open(QIODevice::WriteOnly) && copy.write(actual.join(u'\n').toUtf8()) > 0)
            ADD_FAILURE() << "all that was told: " << copy.fileName().toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, WrittenScenario, ::testing::ValuesIn(scenarioNames()),
                         [](const auto& test) { return test.param; });

} // namespace
} // namespace callwright::testing
