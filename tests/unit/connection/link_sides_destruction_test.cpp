#include "tests/unit/connection/sides_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

/// Destroys or closes the link at the n-th of one of its signals, in a life that has everything two sides can bring,
/// and goes on as if nothing had happened.
struct LinkSidesDestructionTest : SidesFixture, ::testing::WithParamInterface<int> {
    template <class Signal> void at(Signal signal, const std::function<void()>& act) {
        for (int nth = 1; nth <= 6; ++nth) {
            link = std::make_unique<Link>(clock, *transports, 3);
            int left = nth;
            QObject context;
            QObject::connect(link.get(), signal, &context, [&] {
                if (--left == 0)
                    act();
            });
            live();
            link.reset();
            clock.advance(1min);
            EXPECT_FALSE(peer.isConnected());
            EXPECT_FALSE(peerB.isConnected());
            if (left > 0)
                return;
        }
    }
    void ask() {
        if (link && link->state() == LinkState::Open) {
            EXPECT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), [](const Reply&) {}));
        }
    }
    void live() {
        peer.isStandby = GetParam() == 1; // who is asked first stands by
        peerB.isStandby = !peer.isStandby;
        testing::FakePeer& active = peer.isStandby ? peerB : peer;
        testing::FakePeer& standby = peer.isStandby ? peer : peerB;
        link->open(options, parameters);
        clock.advance(100s);
        ask();
        active.askForMaintenance(1);
        active.decideOnMaintenance(true);
        standby.becomeActive(); // by plan
        active.isStandby = true;
        ask();
        clock.advance(20s);
        ask();
        standby.reset(); // and by loss
        active.becomeActive();
        clock.advance(20s);
        standby.isStandby = true;
        standby.reset();
        clock.advance(20s);
        ask();
        network.cutAll();
        clock.advance(20s);
        peer.isStandby = peerB.isStandby = true; // nobody is active
        network.cutAll();
        clock.advance(1min);
        if (link)
            link->close();
        clock.advance(1min);
    }
    template <class Signal> void destroyAndCloseAt(Signal signal) {
        at(signal, [this] { link.reset(); });
        at(signal, [this] { link->close(); });
        at(signal, [this] {
            link->close();
            link->open(options, parameters);
            link->retryNow();
        });
    }
};

TEST_P(LinkSidesDestructionTest, AtStateChanged) { destroyAndCloseAt(&Link::stateChanged); }
TEST_P(LinkSidesDestructionTest, AtOpened) { destroyAndCloseAt(&Link::opened); }
TEST_P(LinkSidesDestructionTest, AtEvent) { destroyAndCloseAt(&Link::event); }
TEST_P(LinkSidesDestructionTest, AtFailed) { destroyAndCloseAt(&Link::failed); }
TEST_P(LinkSidesDestructionTest, AtClosed) { destroyAndCloseAt(&Link::closed); }
TEST_P(LinkSidesDestructionTest, AtStandbyChanged) { destroyAndCloseAt(&Link::standbyChanged); }
TEST_P(LinkSidesDestructionTest, AtHeartbeat) { destroyAndCloseAt(&Link::heartbeat); }
TEST_P(LinkSidesDestructionTest, AtTraced) { destroyAndCloseAt(&Link::traced); }

INSTANTIATE_TEST_SUITE_P(FirstActiveFirstStandby, LinkSidesDestructionTest, ::testing::Values(0, 1));

} // namespace
} // namespace callwright
