#pragma once

#include "cil/clock/manual_clock.h"
#include "cil/connection/link.h"
#include "cil/connection/open_roles.h"
#include "cil/transport/memory_transport.h"
#include "tests/support/fake_peer.h"
#include "tests/support/link_probe.h"

#include <gtest/gtest.h>

#include <memory>

namespace callwright {

/// A link and a fake CTI Server on a network in memory, stepped by a turned clock.
struct LinkFixture : ::testing::Test {
    LinkFixture() {
        options.sides = {listener->listen({QStringLiteral("ctisrv"), 42027})};
        parameters = openParametersFor(Role::Agent, 5000, QStringLiteral("1001"));
        parameters.agentInstrument = QStringLiteral("3101");
    }

    void open() {
        link->open(options, parameters);
        clock.settle();
    }
    void openAndExpectOpen() {
        open();
        ASSERT_EQ(link->state(), LinkState::Open);
        probe.words.clear();
    }
    void stopListening() { listener->close(); }
    void listenAgain() { ASSERT_NE(listener->listen(options.sides[0]).port, 0); }

    ManualClock clock;
    MemoryNetwork network{clock, 11};
    std::unique_ptr<TransportFactory> transports = network.clients();
    std::unique_ptr<Listener> listener = network.makeListener();
    testing::FakePeer peer{*listener};
    LinkOptions options;
    OpenParameters parameters;
    std::unique_ptr<Link> link = std::make_unique<Link>(clock, *transports, 3);
    testing::LinkProbe probe{*link};
};

} // namespace callwright
