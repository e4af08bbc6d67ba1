#include "tests/gui/call_samples.h"
#include "tests/gui/find.h"
#include "ui/calls/call_details.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::editableColumn;
using test::find;
using test::ringingCall;
using test::talkingCall;

GridColumn orderColumn() {
    GridColumn column = editableColumn(QStringLiteral("Var1"), 8, true);
    column.header = QStringLiteral("Order");
    return column;
}

GridColumn eccColumn(const char* name) {
    GridColumn column = editableColumn(QStringLiteral("ECCArray"));
    column.name = QLatin1String(name);
    return column;
}

/// "section/name=value", the lines under a line included.
void read(const QAbstractItemModel& model, const QModelIndex& parent, const QString& path, QStringList& lines) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString name = path + index.data().toString();
        if (parent.isValid())
            lines += name + QLatin1Char('=') + model.index(row, 1, parent).data().toString();
        read(model, index, name + QLatin1Char('/'), lines);
    }
}

class CallDetailsTest : public testing::Test {
protected:
    CallDetailsTest() {
        details.resize(900, 500);
        details.show();
    }

    void show(const CallView& call) { details.showCall(call, {}); }
    QStringList lines() const {
        QStringList all;
        read(*view.model(), {}, QString(), all);
        return all;
    }
    QModelIndex line(const QString& path) const {
        QModelIndex at;
        for (const QString& name : path.split(QLatin1Char('/'))) {
            int row = 0;
            while (view.model()->index(row, 0, at).isValid() &&
                   view.model()->index(row, 0, at).data().toString() != name)
                ++row;
            at = view.model()->index(row, 0, at);
        }
        return at;
    }
    QModelIndex value(const QString& path) const { return line(path).siblingAtColumn(1); }

    CallDetails details;
    QTreeView& view = find<QTreeView>(details, "detailsView");
};

TEST_F(CallDetailsTest, tellsPeoplesFactsInTheirWordsAndRawNumbersOnlyUnderTechnical) {
    CallView call = ringingCall();
    call.data.set(keyword::CallType, std::uint16_t(4)).set(keyword::LineType, std::uint16_t(2));
    show(call);
    const QStringList all = lines();
    for (const char* expected :
         {"This call/Kind=Call transferred to you", "This call/Direction=Incoming", "This call/State=Ringing",
          "This call/Caller's number=4155550134", "This call/Number called (DNIS)=8005550100",
          "This call/Number dialled=Billing", "This call/Queue=Billing", "Call data/Call variable 1=88-1204",
          "Technical/CallType=CALLTYPE_TRANSFER_IN (4)", "Technical/LineType=LINETYPE_INSIDE (2)",
          "Technical/ConnectionCallID=16777217"})
        EXPECT_TRUE(all.contains(QLatin1String(expected))) << expected << "\n" << all.join(u'\n').toStdString();
    for (const QString& text : all) {
        if (!text.startsWith(QLatin1String("Technical/"))) {
            EXPECT_FALSE(text.contains(QLatin1String("ID="))) << text.toStdString();
            EXPECT_FALSE(text.contains(QLatin1String("CALLTYPE"))) << text.toStdString();
        }
    }
}

TEST_F(CallDetailsTest, theTechnicalPartIsClosedUntilSomebodyOpensItAndStaysAsTheyLeftIt) {
    show(ringingCall(QStringLiteral("a")));
    EXPECT_TRUE(view.isExpanded(line(QStringLiteral("This call"))));
    EXPECT_FALSE(view.isExpanded(line(QStringLiteral("Technical"))));
    view.setFocus();
    view.setCurrentIndex(line(QStringLiteral("Technical")));
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_TRUE(view.isExpanded(line(QStringLiteral("Technical"))));
    show(ringingCall(QStringLiteral("b")));
    EXPECT_TRUE(view.isExpanded(line(QStringLiteral("Technical"))));
    view.collapse(line(QStringLiteral("Technical")));
    show(talkingCall(QStringLiteral("c")));
    EXPECT_FALSE(view.isExpanded(line(QStringLiteral("Technical"))));
}

TEST_F(CallDetailsTest, eccArraysAreReadableByIndex) {
    CallView call = talkingCall();
    Arguments ecc = Arguments().set(QStringLiteral("user.account"), QStringLiteral("77"));
    for (int index : {10, 2, 0})
        ecc.set(QStringLiteral("user.orders[%1]").arg(index), QStringLiteral("order %1").arg(index));
    call.data.set(keyword::ECC, ecc);
    show(call);
    EXPECT_EQ(lines().filter(QStringLiteral("ECC")),
              (QStringList{QStringLiteral("Extended call data (ECC)/account=77"),
                           QStringLiteral("Extended call data (ECC)/orders="),
                           QStringLiteral("Extended call data (ECC)/orders/[0]=order 0"),
                           QStringLiteral("Extended call data (ECC)/orders/[2]=order 2"),
                           QStringLiteral("Extended call data (ECC)/orders/[10]=order 10")}));
    EXPECT_TRUE(view.isExpanded(line(QStringLiteral("Extended call data (ECC)/orders"))));
}

