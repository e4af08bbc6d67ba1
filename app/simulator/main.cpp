#include "app/simulator/command_line.h"
#include "app/simulator/control_commands.h"
#include "app/simulator/control_port.h"
#include "app/simulator/help_text.h"
#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/clock/system_clock.h"
#include "cil/transport/tcp_transport.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <cstdio>

namespace {

using namespace callwright;
using namespace callwright::simulator;

constexpr int cannotListen = 1;
constexpr int wrongOptions = 2;

using Listening = tl::expected<Endpoint, std::string>;

int complain(const QString& sentence, int status) {
    std::fprintf(stderr, "callwright-sim: %s\n", qUtf8Printable(sentence));
    return status;
}

void say(const QString& text) {
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

/// The wall clock of a manual clock starts with the computer's, so that times in messages look like today's.
Milliseconds wallStart() { return SystemClock().wallTime(); }

int run(QCoreApplication& application, const ProgramOptions& options, const SimulatorConfig& config) {
    SystemClock realClock;
    ManualClock manualClock(wallStart());
    Clock& clock = options.isClockManual ? static_cast<Clock&>(manualClock) : realClock;
    Simulator simulated(clock, config, options.seed);
    ControlCommands commands(simulated, options.isClockManual ? &manualClock : nullptr);
    ControlPort port(commands);
    nlohmann::ordered_json first;
    const auto note = [&first](std::string_view name, const Endpoint& wanted, const Listening& listening) {
        if (!listening) {
            complain(endpointText(wanted) + QStringLiteral(": ") + QString::fromStdString(listening.error()),
                     cannotListen);
            return false;
        }
        first[std::string(name)] = endpointText(*listening).toStdString();
        return true;
    };
    const auto entrance = [&options] {
        return options.security ? makeTlsListener(*options.security) : makeTcpListener();
    };
    if (!note(nameOf(Side::A), options.a, simulated.listen(Side::A, entrance(), options.a)) ||
        (options.b && !note(nameOf(Side::B), *options.b, simulated.listen(Side::B, entrance(), *options.b))) ||
        !note("control", options.control, port.listen(makeTcpListener(), options.control))) {
        return cannotListen;
    }
    if (options.isClockManual) { // what is due now does not wait for somebody to turn the clock
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &application,
                         [&manualClock] { manualClock.settle(); });
    }
    say(QString::fromStdString(first.dump()) + u'\n');
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const auto options = readCommandLine(QCoreApplication::arguments().mid(1));
    if (!options) {
        return complain(options.error() + QStringLiteral(" (see --help)"), wrongOptions);
    }
    if (options->showsHelp) {
        say(helpText());
        return 0;
    }
    if (options->showsVersion) {
        say(QStringLiteral("callwright-sim " CALLWRIGHT_VERSION "\n"));
        return 0;
    }
    const auto config = loadConfig(*options);
    return config ? run(application, *options, *config) : complain(config.error(), wrongOptions);
}
