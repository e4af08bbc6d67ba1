// A recording server beside the agents' desks (CTI Server guide v25, Server Service): it registers at the CTI Server,
// which hands the requests of the desks to it and its answers back. Both are sessions of the CIL.

#include "cil/events/keywords.h"
#include "tests/integration/chain/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <utility>

namespace callwright::testing {
namespace {

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;

enum class Mode : std::uint32_t { Exclusive = 0, RoundRobin = 1, Parallel = 2 };

/// A server application: hears what nobody else answers, under the names of messages.
class Recorder {
public:
    Recorder(Chain& chain, const char* clientId)
        : m_transports(chain.network.clients()), session(chain.clock, *m_transports, m_settings, 99) {
        QObject::connect(&session.events(), &Publisher::event, &session,
                         [this](EventId id, const Arguments& arguments) {
                             if (const QString name = eventName(id); name.endsWith(u"_REQ") || name.endsWith(u"_CONF"))
                                 m_heard.emplace_back(name, arguments);
                             refusals += id == EventId::OnAgentControlFailureConf ? 1 : 0;
                         });
        ConnectParameters parameters;
        parameters.sideA = {u"cti"_s, 42027};
        parameters.clientId = QLatin1String(clientId);
        EXPECT_TRUE(session.connectTo(parameters, {Role::Server}));
    }
    void enroll(Mode mode) {
        EXPECT_TRUE(session.request(u"REGISTER_SERVICE_REQ", Arguments{}
                                                                 .set(u"ServerMode", static_cast<std::uint32_t>(mode))
                                                                 .set(u"ServiceName", u"Cisco:CallRecording"_s)));
    }
    /// The next message of that name; what came before it is forgotten.
    Arguments next(const QString& name) {
        while (!m_heard.empty()) {
            auto heard = std::move(m_heard.front());
            m_heard.pop_front();
            if (heard.first == name)
                return heard.second;
        }
        ADD_FAILURE() << name.toStdString() << " did not come";
        return {};
    }
    bool hasHeard(const QString& name) const {
        return std::ranges::any_of(m_heard, [&](const auto& heard) { return heard.first == name; });
    }
    CilResult answer(QStringView name, const Arguments& request, Arguments with = {}) {
        return session.respond(name, with.set(keyword::InvokeID, request.toUInt(keyword::InvokeID).value_or(0)));
    }

private:
    std::unique_ptr<TransportFactory> m_transports;
    Settings m_settings = Settings::defaults();
    std::deque<std::pair<QString, Arguments>> m_heard;

public:
    Session session;
    int refusals = 0;
};

const Arguments recording{{Keyword::of(u"SessionID"), 0U}, {Keyword::of(u"ServerData"), 815U}};

class RecordingServer : public ::testing::Test {
protected:
    RecordingServer() {
        chain.connect(desk);
        chain.settle();
        desk.sent(agent().login(u"any"_s));
        chain.settle();
        desk.sent(agent().setReady());
        chain.settle();
        EXPECT_TRUE(chain.simulator().startCall("Billing", "4155550134"));
        chain.settle();
        desk.sent(call().answer());
        chain.settle();
    }
    static ChainOptions site() {
        ChainOptions options;
        options.agents = someAgents(1);
        options.settings.recordingEnabled = true;
        return options;
    }
    Agent& agent() { return *desk.session.currentAgent(); }
    Call& call() { return *desk.liveCalls().front(); }
    void registered(Recorder& recorder, Mode mode) {
        chain.settle();
        ASSERT_EQ(recorder.session.status(), ConnectionStatus::Open);
        recorder.enroll(mode);
        chain.settle();
        EXPECT_NE(recorder.next(u"REGISTER_SERVICE_CONF"_s).toUInt(Keyword::of(u"RegisteredServiceID")).value_or(0),
                  0U);
    }
    void request(const CilResult& result) {
        ASSERT_TRUE(result) << cilErrorName(result.code).toStdString();
        desk.sent(result);
        chain.settle();
    }
    int failures() { return desk.seen[EventId::OnCallControlFailureConf]; }

