#include "cil/events/keywords.h"
#include "cil/service/ecc.h"
#include "cil/service/wire_data.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using protocol::CodePage;
using protocol::Field;
using protocol::MessageType;
using Kind = RequestProblem::Kind;

Arguments variable(const QString& name, const QString& value) { return {{Keyword::of(name), value}}; }

RequestProblem problemOf(const Arguments& ecc, CodePage page = CodePage::Windows1252) {
    const auto fields = encodeEcc(ecc, page);
    EXPECT_FALSE(fields.has_value());
    return fields ? RequestProblem() : fields.error();
}

/// `count` variables of 14 + `length` bytes each: an 12 byte name, the value, two terminators.
Arguments variables(int count, int length) {
    Arguments ecc;
    for (int i = 0; i < count; ++i) {
        ecc.set(QStringLiteral("user.name%1").arg(i, 3, 10, QLatin1Char('0')), QString(length, u'x'));
    }
    return ecc;
}

TEST(Ecc, ScalarsAndArraysAreToldApart) {
    Arguments ecc = variable(QStringLiteral("user.s"), QStringLiteral("1"));
    ecc.merge(variable(QStringLiteral("user.a[0]"), QStringLiteral("2")))
        .merge(variable(QStringLiteral("user.a[255]"), QString()))
        .merge(variable(QStringLiteral("user.odd[256]"), QStringLiteral("4")));
    const auto fields = encodeEcc(ecc, CodePage::Windows1252);
    ASSERT_TRUE(fields.has_value());
    ASSERT_EQ(fields->size(), 4U);
    EXPECT_EQ((*fields)[0].index, std::nullopt);
    EXPECT_EQ((*fields)[1].name, "user.a");
    EXPECT_EQ((*fields)[1].index, 0);
    EXPECT_EQ((*fields)[2].index, 255);
    EXPECT_EQ((*fields)[2].value, "");
    EXPECT_EQ((*fields)[3].name, "user.odd[256]");
    EXPECT_EQ((*fields)[3].index, std::nullopt);
}

TEST(Ecc, ANameHasThirtyTwoBytesAtMost) {
    EXPECT_TRUE(encodeEcc(variable(QString(32, u'n'), QStringLiteral("1")), CodePage::Windows1252));
    EXPECT_TRUE(
        encodeEcc(variable(QString(32, u'n') + QStringLiteral("[7]"), QStringLiteral("1")), CodePage::Windows1252));
    const RequestProblem problem = problemOf(variable(QString(33, u'n'), QStringLiteral("1")));
    EXPECT_EQ(problem.kind, Kind::NameTooLong);
    EXPECT_EQ(problem.keyword.name(), QString(33, u'n'));
    EXPECT_EQ(problem.limit, 32U);
    EXPECT_EQ(problem.size, 33U);
}

TEST(Ecc, AValueHas210BytesAtMostInTheCodePageOfTheWire) {
    EXPECT_TRUE(encodeEcc(variable(QStringLiteral("user.v"), QString(210, u'ü')), CodePage::Windows1252));
    EXPECT_TRUE(encodeEcc(variable(QStringLiteral("user.v"), QString(105, u'ü')), CodePage::Utf8));
    const RequestProblem problem = problemOf(variable(QStringLiteral("user.v"), QString(106, u'ü')), CodePage::Utf8);
    EXPECT_EQ(problem.kind, Kind::TooLong);
    EXPECT_EQ(problem.keyword.name(), u"user.v");
    EXPECT_EQ(problem.limit, 210U);
    EXPECT_EQ(problem.size, 212U);
}

TEST(Ecc, AllTogetherHave2000Bytes) {
    Arguments ecc = variables(10, 186); // 200 bytes each
    EXPECT_TRUE(encodeEcc(ecc, CodePage::Windows1252));
    ecc.set(QStringLiteral("user.name000"), QString(187, u'x'));
    const RequestProblem problem = problemOf(ecc);
    EXPECT_EQ(problem.kind, Kind::TooMuchData);
    EXPECT_EQ(problem.keyword, keyword::ECC);
    EXPECT_EQ(problem.limit, 2000U);
    EXPECT_EQ(problem.size, 2001U);
    EXPECT_EQ(problemOf(variables(20, 186)).size, 4000U); // how much it is, not only where it ran over
}

TEST(Ecc, AnArraysIndexCounts) {
    Arguments ecc = variables(9, 186);
    ecc.set(QStringLiteral("user.name009[1]"), QString(186, u'x'));
    EXPECT_EQ(problemOf(ecc).size, 2001U);
}

TEST(Ecc, WhatCannotBeSentIsNamed) {
    EXPECT_EQ(problemOf(variable(QStringLiteral("user.v"), QStringLiteral("日"))).kind, Kind::NotEncodable);
    EXPECT_EQ(problemOf(variable(QStringLiteral("user.v"), QStringLiteral("a") + QChar(0) + u'b')).kind,
              Kind::NotEncodable);
}

TEST(Ecc, ThreeThousandBytesAreNotSent) {
    Arguments data = connectionArguments({7, 0, QStringLiteral("3101")});
    data.set(keyword::ECC, variables(15, 186));
    const RequestResult result = buildRequest(MessageType::SET_CALL_DATA_REQ, data, {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, Kind::TooMuchData);
    EXPECT_EQ(problemText(result.error()), u"ECC is too large in all: 3000 bytes of 2000 at most.");
}

TEST(Ecc, ReadsBackAsItWasSent) {
    Arguments data = connectionArguments({7, 0, QStringLiteral("3101")});
    const Arguments ecc = variables(9, 186);
    data.set(keyword::ECC, ecc);
    const auto request = buildRequest(MessageType::SET_CALL_DATA_REQ, data, {});
    ASSERT_TRUE(request.has_value());
    const DecodedFrame message(*request);
    EXPECT_EQ(message.view().number(Field::NumNamedVariables), 9U);
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    ASSERT_NE(wire.arguments(keyword::ECC), nullptr);
    EXPECT_EQ(*wire.arguments(keyword::ECC), ecc);
}

TEST(RequestProblem, SaysWhichKeywordWhatLimitAndHowMuch) {
    const Keyword key = Keyword::of(u"user.%2");
    EXPECT_EQ(problemText({Kind::TooLong, key, 210, 300}), u"user.%2 is too long: 300 bytes of 210 at most.");
    EXPECT_EQ(problemText({Kind::NameTooLong, key, 32, 40}), u"The name user.%2 is too long: 40 bytes of 32 at most.");
    EXPECT_EQ(problemText({Kind::Missing, keyword::DialedNumber}), u"DialedNumber is missing.");
}

} // namespace
} // namespace callwright::service
