#include "tests/gui/failover_fixture.h"

namespace callwright {
namespace {

using test::click;
using test::find;
using test::Phase;
using test::phases;

/// The one server is lost and comes back, whatever the person at the desk was doing.
class FailoverInPhase : public test::Failover, public testing::WithParamInterface<Phase> {
protected:
    void reach() {
        show();
        signIn();
        (this->*GetParam().reach)();
    }
};

TEST_P(FailoverInPhase, nothingCanBePressedAndAfterwardsEverythingIsAsItWas) {
    reach();
    if (HasFatalFailure())
        return;
    const QStringList before = seen();
    const QStringList told = story();
    const std::uint32_t mask = session->enablementMask();

    lose();
    ASSERT_TRUE(isTroubled());
    expectButtons(0);
    expectUnconfirmed();

    comeBack();
    waitUntilSeen(before);
    expectToldOnce(told);
    expectButtons(mask);
    EXPECT_TRUE(waitFor([this] { return !isTroubled(); })) << find<QLabel>(*window, "troubleWhat").text().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Phases, FailoverInPhase, testing::ValuesIn(phases),
                         [](const auto& phase) { return phase.param.name; });

} // namespace
} // namespace callwright
