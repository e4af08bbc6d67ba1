#include "tests/gui/find.h"
#include "ui/trouble/connection_trouble.h"
#include "ui/trouble/trouble_bar.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::click;
using test::find;

const Trouble refused{QStringLiteral("The call could not be answered."), QString(), QStringLiteral("Code 13"), false,
                      true};
const Trouble lost{QStringLiteral("Lost the connection."), QStringLiteral("Trying again."), QString(), true, false};

TEST(TroubleBar, isThereOnlyWhileThereIsTrouble) {
    TroubleBar bar;
    EXPECT_TRUE(bar.isHidden());
    bar.setRequestTrouble(refused);
    EXPECT_FALSE(bar.isHidden());
    bar.setRequestTrouble(std::nullopt);
    EXPECT_TRUE(bar.isHidden());
}

TEST(TroubleBar, detailsShowTheCodeOnDemand) {
    TroubleBar bar;
    bar.setRequestTrouble(refused);
    EXPECT_TRUE(find<QLabel>(bar, "troubleDetails").isHidden());
    click(bar, "detailsButton");
    EXPECT_FALSE(find<QLabel>(bar, "troubleDetails").isHidden());
    EXPECT_EQ(find<QLabel>(bar, "troubleDetails").text(), QLatin1String("Code 13"));
}

TEST(TroubleBar, aFailedRequestCanBeDismissedALostConnectionCannot) {
    TroubleBar bar;
    bar.setRequestTrouble(refused);
    bar.setConnectionTrouble(lost);
    EXPECT_EQ(find<QLabel>(bar, "troubleWhat").text(), lost.what);
    EXPECT_TRUE(find<QToolButton>(bar, "dismissButton").isHidden());
    bar.setConnectionTrouble(std::nullopt);
    EXPECT_EQ(find<QLabel>(bar, "troubleWhat").text(), refused.what);
    click(bar, "dismissButton");
    EXPECT_TRUE(bar.isHidden());
}

TEST(TroubleBar, retryIsOfferedAndPassedOn) {
    TroubleBar bar;
    QSignalSpy retries(&bar, &TroubleBar::retryRequested);
    bar.setConnectionTrouble(lost);
    click(bar, "retryButton");
    EXPECT_EQ(retries.count(), 1);
}

TEST(TroubleBar, textsFromTheServerAreNeverRich) {
    TroubleBar bar;
    bar.setRequestTrouble(Trouble{QStringLiteral("<img src=x>"), QString(), QString(), false, true});
    EXPECT_EQ(find<QLabel>(bar, "troubleWhat").textFormat(), Qt::PlainText);
}

TEST(ConnectionTrouble, saysWhatHappenedWhatIsDoneAndThatCallsGoOn) {
    LinkView link;
    link.status = ConnectionStatus::Reconnecting;
    link.server = QStringLiteral("cti-a:42027");
    link.nextTryIn = std::chrono::milliseconds(13200);
    const auto trouble = connectionTrouble(link, QStringLiteral("why"), 1);
    ASSERT_TRUE(trouble);
    EXPECT_EQ(trouble->what, QLatin1String("Lost the connection to cti-a:42027."));
    EXPECT_TRUE(trouble->doing.contains(QLatin1String("14")));
    EXPECT_TRUE(trouble->doing.contains(QLatin1String("phone")));
    EXPECT_EQ(trouble->details, QLatin1String("why"));
    EXPECT_TRUE(trouble->canRetry);
    link.nextTryIn.reset();
    EXPECT_FALSE(connectionTrouble(link, QString(), 0)->canRetry);
    link.status = ConnectionStatus::Open;
    EXPECT_FALSE(connectionTrouble(link, QString(), 1));
}

} // namespace
} // namespace callwright
