#include "tests/gui/fakes.h"
#include "tests/gui/find.h"
#include "ui/dial/dial_field.h"
#include "ui/dial/recent_numbers.h"
#include "ui/dial/saved_recent_numbers.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QSettings>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace callwright {
namespace {

QStringList list(std::initializer_list<const char*> numbers) {
    QStringList made;
    for (const char* number : numbers)
        made += QLatin1String(number);
    return made;
}

class RecentNumbersTest : public testing::Test {
protected:
    RecentNumbersTest() { recents.setUser(QStringLiteral("1001")); }

    test::MemoryRecents store;
    RecentNumbers recents{store};
};

TEST_F(RecentNumbersTest, keepsTheLastSixTheNewestFirstAndEachOnce) {
    for (const char* number : {"1", "2", "3", "4", "5", "6", "7", "3"})
        recents.add(QLatin1String(number));
    EXPECT_EQ(recents.stringList(), list({"3", "7", "6", "5", "4", "2"}));
    EXPECT_EQ(store.kept.value(QStringLiteral("1001")), recents.stringList());
}

TEST_F(RecentNumbersTest, remembersForEachUser) {
    recents.add(QStringLiteral("3102"));
    recents.setUser(QStringLiteral("1002"));
    EXPECT_TRUE(recents.stringList().isEmpty());
    recents.add(QStringLiteral("3103"));
    recents.setUser(QStringLiteral("1001"));
    EXPECT_EQ(recents.stringList(), list({"3102"}));
    recents.setUser(QString());
    EXPECT_TRUE(recents.stringList().isEmpty());
}

TEST_F(RecentNumbersTest, takesFromTheStoreOnlyWhatCanBeDialled) {
    store.kept.insert(QStringLiteral("1003"), list({"+1 415", "<b>x</b>", "", "1415", "1", "2", "3", "4", "5", "6"}));
    recents.setUser(QStringLiteral("1003"));
    EXPECT_EQ(recents.stringList(), list({"1415", "1", "2", "3", "4", "5"}));
}

TEST(SavedRecentNumbers, areThereForTheNextSession) {
    const QString user = QStringLiteral("10/01 %");
    SavedRecentNumbers().save(user, list({"3102", "3103"}));
    EXPECT_EQ(SavedRecentNumbers().load(user), list({"3102", "3103"}));
    EXPECT_TRUE(SavedRecentNumbers().load(QStringLiteral("somebody else")).isEmpty());
    QSettings().remove(QStringLiteral("users"));
}

class DialFieldTest : public RecentNumbersTest {
protected:
    DialFieldTest() {
        recents.add(QStringLiteral("14155550190"));
        recents.add(QStringLiteral("3102"));
        field.setRecents(recents);
        test::activate(field);
        field.setFocus();
    }
    QAbstractItemView& popup() { return *field.completer()->popup(); }

    DialField field;
};

TEST_F(DialFieldTest, completesWhateverTheNumberIsTypedLike) {
    QTest::keyClicks(&field, QStringLiteral("(415) 5"));
    ASSERT_TRUE(popup().isVisible());
    QTest::keyClick(&popup(), Qt::Key_Down);
    QTest::keyClick(&popup(), Qt::Key_Return);
    EXPECT_EQ(field.number(), QLatin1String("14155550190"));
}

TEST_F(DialFieldTest, aTypedNumberIsEnteredAsItIsWhileOthersAreOffered) {
    QSignalSpy entered(&field, &QLineEdit::returnPressed);
    QTest::keyClicks(&field, QStringLiteral("31"));
    ASSERT_TRUE(popup().isVisible());
    QTest::keyClick(&popup(), Qt::Key_Return);
    EXPECT_EQ(entered.count(), 1);
    EXPECT_EQ(field.number(), QLatin1String("31"));
}

TEST_F(DialFieldTest, showsAllOfThemByMouseAndByKey) {
    QTest::keyClick(&field, Qt::Key_Down);
    ASSERT_TRUE(popup().isVisible());
    EXPECT_EQ(popup().model()->rowCount(), 2);
    QTest::keyClick(&popup(), Qt::Key_Escape);
    ASSERT_FALSE(popup().isVisible());
    test::find<QAction>(field, "recentNumbersAction").trigger();
    EXPECT_TRUE(popup().isVisible());
}

TEST_F(DialFieldTest, withoutNumbersThereIsNothingToChooseFrom) {
    recents.setUser(QStringLiteral("1002"));
    EXPECT_FALSE(test::find<QAction>(field, "recentNumbersAction").isVisible());
    QTest::keyClick(&field, Qt::Key_Down);
    EXPECT_FALSE(popup().isVisible());
}

} // namespace
} // namespace callwright
