#include "tests/gui/desk_fixture.h"

namespace callwright {
namespace {

using test::DeskFixture;
using test::find;

simulator::SimulatorConfig siteWithAWay() {
    simulator::SimulatorConfig config;
    config.acd.timers.delivery = std::chrono::milliseconds(300);
    return config;
}

class AnnouncingSite : public DeskFixture {
protected:
    AnnouncingSite() : DeskFixture(siteWithAWay()) {}
};

TEST_F(AnnouncingSite, aCallThatIsOnItsWayIsSaidUntilItRings) {
    show();
    signIn();
    becomeReady();
    const auto& announcement = find<QLabel>(*window, "announcementLabel");
    EXPECT_FALSE(announcement.isVisible());
    callBilling();
    ASSERT_TRUE(waitFor([&] { return announcement.isVisible(); }));
    EXPECT_EQ(announcement.text(), QLatin1String("A call from 4155550134 is on its way."));
    EXPECT_EQ(find<CallGrid>(*window, "callGrid").accessibleDescription(), announcement.text());
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    EXPECT_TRUE(waitFor([&] { return !announcement.isVisible(); }));
    EXPECT_TRUE(find<CallGrid>(*window, "callGrid").accessibleDescription().isEmpty());
}

TEST_F(AnnouncingSite, aCallThatGetsLostOnItsWayIsNotWaitedForForEver) {
    settings.preCallTimeoutSeconds = 1;
    makeDesk();
    show();
    signIn();
    becomeReady();
    site.loseNextCall();
    callBilling();
    const auto& announcement = find<QLabel>(*window, "announcementLabel");
    ASSERT_TRUE(waitFor([&] { return announcement.isVisible(); }));
    EXPECT_TRUE(waitFor([&] { return !announcement.isVisible(); }));
    EXPECT_TRUE(session->calls().empty());
}

} // namespace
} // namespace callwright
