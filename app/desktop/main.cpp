#include "app/desktop/demo.h"
#include "app/desktop/desktop.h"
#include "app/desktop/options.h"
#include "app/desktop/translations.h"
#include "cil/clock/system_clock.h"
#include "cil/connection/settings_server_memory.h"
#include "cil/transport/tcp_transport.h"
#include "ui/theme/icon.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>
#include <optional>
#include <random>

namespace {

using namespace callwright;

int answer(const TextAnswer& text) {
    std::FILE* stream = text.isError ? stderr : stdout;
    std::fprintf(stream, "%s\n", qUtf8Printable(text.text.trimmed()));
    return text.isError ? 2 : 0;
}

QStringList argumentsOf(int count, char** values) {
    QStringList arguments;
    for (int index = 0; index < count; ++index)
        arguments += QString::fromLocal8Bit(values[index]);
    return arguments;
}

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("callwright"));
    QCoreApplication::setOrganizationName(QStringLiteral("callwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLWRIGHT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("callwright"));
}

int run(QApplication& application, const Options& options) {
    installTranslations(application, options.language);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/callwright.svg")));
    QApplication::setQuitOnLastWindowClosed(false); // the server is told first
    const ThemeKeeper theme(application, options.scheme);

    SystemClock clock;
    std::optional<ProgramLog> log;
    if (!options.log.fileName.isEmpty())
        log.emplace(options.log, clock);
    if (log && !log->problem().isEmpty())
        return answer({log->problem(), true});
    TcpTransportFactory transports;
    const Settings settings = options.demo ? demoSettings() : Settings::defaults();
    std::random_device device;
    SignInForm preset = options.form.value_or(lastSignIn(settings));
    std::optional<Demo> demo;
    if (options.demo) {
        demo.emplace(clock, device());
        if (!demo->errorText().isEmpty())
            return answer({demo->errorText(), true});
        preset = demo->signIn();
    }
    QSettings remembered;
    SettingsServerMemory lasting(remembered);
    ForgetfulServerMemory forgetful; // of the demo's server, which is another one the next time
    ServerMemory& memory = demo ? static_cast<ServerMemory&>(forgetful) : lasting;
    Desktop desktop(clock, transports, settings, memory, device());
    QObject::connect(&desktop, &Desktop::finished, &application, &QCoreApplication::quit);
    desktop.start(preset);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    nameApplication();
    const auto parsed = parseOptions(argumentsOf(argc, argv));
    if (const auto* text = std::get_if<TextAnswer>(&parsed))
        return answer(*text);
    if (!hasDisplay())
        return answer({QCoreApplication::translate("callwright::Options",
                                                   "There is no display to show a window on (neither DISPLAY nor "
                                                   "WAYLAND_DISPLAY is set)."),
                       true});
    QApplication application(argc, argv);
    return run(application, std::get<Options>(parsed));
}
