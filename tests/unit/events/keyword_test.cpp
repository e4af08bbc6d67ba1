#include "cil/events/keywords.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(Keyword, IsCaseBlindAndTrimmed) {
    EXPECT_EQ(Keyword::of(u"ANI"), keyword::ANI);
    EXPECT_EQ(Keyword::of(u" callvariable10\t"), keyword::CallVariable10);
    EXPECT_EQ(Keyword::of(u"CALLVARIABLE1"), keyword::CallVariable1);
}

TEST(Keyword, EkwPrefixNamesTheSame) {
    EXPECT_EQ(Keyword::of(u"ekwAgentID"), keyword::AgentID);
    EXPECT_EQ(Keyword::of(u" EKWagentid "), keyword::AgentID);
    EXPECT_EQ(Keyword::of(u"ekw").name(), u"ekw");
}

TEST(Keyword, UnknownNamesInternOnceAndKeepTheirFirstSpelling) {
    const Keyword first = Keyword::of(u"user.Loyalty");
    EXPECT_EQ(Keyword::of(u"USER.loyalty"), first);
    EXPECT_EQ(Keyword::of(u"ekwuser.loyalty"), first);
    EXPECT_EQ(first.name(), u"user.Loyalty");
    EXPECT_NE(Keyword::of(u"user.Loyalty2"), first);
}

TEST(Keyword, BlankTextIsNoKeyword) {
    EXPECT_EQ(Keyword::of(u""), Keyword());
    EXPECT_EQ(Keyword::of(u"  \t "), Keyword());
    EXPECT_TRUE(Keyword().name().isEmpty());
}

TEST(Keyword, MisprintsOfTheBooksNameTheRightKeyword) {
    EXPECT_EQ(Keyword::of(u"RouterCalKeyCallID"), keyword::RouterCallKeyCallID);
    EXPECT_EQ(Keyword::of(u"CTIOS_MONITORED"), keyword::Monitored);
    EXPECT_EQ(Keyword::of(u"CTIOS_ISMONITORED"), keyword::Monitored);
}

TEST(Keyword, KnownOnesReadBackAsSpelt) {
    EXPECT_EQ(keyword::ICMEnterpriseUniqueID.name(), u"ICMEnterpriseUniqueID");
    EXPECT_EQ(Keyword::of(keyword::ECC.name()), keyword::ECC);
}

TEST(Keyword, IndexedStandsInBrackets) {
    EXPECT_EQ(Keyword::indexed(keyword::SkillGroup, 2).name(), u"SkillGroup[2]");
    EXPECT_EQ(Keyword::indexed(keyword::SkillGroup, 2), Keyword::of(u"skillgroup[2]"));
}

TEST(Keyword, TextBeyondAsciiFoldsToo) {
    EXPECT_EQ(Keyword::of(u"user.Änderung"), Keyword::of(u"USER.ÄNDERUNG"));
    EXPECT_NE(Keyword::of(u"user.Änderung"), Keyword::of(u"user.Anderung"));
}

} // namespace
} // namespace callwright
