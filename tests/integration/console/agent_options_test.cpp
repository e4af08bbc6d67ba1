#include "app/console/agent_options.h"
#include "tests/support/tls_files.h"

#include <QTemporaryFile>

#include <gtest/gtest.h>

namespace callwright::console {
namespace {

using testing::tlsFile;

QStringList words(const char* line) { return QString::fromLatin1(line).split(u' '); }

const char* const enough = "--a cti-a:42027 --peripheral 5000 --agent 1001 --instrument 3101";

TEST(AgentOptions, SayWhereToAndWhoFor) {
    const auto options = parseAgentOptions(words(enough));
    ASSERT_TRUE(options) << options.error().toStdString();
    EXPECT_EQ(options->connection.sideA, (Endpoint{QStringLiteral("cti-a"), 42027}));
    EXPECT_EQ(options->connection.highestVersion, 25);
    EXPECT_EQ(options->agent.peripheralId, 5000U);
    EXPECT_EQ(options->agent.agentId, QStringLiteral("1001"));
    EXPECT_EQ(options->agent.agentInstrument, QStringLiteral("3101"));
    EXPECT_EQ(options->signIn, SignInMethod::Password);
}

TEST(AgentOptions, TakeAnAddressInBrackets) {
    const auto options = parseAgentOptions(words("--a [::1]:42027 --agent 1 --instrument 2"));
    ASSERT_TRUE(options);
    EXPECT_EQ(options->connection.sideA, (Endpoint{QStringLiteral("::1"), 42027}));
}

TEST(AgentOptions, KnowTheUsualPortsOfBothSides) {
    struct {
        const char* more;
        int a;
        int b;
    } const cases[] = {{"", 42027, 43027},
                       {"--instance 2", 42107, 43107},
                       {"--tls", 42030, 43030},
                       {"--tls --instance 1", 42070, 43070}};
    for (const auto& one : cases) {
        const QString line = QStringLiteral("--a cti-a --b cti-b --agent 1 --instrument 2 ") + QLatin1String(one.more);
        const auto options = parseAgentOptions(line.split(u' ', Qt::SkipEmptyParts));
        ASSERT_TRUE(options) << options.error().toStdString();
        EXPECT_EQ(options->connection.sideA.port, one.a) << one.more;
        EXPECT_EQ(options->connection.sideB, (Endpoint{QStringLiteral("cti-b"), static_cast<std::uint16_t>(one.b)}));
    }
}

TEST(AgentOptions, SayWhatIsLogged) {
    const QString line = QString::fromLatin1(enough);
    EXPECT_TRUE(parseAgentOptions(line.split(u' '))->log.fileName.isEmpty());
    const auto options =
        parseAgentOptions((line + QStringLiteral(" --log desk.log --trace-mask 0x20000003")).split(u' '));
    ASSERT_TRUE(options);
    EXPECT_EQ(options->log.fileName, QStringLiteral("desk.log"));
    EXPECT_EQ(options->log.traceMask, 0x20000003U);
    const auto wrong = parseAgentOptions((line + QStringLiteral(" --trace-mask much")).split(u' '));
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().contains(QStringLiteral("--trace-mask")));
}

TEST(AgentOptions, HelpNamesTheUsualPorts) {
    for (const ServerSide side : {ServerSide::A, ServerSide::B}) {
        for (const bool isSecured : {false, true})
            EXPECT_TRUE(agentUsage().contains(QString::number(standardPort(side, isSecured))));
    }
}

TEST(AgentOptions, SayHowItComesBack) {
    const auto usual = parseAgentOptions(words(enough));
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->connection.expectedClients, ConnectionProfile().expectedClients);
    EXPECT_EQ(usual->connection.attemptsAllowed, 0);
    const auto said = parseAgentOptions(words(enough) << words("--clients 2500 --attempts 12"));
    ASSERT_TRUE(said);
    EXPECT_EQ(said->connection.expectedClients, 2500);
    EXPECT_EQ(said->connection.attemptsAllowed, 12);
}