TEST_F(CallDetailsTest, peopleAreListedWithTheirPartAndStateOneselfFirst) {
    CallView call = talkingCall();
    call.isConference = true;
    call.parties = {{QStringLiteral("3101"), CallStatus::Connect, true},
                    {QStringLiteral("4155550134"), CallStatus::Held, false},
                    {QString(), CallStatus::Connect, false}};
    show(call);
    EXPECT_EQ(lines().filter(QStringLiteral("People in the call/")),
              (QStringList{QStringLiteral("People in the call/3101=You, Talking"),
                           QStringLiteral("People in the call/4155550134=Caller, On hold"),
                           QStringLiteral("People in the call/Unknown number=Talking")}));
}

TEST_F(CallDetailsTest, whatTheSettingsLetChangeIsChangedInPlaceWithinItsLimits) {
    details.setColumns({orderColumn()});
    show(talkingCall());
    QSignalSpy asked(&details, &CallDetails::changeRequested);
    view.setFocus();
    view.setCurrentIndex(value(QStringLiteral("Call data/Order")));
    QTest::keyClick(&view, Qt::Key_F2);
    auto& editor = find<QLineEdit>(view, "cellEditor");
    EXPECT_EQ(editor.accessibleName(), QLatin1String("Order"));
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("1x234567890"));
    EXPECT_EQ(editor.text(), QLatin1String("12345678"));
    QTest::keyClick(&editor, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&asked] { return asked.count() == 1; }));
    EXPECT_EQ(asked.at(0).at(0).toString(), talkingCall().id);
    EXPECT_EQ(asked.at(0).at(1).value<Arguments>().toString(keyword::CallVariable1), QLatin1String("12345678"));
    EXPECT_FALSE(view.model()->flags(value(QStringLiteral("This call/State"))) & Qt::ItemIsEditable);
}

TEST_F(CallDetailsTest, anElementOfAnEccArrayIsChangedByDoubleClick) {
    details.setColumns({eccColumn("orders[1]")});
    CallView call = talkingCall();
    call.data.set(keyword::ECC, Arguments()
                                    .set(QStringLiteral("user.orders[0]"), QStringLiteral("first"))
                                    .set(QStringLiteral("user.orders[1]"), QStringLiteral("second")));
    show(call);
    QSignalSpy asked(&details, &CallDetails::changeRequested);
    const QModelIndex second = value(QStringLiteral("Extended call data (ECC)/orders/[1]"));
    ASSERT_TRUE(second.isValid());
    EXPECT_FALSE(view.model()->flags(value(QStringLiteral("Extended call data (ECC)/orders/[0]"))) &
                 Qt::ItemIsEditable);
    view.scrollTo(second);
    const QPoint at = view.visualRect(second).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
    auto& editor = find<QLineEdit>(view, "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("other"));
    QTest::keyClick(&editor, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&asked] { return asked.count() == 1; }));
    const Arguments changes = asked.at(0).at(1).value<Arguments>();
    ASSERT_NE(changes.arguments(keyword::ECC), nullptr);
    EXPECT_EQ(*changes.arguments(keyword::ECC),
              Arguments().set(QStringLiteral("user.orders[1]"), QStringLiteral("other")));
}

TEST_F(CallDetailsTest, pendingAndRefusedValuesLookAndSoundDifferent) {
    details.setColumns({orderColumn()});
    CallView call = talkingCall();
    call.pending.set(keyword::CallVariable1, QStringLiteral("99"));
    show(call);
    QModelIndex order = value(QStringLiteral("Call data/Order"));
    EXPECT_EQ(order.data().toString(), QLatin1String("99"));
    EXPECT_TRUE(order.data(Qt::FontRole).value<QFont>().italic());
    EXPECT_TRUE(order.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not confirmed")));
    call.pending.clear();
    call.refused.set(keyword::CallVariable1, QStringLiteral("99"));
    show(call);
    order = value(QStringLiteral("Call data/Order"));
    EXPECT_EQ(order.data().toString(), QLatin1String("88-1204"));
    EXPECT_FALSE(order.data(Qt::FontRole).value<QFont>().italic());
    EXPECT_FALSE(order.data(Qt::DecorationRole).isNull());
    EXPECT_TRUE(order.data(Qt::ToolTipRole).toString().contains(QLatin1String("99")));
}

TEST_F(CallDetailsTest, whatIsBeingTypedOutlivesUpdatesAndARename) {
    details.setColumns({orderColumn()});
    CallView call = talkingCall(QStringLiteral("a"));
    show(call);
    view.setCurrentIndex(value(QStringLiteral("Call data/Order")));
    view.edit(view.currentIndex());
    auto& editor = find<QLineEdit>(view, "cellEditor");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("77"));
    call.status = CallStatus::Held;
    call.data.set(keyword::CallVariable1, QStringLiteral("elsewhere"))
        .set(keyword::CallerEnteredDigits, QStringLiteral("3"))
        .set(keyword::CallVariable2, QStringLiteral("new line"));
    show(call);
    details.renameCall(QStringLiteral("a"), QStringLiteral("b"));
    call.id = QStringLiteral("b");
    show(call);
    EXPECT_EQ(editor.text(), QLatin1String("77"));
    QSignalSpy asked(&details, &CallDetails::changeRequested);
    QTest::keyClick(&editor, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&asked] { return asked.count() == 1; }));
    EXPECT_EQ(asked.at(0).at(0).toString(), QLatin1String("b"));
}

