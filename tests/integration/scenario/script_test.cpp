#include "tests/integration/scenario/script.h"
#include "tests/integration/scenario/stage.h"
#include "tests/integration/scenario/text_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace callwright::testing {
namespace {

using namespace Qt::StringLiterals;

TEST(Script, HasASettingAndStepsWithWhatIsTold) {
    const Script script = scriptFromText("some", u"# why\n"
                                                 "people: 1001 1002\n"
                                                 "site: {\"busyTrigger\": 2}\n"
                                                 "desk 1001: {\"workModeTimer\": 15}\n"
                                                 "given: desktops want long events\n"
                                                 "\n"
                                                 "1001 is ready\n"
                                                 "  1001 OnAgentStateChange\n"
                                                 "3 seconds pass\n"_s);
    EXPECT_EQ(script.setting.people, QStringList({u"1001"_s, u"1002"_s}));
    EXPECT_EQ(script.setting.site.value(u"busyTrigger").toInt(), 2);
    EXPECT_EQ(script.setting.agents.at(u"1001"_s).value(u"desk").toObject().value(u"workModeTimer").toInt(), 15);
    EXPECT_TRUE(script.setting.hasLongEvents);
    EXPECT_FALSE(script.setting.sharesCallIds);
    ASSERT_EQ(script.steps.size(), 2U);
    EXPECT_EQ(script.steps[0].action, u"1001 is ready");
    EXPECT_EQ(script.steps[0].lines, QStringList(u"  1001 OnAgentStateChange"_s));
    EXPECT_TRUE(script.steps[1].lines.isEmpty());
}

TEST(Script, ThatNobodyCanPlayIsRefused) {
    EXPECT_THROW(scriptFromText("some", u"  1001 OnCallBegin\n"_s), std::runtime_error);
    EXPECT_THROW(scriptFromText("some", u"given: good luck\n"_s), std::runtime_error);
    EXPECT_THROW(loadScript("none"), std::runtime_error);
    Stage stage(scriptFromText("some", u"people: 1001\n"_s).setting);
    EXPECT_THROW(stage.perform(u"1001 sings"_s), std::runtime_error);
    EXPECT_THROW(stage.perform(u"1002 answers"_s), std::runtime_error);
    EXPECT_THROW(stage.perform(u"1001 answers"_s), std::runtime_error);
    EXPECT_THROW(stage.perform(u"4155550134 hangs up"_s), std::runtime_error);
    EXPECT_THROW(Stage(scriptFromText("some", u"people: 4711\n"_s).setting), std::runtime_error);
}

TEST(Difference, ShowsWhatIsMissingAndWhatIsNew) {
    const QStringList before{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
    const QStringList after{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"x"_s, u"f"_s};
    EXPECT_EQ(difference(before, before), QString());
    EXPECT_EQ(difference(before, after), u"  ...\n  c\n  d\n- e\n+ x\n  f\n"_s);
    EXPECT_EQ(difference({}, {u"x"_s}), u"+ x\n"_s);
}

TEST(Mask, ReadsAsItsBits) {
    EXPECT_EQ(maskInWords(0), u"nothing"_s);
    EXPECT_EQ(maskInWords(0x001C0001), u"base ANSWER BAD_LINE_CALL"_s);
    EXPECT_EQ(maskInWords(0x80100000), u"WORKNOTREADY CHAT"_s);
}

} // namespace
} // namespace callwright::testing
