#include "app/desktop/demo.h"

#include "app/simulator/acd/demo_callers.h"
#include "cil/transport/tcp_transport.h"

#include <QCoreApplication>

namespace callwright {

namespace {

GridColumn column(const char* type, const QString& header, int width, bool editable = false) {
    GridColumn made;
    made.type = QLatin1String(type);
    made.header = header;
    made.width = width;
    made.editable = editable;
    made.maxChars = editable ? 40 : 0;
    return made;
}

simulator::SimulatorConfig demoSite() {
    simulator::SimulatorConfig site;
    site.acd = simulator::demoConfig();
    return site;
}

QString demoText(const char* text) { return QCoreApplication::translate("callwright::Demo", text); }

} // namespace

Settings demoSettings() {
    Settings settings = Settings::defaults();
    settings.callColumns = {
        column("Status", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "State")), 184),
        column("Caller", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Caller")), 144),
        column("Queue", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Queue")), 104),
        column("Time", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Time")), 88),
        column("Var1", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Order")), 112, true),
        column("Var2", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Name")), 160, true),
        column("Var3", demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Subject")), 192, true),
    };
    settings.notReadyReasons = {{demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Break")), 1},
                                {demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Lunch")), 2},
                                {demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Meeting")), 3},
                                {demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Training")), 4}};
    settings.logoutReasons = {{demoText(QT_TRANSLATE_NOOP("callwright::Demo", "End of shift")), 1},
                              {demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Change of desk")), 2}};
    settings.incomingWrapupStrings = {demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Question answered")),
                                      demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Order taken")),
                                      demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Complaint")),
                                      demoText(QT_TRANSLATE_NOOP("callwright::Demo", "Call back later"))};
    settings.recordingEnabled = true;
    settings.profiles.clear();
    return settings;
}

SignInForm demoSignIn(const Endpoint& server) {
    SignInForm form;
    form.profile.hostA = server.host;
    form.profile.portA = server.port;
    form.agentId = QStringLiteral("1001");
    form.instrument = QStringLiteral("3101");
    return form;
}

/// The site of the demonstration, where a newcomer has time to look around: nobody calls before somebody is ready.
Demo::Demo(Clock& clock, std::uint64_t seed) : m_simulator(clock, demoSite(), seed) {
    const auto listening = m_simulator.listen(makeTcpListener(), {QStringLiteral("127.0.0.1"), 0});
    if (!listening) {
        m_error = QString::fromStdString(listening.error());
        return;
    }
    m_server = *listening;
    simulator::DemoOptions callers;
    callers.firstCall = std::chrono::seconds(4);
    callers.waitsForAgent = true;
    callers.colleagues = {"1002", "1003", "1004", "1091"}; // 3102 to 3104, and the supervisor at 3191
    m_simulator.startDemo(callers);
}

SignInForm Demo::signIn() const { return demoSignIn(m_server); }

} // namespace callwright