TEST_F(CallDetailsTest, whatComesFromOutsideIsNeverRichText) {
    CallView call = ringingCall();
    call.data.set(keyword::CallVariable1, QStringLiteral("<b>bold</b>"));
    show(call);
    EXPECT_TRUE(lines().contains(QStringLiteral("Call data/Call variable 1=<b>bold</b>")));
}

TEST_F(CallDetailsTest, theStoryOfTheCallStandsBesideIt) {
    details.showCall(ringingCall(), {{Milliseconds(0), QStringLiteral("Rang at 3101")}});
    const auto& story = find<QTableView>(details, "timelineView");
    ASSERT_EQ(story.model()->rowCount(), 1);
    EXPECT_EQ(story.model()->index(0, 1).data().toString(), QLatin1String("Rang at 3101"));
    EXPECT_FALSE(story.model()->index(0, 0).data().toString().isEmpty());
    EXPECT_TRUE(story.isVisible());
    details.showCall(std::nullopt, {});
    EXPECT_FALSE(story.isVisible());
}

TEST_F(CallDetailsTest, theStoryFollowsItsLastLineUnlessAnEarlierOneIsRead) {
    auto& story = find<QTableView>(details, "timelineView");
    std::vector<TimelineEntry> entries;
    const auto happens = [&] {
        entries.push_back({Milliseconds(0), QStringLiteral("Something %1").arg(entries.size())});
        details.showCall(talkingCall(), entries);
        QCoreApplication::processEvents();
    };
    const auto showsLast = [&] {
        const QRect last = story.visualRect(story.model()->index(static_cast<int>(entries.size()) - 1, 1));
        return story.viewport()->rect().contains(last.center());
    };
    for (int i = 0; i < 60; ++i) {
        happens();
        ASSERT_TRUE(showsLast()) << i;
    }
    details.resize(details.width(), details.height() / 2);
    QCoreApplication::processEvents();
    happens();
    EXPECT_TRUE(showsLast()) << "after the window became smaller";
    story.scrollToTop();
    happens();
    EXPECT_FALSE(showsLast());
    entries.resize(30);
    details.showCall(ringingCall(QStringLiteral("another")), entries);
    happens();
    EXPECT_TRUE(showsLast()) << "of another call";
}

TEST(CallDetailsModelTest, keepsItsPromisesOverGrowingShrinkingAndChangingCalls) {
    CallDetailsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy rebuilt(&model, &QAbstractItemModel::modelReset);
    CallView call = ringingCall(QStringLiteral("a"));
    const auto show = [&] { model.show(call.id, detailsOf(call, {orderColumn()}, Milliseconds(0))); };
    show();
    EXPECT_EQ(rebuilt.count(), 1);
    const int before = model.rowCount();
    call.data.set(keyword::ECC, Arguments().set(QStringLiteral("user.x[0]"), QStringLiteral("1")));
    call.parties = {{QStringLiteral("3101"), CallStatus::Connect, true}};
    show();
    EXPECT_EQ(model.rowCount(), before + 2);
    call.parties.clear();
    call.data.remove(keyword::ECC);
    call.data.remove(keyword::ANI);
    show();
    EXPECT_EQ(model.rowCount(), before);
    EXPECT_EQ(rebuilt.count(), 1);
    model.show({}, {});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(TimelineModelTest, growsInPlaceAndStartsAnewForAnotherCall) {
    TimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const TimelineEntry rang{Milliseconds(0), QStringLiteral("Rang")};
    const TimelineEntry held{Milliseconds(1), QStringLiteral("On hold")};
    model.show({rang});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.show({rang, held});
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(removed.count(), 0);
    model.show({held});
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 1).data().toString(), QLatin1String("On hold"));
    model.show({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace callwright
