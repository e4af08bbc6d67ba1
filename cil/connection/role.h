#pragma once

namespace callwright {

/// What a session is opened for. The first two have an agent; of the others one session may have several.
enum class Role {
    Agent,
    Supervisor,
    Monitor,           ///< events of every device of every peripheral (All Events); servers allow few of them
    PeripheralMonitor, ///< events of the devices and calls that are asked for one by one
    ClientMonitor,     ///< who opens and closes sessions
    ConnectionMonitor, ///< an alarm at the server when this session comes and goes
    Server,            ///< serves requests of other clients (recording)
    Configuration      ///< agents, skill groups, devices ... as configured
};

} // namespace callwright
