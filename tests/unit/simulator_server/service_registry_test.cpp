#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

enum Mode : std::uint32_t { Exclusive = 0, RoundRobin = 1, Parallel = 2 };

/// A desktop at 3101 whose call 7 may be recorded, and recording servers.
class RecordingServers : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        behind.calls = {{7, {"L1"}}};
        client = openClient();
        first = openServer("first");
        second = openServer("second");
    }
    std::unique_ptr<Client> openServer(const std::string& id, Version version = protocol::newestVersion) {
        return openClient(bridge(services::CTI_SERVICE_SERVER, id, version));
    }
    static MessageBuilder enroll(std::uint32_t mode, const std::string& service = "Cisco:CallRecording",
                                 Version version = protocol::newestVersion) {
        return request(MessageType::REGISTER_SERVICE_REQ, version)
            .set(Field::ServerMode, mode)
            .set(Field::ServiceName, service);
    }
    static MessageBuilder leave(std::uint32_t id) {
        return request(MessageType::UNREGISTER_SERVICE_REQ).set(Field::RegisteredServiceID, id);
    }
    static MessageBuilder start(Version version = protocol::newestVersion) {
        return request(MessageType::START_RECORDING_REQ, version)
            .set(Field::ConnectionCallID, 7)
            .set(Field::ConnectionDeviceIDType, 1)
            .set(Field::PacketSize, 20)
            .set(Field::ConnectionDeviceID, "L1");
    }
    static MessageBuilder started(std::uint32_t invokeId, Version version = protocol::newestVersion) {
        return MessageBuilder(MessageType::START_RECORDING_CONF, version)
            .set(Field::InvokeID, invokeId)
            .set(Field::SessionID, 5)
            .set(Field::ServerData, 99);
    }
    /// The InvokeID of the only thing that the server was asked; 0 and a failure for anything else.
    std::uint32_t asked(Client& server, const char* what = "START_RECORDING_REQ") {
        clock.settle();
        const auto all = server.take();
        EXPECT_EQ(refusalIn(all), what);
        return all.size() == 1 ? all[0]->number(Field::InvokeID, 0) : 0;
    }
    bool wasAsked(Client& server) {
        clock.settle();
        return !server.take().empty();
    }

    std::unique_ptr<Client> client;
    std::unique_ptr<Client> first;
    std::unique_ptr<Client> second;
};

TEST_F(RecordingServers, RegisterAndUnregister) {
    for (const Version version : versionsWith(MessageType::REGISTER_SERVICE_REQ)) {
        const auto server = openServer("server", version);
        const auto answers = ask(*server, enroll(Exclusive, "Cisco:CallRecording", version));
        ASSERT_EQ(refusalIn(answers), "REGISTER_SERVICE_CONF") << version;
        const auto id = answers[0]->number(Field::RegisteredServiceID, 0);
        EXPECT_NE(id, 0U);
        EXPECT_EQ(
            refusalIn(ask(*server,
                          request(MessageType::UNREGISTER_SERVICE_REQ, version).set(Field::RegisteredServiceID, id))),
            "UNREGISTER_SERVICE_CONF");
    }
}

TEST_F(RecordingServers, AreRefusedWhatIsUnknownOrTaken) {
    EXPECT_EQ(refusalIn(ask(*first, enroll(Exclusive, "Cisco:Other"))), "E_CTI_INVALID_SERVICE");
    EXPECT_EQ(refusalIn(ask(*first, enroll(3))), "E_CTI_INVALID_SERVICE");
    EXPECT_EQ(refusalIn(ask(*first, leave(1))), "E_CTI_INVALID_SERVICE");
    const auto id = ask(*first, enroll(Exclusive)).at(0)->number(Field::RegisteredServiceID, 0);
    EXPECT_EQ(refusalIn(ask(*second, enroll(Exclusive))), "E_CTI_SERVICE_CONFLICT");
    EXPECT_EQ(refusalIn(ask(*second, enroll(Parallel))), "E_CTI_SERVICE_CONFLICT");
    EXPECT_EQ(refusalIn(ask(*first, enroll(Exclusive))), "E_CTI_SERVICE_CONFLICT");
    EXPECT_EQ(refusalIn(ask(*second, leave(id))), "E_CTI_INVALID_SERVICE") << "somebody else's";
    EXPECT_EQ(refusalIn(ask(*client, enroll(Exclusive))), "E_CTI_FUNCTION_NOT_AVAILABLE");
    first->close();
    clock.settle();
    EXPECT_EQ(refusalIn(ask(*second, enroll(Parallel))), "REGISTER_SERVICE_CONF") << "free again";
}

