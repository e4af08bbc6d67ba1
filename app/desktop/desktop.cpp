#include "app/desktop/desktop.h"

#include "ui/ringing/ring_device_menu.h"

#include <QSettings>

namespace callwright {

namespace {

QString key(const char* name) { return QStringLiteral("signIn/") + QLatin1String(name); }

} // namespace

SignInForm lastSignIn(const Settings& settings) {
    const QSettings last;
    SignInForm form;
    form.profile.name = last.value(key("profile")).toString();
    form.profile.hostA = last.value(key("host")).toString();
    form.profile.portA = static_cast<std::uint16_t>(last.value(key("port"), form.profile.portA).toUInt());
    form.profile.hostB = last.value(key("hostB")).toString();
    form.profile.portB = static_cast<std::uint16_t>(last.value(key("portB")).toUInt());
    form.profile.isSecured = last.value(key("secured")).toBool();
    form.profile.caFile = last.value(key("caFile")).toString();
    form.profile.pin = last.value(key("pin")).toString();
    form.profile.certificateFile = last.value(key("certificateFile")).toString();
    form.profile.keyFile = last.value(key("keyFile")).toString();
    form.profile.peripheralId = last.value(key("peripheral"), form.profile.peripheralId).toUInt();
    form.agentId = last.value(key("agent")).toString();
    form.instrument = last.value(key("instrument")).toString();
    form.singleSignOn = last.value(key("singleSignOn")).toBool();
    for (const ConnectionProfile& profile : settings.profiles) {
        if (profile.name == form.profile.name || (profile.isDefault && form.profile.hostA.isEmpty()))
            form.profile = profile;
    }
    return form;
}

Desktop::Desktop(Clock& clock, TransportFactory& transports, const Settings& settings, ServerMemory& memory,
                 std::uint64_t seed)
    : m_network(makeSystemNetworkWatch()), m_session(clock, transports, settings, seed),
      m_window(m_session, clock, {m_tone, m_notifier, m_passwords, m_recents}) {
    m_session.follow(*m_network);
    m_session.setMemory(memory);
    followRingDevice();
    connect(&m_window.ringDevices(), &RingDeviceMenu::changed, this, &Desktop::followRingDevice);
    connect(&m_tone, &SpeakerRingTone::noDevice, this,
            [this] { m_window.tell(tr("There is no sound device for the ring tone.")); });
    connect(&m_window, &MainWindow::closed, this, &Desktop::onWindowClosed);
    connect(&m_window.signIn(), &SignInFlow::signedIn, this, [this] { rememberForm(m_window.signIn().form()); });
    connect(&m_window.desk(), &Desk::connectionClosed, this, [this] {
        if (m_leaving)
            Q_EMIT finished();
    });
}

void Desktop::start(const SignInForm& preset) {
    m_window.signIn().setPreset(preset);
    m_window.show();
    m_window.signIn().open();
}

void Desktop::followRingDevice() {
    m_tone.setMuted(m_window.ringDevices().isMuted());
    m_tone.setDevice(m_window.ringDevices().chosenDevice());
}

void Desktop::onWindowClosed() {
    m_leaving = true;
    if (!m_session.disconnectFrom()) // nothing to close
        Q_EMIT finished();
}

/// Everything but the password and the pass phrase, which go to the key store or nowhere.
void Desktop::rememberForm(const SignInForm& form) {
    QSettings last;
    last.setValue(key("profile"), form.profile.name);
    last.setValue(key("host"), form.profile.hostA);
    last.setValue(key("port"), form.profile.portA);
    last.setValue(key("hostB"), form.profile.hostB);
    last.setValue(key("portB"), form.profile.portB);
    last.setValue(key("secured"), form.profile.isSecured);
    last.setValue(key("caFile"), form.profile.caFile);
    last.setValue(key("pin"), form.profile.pin);
    last.setValue(key("certificateFile"), form.profile.certificateFile);
    last.setValue(key("keyFile"), form.profile.keyFile);
    last.setValue(key("peripheral"), form.profile.peripheralId);
    last.setValue(key("agent"), form.agentId);
    last.setValue(key("instrument"), form.instrument);
    last.setValue(key("singleSignOn"), form.singleSignOn);
}

} // namespace callwright
