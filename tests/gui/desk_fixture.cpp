#include "tests/gui/desk_fixture.h"

#include <QMenu>
#include <QTimer>

#include <nlohmann/json.hpp>

namespace callwright::test {

simulator::SimulatorConfig siteForSeveralCalls() {
    simulator::SimulatorConfig config;
    config.acd.timers.outsideAnswers = std::chrono::milliseconds(0);
    config.acd.busyTrigger = 2;
    return config;
}

DeskFixture::DeskFixture(const simulator::SimulatorConfig& config) : site(clock, config, 1) {
    settings.recordingEnabled = false; // a site without, unless the test says otherwise
    server = listen(simulator::Side::A);
    makeDesk();
}

Endpoint DeskFixture::listen(simulator::Side side) {
    const auto listening = site.listen(side, makeTcpListener(), {QStringLiteral("127.0.0.1"), 0});
    if (!listening)
        throw std::runtime_error(listening.error());
    return *listening;
}

void DeskFixture::addSideB() { serverB = listen(simulator::Side::B); }

void DeskFixture::makeDesk() {
    window.reset();
    session = std::make_unique<Session>(clock, transports, settings, 1);
    window = std::make_unique<MainWindow>(*session, clock, MainWindow::Services{tone, notifier, passwords, recents});
}

DeskFixture::~DeskFixture() = default;

bool DeskFixture::waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 10000); }

void DeskFixture::show(const char* agentId, const char* instrument) {
    SignInForm form = demoSignIn(server);
    form.agentId = QLatin1String(agentId);
    form.instrument = QLatin1String(instrument);
    if (serverB) {
        form.profile.hostB = serverB->host;
        form.profile.portB = serverB->port;
    }
    window->signIn().setPreset(form);
    activate(*window);
}

void DeskFixture::signIn() {
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    ASSERT_TRUE(QTest::qWaitForWindowActive(&form));
    QTest::keyClicks(&find<QLineEdit>(form, "passwordField"), QStringLiteral("open sesame"));
    click(form, "okButton");
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    ASSERT_TRUE(waitFor([this] { return !dialog("signInDialog"); }));
    activate(*window); // a window manager would
}

bool DeskFixture::waitForState(AgentState state) {
    return waitFor([this, state] { return session->currentAgent() && agent().state() == state; });
}

bool DeskFixture::waitForMask(std::uint32_t mask) {
    return waitFor([this, mask] { return session->enablementMask() == mask; });
}

bool DeskFixture::waitForCalls(int count) {
    return waitFor([this, count] { return find<CallGrid>(*window, "callGrid").model()->rowCount() == count; });
}

bool DeskFixture::waitForStatus(const QString& status) {
    return waitFor([this, &status] { return cell(0, "Status") == status; });
}

void DeskFixture::expectButtons(std::uint32_t mask) {
    EXPECT_TRUE(waitForMask(mask)) << std::hex << session->enablementMask() << " instead of " << mask;
    for (const ButtonRow& row : buttonTable()) {
        const auto* button = window->findChild<QToolButton*>(QLatin1String(row.name));
        const bool isOn = button ? button->isEnabled() : find<QAction>(*window, row.name).isEnabled();
        EXPECT_EQ(isOn, row.method && (mask & row.bits) != 0) << row.name << std::hex << " at " << mask;
    }
}

QString DeskFixture::cell(int row, const char* type) const {
    const QAbstractItemModel& model = *find<CallGrid>(*window, "callGrid").model();
    for (std::size_t column = 0; column < settings.callColumns.size(); ++column) {
        if (settings.callColumns[column].type == QLatin1String(type))
            return model.index(row, static_cast<int>(column)).data().toString();
    }
    return {};
}

void DeskFixture::becomeReady() {
    click(*window, "readyButton");
    ASSERT_TRUE(waitForState(AgentState::Available));
}

void DeskFixture::answerByClick() {
    click(*window, "answerButton");
    ASSERT_TRUE(waitForStatus(QStringLiteral("Talking")));
}

void DeskFixture::talk() {
    becomeReady();
    talkedTo = callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    answerByClick();
    ASSERT_TRUE(waitForOn("transferButton"));
}

void DeskFixture::key(Qt::Key which, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), which, modifiers);
}

void DeskFixture::type(const QString& text) {
    for (const QChar character : text) // what has the focus may change on the way
        QTest::keyClicks(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), character);
}

void DeskFixture::chooseFrom(const char* button, const char* menu, const char* entry) {
    auto& toolButton = find<QToolButton>(*window, button);
    auto& popup = find<QMenu>(*window, menu);
    auto& action = find<QAction>(*window, entry);
    EXPECT_TRUE(action.isEnabled()) << entry;
    QTimer::singleShot(0, &popup, [&popup, &action] { // the menu waits for its answer
        QTest::mouseClick(&popup, Qt::LeftButton, {}, popup.actionGeometry(&action).center());
        popup.close();
    });
    const bool isSplit = toolButton.popupMode() == QToolButton::MenuButtonPopup;
    const QRect area = toolButton.rect();
    QTest::mouseClick(&toolButton, Qt::LeftButton, {},
                      isSplit ? QPoint(area.right() - 4, area.center().y()) : area.center());
}

void DeskFixture::dialByKeys(const QString& number) {
    ASSERT_TRUE(waitForDialog("dialDialog"));
    type(number);
    key(Qt::Key_Return);
}

void DeskFixture::dialByClick(const QString& number) {
    ASSERT_TRUE(waitForDialog("dialDialog"));
    auto& field = find<QLineEdit>(*dialog("dialDialog"), "numberField");
    field.selectAll();
    QTest::keyClicks(&field, number);
    click(*dialog("dialDialog"), "okButton");
}

bool DeskFixture::waitForOn(const char* button) {
    return waitFor([this, button] {
        const auto& found = find<QToolButton>(*window, button);
        return found.isEnabled() && found.isVisible();
    });
}

bool DeskFixture::waitForDialog(const char* name) {
    return waitFor([this, name] { return dialog(name) && dialog(name)->isActiveWindow(); });
}

bool DeskFixture::waitForNoDialog(const char* name) {
    return waitFor([this, name] { return !dialog(name); });
}

std::uint32_t DeskFixture::callBilling() {
    const auto call =
        site.startCall("Billing", "4155550134", {{"CallVariable1", "88-1204"}, {"CallVariable2", "Chiara Russo"}});
    EXPECT_TRUE(call) << (call ? std::string() : call.error());
    return call.value_or(0);
}

nlohmann::ordered_json DeskFixture::agentOnTheSwitch(const char* agentId) const {
    const nlohmann::ordered_json truth = site.state();
    for (const auto& entry : truth.at("agents")) {
        if (entry.at("AgentID") == agentId)
            return entry;
    }
    return {};
}

} // namespace callwright::test
