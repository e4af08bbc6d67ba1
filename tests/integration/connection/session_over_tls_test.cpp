#include "cil/clock/system_clock.h"
#include "cil/events/keywords.h"
#include "cil/objects/session.h"
#include "cil/transport/tcp_transport.h"
#include "tests/support/fake_peer.h"
#include "tests/support/tls_files.h"
#include "tests/support/wait.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace callwright {
namespace {

using testing::tlsFile;
using testing::waitUntil;

struct SessionOverTlsTest : ::testing::Test {
    SessionOverTlsTest() {
        QObject::connect(&session.events(), &Publisher::event, &owner,
                         [this](EventId event, const Arguments& arguments) {
                             if (event == EventId::OnConnection)
                                 isConnected = true;
                             if (event == EventId::OnConnectionFailure && !failure)
                                 failure = arguments;
                         });
    }
    void connectTo(const char* serverName, const char* caFile) {
        listener = makeTlsListener(
            {tlsFile(serverName) + QStringLiteral(".pem"), tlsFile(serverName) + QStringLiteral(".key"), {}});
        peer = std::make_unique<testing::FakePeer>(*listener);
        ConnectParameters parameters;
        parameters.sideA = listener->listen({QStringLiteral("127.0.0.1"), 0});
        parameters.security = {true, Security::Trust::CaFile, tlsFile(caFile), {}, {}, {}};
        ASSERT_TRUE(session.connectTo(parameters, {5000, QStringLiteral("1001"), QStringLiteral("3101"), false}));
        ASSERT_TRUE(waitUntil([&] { return isConnected || failure; }));
    }

    SystemClock clock;
    TcpTransportFactory transports;
    Settings settings = Settings::defaults();
    std::unique_ptr<Listener> listener;
    std::unique_ptr<testing::FakePeer> peer;
    Session session{clock, transports, settings, 1};
    QObject owner;
    bool isConnected = false;
    std::optional<Arguments> failure;
};

TEST_F(SessionOverTlsTest, Connects) {
    connectTo("server", "ca.pem");
    EXPECT_TRUE(isConnected);
}

TEST_F(SessionOverTlsTest, TheFailureSaysWhatDidNotVerifyWhatToDoAndWhatTheServerPresented) {
    struct {
        const char* server;
        const char* caFile;
        TransportFailure code;
        const char* words;
    } const cases[] = {{"server", "other-ca.pem", TransportFailure::UnknownIssuer, "authority's file"},
                       {"wrong-host", "ca.pem", TransportFailure::WrongHost, "for another name"},
                       {"expired", "ca.pem", TransportFailure::OutOfDate, "not valid at this time"}};
    for (const auto& one : cases) {
        failure.reset();
        connectTo(one.server, one.caFile);
        ASSERT_TRUE(failure);
        EXPECT_EQ(failure->toUInt(keyword::FailureCode), static_cast<std::uint32_t>(one.code));
        const QStringList lines = failure->toString(keyword::ErrorMessage).split(u'\n');
        EXPECT_TRUE(lines.first().contains(QLatin1String(one.words))) << lines.first().toStdString();
        const QByteArray certificate = QByteArray(one.server) + ".pem";
        EXPECT_EQ(lines.last(), QStringLiteral("SHA-256: ") + testing::sha256Of(certificate.constData()));
        EXPECT_FALSE(failure->contains(keyword::FinalAttempt)); // the other side may be well, or files be mended
        session.disconnectFrom();
        ASSERT_TRUE(waitUntil([&] { return session.status() == ConnectionStatus::Closed; }));
    }
}

} // namespace
} // namespace callwright