TEST(AgentOptions, SayHowTheConnectionIsSecured) {
    QTemporaryFile phrase;
    ASSERT_TRUE(phrase.open());
    phrase.write("test\n");
    phrase.close();
    const auto plain = parseAgentOptions(words(enough));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->connection.security, Security());
    const auto system = parseAgentOptions(words(enough) << QStringLiteral("--tls"));
    ASSERT_TRUE(system);
    EXPECT_EQ(system->connection.security, (Security{true, Security::Trust::SystemStore, {}, {}, {}, {}}));
    const auto pinned = parseAgentOptions(words(enough) << words("--tls --tls-pin") << tlsFile("server.pem"));
    ASSERT_TRUE(pinned);
    EXPECT_EQ(pinned->connection.security.trust, Security::Trust::Pin);
    const QString line = QStringLiteral("--tls --tls-ca %1 --tls-cert %2 --tls-key %3 --tls-phrase-file %4");
    const auto all = parseAgentOptions(words(enough) << line.arg(tlsFile("ca.pem"), tlsFile("client.pem"),
                                                                 tlsFile("client-encrypted.key"), phrase.fileName())
                                                            .split(u' '));
    ASSERT_TRUE(all) << all.error().toStdString();
    EXPECT_EQ(all->connection.security,
              (Security{true, Security::Trust::CaFile, tlsFile("ca.pem"), tlsFile("client.pem"),
                        tlsFile("client-encrypted.key"), QStringLiteral("test")}));
}

TEST(AgentOptions, FilesThatCannotBeUsedAreRefusedBeforeAnyConnection) {
    for (const char* line :
         {"--tls --tls-pin zz", "--tls --tls-ca /nowhere/ca.pem", "--tls --tls-cert /nowhere/me.pem"}) {
        const auto options = parseAgentOptions(words(enough) << words(line));
        ASSERT_FALSE(options) << line;
        EXPECT_TRUE(options.error().contains(words(line).last())) << options.error().toStdString();
    }
}

TEST(AgentOptions, ReadThePasswordFromAFileAndNotFromTheCommandLine) {
    QTemporaryFile file;
    ASSERT_TRUE(file.open());
    file.write("s3cret with blank \r\nsecond line\n");
    file.close();
    const auto options = parseAgentOptions(words(enough) << QStringLiteral("--password-file") << file.fileName());
    ASSERT_TRUE(options);
    EXPECT_EQ(options->password, QStringLiteral("s3cret with blank "));
    EXPECT_FALSE(parseAgentOptions(words(enough) << QStringLiteral("--password") << QStringLiteral("x")));
}

TEST(AgentOptions, SayWhatIsWrong) {
    for (const char* line :
         {"", "--a cti-a:42027 --agent 1001", "--a :1 --agent 1 --instrument 2", "--a x:0 --agent 1 --instrument 2",
          "--a x:70000 --agent 1 --instrument 2", "--a x:1 --agent 1 --instrument 2 --protocol 12",
          "--a x:1 --agent 1 --instrument 2 --peripheral many", "--a x:1 --agent 1 --instrument 2 --code-page latin",
          "--a x:1 --agent 1 --instrument 2 --password-file /nowhere/at/all",
          "--a x:1 --agent 1 --instrument 2 --instance 25", "--a x --b y:0 --agent 1 --instrument 2",
          "--a x --agent 1 --instrument 2 --tls-ca ca.pem", "--a x --agent 1 --instrument 2 --tls --tls-key k.pem",
          "--a x --agent 1 --instrument 2 --tls --tls-ca ca.pem --tls-pin s.pem",
          "--a x --agent 1 --instrument 2 --tls --tls-cert c --tls-phrase-file /nowhere/at/all",
          "--a x:1 --agent 1 --instrument 2 --clients few", "--a x:1 --agent 1 --instrument 2 --attempts -1",
          "--a x:1 --agent 1 --instrument 2 surplus"}) {
        const auto options = parseAgentOptions(QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts));
        ASSERT_FALSE(options) << line;
        EXPECT_FALSE(options.error().isEmpty()) << line;
    }
}

} // namespace
} // namespace callwright::console