    Chain chain{site()};
    Desk& desk = chain.desk(0);
};

TEST_F(RecordingServer, RecordsACallOfADesk) {
    Recorder recorder(chain, "Recorder");
    registered(recorder, Mode::Exclusive);
    request(call().startRecord());
    const Arguments start = recorder.next(u"START_RECORDING_REQ"_s);
    EXPECT_EQ(start.toString(keyword::ClientID), u"5000.1001"_s);
    EXPECT_EQ(start.toUInt(keyword::ConnectionCallID), call().connectionCallId());
    EXPECT_FALSE(start.toString(keyword::ConnectionDeviceID).isEmpty());
    EXPECT_FALSE(call().isRecording()); // the recorder has not said so yet
    ASSERT_TRUE(recorder.answer(u"START_RECORDING_CONF", start, recording));
    chain.settle();
    EXPECT_TRUE(call().isRecording());
    EXPECT_EQ(desk.seen[EventId::OnCallStartRecordingConf], 1);

    request(call().stopRecord());
    const Arguments stop = recorder.next(u"STOP_RECORDING_REQ"_s);
    EXPECT_EQ(stop.toUInt(Keyword::of(u"ServerData")), 815U); // in the recorder's own words
    ASSERT_TRUE(recorder.answer(u"STOP_RECORDING_CONF", stop));
    chain.settle();
    EXPECT_FALSE(call().isRecording());
    EXPECT_EQ(desk.seen[EventId::OnCallStopRecordingConf], 1);
    EXPECT_EQ(failures(), 0);
    EXPECT_THAT(chain.differences(desk), IsEmpty());
}

TEST_F(RecordingServer, MayRefuse) {
    Recorder recorder(chain, "Recorder");
    registered(recorder, Mode::Exclusive);
    request(call().startRecord());
    constexpr auto denied = static_cast<std::uint32_t>(protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    ASSERT_TRUE(
        recorder.answer(u"FAILURE_CONF", recorder.next(u"START_RECORDING_REQ"_s), Arguments{}.set(u"Status", denied)));
    chain.settle();
    EXPECT_EQ(failures(), 1);
    EXPECT_FALSE(call().isRecording());
    EXPECT_THAT(chain.differences(desk), IsEmpty());
}

TEST_F(RecordingServer, LeavesNobodyWaiting) {
    auto recorder = std::make_unique<Recorder>(chain, "Recorder");
    registered(*recorder, Mode::Exclusive);
    request(call().startRecord());
    EXPECT_EQ(failures(), 0);
    recorder->session.disconnectFrom();
    chain.settle();
    EXPECT_EQ(failures(), 1);
    EXPECT_FALSE(call().isRecording());
    request(call().startRecord()); // the switch's own recorder, as there is no other one
    EXPECT_TRUE(call().isRecording());
    EXPECT_THAT(chain.differences(desk), IsEmpty());
}

TEST_F(RecordingServer, SharesTheWorkWithOthersOfItsMode) {
    Recorder first(chain, "Recorder 1");
    Recorder second(chain, "Recorder 2");
    registered(first, Mode::RoundRobin);
    registered(second, Mode::RoundRobin);
    Recorder third(chain, "Recorder 3");
    chain.settle();
    third.enroll(Mode::Exclusive);
    chain.settle();
    EXPECT_EQ(third.refusals, 1);
    const auto record = [&](Recorder& starts, Recorder& stops, std::uint32_t sessionId) {
        request(call().startRecord());
        Arguments words = recording;
        ASSERT_TRUE(starts.answer(u"START_RECORDING_CONF", starts.next(u"START_RECORDING_REQ"_s),
                                  words.set(u"SessionID", sessionId)));
        chain.settle();
        ASSERT_TRUE(call().isRecording());
        request(call().stopRecord());
        const Arguments stop = stops.next(u"STOP_RECORDING_REQ"_s);
        EXPECT_EQ(stop.toUInt(Keyword::of(u"ServerData")), 815U);
        ASSERT_TRUE(stops.answer(u"STOP_RECORDING_CONF", stop));
        chain.settle();
        EXPECT_FALSE(call().isRecording());
    };
    record(first, second, 0);         // whoever waited longest, each time
    record(first, first, 0xFFFFFFFF); // the one that records stops
    record(second, second, 0xFFFFFFFF);
}

TEST_F(RecordingServer, IsRegisteredAgainAfterALoss) {
    Recorder recorder(chain, "Recorder");
    registered(recorder, Mode::Exclusive);
    ASSERT_TRUE(chain.simulator().fault({.kind = simulator::FaultKind::Drop}));
    chain.settle();
    for (int i = 0; i < 60 && recorder.session.status() != ConnectionStatus::Open; ++i)
        chain.settle();
    chain.settle();
    recorder.next(u"REGISTER_SERVICE_CONF"_s);
    request(call().startRecord());
    ASSERT_TRUE(recorder.answer(u"START_RECORDING_CONF", recorder.next(u"START_RECORDING_REQ"_s), recording));
    chain.settle();
    EXPECT_TRUE(call().isRecording());
}

} // namespace
} // namespace callwright::testing
