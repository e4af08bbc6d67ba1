#include "app/console/agent_options.h"

#include <QTemporaryFile>

#include <gtest/gtest.h>

namespace callwright::console {
namespace {

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
         {"", "--a cti-a:42027 --agent 1001", "--a cti-a --agent 1 --instrument 2", "--a :1 --agent 1 --instrument 2",
          "--a x:0 --agent 1 --instrument 2", "--a x:70000 --agent 1 --instrument 2",
          "--a x:1 --agent 1 --instrument 2 --protocol 12", "--a x:1 --agent 1 --instrument 2 --peripheral many",
          "--a x:1 --agent 1 --instrument 2 --code-page latin",
          "--a x:1 --agent 1 --instrument 2 --password-file /nowhere/at/all",
          "--a x:1 --agent 1 --instrument 2 surplus"}) {
        const auto options = parseAgentOptions(QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts));
        ASSERT_FALSE(options) << line;
        EXPECT_FALSE(options.error().isEmpty()) << line;
    }
}

} // namespace
} // namespace callwright::console
