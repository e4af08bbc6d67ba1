#pragma once

#include "cil/clock/clock.h"
#include "cil/transport/transport.h"

#include <cstdint>
#include <memory>

namespace callwright {

/// A network in memory, stepped by a clock: every piece of data takes a time and is cut at places that the seed
/// decides, so that a scenario repeats exactly.
class MemoryNetwork {
public:
    MemoryNetwork(Clock& clock, std::uint64_t seed);
    ~MemoryNetwork();

    std::unique_ptr<TransportFactory> clients(); ///< usable while the network lives
    std::unique_ptr<Listener> makeListener();

    void setLatency(Milliseconds least, Milliseconds most); ///< per piece, one way; order within a pipe is kept
    void setSplitting(bool atRandomPlaces);                 ///< cut data into random pieces
    void cutAll();                                          ///< pulls the plug: both ends get closed(Broken)
    void setSilent(bool silent);                            ///< half-open: data vanishes, nobody is told
    /// From now on silence is noticed as TCP does it: after so long both ends get closed(Broken).
    void setKeepAlive(Milliseconds allowed);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace callwright
