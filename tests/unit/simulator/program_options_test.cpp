#include "app/simulator/command_line.h"
#include "app/simulator/fault.h"
#include "app/simulator/help_text.h"

#include <gtest/gtest.h>

namespace callwright::simulator {

namespace {

tl::expected<ProgramOptions, QString> read(const char* line) {
    return readCommandLine(QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
}

TEST(ProgramOptions, AreTheDocumentedOnes) {
    const auto options = read(
        "--config site.json --a 127.0.0.1:0 --control=[::1]:42101 --seed 18446744073709551615 --clock manual --demo");
    ASSERT_TRUE(options) << options.error().toStdString();
    EXPECT_EQ(options->configFile, QStringLiteral("site.json"));
    EXPECT_EQ(options->a, (Endpoint{QStringLiteral("127.0.0.1"), 0}));
    EXPECT_EQ(options->control, (Endpoint{QStringLiteral("::1"), 42101}));
    EXPECT_EQ(options->seed, 18446744073709551615ULL);
    EXPECT_TRUE(options->isClockManual);
    EXPECT_TRUE(options->demo);
}

TEST(ProgramOptions, HaveDefaults) {
    const auto options = read("");
    ASSERT_TRUE(options);
    EXPECT_EQ(endpointText(options->a), QStringLiteral("127.0.0.1:42027"));
    EXPECT_EQ(endpointText(options->control), QStringLiteral("127.0.0.1:42100"));
    EXPECT_FALSE(options->isClockManual);
    EXPECT_FALSE(options->demo);
}

TEST(ProgramOptions, APortThatIsNotGivenIsTheUsualOne) {
    struct {
        const char* line;
        int a;
        int b;
    } const cases[] = {{"--a cti --b cti", 42027, 43027},
                       {"--a cti --b cti --tls-cert c.pem", 42030, 43030},
                       {"--tls-cert=c.pem --b cti", 42030, 43030}};
    for (const auto& one : cases) {
        const auto options = read(one.line);
        ASSERT_TRUE(options) << options.error().toStdString();
        EXPECT_EQ(options->a.port, one.a) << one.line;
        EXPECT_EQ(options->b.value_or(Endpoint{}).port, one.b) << one.line;
    }
}

TEST(ProgramOptions, SayHowConnectionsAreSecured) {
    EXPECT_FALSE(read("")->security);
    const auto options = read("--tls-client-ca ca.pem --tls-cert c.pem --tls-key k.pem");
    ASSERT_TRUE(options) << options.error().toStdString();
    EXPECT_EQ(options->security,
              (ServerSecurity{QStringLiteral("c.pem"), QStringLiteral("k.pem"), QStringLiteral("ca.pem")}));
}

TEST(ProgramOptions, MistakesAreNamed) {
    const std::pair<const char*, const char*> mistakes[] = {
        {"--nonsense", "--nonsense"},
        {"--nonsense 1", "--nonsense"},
        {"site.json", "site.json"},
        {"--seed", "--seed"},
        {"--seed x", "--seed"},
        {"--seed -1", "--seed"},
        {"--clock fast", "--clock"},
        {"--a :42027", "--a"},
        {"--a 127.0.0.1:70000", "--a"},
        {"--a 127.0.0.1:x", "--a"},
        {"--a ::1:42027", "--a"},
        {"--control [127.0.0.1", "--control"},
        {"--tls-key k.pem", "--tls-cert"},
        {"--tls-client-ca ca.pem", "--tls-cert"},
    };
    for (const auto& [line, named] : mistakes) {
        const auto options = read(line);
        ASSERT_FALSE(options) << line;
        EXPECT_TRUE(options.error().contains(QLatin1String(named))) << options.error().toStdString();
    }
}

TEST(ProgramOptions, HelpTellsOfEveryOptionCommandAndFault) {
    const QString help = helpText();
    for (const char* word :
         {"--config", "--a HOST", "--b HOST", "--tls-cert ", "--tls-key ", "--tls-client-ca ", "--control", "--seed",
          "--clock", "--demo", "\"do\":\"call\"", "\"do\":\"hangup\"", "\"do\":\"answer\"", "\"do\":\"state\"",
          "\"do\":\"advance\"", "\"do\":\"fault\"", "\"do\":\"heal\""}) {
        EXPECT_TRUE(help.contains(QLatin1String(word))) << word;
    }
    for (const FaultKind kind :
         {FaultKind::Drop,        FaultKind::Refuse,      FaultKind::Stall,        FaultKind::Slow,
          FaultKind::Garbage,     FaultKind::Offline,     FaultKind::Kill,         FaultKind::HalfOpen,
          FaultKind::Cut,         FaultKind::Late,        FaultKind::Twice,        FaultKind::Never,
          FaultKind::WrongId,     FaultKind::EventsFirst, FaultKind::EventsLast,   FaultKind::EventsTwice,
          FaultKind::UnknownCall, FaultKind::OldVersion,  FaultKind::OutOfService, FaultKind::Logout}) {
        const std::string name(nameOf(kind));
        EXPECT_TRUE(help.contains(QLatin1String("\n      ") + QString::fromStdString(name) + u' ')) << name;
        EXPECT_EQ(faultKindNamed(name), kind);
    }
}

} // namespace

} // namespace callwright::simulator
