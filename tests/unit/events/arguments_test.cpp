#include "cil/events/arguments.h"
#include "cil/events/keywords.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace callwright {
namespace {

TEST(Arguments, SettingAnExistingKeyReplaces) {
    Arguments arguments;
    arguments.set(keyword::ANI, QStringLiteral("1")).set(u" ani ", QStringLiteral("2"));
    EXPECT_EQ(arguments.size(), 1U);
    EXPECT_EQ(arguments.toString(keyword::ANI), u"2");
}

TEST(Arguments, AbsentIsNotZero) {
    const Arguments arguments{{keyword::AgentState, std::int16_t(0)}};
    EXPECT_TRUE(arguments.contains(keyword::AgentState));
    EXPECT_FALSE(arguments.contains(keyword::CallStatus));
    EXPECT_EQ(arguments.toInt(keyword::AgentState), 0);
    EXPECT_EQ(arguments.toInt(keyword::CallStatus), std::nullopt);
    EXPECT_EQ(arguments.value(keyword::CallStatus).type(), ArgType::NotSet);
    EXPECT_EQ(arguments.arguments(keyword::ECC), nullptr);
}

TEST(Arguments, NumbersReadAsTextAndBack) {
    EXPECT_EQ(ArgValue(-7).toString(), u"-7");
    EXPECT_EQ(ArgValue(QStringLiteral(" 42 ")).toInt(), 42);
    EXPECT_EQ(ArgValue(QStringLiteral("-42")).toInt(), -42);
    EXPECT_EQ(ArgValue(QStringLiteral("4294967295")).toUInt(), 0xFFFFFFFFU);
    EXPECT_EQ(ArgValue(std::uint16_t(50002)).toInt(), 50002);
    EXPECT_EQ(ArgValue(std::int16_t(-1)).toInt(), -1);
}

TEST(Arguments, TextThatIsNoNumberFailsAsInt) {
    for (const auto* text : {u"", u"12a", u"0x10", u"4294967296", u"-2147483649", u"1.5", u"true"}) {
        EXPECT_EQ(ArgValue(QString::fromUtf16(text)).toInt(), std::nullopt) << QString::fromUtf16(text).toStdString();
    }
}

TEST(Arguments, IntAndUIntAreTheSameBits) {
    EXPECT_EQ(ArgValue(0xFFFFFFFFU).toInt(), -1);
    EXPECT_EQ(ArgValue(-1).toUInt(), 0xFFFFFFFFU);
    EXPECT_EQ(ArgValue(0x80000000U).toString(), u"2147483648");
}

TEST(Arguments, BoolsReadAsNumbersAndTexts) {
    EXPECT_EQ(ArgValue(true).toInt(), 1);
    EXPECT_EQ(ArgValue(ArgValue(true).toString()).toBool(), true);
    EXPECT_EQ(ArgValue(QStringLiteral("FALSE")).toBool(), false);
    EXPECT_EQ(ArgValue(QStringLiteral("2")).toBool(), true);
    EXPECT_EQ(ArgValue(QStringLiteral("perhaps")).toBool(), std::nullopt);
}

TEST(Arguments, APointerIsNoBool) {
    EXPECT_FALSE((std::is_constructible_v<ArgValue, const char*>));
    EXPECT_FALSE((std::is_constructible_v<ArgValue, const char16_t*>));
}

TEST(Arguments, EveryTypeIsToldApart) {
    EXPECT_EQ(ArgValue().type(), ArgType::NotSet);
    EXPECT_EQ(ArgValue(1).type(), ArgType::Int);
    EXPECT_EQ(ArgValue(1U).type(), ArgType::UInt);
    EXPECT_EQ(ArgValue(std::int16_t(1)).type(), ArgType::Short);
    EXPECT_EQ(ArgValue(std::uint16_t(1)).type(), ArgType::UShort);
    EXPECT_EQ(ArgValue(true).type(), ArgType::Bool);
    EXPECT_EQ(ArgValue(QString()).type(), ArgType::String);
    EXPECT_EQ(ArgValue(ArgArray{}).type(), ArgType::ArgArray);
    EXPECT_EQ(ArgValue(Arguments()).type(), ArgType::Arguments);
    EXPECT_EQ(ArgValue::reference(QStringLiteral("call.5000.1.x")).type(), ArgType::Reference);
}

TEST(Arguments, ValuesNest) {
    const Arguments ecc{{Keyword::of(u"user.colour"), QStringLiteral("blue")}};
    const Arguments arguments{{keyword::ECC, ecc}};
    ASSERT_NE(arguments.arguments(keyword::ECC), nullptr);
    EXPECT_EQ(arguments.arguments(keyword::ECC)->toString(Keyword::of(u"USER.COLOUR")), u"blue");
    EXPECT_EQ(arguments.toString(keyword::ECC), u"user.colour = blue;");
    EXPECT_EQ(arguments.toInt(keyword::ECC), std::nullopt);
}

TEST(Arguments, ACopyIsIndependent) {
    Arguments sent{{keyword::CallVariable1, QStringLiteral("a")}};
    const Arguments copy = sent;
    sent.set(keyword::CallVariable1, QStringLiteral("b"));
    EXPECT_EQ(copy.toString(keyword::CallVariable1), u"a");
}

TEST(Arguments, ClearLeavesNothing) {
    Arguments arguments{{keyword::AgentState, 3}, {keyword::CallStatus, 1}};
    arguments.clear();
    EXPECT_TRUE(arguments.isEmpty());
    EXPECT_FALSE(arguments.contains(keyword::AgentState));
}

TEST(Arguments, EqualWhateverTheOrder) {
    const Arguments one{{keyword::ANI, QStringLiteral("1")}, {keyword::DNIS, QStringLiteral("2")}};
    const Arguments two{{keyword::DNIS, QStringLiteral("2")}, {keyword::ANI, QStringLiteral("1")}};
    EXPECT_EQ(one, two);
    EXPECT_NE(one, Arguments({{keyword::ANI, QStringLiteral("1")}}));
    EXPECT_NE(one, Arguments({{keyword::ANI, QStringLiteral("1")}, {keyword::DNIS, 2}}));
    EXPECT_EQ(Arguments({{keyword::ECC, one}}), Arguments({{keyword::ECC, two}}));
}

TEST(Arguments, UnknownKeysPassUntouched) {
    Arguments arguments;
    arguments.set(u"ekwMyOwnKey", 5);
    EXPECT_EQ(arguments.toInt(Keyword::of(u"myownkey")), 5);
    EXPECT_EQ(arguments.begin()->key.name(), u"MyOwnKey");
}

TEST(Arguments, WalkingIsOneBased) {
    const Arguments arguments{{keyword::ANI, QStringLiteral("1")}};
    EXPECT_EQ(arguments.at(0), nullptr);
    ASSERT_NE(arguments.at(1), nullptr);
    EXPECT_EQ(arguments.at(1)->key, keyword::ANI);
    EXPECT_EQ(arguments.at(2), nullptr);
}

TEST(Arguments, RemoveMergeAndBlankKeys) {
    Arguments arguments{{keyword::ANI, QStringLiteral("1")}, {keyword::DNIS, QStringLiteral("2")}};
    arguments.remove(keyword::ANI);
    arguments.merge({{keyword::DNIS, QStringLiteral("3")}, {keyword::CallType, std::int16_t(1)}});
    arguments.set(u"  ", 1);
    EXPECT_EQ(arguments, Arguments({{keyword::DNIS, QStringLiteral("3")}, {keyword::CallType, std::int16_t(1)}}));
}

TEST(Arguments, ArraysCompareAndRead) {
    const ArgValue array(ArgArray{ArgValue(1), ArgValue(QStringLiteral("b"))});
    EXPECT_EQ(array.toString(), u"1, b");
    EXPECT_EQ(array, ArgValue(ArgArray{ArgValue(1), ArgValue(QStringLiteral("b"))}));
    EXPECT_NE(array, ArgValue(ArgArray{ArgValue(1)}));
}

} // namespace
} // namespace callwright
