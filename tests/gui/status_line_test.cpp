#include "tests/gui/find.h"
#include "ui/status/status_line.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::find;

TEST(StatusLine, saysThatACallIsOnItsWayInPlaceOfTheLastMessageUntilItIsNot) {
    StatusLine line;
    line.tell(QStringLiteral("Ready since 10:00:00"));
    const auto& message = find<QLabel>(line, "messageLabel");
    const auto& announcement = find<QLabel>(line, "announcementLabel");
    EXPECT_TRUE(announcement.isHidden());
    line.announce(QStringLiteral("A call from 4155550134 is on its way."));
    EXPECT_FALSE(announcement.isHidden());
    EXPECT_EQ(announcement.text(), QLatin1String("A call from 4155550134 is on its way."));
    EXPECT_EQ(announcement.textFormat(), Qt::PlainText);
    EXPECT_TRUE(message.isHidden());
    line.announce({});
    EXPECT_TRUE(announcement.isHidden());
    EXPECT_FALSE(message.isHidden());
    EXPECT_EQ(message.text(), QLatin1String("Ready since 10:00:00"));
}

TEST(StatusLine, saysThatASupervisorIsListeningBesideWhateverElseItSays) {
    StatusLine line;
    line.tell(QStringLiteral("Ready since 10:00:00"));
    const auto& listening = find<QLabel>(line, "listeningLabel");
    EXPECT_TRUE(listening.isHidden());
    line.showListening(true);
    EXPECT_FALSE(listening.isHidden());
    EXPECT_EQ(listening.text(), QLatin1String("A supervisor is listening"));
    EXPECT_FALSE(find<QLabel>(line, "messageLabel").isHidden());
    line.showListening(false);
    EXPECT_TRUE(listening.isHidden());
}

} // namespace
} // namespace callwright
