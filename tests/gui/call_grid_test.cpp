#include "tests/gui/call_samples.h"
#include "tests/gui/find.h"
#include "ui/calls/call_grid.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::columnOf;
using test::editableColumn;
using test::find;
using test::ringingCall;
using test::talkingCall;

class CallGridTest : public testing::Test {
protected:
    CallGridTest() {
        grid.resize(700, 300);
        grid.show();
    }

    QPoint cell(int row, int column) { return grid.visualRect(model.index(row, column)).center(); }
    void doubleClick(int row) {
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, cell(row, 0));
        QTest::mouseDClick(grid.viewport(), Qt::LeftButton, {}, cell(row, 0));
    }

    CallGridModel model{{columnOf(QStringLiteral("Status")), editableColumn(QStringLiteral("Var1"), 5, true)}};
    CallGrid grid{model};
};

TEST_F(CallGridTest, theFirstCallIsSelectedByItself) {
    model.put(ringingCall());
    EXPECT_EQ(grid.selectedCall(), ringingCall().id);
}

TEST_F(CallGridTest, theSelectionSurvivesUpdatesAndOtherCallsLeaving) {
    model.put(talkingCall(QStringLiteral("a")));
    model.put(talkingCall(QStringLiteral("b")));
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, cell(1, 0));
    CallView changed = talkingCall(QStringLiteral("b"));
    changed.status = CallStatus::Held;
    model.put(changed);
    model.remove(QStringLiteral("a"));
    EXPECT_EQ(grid.selectedCall(), QStringLiteral("b"));
}

TEST_F(CallGridTest, doubleClickAnswersARingingCallAndMakesAnyOtherCurrent) {
    CallView other = talkingCall(QStringLiteral("other"));
    other.current = false;
    model.put(ringingCall(QStringLiteral("ringing")));
    model.put(other);
    QSignalSpy answers(&grid, &CallGrid::answerRequested);
    QSignalSpy choices(&grid, &CallGrid::makeCurrentRequested);
    doubleClick(0);
    doubleClick(1);
    ASSERT_EQ(answers.count(), 1);
    EXPECT_EQ(answers.at(0).at(0).toString(), QLatin1String("ringing"));
    ASSERT_EQ(choices.count(), 1);
    EXPECT_EQ(choices.at(0).at(0).toString(), QLatin1String("other"));
}

TEST_F(CallGridTest, enterDoesWhatDoubleClickDoes) {
    model.put(ringingCall());
    QSignalSpy answers(&grid, &CallGrid::answerRequested);
    QTest::keyClick(&grid, Qt::Key_Return);
    EXPECT_EQ(answers.count(), 1);
}

TEST_F(CallGridTest, doubleClickAndEnterChangeWhatMayBeChangedOfTheCurrentCall) {
    model.put(talkingCall());
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, cell(0, 1));
    QTest::mouseDClick(grid.viewport(), Qt::LeftButton, {}, cell(0, 1));
    auto& editor = find<QLineEdit>(grid, "cellEditor");
    EXPECT_TRUE(model.index(0, 1).data(Qt::ToolTipRole).toString().contains(QLatin1String("F2")));
    EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    QTest::keyClick(&editor, Qt::Key_Escape);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !grid.findChild<QLineEdit*>(QStringLiteral("cellEditor")); }));
    QTest::keyClick(&grid, Qt::Key_Return);
    EXPECT_NE(grid.findChild<QLineEdit*>(QStringLiteral("cellEditor")), nullptr);
}

TEST_F(CallGridTest, anEditorKeepsToTheColumnsLimits) {
    model.put(talkingCall());
    grid.setCurrentIndex(model.index(0, 1));
    QSignalSpy asked(&model, &CallGridModel::changeRequested);
    QTest::keyClick(&grid, Qt::Key_F2);
    auto& editor = find<QLineEdit>(grid, "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("1a2345678"));
    EXPECT_EQ(editor.text(), QLatin1String("12345"));
    QTest::keyClick(&editor, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&asked] { return asked.count() == 1; })); // the view commits from the event loop
    EXPECT_EQ(asked.at(0).at(1).value<Arguments>().toString(keyword::CallVariable1), QLatin1String("12345"));
}

TEST_F(CallGridTest, anEditorStaysOpenWhileTheRowChanges) {
    model.put(talkingCall());
    grid.setCurrentIndex(model.index(0, 1));
    QTest::keyClick(&grid, Qt::Key_F2);
    auto& editor = find<QLineEdit>(grid, "cellEditor");
    QTest::keyClicks(&editor, QStringLiteral("77"));
    CallView held = talkingCall();
    held.data.set(keyword::CallVariable2, QStringLiteral("x"));
    model.put(held);
    model.setNow(std::chrono::seconds(500));
    EXPECT_EQ(editor.text(), QLatin1String("77"));
}

