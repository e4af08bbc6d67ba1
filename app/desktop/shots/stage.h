#pragma once

#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/transport/memory_transport.h"
#include "ui/main_window.h"
#include "ui/ringing/notifier.h"
#include "ui/ringing/ring_tone.h"

#include <memory>

namespace callwright {

/// A desktop and a simulated site on one turned clock and a network in memory: what happens is the same each time.
/// No sound, no notification and no key store of the computer is touched.
class Stage {
public:
    Stage();
    ~Stage();

    MainWindow& window() { return *m_window; }
    Session& session() { return *m_session; }
    simulator::Simulator& site() { return m_site; }

    void advance(Milliseconds by) { m_clock.advance(by); }
    void cutNetwork() { m_network.cutAll(); }

    /// Uses a button or a menu's entry by its object name, in the window or a dialog of it; false: it is off.
    bool use(const char* name);
    bool isOn(const char* name) const;
    void type(const char* name, const QString& text);
    template <class T> T* widget(const char* name) const { return m_window->findChild<T*>(QLatin1String(name)); }
    void close(); ///< dialogs and menus

private:
    ManualClock m_clock;
    MemoryNetwork m_network;
    simulator::Simulator m_site;
    std::unique_ptr<TransportFactory> m_clients;
    Settings m_settings;
    std::unique_ptr<RingTone> m_tone;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<PasswordStore> m_passwords;
    std::unique_ptr<RecentNumberStore> m_recents;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace callwright
