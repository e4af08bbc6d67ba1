#include "app/desktop/demo.h"
#include "app/desktop/options.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

std::variant<Options, TextAnswer> parse(QStringList arguments) {
    arguments.prepend(QStringLiteral("callwright"));
    return parseOptions(arguments);
}

TEST(Options, aServerAndAnAgentFillTheSignIn) {
    const auto parsed = parse({QStringLiteral("--a"), QStringLiteral("cti-a:42"), QStringLiteral("--peripheral"),
                               QStringLiteral("5001"), QStringLiteral("--agent"), QStringLiteral("1001"),
                               QStringLiteral("--instrument"), QStringLiteral("3101")});
    ASSERT_TRUE(std::holds_alternative<Options>(parsed));
    const Options& options = std::get<Options>(parsed);
    ASSERT_TRUE(options.form);
    EXPECT_EQ(options.form->profile.hostA, QLatin1String("cti-a"));
    EXPECT_EQ(options.form->profile.portA, 42);
    EXPECT_EQ(options.form->profile.peripheralId, 5001u);
    EXPECT_EQ(options.form->agentId, QLatin1String("1001"));
    EXPECT_EQ(options.form->instrument, QLatin1String("3101"));
    EXPECT_FALSE(options.demo);
}

TEST(Options, theLogIsNamed) {
    const auto parsed = parse(QStringLiteral("--log desk.log --trace-mask 0x7").split(u' '));
    ASSERT_TRUE(std::holds_alternative<Options>(parsed));
    EXPECT_EQ(std::get<Options>(parsed).log.fileName, QLatin1String("desk.log"));
    EXPECT_EQ(std::get<Options>(parsed).log.traceMask, 7u);
    EXPECT_TRUE(std::holds_alternative<TextAnswer>(parse(QStringLiteral("--trace-mask all").split(u' '))));
}

TEST(Options, bothSidesAndHowTheyAreSecuredFillTheSignIn) {
    const auto parsed =
        parse(QStringLiteral("--a cti-a --b cti-b --tls --tls-ca ca.pem --tls-cert me.pem").split(u' '));
    ASSERT_TRUE(std::holds_alternative<Options>(parsed));
    const ConnectionProfile& profile = std::get<Options>(parsed).form.value_or(SignInForm()).profile;
    EXPECT_EQ(profile.portA, 42030);
    EXPECT_EQ(profile.hostB, QLatin1String("cti-b"));
    EXPECT_EQ(profile.portB, 43030);
    EXPECT_TRUE(profile.isSecured);
    EXPECT_EQ(profile.caFile, QLatin1String("ca.pem"));
    EXPECT_EQ(profile.certificateFile, QLatin1String("me.pem"));
}

TEST(Options, howItComesBackFillsTheSignIn) {
    const auto parsed = parse(QStringLiteral("--a cti-a --clients 2500 --attempts 12").split(u' '));
    ASSERT_TRUE(std::holds_alternative<Options>(parsed));
    const ConnectionProfile& profile = std::get<Options>(parsed).form.value_or(SignInForm()).profile;
    EXPECT_EQ(profile.expectedClients, 2500);
    EXPECT_EQ(profile.attemptsAllowed, 12);
}

TEST(Options, aConnectionWithoutServerIsAMistake) {
    for (const char* line : {"--tls", "--b cti-b", "--a cti-a --tls-ca ca.pem"})
        EXPECT_TRUE(std::holds_alternative<TextAnswer>(parse(QString::fromLatin1(line).split(u' ')))) << line;
}

TEST(Options, demoNeedsNothingElse) {
    const auto parsed = parse({QStringLiteral("--demo")});
    ASSERT_TRUE(std::holds_alternative<Options>(parsed));
    EXPECT_TRUE(std::get<Options>(parsed).demo);
}

TEST(Demo, itsColumnsAreOnesThatAnAdministratorCouldChoose) {
    const auto type = matchSetting(QStringLiteral("Grid/CallAppearance/Columns/1/Type"));
    ASSERT_TRUE(type);
    for (const GridColumn& column : demoSettings().callColumns) {
        SettingsProblem::Kind problem{};
        EXPECT_TRUE(readSetting(*type->spec, column.type, problem)) << column.type.toStdString();
    }
}

TEST(Options, mistakesAreNamed) {
    for (const QStringList& wrong :
         {QStringList{QStringLiteral("--a"), QStringLiteral("host:port")}, QStringList{QStringLiteral("--nonsense")},
          QStringList{QStringLiteral("word")}, QStringList{QStringLiteral("--theme"), QStringLiteral("pink")},
          QStringList{QStringLiteral("--a"), QStringLiteral("h"), QStringLiteral("--peripheral"),
                      QStringLiteral("x")}}) {
        const auto parsed = parse(wrong);
        ASSERT_TRUE(std::holds_alternative<TextAnswer>(parsed)) << wrong.join(QLatin1Char(' ')).toStdString();
        EXPECT_TRUE(std::get<TextAnswer>(parsed).isError);
    }
}

TEST(Options, thereIsNoWayToPutAPasswordOnTheCommandLine) {
    const auto parsed = parse({QStringLiteral("--help")});
    ASSERT_TRUE(std::holds_alternative<TextAnswer>(parsed));
    EXPECT_FALSE(std::get<TextAnswer>(parsed).isError);
    EXPECT_FALSE(std::get<TextAnswer>(parsed).text.contains(QLatin1String("--password")));
    EXPECT_TRUE(std::get<TextAnswer>(parsed).text.contains(QLatin1String("--demo")));
}

} // namespace
} // namespace callwright
