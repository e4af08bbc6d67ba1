#include "cil/service/requests.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

TEST(Dialable, KeepsWhatIsDialledOfAWrittenNumber) {
    EXPECT_EQ(dialable(QStringLiteral(" +1 (415) 555-0134 ")), u"+14155550134");
    EXPECT_EQ(dialable(QStringLiteral("*69#")), u"*69#");
    EXPECT_TRUE(dialable(QStringLiteral("12+34")).isEmpty());
    EXPECT_TRUE(dialable(QStringLiteral("31a2")).isEmpty());
    EXPECT_TRUE(dialable(QStringLiteral("+")).isEmpty());
    EXPECT_TRUE(dialable(QStringLiteral("  ")).isEmpty());
    EXPECT_EQ(dialable(QString(39, u'1')).size(), 39);
    EXPECT_TRUE(dialable(QString(40, u'1')).isEmpty());
}

TEST(Dialable, APlusStandsInFrontOnly) {
    EXPECT_EQ(dialable(QStringLiteral("+") + QString(38, u'1')).size(), 39);
    EXPECT_TRUE(dialable(QStringLiteral("+") + QString(39, u'1')).isEmpty());
    EXPECT_TRUE(dialable(QStringLiteral("++1")).isEmpty());
}

TEST(DtmfTones, AreTheSixteenOfAKeypad) {
    EXPECT_EQ(dtmfTones(QStringLiteral("0123456789*#ABCD")), u"0123456789*#ABCD");
    EXPECT_EQ(dtmfTones(QStringLiteral(" 12-3 a#")), u"123A#");
    EXPECT_TRUE(dtmfTones(QStringLiteral("12E")).isEmpty());
    EXPECT_TRUE(dtmfTones(QStringLiteral("+1")).isEmpty());
    EXPECT_TRUE(dtmfTones(QStringLiteral(" ")).isEmpty());
}

TEST(DtmfTones, ThirtyOneFitTheField) {
    EXPECT_EQ(dtmfTones(QString(31, u'5')).size(), 31);
    EXPECT_TRUE(dtmfTones(QString(32, u'5')).isEmpty());
}

} // namespace
} // namespace callwright::service
