#pragma once

#include "app/simulator/simulator.h"
#include "cil/clock/clock.h"
#include "cil/settings/settings.h"
#include "ui/signin/sign_in_dialog.h"

#include <QString>

#include <cstdint>

namespace callwright {

/// The embedded simulator of --demo, on a loopback port, with people who call.
class Demo {
public:
    Demo(Clock& clock, std::uint64_t seed); ///< the clock outlives the demo

    QString errorText() const { return m_error; } ///< empty: it runs
    SignInForm signIn() const;                    ///< an agent of the simulated site

private:
    simulator::Simulator m_simulator;
    Endpoint m_server;
    QString m_error;
};

/// A call grid, reasons and wrap-up texts as a site might have them.
Settings demoSettings();

/// The sign-in of the simulated site's first agent at that server.
SignInForm demoSignIn(const Endpoint& server);

} // namespace callwright
