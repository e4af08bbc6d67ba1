#pragma once

#include "app/desktop/options.h"
#include "cil/clock/clock.h"
#include "cil/connection/network_watch.h"
#include "cil/connection/server_memory.h"
#include "cil/objects/session.h"
#include "cil/transport/transport.h"
#include "ui/dial/saved_recent_numbers.h"
#include "ui/main_window.h"
#include "ui/ringing/notifier.h"
#include "ui/ringing/ring_tone.h"
#include "ui/signin/keychain_store.h"

#include <QObject>

#include <memory>

namespace callwright {

/// One agent's desktop put together: the session, the window, and the system's sound, notifications and key store.
class Desktop final : public QObject {
    Q_OBJECT
public:
    /// All outlive the desktop. `seed` feeds the waits before reconnects.
    Desktop(Clock& clock, TransportFactory& transports, const Settings& settings, ServerMemory& memory,
            std::uint64_t seed);

    MainWindow& window() { return m_window; }
    void start(const SignInForm& preset); ///< shows the window and asks who signs in

Q_SIGNALS:
    void finished(); ///< the window is closed and the server was told

private:
    void followRingDevice();
    void onWindowClosed();
    static void rememberForm(const SignInForm& form);

    std::unique_ptr<NetworkWatch> m_network;
    Session m_session;
    SpeakerRingTone m_tone;
    BusNotifier m_notifier;
    KeychainStore m_passwords;
    SavedRecentNumbers m_recents;
    MainWindow m_window;
    bool m_leaving = false;
};

/// What the sign-in dialog starts with: who signed in last on this computer.
SignInForm lastSignIn(const Settings& settings);

} // namespace callwright
