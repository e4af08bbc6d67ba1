#include "app/simulator/simulator.h"
#include "cil/clock/system_clock.h"
#include "cil/objects/session.h"
#include "cil/settings/settings.h"
#include "cil/transport/tcp_transport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <vector>

// How long an agent with one call does without a confirmed picture when the CTI Server in use dies: from the moment its
// connections are reset and nobody can connect to it any more, until agent and call are known to be as the other side
// has them (Session::confirmedChanged). Real sockets on the loopback interface, the real clock, no network delay.
//
// Cold: protocol version 23, nothing is there in advance. The client goes the guide's way: the same side first, which
// refuses the connection, then at once the other one. No wait is left out, as the guide has none before its second
// round. Warm: version 25, a session stands by on the other side and is told that it is active.
//
// The simulator's other side takes over at once, so that the time is the client's: a real site adds its own.

namespace {

using namespace callwright;
using simulator::FaultKind;
using simulator::Side;

constexpr int desksOfAKind = 11;
constexpr int rounds = 2; ///< to the other side, and back
constexpr int patienceMs = 10000;
/// A session that stood for less than 15 s is no recovery to the client, and its loss begins no new round of attempts.
constexpr int standMs = 16000;

[[noreturn]] void giveUp(const char* why) {
    std::fprintf(stderr, "callwright-bench-failover: %s\n", why);
    std::exit(1);
}

void check(const CilResult& result) {
    if (!result)
        giveUp("a request was refused");
}

void letStand() {
    QEventLoop loop;
    QTimer::singleShot(standMs, &loop, &QEventLoop::quit);
    loop.exec();
}

simulator::SimulatorConfig siteThatTakesOverAtOnce() {
    simulator::SimulatorConfig config;
    config.sides.takeover = std::chrono::milliseconds(0);
    return config;
}

/// A site of two sides, and one desk that talks.
class Site {
public:
    explicit Site(int version)
        : m_site(m_clock, siteThatTakesOverAtOnce(), 1), m_settings(Settings::defaults()),
          m_session(m_clock, m_transports, m_settings, 1) {
        ConnectParameters parameters;
        parameters.sideA = listen(Side::A);
        parameters.sideB = listen(Side::B);
        parameters.highestVersion = version;
        check(m_session.connectTo(parameters, {5000, QStringLiteral("1001"), QStringLiteral("3101"), false}));
        waitUntil([this] { return m_session.isAgentModeSet(); }, "no session");
        check(m_session.currentAgent()->login(QStringLiteral("any")));
        waitUntil([this] { return isIn(AgentState::NotReady); }, "not signed in");
        check(m_session.currentAgent()->setReady());
        waitUntil([this] { return isIn(AgentState::Available); }, "not ready");
        if (!m_site.startCall("Billing", "4155550134"))
            giveUp("nobody can call");
        waitUntil([this] { return isCall(CallStatus::Alerting); }, "no call");
        check(m_session.currentCall()->answer());
        waitUntil([this] { return isTalking(); }, "no conversation");
    }

    int sessions() const { return static_cast<int>(m_site.state().at("sessions").size()); }

    /// Milliseconds without a confirmed picture.
    double failOver() {
        simulator::Fault kill;
        kill.kind = FaultKind::Kill;
        kill.side = m_site.activeSide();
        const QString lost = m_session.currentServer();
        int losses = 0;
        double milliseconds = 0;
        QElapsedTimer time;
        const auto watching = QObject::connect(&m_session, &Session::confirmedChanged, &m_session, [&](bool isNow) {
            losses += isNow ? 0 : 1;
            milliseconds = static_cast<double>(time.nsecsElapsed()) / 1e6;
        });
        time.start();
        if (!m_site.fault(kill))
            giveUp("the side does not die");
        waitUntil([&] { return losses > 0 && isTalking(); }, "it does not come back");
        QObject::disconnect(watching);
        if (losses != 1 || m_session.currentServer() == lost)
            giveUp("it did not fail over once");
        if (!m_site.heal(kill))
            giveUp("the side does not start anew");
        return milliseconds;
    }

private:
    Endpoint listen(Side side) {
        const auto at = m_site.listen(side, makeTcpListener(), {QStringLiteral("127.0.0.1"), 0});
        if (!at)
            giveUp("the simulator does not listen");
        return *at;
    }

    bool isIn(AgentState state) const { return m_session.currentAgent()->state() == state; }
    bool isCall(CallStatus status) const {
        return m_session.currentCall() && m_session.currentCall()->status() == status;
    }
    bool isTalking() const {
        return m_session.isConfirmed() && isIn(AgentState::Talking) && isCall(CallStatus::Connect) &&
               m_session.currentCall()->isConfirmed();
    }

    /// Runs the event loop; what the session says is when the condition is looked at.
    void waitUntil(const std::function<bool()>& condition, const char* what) {
        if (condition())
            return;
        QEventLoop loop;
        const auto look = [&] {
            if (condition())
                loop.quit();
        };
        QObject::connect(&m_session.events(), &Publisher::event, &loop, look);
        QObject::connect(&m_session, &Session::confirmedChanged, &loop, look);
        QTimer::singleShot(patienceMs, &loop, [what] { giveUp(what); });
        loop.exec();
    }

    SystemClock m_clock;
    simulator::Simulator m_site;
    TcpTransportFactory m_transports;
    Settings m_settings;
    Session m_session;
};

using Sites = std::vector<std::unique_ptr<Site>>;

Sites makeSites(int version) {
    Sites sites;
    for (int desk = 0; desk < desksOfAKind; ++desk)
        sites.push_back(std::make_unique<Site>(version));
    return sites;
}

void failOver(const Sites& sites, int sessionsBefore, std::vector<double>& times) {
    for (const auto& site : sites) {
        if (site->sessions() != sessionsBefore)
            giveUp("no session stands by, or one that should not");
        times.push_back(site->failOver());
    }
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("callwright.*=false")); // losses are what this is about
    const Sites cold = makeSites(23);
    const Sites warm = makeSites(25);
    std::vector<double> coldTimes;
    std::vector<double> warmTimes;
    for (int round = 0; round < rounds; ++round) {
        letStand();
        failOver(cold, 1, coldTimes);
        failOver(warm, 2, warmTimes);
    }
    std::printf("{\"failover.cold_ms\": %.1f, \"failover.warm_ms\": %.1f}\n", median(coldTimes), median(warmTimes));
    return 0;
}