TEST_F(RecordingServers, GetTheRequestsAndTheirAnswersGoBack) {
    ask(*first, enroll(Exclusive));
    client->send(start());
    clock.settle();
    const auto forwarded = first->take();
    ASSERT_EQ(refusalIn(forwarded), "START_RECORDING_REQ");
    EXPECT_EQ(forwarded[0]->number(Field::ConnectionCallID), 7U);
    EXPECT_EQ(forwarded[0]->number(Field::PacketSize), 20U);
    EXPECT_EQ(forwarded[0]->text(Field::ConnectionDeviceID), "L1");
    EXPECT_EQ(forwarded[0]->text(Field::ClientID), "5000.1001");
    EXPECT_TRUE(forwarded[0]->has(Field::ClientAddress));
    EXPECT_TRUE(behind.asked.empty());
    EXPECT_TRUE(client->take().empty()) << "the server's answer is the answer";
    first->send(started(forwarded[0]->number(Field::InvokeID, 0)));
    clock.settle();
    const auto confirmed = client->take();
    ASSERT_EQ(refusalIn(confirmed), "START_RECORDING_CONF");
    EXPECT_EQ(confirmed[0]->number(Field::InvokeID), 77U);
    EXPECT_EQ(confirmed[0]->number(Field::SessionID), 5U);
    EXPECT_EQ(confirmed[0]->number(Field::ServerData), 99U);
    first->send(started(forwarded[0]->number(Field::InvokeID, 0)));
    clock.settle();
    EXPECT_TRUE(client->take().empty()) << "answered once";
}

TEST_F(RecordingServers, RefusalsGoBackToo) {
    ask(*first, enroll(Exclusive));
    client->send(start());
    first->send(MessageBuilder(MessageType::CONTROL_FAILURE_CONF, 25)
                    .set(Field::InvokeID, asked(*first))
                    .set(Field::FailureCode, 33));
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "CONTROL_FAILURE_CONF");
    client->send(start());
    first->send(
        MessageBuilder(MessageType::FAILURE_CONF, 25).set(Field::InvokeID, asked(*first)).set(Field::Status, 17));
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_UNSPECIFIED_FAILURE");
    EXPECT_EQ(refusalIn(ask(*client, MessageBuilder(MessageType::FAILURE_CONF, 25))),
              "E_CTI_INVALID_MSG_TYPE_FOR_VERSION")
        << "no server application";
}

TEST_F(RecordingServers, InRoundRobinTakeTurns) {
    ask(*first, enroll(RoundRobin));
    ask(*second, enroll(RoundRobin));
    for (int round = 0; round < 2; ++round) {
        client->send(start());
        EXPECT_TRUE(wasAsked(*first));
        EXPECT_FALSE(wasAsked(*second));
        client->send(start());
        EXPECT_FALSE(wasAsked(*first));
        EXPECT_TRUE(wasAsked(*second));
    }
}

TEST_F(RecordingServers, InParallelAllGetItAndAllAnswersGoBack) {
    ask(*first, enroll(Parallel));
    ask(*second, enroll(Parallel));
    client->send(start());
    first->send(started(asked(*first)));
    second->send(started(asked(*second)));
    clock.settle();
    EXPECT_EQ(client->takeNames(), (std::vector<std::string>{"START_RECORDING_CONF", "START_RECORDING_CONF"}));
}

TEST_F(RecordingServers, AStopGoesToTheServerThatItNames) {
    ask(*first, enroll(RoundRobin));
    ask(*second, enroll(RoundRobin));
    const auto sessions = server().state();
    const auto sessionOfSecond = sessions.at(2).at("SessionID").get<std::uint32_t>();
    client->send(request(MessageType::STOP_RECORDING_REQ)
                     .set(Field::ConnectionCallID, 7)
                     .set(Field::ConnectionDeviceIDType, 1)
                     .set(Field::SessionID, sessionOfSecond)
                     .set(Field::ConnectionDeviceID, "L1"));
    second->send(MessageBuilder(MessageType::STOP_RECORDING_CONF, 25)
                     .set(Field::InvokeID, asked(*second, "STOP_RECORDING_REQ")));
    EXPECT_FALSE(wasAsked(*first));
    EXPECT_EQ(refusalIn(client->take()), "STOP_RECORDING_CONF");
}

TEST_F(RecordingServers, ThatGoOweNothing) {
    ask(*first, enroll(Exclusive));
    client->send(start());
    asked(*first);
    first->close();
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_CLIENT_DISCONNECTED");
}

TEST_F(RecordingServers, OthersDoNotAnswerForThem) {
    ask(*first, enroll(Exclusive));
    client->send(start());
    const auto invokeId = asked(*first);
    second->send(started(invokeId));
    clock.settle();
    EXPECT_TRUE(client->take().empty());
}

TEST_F(RecordingServers, GetNoRequestsAboutWhatIsNotThere) {
    ask(*first, enroll(Exclusive));
    EXPECT_EQ(refusalIn(ask(*client, start().set(Field::ConnectionCallID, 8))), "CONTROL_FAILURE_CONF");
    EXPECT_EQ(refusalIn(ask(*client, start().set(Field::AgentInstrument, "3102"))), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_FALSE(wasAsked(*first));
}

TEST_F(RecordingServers, WithoutAnyTheSwitchAnswers) {
    behind.answer = ControlFailure{protocol::ControlFailureCode::CF_REQUESTED_SERVICE_NOT_REGISTERED, 0};
    EXPECT_EQ(refusalIn(ask(*client, start())), "CONTROL_FAILURE_CONF");
    EXPECT_EQ(behind.asked.size(), 1U);
}

TEST_F(RecordingServers, HearOfEmergencies) {
    behind.emitEvent({MessageType::EMERGENCY_CALL_EVENT, "3102", {{Field::ConnectionCallID, 7U}}});
    clock.settle();
    EXPECT_EQ(first->takeNames(), std::vector<std::string>{"EMERGENCY_CALL_EVENT"});
}

} // namespace

} // namespace callwright::simulator
