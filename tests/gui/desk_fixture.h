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

/// Agents may have two calls, and whoever they call outside answers at once.
simulator::SimulatorConfig siteForSeveralCalls();

/// The agent's window on a simulated site, over TCP on the loopback interface, driven by clicks and keys.
class DeskFixture : public testing::Test {
protected:
    explicit DeskFixture(const simulator::SimulatorConfig& config = {});
    ~DeskFixture() override;
    void addSideB(); ///< the site gets its second CTI Server; before show()
    void makeDesk(); ///< anew, after a change of the settings

    // --- what a person does
    void show(const char* agent = "1001", const char* instrument = "3101"); ///< the window with the sign-in filled
    void signIn();                                                          ///< by clicks, until not ready
    void becomeReady();                                                     ///< by a click, until available
    void answerByClick();                                                   ///< the ringing call, until talking
    void talk(); ///< becomes ready, is called by Billing (`talkedTo`) and answers
    /// A key with the focus where it is, as a keyboard has it.
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text); ///< where the focus is
    /// By mouse: opens the menu of a button and clicks an entry of it.
    void chooseFrom(const char* button, const char* menu, const char* entry);
    /// Enters a number into the dialog that asks for one, then Enter or a click on its button.
    void dialByKeys(const QString& number);
    void dialByClick(const QString& number);

    // --- what comes of it
    bool waitForState(AgentState state);
    bool waitForMask(std::uint32_t mask);
    bool waitForCalls(int count);
    bool waitForStatus(const QString& status); ///< of the first row
    bool waitForOn(const char* button);        ///< until it is there and may be clicked
    bool waitForDialog(const char* name);      ///< until it is there and has the keyboard
    bool waitForNoDialog(const char* name);
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
    MemoryRecents recents;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
    Endpoint server;
    std::optional<Endpoint> serverB;
    std::uint32_t talkedTo = 0; ///< the call that talk() took, as the site counts

private:
    Endpoint listen(simulator::Side side);
};

} // namespace callwright::test
