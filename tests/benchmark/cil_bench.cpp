#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/events/publisher.h"
#include "cil/objects/session.h"
#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/tables.h"
#include "cil/settings/settings.h"
#include "cil/transport/memory_transport.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <span>
#include <vector>

// How many of the server's events a second one core takes from bytes to published events: an agent's desk gets what a
// real call at the simulator brought, again and again, in pieces as TCP delivers them. The baseline in the same run is
// the same bytes split into frames and decoded, with nothing made of them. Seconds are those of the core that worked
// for this (processor time), so that whatever else runs takes little away from the figure.

namespace {

using namespace callwright;
constexpr int rounds = 15;
constexpr int callsPerRound = 1500;
constexpr qsizetype pieceSize = 16 * 1024;

volatile std::uint64_t sink; // keeps the compiler from leaving the work out

[[noreturn]] void giveUp(const char* why) {
    std::fprintf(stderr, "callwright-bench-cil: %s\n", why);
    std::exit(1);
}

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::span<const std::byte> asBytes(QByteArrayView view) {
    return std::as_bytes(std::span(view.data(), static_cast<std::size_t>(view.size())));
}

/// Makes transports of a network in memory and keeps what the latest one received.
class Tap final : public TransportFactory {
public:
    explicit Tap(MemoryNetwork& network) : m_inner(network.clients()) {}

    Transport* create(QObject* parent, const Security& security) override {
        latest = m_inner->create(parent, security);
        QObject::connect(latest, &Transport::received, latest, [this](QByteArrayView bytes) {
            if (isRecording)
                recorded += bytes.toByteArray();
        });
        return latest;
    }

    QPointer<Transport> latest;
    QByteArray recorded;
    bool isRecording = false;

private:
    std::unique_ptr<TransportFactory> m_inner;
};

/// Without the confirmations: those belong to requests that were made once.
QByteArray eventsIn(const QByteArray& stream, std::size_t& count) {
    protocol::FrameSplitter splitter;
    splitter.append(asBytes(stream));
    protocol::Decoder decoder(protocol::newestVersion);
    QByteArray events;
    while (true) {
        const auto frame = splitter.next();
        if (!frame || !*frame)
            return events;
        const auto message = decoder.decode(**frame);
        if (message && message->spec() && message->spec()->kind == protocol::Kind::Event) {
            events.append(reinterpret_cast<const char*>((*frame)->data()), static_cast<qsizetype>((*frame)->size()));
            ++count;
        }
    }
}

class Desk {
public:
    Desk()
        : m_network(m_clock, 1), m_tap(m_network), m_site(m_clock, {}, 1), m_settings(Settings::defaults()),
          m_session(m_clock, m_tap, m_settings, 1) {
        const auto server = m_site.listen(m_network.makeListener(), {QStringLiteral("cti"), 42027});
        if (!server)
            giveUp("the simulator does not listen");
        QObject::connect(&m_session.events(), &Publisher::event, &m_session,
                         [this](EventId, const Arguments& arguments) {
                             ++published;
                             sink = sink + arguments.size();
                         });
        ConnectParameters parameters;
        parameters.sideA = *server;
        check(m_session.connectTo(parameters, {5000, QStringLiteral("1001"), QStringLiteral("3101"), false}));
        pass();
        check(m_session.currentAgent()->login(QStringLiteral("any")));
        pass();
        check(m_session.currentAgent()->setReady());
        pass();
    }

    /// What the server sends of one inbound call: announced, ringing, answered, held, retrieved, ended, wrapped up.
    QByteArray oneCall() {
        m_tap.isRecording = true;
        const auto call = m_site.startCall("Billing", "4155550134", {{"CallVariable1", "88"}, {"user.order", "A-17"}});
        if (!call)
            giveUp("nobody can call");
        pass();
        Call* ringing = m_session.currentCall();
        if (!ringing)
            giveUp("no call arrived");
        check(ringing->answer());
        pass();
        check(ringing->hold());
        pass();
        check(ringing->retrieve());
        pass();
        if (!m_site.hangup(*call))
            giveUp("the caller stays");
        pass();
        if (m_session.currentAgent()->state() != AgentState::Available)
            check(m_session.currentAgent()->setReady());
        pass();
        m_tap.isRecording = false;
        return m_tap.recorded;
    }

    void take(QByteArrayView bytes) {
        for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
            Q_EMIT m_tap.latest->received(bytes.sliced(at, std::min(pieceSize, bytes.size() - at)));
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the event loop does: calls go
        }
    }

    std::uint64_t published = 0;

private:
    void pass() { m_clock.advance(std::chrono::seconds(1)); }
    static void check(const CilResult& result) {
        if (!result)
            giveUp("a request was refused");
    }

    ManualClock m_clock;
    MemoryNetwork m_network;
    Tap m_tap;
    simulator::Simulator m_site;
    Settings m_settings;
    Session m_session;
};

double decodeOnly(QByteArrayView bytes) {
    const double start = processorSeconds();
    protocol::FrameSplitter splitter;
    protocol::Decoder decoder(protocol::newestVersion);
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        splitter.append(asBytes(bytes.sliced(at, std::min(pieceSize, bytes.size() - at))));
        for (auto frame = splitter.next(); frame && *frame; frame = splitter.next()) {
            if (const auto message = decoder.decode(**frame))
                sink = sink + message->floating().size();
        }
    }
    return processorSeconds() - start;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    Desk desk;
    std::size_t eventsInACall = 0;
    const QByteArray call = eventsIn(desk.oneCall(), eventsInACall);
    const QByteArray bytes = call.repeated(callsPerRound);
    const double messages = static_cast<double>(eventsInACall) * callsPerRound;
    std::vector<double> perSecond;
    std::vector<double> ratios;
    std::vector<double> publishedPerSecond; // with what the session adds: masks, current call
    for (int round = 0; round < rounds; ++round) {
        const double baseline = decodeOnly(bytes);
        const std::uint64_t before = desk.published;
        const double start = processorSeconds();
        desk.take(bytes);
        const double seconds = processorSeconds() - start;
        perSecond.push_back(messages / seconds);
        publishedPerSecond.push_back(static_cast<double>(desk.published - before) / seconds);
        ratios.push_back(baseline / seconds);
    }
    std::printf("{\"cil.events_per_second\": %.0f, \"cil.published_per_second\": %.0f, \"cil.decode_share\": %.3f}\n",
                median(perSecond), median(publishedPerSecond), median(ratios));
    return 0;
}
