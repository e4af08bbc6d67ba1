#include "cil/transport/transport.h"
#include "tests/integration/console/process.h"
#include "tests/support/tls_files.h"

#include <gtest/gtest.h>

#include <memory>

namespace callwright::testing {
namespace {

/// The console against the simulator, both as processes, secured.
class SecuredProcess : public ::testing::Test {
protected:
    void serve(const char* name, const QStringList& more = {}) {
        simulator = std::make_unique<Process>(
            QStringLiteral("callwright-sim"),
            QStringList{QStringLiteral("--a"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--b"),
                        QStringLiteral("127.0.0.1:0"), QStringLiteral("--control"), QStringLiteral("127.0.0.1:0"),
                        QStringLiteral("--tls-cert"), tlsFile(name) + QStringLiteral(".pem"),
                        QStringLiteral("--tls-key"), tlsFile(name) + QStringLiteral(".key")} +
                more);
        addresses = simulator->waitFor([](const QJsonObject& line) { return line.contains(u"control"); });
        ASSERT_FALSE(addresses.isEmpty()) << simulator->errors().toStdString();
    }
    void connectTo(const char* side, const QStringList& more) {
        console = std::make_unique<Process>(
            QStringLiteral("callwright-console"),
            QStringList{QStringLiteral("agent"), QStringLiteral("--a"), addresses.value(QLatin1String(side)).toString(),
                        QStringLiteral("--agent"), QStringLiteral("1001"), QStringLiteral("--instrument"),
                        QStringLiteral("3101"), QStringLiteral("--tls")} +
                more);
    }

    QJsonObject addresses;
    std::unique_ptr<Process> simulator;
    std::unique_ptr<Process> console;
};

TEST_F(SecuredProcess, ConnectsWhenTheAuthorityIsTrusted) {
    serve("server");
    connectTo("A", {QStringLiteral("--tls-ca"), tlsFile("ca.pem")});
    EXPECT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty()) << console->errors().toStdString();
}

TEST_F(SecuredProcess, ShowsItsCertificateWhenTheServerWantsOne) {
    serve("server", {QStringLiteral("--tls-client-ca"), tlsFile("ca.pem")});
    connectTo("A", {QStringLiteral("--tls-pin"), sha256Of("server.pem"), QStringLiteral("--tls-cert"),
                    tlsFile("client.pem"), QStringLiteral("--tls-key"), tlsFile("client.key")});
    EXPECT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty()) << console->errors().toStdString();
}

TEST_F(SecuredProcess, SaysWhatItDoesNotTrustAtEitherSide) {
    serve("server");
    for (const char* side : {"A", "B"}) {
        connectTo(side, {});
        const QJsonObject failure = console->waitForEvent("OnConnectionFailure").value(u"args").toObject();
        EXPECT_EQ(failure.value(u"FailureCode").toInt(), static_cast<int>(TransportFailure::UnknownIssuer));
        EXPECT_TRUE(failure.value(u"ErrorMessage").toString().contains(sha256Of("server.pem")));
    }
}

} // namespace
} // namespace callwright::testing
