#include "cil/settings/schema.h"

#include <gtest/gtest.h>

#include <set>

namespace callwright {
namespace {

using Kind = SettingsProblem::Kind;

std::optional<QVariant> read(const QString& path, const QVariant& value, Kind expected = Kind::UnknownPath) {
    const auto found = matchSetting(path);
    EXPECT_TRUE(found) << path.toStdString();
    Kind problem = Kind::UnknownPath;
    const auto result = found ? readSetting(*found->spec, value, problem) : std::nullopt;
    if (!result) {
        EXPECT_EQ(problem, expected) << path.toStdString();
    }
    return result;
}

TEST(SettingsSchema, TellsPathTypeDefaultRangeAndMeaning) {
    std::set<QString> paths;
    for (const SettingSpec& spec : settingSchema()) {
        EXPECT_TRUE(paths.insert(spec.path.toString().toLower()).second) << spec.path.toString().toStdString();
        EXPECT_FALSE(spec.meaning.isEmpty()) << spec.path.toString().toStdString();
        EXPECT_LE(spec.minimum, spec.maximum);
        EXPECT_EQ(spec.type == SettingType::Choice, !spec.choices.isEmpty());
        Kind problem{};
        if (!spec.defaultValue.isEmpty()) {
            EXPECT_TRUE(readSetting(spec, spec.defaultValue.toString(), problem)) << spec.path.toString().toStdString();
        }
    }
}

TEST(SettingsSchema, PathsAreCaseBlindAndKeysAreKept) {
    const auto column = matchSetting(QStringLiteral("grid/callappearance/COLUMNS/12/maxchars"));
    ASSERT_TRUE(column);
    EXPECT_EQ(column->canonical, u"Grid/CallAppearance/Columns/12/MaxChars");
    EXPECT_EQ(column->keys, QStringList{QStringLiteral("12")});
    const auto profile = matchSetting(QStringLiteral("Login/ConnectionProfiles/My Site/PortA"));
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->keys, QStringList{QStringLiteral("My Site")});
    const auto reason = matchSetting(QStringLiteral("Server/Agent/ReasonCodes/NotReady/Coffee/Tea"));
    ASSERT_TRUE(reason);
    EXPECT_EQ(reason->keys, QStringList{QStringLiteral("Coffee/Tea")});
}

TEST(SettingsSchema, WhatItDoesNotHoldIsUnknown) {
    for (const char16_t* path : {u"", u"Grid", u"Grid/CallAppearance/Columns/x/Type", u"Grid/CallAppearance/Columns/1",
                                 u"Server/Agent/EnableWrapupDialog/More", u"Server/Agent/WrapupStrings/Incoming/String",
                                 u"Server/Agent/ReasonCodes/NotReady/"}) {
        EXPECT_FALSE(matchSetting(QString::fromUtf16(path))) << QString::fromUtf16(path).toStdString();
    }
}

TEST(SettingsSchema, NumbersMayBeTextsAndHaveARange) {
    const QString port = QStringLiteral("Login/ConnectionProfiles/x/PortA");
    EXPECT_EQ(read(port, QStringLiteral("0xa42c")), QVariant(qint64(42028)));
    EXPECT_EQ(read(port, 42027), QVariant(qint64(42027)));
    EXPECT_EQ(read(port, 42027.0), QVariant(qint64(42027)));
    EXPECT_EQ(read(port, 0), QVariant(qint64(0))); // the usual one
    EXPECT_FALSE(read(port, -1, Kind::OutOfRange));
    EXPECT_FALSE(read(port, 65536, Kind::OutOfRange));
    EXPECT_FALSE(read(port, QStringLiteral("many"), Kind::WrongType));
    EXPECT_FALSE(read(port, 1.5, Kind::WrongType));
    EXPECT_FALSE(read(port, true, Kind::WrongType));
    EXPECT_FALSE(read(port, QVariant(), Kind::WrongType));
}

TEST(SettingsSchema, BooleansChoicesAndTexts) {
    const QString flash = QStringLiteral("ScreenPreferences/MainScreen/FlashOnCall");
    EXPECT_EQ(read(flash, 0), QVariant(false));
    EXPECT_EQ(read(flash, QStringLiteral("TRUE")), QVariant(true));
    EXPECT_FALSE(read(flash, 2, Kind::WrongType));
    const QString type = QStringLiteral("Grid/CallAppearance/Columns/1/Type");
    EXPECT_EQ(read(type, QStringLiteral("namedvariable")), QVariant(QStringLiteral("ECC")));
    EXPECT_EQ(read(type, QStringLiteral("DN")), QVariant(QStringLiteral("DialedNumber")));
    EXPECT_FALSE(read(type, QStringLiteral("Var11"), Kind::NotAChoice));
    const QString wrapup = QStringLiteral("Server/Agent/WrapupStrings/Incoming/String0");
    EXPECT_TRUE(read(wrapup, QString(39, u'x')));
    EXPECT_FALSE(read(wrapup, QString(40, u'x'), Kind::TooLong));
    EXPECT_FALSE(read(wrapup, 5, Kind::WrongType));
}

TEST(SettingsSchema, ProblemsAreListedAndTold) {
    const SettingsTree tree{{QStringLiteral("Nonsense"), 1},
                            {QStringLiteral("Login/ConnectionProfiles/x/PortA"), 70000},
                            {QStringLiteral("Server/Agent/EnableWrapupDialog"), true}};
    const auto problems = validateSettings(tree);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0], (SettingsProblem{Kind::OutOfRange, QStringLiteral("Login/ConnectionProfiles/x/PortA")}));
    EXPECT_EQ(problems[1], (SettingsProblem{Kind::UnknownPath, QStringLiteral("Nonsense")}));
    EXPECT_TRUE(problemText(problems[0]).contains(u"65535"));
    for (const Kind kind :
         {Kind::UnknownPath, Kind::WrongType, Kind::OutOfRange, Kind::NotAChoice, Kind::TooLong, Kind::Missing}) {
        EXPECT_TRUE(problemText({kind, QStringLiteral("Nonsense")}).contains(u"Nonsense"));
    }
}

TEST(SettingsSchema, TheDefaultsAreValid) { EXPECT_TRUE(validateSettings(defaultSettings()).empty()); }

} // namespace
} // namespace callwright
