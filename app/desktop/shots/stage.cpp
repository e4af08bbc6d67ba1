#include "app/desktop/shots/stage.h"

#include "app/desktop/demo.h"
#include "app/simulator/acd/demo_callers.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>

#include <algorithm>
#include <chrono>

namespace callwright {

namespace {

class SilentTone final : public RingTone {
public:
    void start() override {}
    void stop() override {}
};

class SilentNotifier final : public Notifier {
public:
    void raise(const QString&, const QString&) override {}
    void withdraw() override {}
};

/// A computer without a key store.
class NoStore final : public PasswordStore {
public:
    void fetch(const QString&, Fetched then) override { then(Result::NoStore, {}); }
    void keep(const QString&, const QString&, Finished then) override { then(Result::NoStore); }
    void forget(const QString&, Finished then) override { then(Result::NoStore); }
};

class FewNumbers final : public RecentNumberStore {
public:
    QStringList load(const QString&) override { return {QStringLiteral("14155550190"), QStringLiteral("3102")}; }
    void save(const QString&, const QStringList&) override {}
};

/// The first agent needs reasons, wrap-up data and a password, so that every dialog has its moment.
simulator::SimulatorConfig demandingSite() {
    constexpr std::uint32_t requiredWithData = 3;
    simulator::SimulatorConfig config;
    const auto strict = std::ranges::find(config.acd.agents, "1010", &simulator::AgentConfig::id);
    const auto first = std::ranges::find(config.acd.agents, "1001", &simulator::AgentConfig::id);
    first->desk.mask = strict->desk.mask;
    first->desk.wrapupIncoming = requiredWithData;
    first->password = "open sesame";
    return config;
}

constexpr std::uint64_t seed = 20;

} // namespace

Stage::Stage()
    : m_network(m_clock, seed), m_site(m_clock, demandingSite(), seed), m_clients(m_network.clients()),
      m_settings(demoSettings()), m_tone(std::make_unique<SilentTone>()),
      m_notifier(std::make_unique<SilentNotifier>()), m_passwords(std::make_unique<NoStore>()),
      m_recents(std::make_unique<FewNumbers>()),
      m_session(std::make_unique<Session>(m_clock, *m_clients, m_settings, seed)) {
    m_network.setLatency(std::chrono::milliseconds(4), std::chrono::milliseconds(8));
    m_window = std::make_unique<MainWindow>(*m_session, m_clock,
                                            MainWindow::Services{*m_tone, *m_notifier, *m_passwords, *m_recents});
    const Endpoint server{QStringLiteral("cti-a"), 42027};
    simulator::DemoOptions colleagues;
    colleagues.firstCall = std::chrono::hours(24); // nobody else calls
    colleagues.colleagues = {"1002", "1091"};
    m_site.startDemo(colleagues);
    if (m_site.listen(m_network.makeListener(), server))
        m_window->signIn().setPreset(demoSignIn(server));
    m_window->resize(1360, 720); // whatever the screen's size
    m_window->show();
}

Stage::~Stage() = default;

bool Stage::isOn(const char* name) const {
    if (const auto* button = widget<QAbstractButton>(name))
        return button->isEnabled();
    const auto* action = widget<QAction>(name);
    return action && action->isEnabled();
}

bool Stage::use(const char* name) {
    if (!isOn(name))
        return false;
    if (auto* button = widget<QAbstractButton>(name))
        button->click();
    else
        widget<QAction>(name)->trigger();
    return true;
}

void Stage::type(const char* name, const QString& text) {
    if (auto* field = widget<QLineEdit>(name))
        field->setText(text);
}

void Stage::close() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget != m_window.get())
            widget->close();
    }
}

} // namespace callwright
