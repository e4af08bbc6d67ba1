#pragma once

#include "cil/connection/server_memory.h"
#include "tests/unit/connection/link_fixture.h"

namespace callwright {

/// A link and the two sides of a system: `peer` is A, `peerB` is B and stands by unless told otherwise.
struct SidesFixture : LinkFixture {
    SidesFixture() {
        options.sides.push_back(listenerB->listen({QStringLiteral("ctisrv-b"), 43027}));
        peerB.isStandby = true;
    }

    const Endpoint& a() const { return options.sides[0]; }
    const Endpoint& b() const { return options.sides[1]; }
    void stopListeningB() { listenerB->close(); }
    void listenAgainB() { ASSERT_NE(listenerB->listen(b()).port, 0); }
    void setNewest(protocol::Version version) { peer.newest = peerB.newest = version; }

    /// A is active, B stands by, and both have for a while.
    void openWarm() {
        openAndExpectOpen();
        ASSERT_EQ(link->standby(), b());
        clock.advance(std::chrono::seconds(20));
        probe.words.clear();
    }
    /// A is active, and there is no standby.
    void openCold() {
        options.usesStandby = false;
        peerB.refusesOpenWith = protocol::StatusCode::E_CTI_CTI_SERVER_OFFLINE;
        openAndExpectOpen();
        clock.advance(std::chrono::seconds(20));
        peerB.refusesOpenWith.reset();
        peerB.isStandby = false;
        probe.words.clear();
    }

    std::unique_ptr<Listener> listenerB = network.makeListener();
    testing::FakePeer peerB{*listenerB};
};

} // namespace callwright
