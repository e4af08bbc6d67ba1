#include "app/simulator/simulator.h"
#include "cil/clock/system_clock.h"
#include "cil/objects/session.h"
#include "cil/settings/settings.h"
#include "cil/transport/tcp_transport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

// How long an agent with one call does without a confirmed picture when the server in use goes away: from losing the
// socket until agent and call are known to be as the other side has them, over TCP on the loopback interface. Cold: the
// other side is connected to then (protocol version 23). Warm: a session stands by there (version 25). The simulator's
// other side takes over at once, so that the time is the client's.

namespace {

using namespace callwright;
using simulator::FaultKind;
using simulator::Side;

constexpr int rounds = 21;
constexpr int patienceMs = 10000;

[[noreturn]] void giveUp(const char* why) {
    std::fprintf(stderr, "callwright-bench-failover: %s\n", why);
    std::exit(1);
}

void waitUntil(const std::function<bool()>& condition, const char* what) {
    QElapsedTimer time;
    time.start();
    while (!condition()) {
        if (time.elapsed() > patienceMs)
            giveUp(what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

/// The computer's clock, but that time may be said to have passed: a session that is lost soon after it was opened
/// counts as one that never stood.
class ForwardClock final : public Clock {
public:
    Milliseconds now() const override { return m_clock.now() + m_passed; }
    Milliseconds wallTime() const override { return m_clock.wallTime() + m_passed; }
    std::unique_ptr<Alarm> after(Milliseconds delay, std::function<void()> action) override {
        return m_clock.after(delay, std::move(action));
    }
    void pass(Milliseconds time) { m_passed += time; }

private:
    SystemClock m_clock;
    Milliseconds m_passed{0};
};

simulator::SimulatorConfig siteThatTakesOverAtOnce() {
    simulator::SimulatorConfig config;
    config.sides.takeover = std::chrono::milliseconds(0);
    return config;
}

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
        waitUntil([this] { return m_session.currentAgent()->state() == AgentState::NotReady; }, "not signed in");
        check(m_session.currentAgent()->setReady());
        waitUntil([this] { return m_session.currentAgent()->state() == AgentState::Available; }, "not ready");
        if (!m_site.startCall("Billing", "4155550134"))
            giveUp("nobody can call");
        waitUntil(
            [this] { return m_session.currentCall() && m_session.currentCall()->status() == CallStatus::Alerting; },
            "no call");
        check(m_session.currentCall()->answer());
        waitUntil([this] { return isConfirmed() && m_session.currentAgent()->state() == AgentState::Talking; },
                  "no conversation");
    }

    /// Milliseconds without a confirmed picture.
    double failOver() {
        letStand();
        simulator::Fault kill;
        kill.kind = FaultKind::Kill;
        kill.side = m_site.activeSide();
        if (!m_site.fault(kill))
            giveUp("the side does not die");
        waitUntil([this] { return !isConfirmed(); }, "the loss is not noticed");
        QElapsedTimer time;
        time.start();
        waitUntil([this] { return isConfirmed(); }, "it does not come back");
        const double milliseconds = static_cast<double>(time.nsecsElapsed()) / 1e6;
        if (!m_site.heal(kill))
            giveUp("the side does not come back");
        return milliseconds;
    }

private:
    Endpoint listen(Side side) {
        const auto at = m_site.listen(side, makeTcpListener(), {QStringLiteral("127.0.0.1"), 0});
        if (!at)
            giveUp("the simulator does not listen");
        return *at;
    }

    bool isConfirmed() const {
        return m_session.status() == ConnectionStatus::Open && m_session.isAgentModeSet() && m_session.currentCall() &&
               m_session.currentCall()->isConfirmed();
    }

    /// Until what follows a failover is over and, where one stands by, that session is there again.
    void letStand() {
        m_clock.pass(std::chrono::minutes(1));
        bool isOver = false;
        QTimer::singleShot(std::chrono::milliseconds(300), [&isOver] { isOver = true; });
        waitUntil([&isOver] { return isOver; }, "time stands still");
    }

    static void check(const CilResult& result) {
        if (!result)
            giveUp("a request was refused");
    }

    ForwardClock m_clock;
    simulator::Simulator m_site;
    TcpTransportFactory m_transports;
    Settings m_settings;
    Session m_session;
};

double medianOf(int version) {
    Site site(version);
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(site.failOver());
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::printf("{\"failover.cold_ms\": %.1f, \"failover.warm_ms\": %.1f}\n", medianOf(23), medianOf(25));
    return 0;
}
