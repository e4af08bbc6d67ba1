#include "cil/transport/tcp_transport.h"
#include "tests/support/tls_files.h"
#include "tests/support/transport_probe.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace callwright {
namespace {

using testing::AcceptAll;
using testing::tlsFile;
using testing::TransportProbe;
using testing::waitUntil;

Security trusting(Security::Trust trust, const QString& anchor = {}) {
    Security security;
    security.isOn = true;
    security.trust = trust;
    security.anchor = anchor;
    return security;
}

Security trustingTheAuthority() { return trusting(Security::Trust::CaFile, tlsFile("ca.pem")); }

Security withClient(const char* certificate, const char* key, const QString& passPhrase = {}) {
    Security security = trustingTheAuthority();
    security.certificateFile = tlsFile(certificate);
    security.keyFile = tlsFile(key);
    security.keyPassPhrase = passPhrase;
    return security;
}

ServerSecurity serverWith(const char* name, const char* clientCa = nullptr) {
    return {tlsFile(name) + QStringLiteral(".pem"), tlsFile(name) + QStringLiteral(".key"),
            clientCa ? tlsFile(clientCa) : QString()};
}

struct TlsTransportTest : ::testing::Test {
    ~TlsTransportTest() override {
        owner.reset();
        testing::drainEvents();
    }

    void serve(const ServerSecurity& security) {
        listener = makeTlsListener(security);
        serverSide = std::make_unique<AcceptAll>(*listener);
        server = listener->listen({QStringLiteral("127.0.0.1"), 0});
        ASSERT_NE(server.port, 0) << listener->errorText().toStdString();
    }
    TransportProbe& connectWith(const Security& security) {
        client = std::make_unique<TransportProbe>(factory.create(owner.get(), security));
        client->transport->open(server);
        return *client;
    }
    /// The failure of a connection that must not open.
    std::optional<TransportFailure> refusalOf(const Security& security) {
        TransportProbe& probe = connectWith(security);
        EXPECT_TRUE(waitUntil([&] { return probe.closings + probe.openings > 0; }));
        EXPECT_EQ(probe.openings, 0);
        return probe.closedBy;
    }
    bool opens(const Security& security) {
        TransportProbe& probe = connectWith(security);
        EXPECT_TRUE(
            waitUntil([&] { return probe.closings > 0 || (probe.openings == 1 && !serverSide->probes.empty()); }));
        return probe.openings == 1;
    }
    /// As after OPEN_REQ: something is sent, and either something comes back or the connection is closed.
    std::optional<TransportFailure> refusalOnFirstWords(const Security& security) {
        TransportProbe& probe = connectWith(security);
        QObject::connect(probe.transport, &Transport::opened, owner.get(), [&] { probe.transport->send("hello"); });
        EXPECT_TRUE(waitUntil([&] { return probe.closings > 0; }));
        EXPECT_TRUE(serverSide->probes.empty());
        return probe.closedBy;
    }
    std::string detail() const { return client->detail.toStdString(); }

