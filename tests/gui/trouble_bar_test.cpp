#include "cil/service/failures.h"
#include "tests/gui/find.h"
#include "ui/trouble/connection_trouble.h"
#include "ui/trouble/request_trouble.h"
#include "ui/trouble/trouble_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSet>
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

TEST(TroubleBar, whatTurnedOutToBeNoneIsWithdrawnWhereverItIs) {
    const Trouble other{QStringLiteral("The call was not made."), QString(), QString(), false, true};
    TroubleBar bar;
    bar.setRequestTrouble(other);
    bar.setRequestTrouble(refused);
    bar.withdrawRequestTrouble(other);
    EXPECT_EQ(find<QLabel>(bar, "troubleWhat").text(), refused.what);
    bar.setRequestTrouble(other);
    bar.withdrawRequestTrouble(other);
    EXPECT_EQ(find<QLabel>(bar, "troubleWhat").text(), refused.what);
    bar.withdrawRequestTrouble(lost); // was never there
    EXPECT_FALSE(bar.isHidden());
    bar.withdrawRequestTrouble(refused);
    EXPECT_TRUE(bar.isHidden());
}

TEST(TroubleBar, retryIsOfferedAndPassedOn) {
    TroubleBar bar;
    QSignalSpy retries(&bar, &TroubleBar::retryRequested);
    bar.setConnectionTrouble(lost);
    click(bar, "retryButton");
    EXPECT_EQ(retries.count(), 1);
}

TEST(TroubleBar, theNewestOfSeveralShowsAndEarlierOnesAreReachedAndDismissedOneByOne) {
    TroubleBar bar;
    const auto say = [&bar](const char* what) {
        bar.setRequestTrouble(Trouble{QLatin1String(what), QString(), QStringLiteral("Code"), false, true});
    };
    say("first");
    EXPECT_TRUE(find<QToolButton>(bar, "earlierTroubleButton").isHidden());
    say("second");
    say("third");
    say("third"); // the same again is no news
    const auto& what = find<QLabel>(bar, "troubleWhat");
    EXPECT_EQ(what.text(), QLatin1String("third"));
    EXPECT_EQ(find<QLabel>(bar, "troublePlace").text(), QLatin1String("3 of 3"));
    EXPECT_FALSE(find<QToolButton>(bar, "laterTroubleButton").isEnabled());
    QTest::keyClick(&find<QToolButton>(bar, "earlierTroubleButton"), Qt::Key_Space);
    EXPECT_EQ(what.text(), QLatin1String("second"));
    click(bar, "earlierTroubleButton");
    EXPECT_EQ(what.text(), QLatin1String("first"));
    EXPECT_FALSE(find<QToolButton>(bar, "earlierTroubleButton").isEnabled());
    click(bar, "laterTroubleButton");
    click(bar, "dismissButton"); // the second
    EXPECT_EQ(what.text(), QLatin1String("first"));
    EXPECT_EQ(find<QLabel>(bar, "troublePlace").text(), QLatin1String("1 of 2"));
    click(bar, "dismissButton");
    EXPECT_EQ(what.text(), QLatin1String("third"));
    EXPECT_TRUE(find<QLabel>(bar, "troublePlace").isHidden());
    click(bar, "dismissButton");
    EXPECT_TRUE(bar.isHidden());
}

TEST(TroubleBar, aRequestThatIsSentForgetsThemAll) {
    TroubleBar bar;
    bar.setRequestTrouble(refused);
    bar.setRequestTrouble(Trouble{QStringLiteral("other"), QString(), QString(), false, true});
    bar.setRequestTrouble(std::nullopt);
    EXPECT_TRUE(bar.isHidden());
}

TEST(TroubleBar, keepsNoMoreThanAPersonWouldRead) {
    TroubleBar bar;
    for (int number = 0; number < 100; ++number)
        bar.setRequestTrouble(Trouble{QString::number(number), QString(), QString(), false, true});
    EXPECT_EQ(find<QLabel>(bar, "troublePlace").text(), QLatin1String("20 of 20"));
    EXPECT_EQ(find<QLabel>(bar, "troubleWhat").text(), QLatin1String("99"));
}