TEST_F(CallGridTest, whatIsBeingTypedOutlivesEverythingThatHappensToTheCall) {
    CallView call = talkingCall(QStringLiteral("a"));
    call.begun = std::chrono::seconds(50);
    model.put(call);
    grid.setCurrentIndex(model.index(0, 1));
    QTest::keyClick(&grid, Qt::Key_F2);
    auto& editor = find<QLineEdit>(grid, "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("77"));
    call.status = CallStatus::Held; // the whole row looks different
    call.data.set(keyword::CallVariable1, QStringLiteral("from elsewhere"));
    model.put(call);
    CallView earlier = talkingCall(QStringLiteral("earlier")); // the row moves down
    earlier.begun = std::chrono::seconds(10);
    model.put(earlier);
    model.rename(QStringLiteral("a"), QStringLiteral("b"));
    ASSERT_EQ(model.rowOf(QStringLiteral("b")), 1);
    EXPECT_EQ(editor.text(), QLatin1String("77"));
    EXPECT_EQ(grid.selectedCall(), QStringLiteral("b"));
    QSignalSpy asked(&model, &CallGridModel::changeRequested);
    QTest::keyClick(&editor, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&asked] { return asked.count() == 1; }));
    EXPECT_EQ(asked.at(0).at(0).toString(), QLatin1String("b"));
    EXPECT_EQ(asked.at(0).at(1).value<Arguments>().toString(keyword::CallVariable1), QLatin1String("77"));
}

TEST_F(CallGridTest, arrowsSelectOnlyAndEnterMakesCurrent) {
    model.put(talkingCall(QStringLiteral("a")));
    CallView other = talkingCall(QStringLiteral("b"));
    other.current = false;
    model.put(other);
    QSignalSpy choices(&grid, &CallGrid::makeCurrentRequested);
    QTest::keyClick(&grid, Qt::Key_Down);
    EXPECT_EQ(grid.selectedCall(), QStringLiteral("b"));
    EXPECT_EQ(choices.count(), 0);
    QTest::keyClick(&grid, Qt::Key_Return);
    ASSERT_EQ(choices.count(), 1);
    EXPECT_EQ(choices.at(0).at(0).toString(), QLatin1String("b"));
}

TEST_F(CallGridTest, aConsultationIsTiedToItsOriginalByABracket) {
    auto [original, consult] = test::consultingPair();
    const auto inked = [this] {
        const QImage image = grid.verticalHeader()->grab().toImage();
        const int x = static_cast<int>(3 * image.devicePixelRatio());
        int count = 0;
        for (int y = 0; y < 2 * grid.rowHeight(0); ++y)
            count += image.pixelColor(x, y) != image.pixelColor(x - 3, y);
        return count;
    };
    CallView alone = original;
    alone.counterpart.clear();
    model.put(alone);
    CallView other = consult;
    other.counterpart.clear();
    model.put(other);
    EXPECT_EQ(inked(), 0);
    model.put(original);
    model.put(consult);
    EXPECT_GE(inked(), grid.rowHeight(0) - 2);
}

TEST_F(CallGridTest, sixteenCallsHaveTheirRowsInTheOrderOfTheirBeginning) {
    for (int index = 0; index < 16; ++index) {
        CallView call = talkingCall(QStringLiteral("call %1").arg(index));
        call.begun = std::chrono::seconds(1000 - index * (index % 2 == 0 ? 1 : -1));
        model.put(call);
    }
    ASSERT_EQ(model.rowCount(), 16);
    for (int row = 1; row < 16; ++row)
        EXPECT_LE(model.call(model.index(row - 1, 0))->begun, model.call(model.index(row, 0))->begun);
}

TEST_F(CallGridTest, anEmptyGridSaysWhichCallIsOnItsWay) {
    const QImage before = grid.viewport()->grab().toImage();
    grid.announce(QStringLiteral("A call from 4155550134 is on its way."));
    EXPECT_NE(grid.viewport()->grab().toImage(), before);
    EXPECT_EQ(grid.accessibleDescription(), QLatin1String("A call from 4155550134 is on its way."));
    grid.announce({});
    EXPECT_EQ(grid.viewport()->grab().toImage(), before);
}

TEST_F(CallGridTest, aRingingRowIsPaintedDifferently) {
    CallView call = ringingCall();
    call.current = false;
    model.put(call);
    model.put(talkingCall(QStringLiteral("b")));
    grid.setCurrentIndex(model.index(1, 0));
    const QPoint corner = grid.visualRect(model.index(0, 1)).topRight() - QPoint(3, -3);
    const QColor glowing = grid.viewport()->grab().toImage().pixelColor(corner);
    call.status = CallStatus::Connect;
    model.put(call);
    EXPECT_NE(grid.viewport()->grab().toImage().pixelColor(corner), glowing);
}

TEST_F(CallGridTest, aStateFitsItsColumnEvenWhileItIsNotConfirmed) {
    CallView lost = talkingCall();
    lost.confirmed = false;
    model.put(lost);
    QFont bold = grid.font();
    bold.setBold(true);
    const QString text = model.index(0, 0).data().toString();
    EXPECT_GE(grid.columnWidth(0), QFontMetrics(bold).horizontalAdvance(text) + 32) << text.toStdString();
}

TEST_F(CallGridTest, anEmptyGridIsPaintedWithWords) {
    const QImage empty = grid.viewport()->grab().toImage();
    int inked = 0;
    for (int x = 0; x < empty.width(); ++x)
        inked += empty.pixelColor(x, empty.height() / 2) != empty.pixelColor(0, 0);
    EXPECT_GT(inked, 10);
}

} // namespace
} // namespace callwright
