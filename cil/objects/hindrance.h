#pragma once

namespace callwright {

/// What keeps the agent from work besides the wait for a connection, the gravest first.
enum class Hindrance {
    None,

    // The agent is out without having asked for it; until the next signing in.
    Evicted,           ///< somebody opened a session with this agent's ClientID: this one stays away
    GivenUp,           ///< the server refused for good, or the last attempt allowed has failed
    SignedOutByOthers, ///< by a supervisor or the system; the reason is the agent's
    SignInForgotten,   ///< the server knows of no sign-in after a failover, and it is not restored by itself
    SignInRefused,     ///< the same, and the server did not take it again

    // The session stands.
    GatewayOffline,          ///< no events of calls and agents
    PeripheralOffline,       ///< the phone system, for which phones go on
    PhoneOutOfService,       ///< the agent's own
    CentralControllerOffline ///< no new calls are routed; those there are go on
};

} // namespace callwright