TEST(TroubleBar, detailsCanBeCopiedWithWhatHappened) {
    TroubleBar bar;
    bar.setRequestTrouble(Trouble{QStringLiteral("The transfer was not made: The line is busy."),
                                  QStringLiteral("Try again."), QStringLiteral("CF_X\nCode 8"), false, true});
    EXPECT_TRUE(find<QToolButton>(bar, "copyTroubleButton").isHidden());
    click(bar, "detailsButton");
    click(bar, "copyTroubleButton");
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              QLatin1String("The transfer was not made: The line is busy.\nTry again.\nCF_X\nCode 8"));
}

TEST(RequestTrouble, saysWhatWasTriedWhyItFailedAndWhatToDo) {
    RequestFailure failure;
    failure.attempt = QStringLiteral("The transfer was not made");
    failure.text = QStringLiteral("The first call is not on hold. Hold it, then try again.");
    failure.code = QStringLiteral("CF_X");
    const Trouble trouble = requestTrouble(failure);
    EXPECT_EQ(trouble.what, QLatin1String("The transfer was not made: The first call is not on hold."));
    EXPECT_EQ(trouble.doing, QLatin1String("Hold it, then try again."));
    EXPECT_EQ(trouble.details, QLatin1String("CF_X"));
    EXPECT_TRUE(trouble.canDismiss);
}

TEST(RequestTrouble, everyFailureOfTheTablesSplitsIntoWhyAndWhatToDo) {
    int checked = 0;
    const auto check = [&checked](const service::FailureText& text) {
        RequestFailure failure;
        failure.text = text.toDo.isEmpty() ? text.what : text.what + QLatin1Char(' ') + text.toDo;
        const Trouble trouble = requestTrouble(failure);
        EXPECT_EQ(trouble.what, text.what);
        EXPECT_EQ(trouble.doing, text.toDo);
        ++checked;
    };
    for (std::uint32_t code = 0; code < 400; ++code) {
        check(service::statusText(code));
        check(service::controlFailureText(code));
    }
    EXPECT_EQ(checked, 800);
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

TEST(ConnectionTrouble, namesTheOtherSideAndTheSecondsUntilItIsTried) {
    LinkView link;
    link.status = ConnectionStatus::Reconnecting;
    link.server = QStringLiteral("cti-a:42027");
    link.nextServer = QStringLiteral("cti-b:42027");
    link.nextTryIn = std::chrono::milliseconds(13200);
    const auto doing = [&link] { return connectionTrouble(link, QString(), 0)->doing; };
    EXPECT_TRUE(doing().contains(QLatin1String("cti-b:42027"))) << doing().toStdString();
    EXPECT_TRUE(doing().contains(QLatin1String("14 second"))) << doing().toStdString();
    link.nextTryIn = std::chrono::milliseconds(200);
    EXPECT_TRUE(doing().contains(QLatin1String(" 1 second"))) << doing().toStdString();
    link.nextTryIn.reset();
    EXPECT_EQ(doing(), QLatin1String("Trying cti-b:42027 now."));
}

TEST(ConnectionTrouble, aTakeoverByWhoStandsByIsSaidOnlyIfItLasts) {
    LinkView link;
    link.status = ConnectionStatus::Reconnecting;
    link.server = QStringLiteral("cti-a:42027");
    link.standbyServer = QStringLiteral("cti-b:42027");
    link.changesSides = true;
    EXPECT_FALSE(connectionTrouble(link, QString(), 1));
    link.changesSides = false;
    EXPECT_EQ(connectionTrouble(link, QString(), 0)->doing, QLatin1String("cti-b:42027 is about to take over."));
}

TEST(ConnectionTrouble, everyHindranceIsSaidAsWhatItIs) {
    QSet<QString> said;
    LinkView link;
    constexpr int last = static_cast<int>(Hindrance::CentralControllerOffline);
    for (int number = 1; number <= last; ++number) {
        link.hindrance = static_cast<Hindrance>(number);
        link.status =
            number <= static_cast<int>(Hindrance::GivenUp) ? ConnectionStatus::Closed : ConnectionStatus::Open;
        const auto trouble = connectionTrouble(link, QStringLiteral("why"), 1);
        ASSERT_TRUE(trouble) << number;
        EXPECT_FALSE(trouble->doing.isEmpty()) << number;
        EXPECT_FALSE(trouble->canRetry) << number;
        said.insert(trouble->what);
    }
    EXPECT_EQ(said.size(), last);
    link.hindrance = Hindrance::SignedOutByOthers;
    link.reason = QStringLiteral("Changed by a supervisor");
    EXPECT_TRUE(connectionTrouble(link, QString(), 0)->what.contains(link.reason));
}

} // namespace
} // namespace callwright