    TcpTransportFactory factory;
    std::unique_ptr<Listener> listener;
    std::unique_ptr<AcceptAll> serverSide;
    Endpoint server;
    std::unique_ptr<QObject> owner = std::make_unique<QObject>();
    std::unique_ptr<TransportProbe> client;
};

TEST_F(TlsTransportTest, CarriesBytesBothWaysWhenTheAuthorityIsTrusted) {
    serve(serverWith("server"));
    ASSERT_TRUE(opens(trustingTheAuthority())) << detail();
    const QByteArray much(1'000'000, 'x');
    client->transport->send(much);
    TransportProbe& accepted = *serverSide->probes.back();
    accepted.transport->send("hello");
    EXPECT_TRUE(waitUntil([&] { return accepted.received.size() == much.size() && client->received == "hello"; }));
    EXPECT_EQ(accepted.received, much);
    EXPECT_EQ(client->transport->peerName(), QStringLiteral("127.0.0.1:%1").arg(server.port));
}

TEST_F(TlsTransportTest, CloseSendsWhatIsQueued) {
    serve(serverWith("server"));
    ASSERT_TRUE(opens(trustingTheAuthority()));
    TransportProbe& accepted = *serverSide->probes.back();
    accepted.transport->send("x"); // after it nothing comes from the server any more that could meet a closed socket
    ASSERT_TRUE(waitUntil([&] { return client->received == "x"; }));
    const QByteArray much(3'000'000, 'y');
    client->transport->send(much);
    client->transport->close();
    delete client->transport.data();
    ASSERT_TRUE(waitUntil([&] { return accepted.closings == 1; }));
    EXPECT_EQ(accepted.received.size(), much.size());
    EXPECT_EQ(accepted.closedBy, TransportFailure::ClosedByPeer);
}

TEST_F(TlsTransportTest, AbortClosesThePeer) {
    serve(serverWith("server"));
    ASSERT_TRUE(opens(trustingTheAuthority()));
    client->transport->abort();
    EXPECT_TRUE(waitUntil([&] { return serverSide->probes.back()->closings == 1; }));
    EXPECT_EQ(client->closings, 0);
}

TEST_F(TlsTransportTest, APeerThatDoesNotReadIsGivenUpBeforeItEatsTheMemory) {
    serve(serverWith("server"));
    ASSERT_TRUE(opens(trustingTheAuthority()));
    auto* const deaf = serverSide->probes.back()->transport->findChild<QTcpSocket*>();
    ASSERT_NE(deaf, nullptr);
    deaf->disconnect();
    deaf->setReadBufferSize(1024);
    const QByteArray megabyte(1024 * 1024, 'z');
    EXPECT_TRUE(waitUntil([&] {
        client->transport->send(megabyte);
        return client->closings == 1;
    }));
    EXPECT_EQ(client->closedBy, TransportFailure::Broken);
}

TEST_F(TlsTransportTest, TheStoreOfTheSystemDoesNotKnowOurAuthority) {
    serve(serverWith("server"));
    EXPECT_EQ(refusalOf(trusting(Security::Trust::SystemStore)), TransportFailure::UnknownIssuer);
    EXPECT_NE(detail().find("CN=Side A"), std::string::npos) << detail();
    EXPECT_NE(detail().find("CN=Test authority"), std::string::npos) << detail();
    EXPECT_NE(detail().find("2120-01-01"), std::string::npos) << detail();
    EXPECT_NE(detail().find("SHA-256: " + testing::sha256Of("server.pem").toStdString()), std::string::npos)
        << detail();
}

TEST_F(TlsTransportTest, AnotherAuthorityIsNotTheOneOfTheFile) {
    serve(serverWith("server"));
    EXPECT_EQ(refusalOf(trusting(Security::Trust::CaFile, tlsFile("other-ca.pem"))), TransportFailure::UnknownIssuer);
}

TEST_F(TlsTransportTest, ACertificateForAnotherNameIsRefused) {
    serve(serverWith("wrong-host"));
    EXPECT_EQ(refusalOf(trustingTheAuthority()), TransportFailure::WrongHost);
    EXPECT_NE(detail().find("elsewhere.example"), std::string::npos) << detail();
}

TEST_F(TlsTransportTest, AnExpiredCertificateIsRefused) {
    serve(serverWith("expired"));
    EXPECT_EQ(refusalOf(trustingTheAuthority()), TransportFailure::OutOfDate);
    EXPECT_NE(detail().find("2021-01-01"), std::string::npos) << detail();
}

TEST_F(TlsTransportTest, ThePinnedCertificateIsBelievedWhateverItSays) {
    for (const char* name : {"server", "wrong-host"}) {
        serve(serverWith(name));
        const std::string file = std::string(name) + ".pem";
        EXPECT_TRUE(opens(trusting(Security::Trust::Pin, tlsFile(file.c_str())))) << detail();
        EXPECT_TRUE(opens(trusting(Security::Trust::Pin, testing::sha256Of(file.c_str())))) << detail();
        EXPECT_TRUE(opens(trusting(Security::Trust::Pin, testing::sha256Of(file.c_str()).toLower().remove(u':'))));
    }
}

TEST_F(TlsTransportTest, EachOfSeveralPinnedCertificatesIsBelievedForBothSidesHaveTheirOwn) {
    QTemporaryDir folder;
    const QString both = folder.filePath(QStringLiteral("both.pem"));
    QFile file(both);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    for (const char* name : {"server.pem", "wrong-host.pem"}) {
        QFile one(tlsFile(name));
        ASSERT_TRUE(one.open(QIODevice::ReadOnly));
        file.write(one.readAll());
    }
    file.close();
    const QString list =
        testing::sha256Of("server.pem") + QStringLiteral(", ") + testing::sha256Of("wrong-host.pem").remove(u':');
    for (const char* name : {"server", "wrong-host"}) {
        serve(serverWith(name));
        EXPECT_TRUE(opens(trusting(Security::Trust::Pin, both))) << detail();
        EXPECT_TRUE(opens(trusting(Security::Trust::Pin, list))) << detail();
    }
    serve(serverWith("expired"));
    EXPECT_EQ(refusalOf(trusting(Security::Trust::Pin, both)), TransportFailure::NotPinned);
    EXPECT_EQ(refusalOf(trusting(Security::Trust::Pin, list)), TransportFailure::NotPinned);
}

TEST_F(TlsTransportTest, AnotherCertificateThanThePinnedOneIsRefusedThoughItsAuthorityIsTheSame) {
    serve(serverWith("wrong-host"));
    EXPECT_EQ(refusalOf(trusting(Security::Trust::Pin, tlsFile("server.pem"))), TransportFailure::NotPinned);
    EXPECT_NE(detail().find(testing::sha256Of("wrong-host.pem").toStdString()), std::string::npos) << detail();
    EXPECT_EQ(refusalOf(trusting(Security::Trust::Pin, tlsFile("ca.pem"))), TransportFailure::NotPinned);
}

TEST_F(TlsTransportTest, AClientWithTheRightCertificateIsTaken) {
    serve(serverWith("server", "ca.pem"));
    EXPECT_TRUE(opens(withClient("client.pem", "client.key"))) << detail();
    EXPECT_TRUE(opens(withClient("client.pem", "client-encrypted.key", QStringLiteral("test")))) << detail();
}

TEST_F(TlsTransportTest, AClientWithoutCertificateOrWithAStrangersIsToldSo) {
    serve(serverWith("server", "ca.pem"));
    EXPECT_EQ(refusalOnFirstWords(trustingTheAuthority()), TransportFailure::ClientRefused) << detail();
    EXPECT_EQ(refusalOnFirstWords(withClient("stranger.pem", "stranger.key")), TransportFailure::ClientRefused)
        << detail();
}

/// A server that knows no version but 1.2, and one cipher.
struct OldServer {
    explicit OldServer(const QString& cipher, QSslSocket::PeerVerifyMode clients) {
        QSslConfiguration configuration;
        configuration.setProtocol(QSsl::TlsV1_2);
        configuration.setLocalCertificate(QSslCertificate::fromPath(tlsFile("server.pem")).at(0));
        QFile key(tlsFile("server.key"));
        EXPECT_TRUE(key.open(QIODevice::ReadOnly));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setCaCertificates(QSslCertificate::fromPath(tlsFile("ca.pem")));
        configuration.setPeerVerifyMode(clients);
        configuration.setHandshakeMustInterruptOnError(true); // with an alert, as other servers do
        configuration.setMissingCertificateIsFatal(true);
        configuration.setCiphers(cipher);
        server.setSslConfiguration(configuration);
        EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    }
    QSslServer server;
};

TEST_F(TlsTransportTest, AClientWithoutCertificateIsToldSoByTls12Too) {
    const OldServer old(QStringLiteral("ECDHE-ECDSA-AES128-GCM-SHA256"), QSslSocket::VerifyPeer);
    server = {QStringLiteral("127.0.0.1"), old.server.serverPort()};
    EXPECT_EQ(refusalOf(trustingTheAuthority()), TransportFailure::ClientRefused) << detail();
    EXPECT_EQ(refusalOf(withClient("stranger.pem", "stranger.key")), TransportFailure::ClientRefused) << detail();
    TransportProbe& probe = connectWith(withClient("client.pem", "client.key"));
    EXPECT_TRUE(waitUntil([&] { return probe.openings == 1; })) << detail();
}

TEST_F(TlsTransportTest, AServerWithoutACipherInCommonIsToldFromOneThatWantsACertificate) {
    const OldServer old(QStringLiteral("PSK-AES128-CBC-SHA"), QSslSocket::VerifyNone);
    server = {QStringLiteral("127.0.0.1"), old.server.serverPort()};
    EXPECT_EQ(refusalOf(trustingTheAuthority()), TransportFailure::NotSecured) << detail();
}

std::vector<QString> logged;
void keepLog(QtMsgType, const QMessageLogContext&, const QString& text) { logged.push_back(text); }

TEST_F(TlsTransportTest, AListenerLogsWhoFailedAndWhy) {
    serve(serverWith("server", "ca.pem"));
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(keepLog);
    const auto failedWith = [&](const Security& security, bool saysGarbage) {
        const std::size_t count = logged.size();
        TransportProbe& probe = connectWith(security);
        QObject::connect(probe.transport, &Transport::opened, owner.get(),
                         [&] { probe.transport->send("no hello of TLS"); });
        EXPECT_TRUE(waitUntil([&] { return logged.size() > count && (probe.closings == 1 || saysGarbage); }));
        return logged.size() > count ? logged.back().toStdString() : std::string();
    };
    const std::string missing = failedWith(trustingTheAuthority(), false);
    const std::string stranger = failedWith(withClient("stranger.pem", "stranger.key"), false);
    const std::string plain = failedWith({}, true);
    const std::string doubter = failedWith(trusting(Security::Trust::CaFile, tlsFile("other-ca.pem")), false);
    qInstallMessageHandler(before);
    for (const std::string& line : {missing, stranger, plain, doubter}) {
        EXPECT_NE(line.find("TLS handshake failed with \"127.0.0.1:"), std::string::npos) << line;
        EXPECT_EQ(line.find("because \"\""), std::string::npos) << line;
    }
    EXPECT_NE(missing.find("certificate"), std::string::npos) << missing;
    EXPECT_NE(stranger.find("issuer"), std::string::npos) << stranger;
    EXPECT_EQ(stranger.find("certificate \"none\""), std::string::npos) << stranger;
}

TEST_F(TlsTransportTest, FilesThatCannotBeUsedAreNamed) {
    serve(serverWith("server"));
    QTemporaryDir folder;
    struct {
        Security security;
        const char* named;
    } const cases[] = {
        {trusting(Security::Trust::CaFile, QStringLiteral("/nowhere/ca.pem")), "/nowhere/ca.pem"},
        {trusting(Security::Trust::CaFile, folder.path()), "is not a file"},
        {trusting(Security::Trust::CaFile, tlsFile("client.key")), "client.key"},
        {trusting(Security::Trust::CaFile), "not given"},
        {trusting(Security::Trust::Pin, QStringLiteral("AB:CD")), "AB:CD is neither a file nor"},
        {trusting(Security::Trust::Pin, testing::sha256Of("server.pem") + QStringLiteral(",AB")), "neither a file nor"},
        {trusting(Security::Trust::Pin, tlsFile("make.sh")), "make.sh"},
        {withClient("nothing.pem", "client.key"), "nothing.pem"},
        {withClient("client.pem", "nothing.key"), "nothing.key"},
        {withClient("client.pem", "client.pem"), "no private key"},
        {withClient("client.pem", "client-encrypted.key"), "needs its pass phrase"},
        {withClient("client.pem", "client-encrypted.key", QStringLiteral("wrong")), "pass phrase"},
        {withClient("expired-client.pem", "expired-client.key"), "expired-client.pem"},
        {withClient("client.pem", "stranger.key"), "client.pem"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(refusalOf(one.security), TransportFailure::UnusableFile) << one.named;
        EXPECT_NE(detail().find(one.named), std::string::npos) << detail() << " should name " << one.named;
    }
    EXPECT_TRUE(serverSide->probes.empty());
}

TEST_F(TlsTransportTest, AListenerSaysWhichFileItCannotUse) {
    for (const ServerSecurity& security :
         {ServerSecurity{QStringLiteral("/nowhere/x.pem"), tlsFile("server.key"), {}},
          ServerSecurity{tlsFile("server.pem"), QStringLiteral("/nowhere/x.pem"), {}},
          ServerSecurity{tlsFile("server.pem"), tlsFile("server.key"), QStringLiteral("/nowhere/x.pem")}}) {
        const auto refused = makeTlsListener(security);
        EXPECT_EQ(refused->listen({QStringLiteral("127.0.0.1"), 0}).port, 0);
        EXPECT_TRUE(refused->errorText().contains(u"/nowhere/x.pem")) << refused->errorText().toStdString();
    }
}

TEST_F(TlsTransportTest, WhereNobodyListensTheNetworkIsToBlame) {
    serve(serverWith("server"));
    listener->close();
    EXPECT_EQ(refusalOf(trustingTheAuthority()), TransportFailure::ConnectFailed);
}

/// Plain TCP servers and what they answer to a ClientHello.
struct Answer {
    const char* name;
    QByteArray bytes; ///< empty: hangs up
};
struct NoTlsTest : TlsTransportTest, ::testing::WithParamInterface<Answer> {};

TEST_P(NoTlsTest, IsToldFromADeadNetwork) {
    QTcpServer plain;
    ASSERT_TRUE(plain.listen(QHostAddress::LocalHost));
    QObject::connect(&plain, &QTcpServer::newConnection, owner.get(), [&] {
        QTcpSocket* const peer = plain.nextPendingConnection();
        QObject::connect(peer, &QTcpSocket::readyRead, peer, [peer] {
            peer->readAll();
            GetParam().bytes.isEmpty() ? peer->disconnectFromHost() : static_cast<void>(peer->write(GetParam().bytes));
        });
    });
    server = {QStringLiteral("127.0.0.1"), plain.serverPort()};
    EXPECT_EQ(refusalOf(trustingTheAuthority()), TransportFailure::NotSecured) << detail();
    EXPECT_FALSE(detail().empty());
}

/// A ServerHello that settles for this version (RFC 4346 7.4.1.3), with a cipher everybody knows.
QByteArray serverHello(char minorVersion) {
    const QByteArray body = QByteArray("\3", 1) + minorVersion + QByteArray(32, 'r') + QByteArray("\0\0\x2f\0", 4);
    const QByteArray handshake = QByteArray("\2\0\0", 3) + static_cast<char>(body.size()) + body;
    return QByteArray("\x16\3", 2) + minorVersion + QByteArray("\0", 1) + static_cast<char>(handshake.size()) +
           handshake;
}

INSTANTIATE_TEST_SUITE_P(Servers, NoTlsTest,
                         ::testing::Values(Answer{"HangsUp", {}}, Answer{"Plain", QByteArray(64, '\1')},
                                           Answer{"Garbage", QByteArray(500, 'g')}, Answer{"Tls11", serverHello(2)},
                                           Answer{"Tls10", serverHello(1)}),
                         [](const auto& one) { return std::string(one.param.name); });

TEST_F(TlsTransportTest, AServerThatKeepsSilentDuringTheHandshakeLeavesTheTransportClosedAndAbortable) {
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    server = {QStringLiteral("127.0.0.1"), silent.serverPort()};
    TransportProbe& probe = connectWith(trustingTheAuthority());
    ASSERT_TRUE(waitUntil([&] { return silent.hasPendingConnections(); }));
    const std::unique_ptr<QTcpSocket> peer(silent.nextPendingConnection());
    ASSERT_TRUE(waitUntil([&] { return peer->bytesAvailable() > 0; }));
    EXPECT_FALSE(probe.transport->isOpen());
    probe.transport->abort();
    EXPECT_TRUE(waitUntil([&] { return peer->state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(probe.openings + probe.closings, 0);
}

TEST_F(TlsTransportTest, APlainClientIsNotAcceptedByASecuredServer) {
    serve(serverWith("server"));
    TransportProbe& probe = connectWith({});
    ASSERT_TRUE(waitUntil([&] { return probe.openings == 1; }));
    probe.transport->send("no hello of TLS");
    EXPECT_TRUE(waitUntil([&] { return probe.closings == 1; }));
    EXPECT_TRUE(serverSide->probes.empty());
}

} // namespace
} // namespace callwright
