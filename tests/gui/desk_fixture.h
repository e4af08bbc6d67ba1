#pragma once

#include "app/desktop/demo.h"
#include "app/simulator/simulator.h"
#include "cil/clock/system_clock.h"
#include "cil/transport/tcp_transport.h"
#include "tests/gui/fakes.h"
#include "tests/gui/find.h"
#include "ui/calls/call_grid.h"
#include "ui/main_window.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <gtest/gtest.h>

namespace callwright::test {

/// The agent's window on a simulated site, over TCP on the loopback interface, driven by clicks and keys.
class DeskFixture : public testing::Test {
protected:
    explicit DeskFixture(const simulator::SimulatorConfig& config = {});
    ~DeskFixture() override;
    void makeDesk(); ///< anew, after a change of the settings

    void show(const char* agent = "1001", const char* instrument = "3101"); ///< the window with the sign-in filled
    void signIn();                                                          ///< by clicks, until not ready
    void becomeReady();                                                     ///< by a click, until available
    void answerByClick();                                                   ///< the ringing call, until talking
    bool waitForState(AgentState state);
    bool waitForMask(std::uint32_t mask);
    bool waitForCalls(int count);
    bool waitForStatus(const QString& status); ///< of the first row
    static bool waitFor(const std::function<bool()>& condition);

    /// Every button of the table is as the mask says, and the mask is this one.
    void expectButtons(std::uint32_t mask);
    QString cell(int row, const char* type) const; ///< of the grid, by the column's type
    std::uint32_t callBilling();
    nlohmann::ordered_json agentOnTheSwitch(const char* agent) const;

    QWidget* dialog(const char* name) const { return window->findChild<QWidget*>(QLatin1String(name)); }
    Agent& agent() { return *session->currentAgent(); }

    SystemClock clock;
    simulator::Simulator site;
    TcpTransportFactory transports;
    Settings settings = demoSettings();
    CountedTone tone;
    RecordedNotifier notifier;
    MemoryStore passwords;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
    Endpoint server;
};

} // namespace callwright::test
