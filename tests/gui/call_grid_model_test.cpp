#include "tests/gui/call_samples.h"
#include "ui/calls/call_grid_model.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QIcon>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::columnOf;
using test::editableColumn;
using test::ringingCall;
using test::talkingCall;

class CallGridModelTest : public testing::Test {
protected:
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }

    CallGridModel model{{columnOf(QStringLiteral("CallStatus")), columnOf(QStringLiteral("Caller")),
                         columnOf(QStringLiteral("Queue")), columnOf(QStringLiteral("Time")),
                         editableColumn(QStringLiteral("Var1"), 12), editableColumn(QStringLiteral("DNIS")),
                         columnOf(QStringLiteral("Var2"))}};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(CallGridModelTest, showsACallInTheColumnsOfTheSettings) {
    model.setNow(std::chrono::seconds(113));
    model.put(ringingCall());
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(text(0, 0), QLatin1String("Ringing"));
    EXPECT_EQ(text(0, 1), QLatin1String("4155550134"));
    EXPECT_EQ(text(0, 2), QLatin1String("Billing"));
    EXPECT_EQ(text(0, 3), QLatin1String("00:13"));
    EXPECT_EQ(text(0, 4), QLatin1String("88-1204"));
    EXPECT_EQ(text(0, 6), QString());
    EXPECT_TRUE(model.index(0, 0).data(CallGridModel::RingingRole).toBool());
    EXPECT_TRUE(model.headerData(0, Qt::Vertical, Qt::AccessibleTextRole).isValid());
}

TEST_F(CallGridModelTest, anUpdateTouchesOnlyWhatLooksDifferent) {
    model.put(talkingCall());
    CallView changed = talkingCall();
    changed.data.set(keyword::CallVariable2, QStringLiteral("140.20"));
    QSignalSpy touched(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy rebuilt(&model, &QAbstractItemModel::modelReset);
    model.put(changed);
    ASSERT_EQ(touched.count(), 1);
    EXPECT_EQ(touched.at(0).at(0).toModelIndex(), model.index(0, 6));
    EXPECT_EQ(rebuilt.count(), 0);
    EXPECT_EQ(text(0, 6), QLatin1String("140.20"));
}

TEST_F(CallGridModelTest, rowsKeepTheirOrderWhenOthersLeave) {
    model.put(talkingCall(QStringLiteral("a")));
    model.put(talkingCall(QStringLiteral("b")));
    model.put(talkingCall(QStringLiteral("c")));
    model.remove(QStringLiteral("b"));
    model.remove(QStringLiteral("never there"));
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOf(QStringLiteral("a")), 0);
    EXPECT_EQ(model.rowOf(QStringLiteral("c")), 1);
    EXPECT_EQ(model.rowOf(QStringLiteral("b")), -1);
}

TEST_F(CallGridModelTest, aCallThatChangesItsIdentityKeepsItsRow) {
    model.put(talkingCall(QStringLiteral("a")));
    model.rename(QStringLiteral("a"), QStringLiteral("z"));
    EXPECT_EQ(model.rowOf(QStringLiteral("z")), 0);
    model.put(talkingCall(QStringLiteral("z")));
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(CallGridModelTest, anEditAsksAndShowsThePendingValueUntilItIsConfirmed) {
    model.put(talkingCall());
    QSignalSpy asked(&model, &CallGridModel::changeRequested);
    EXPECT_TRUE(model.setData(model.index(0, 4), QStringLiteral("99-1"), Qt::EditRole));
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.at(0).at(1).value<Arguments>().toString(keyword::CallVariable1), QLatin1String("99-1"));
    EXPECT_EQ(text(0, 4), QLatin1String("88-1204"));

    CallView pending = talkingCall();
    pending.pending.set(keyword::CallVariable1, QStringLiteral("99-1"));
    model.put(pending);
    EXPECT_EQ(text(0, 4), QLatin1String("99-1"));
    EXPECT_TRUE(model.index(0, 4).data(Qt::FontRole).value<QFont>().italic());
    EXPECT_TRUE(model.index(0, 4).data(Qt::ToolTipRole).isValid());

    CallView confirmed = talkingCall();
    confirmed.data.set(keyword::CallVariable1, QStringLiteral("99-1"));
    model.put(confirmed);
    EXPECT_EQ(text(0, 4), QLatin1String("99-1"));
    EXPECT_FALSE(model.index(0, 4).data(Qt::FontRole).value<QFont>().italic());
}

TEST_F(CallGridModelTest, severalEditsArePendingAtOnceAndARefusedOneIsMarkedWithWhatWasWanted) {
    CallView sent = talkingCall();
    sent.pending.set(keyword::CallVariable1, QStringLiteral("99-1")).set(keyword::CallVariable2, QStringLiteral("x"));
    model.put(sent);
    EXPECT_TRUE(model.index(0, 4).data(Qt::FontRole).value<QFont>().italic());
    EXPECT_TRUE(model.index(0, 6).data(Qt::FontRole).value<QFont>().italic());
    EXPECT_TRUE(model.index(0, 4).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not confirmed")));

    CallView answered = talkingCall();
    answered.data.set(keyword::CallVariable2, QStringLiteral("x"));
    answered.refused.set(keyword::CallVariable1, QStringLiteral("99-1"));
    model.put(answered);
    EXPECT_EQ(text(0, 4), QLatin1String("88-1204"));
    EXPECT_FALSE(model.index(0, 4).data(Qt::DecorationRole).value<QIcon>().isNull());
    EXPECT_TRUE(model.index(0, 4).data(Qt::ToolTipRole).toString().contains(QLatin1String("99-1")));
    EXPECT_TRUE(model.index(0, 4).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not accepted")));
    EXPECT_EQ(text(0, 6), QLatin1String("x"));
    EXPECT_TRUE(model.index(0, 6).data(Qt::DecorationRole).isNull());
}

TEST_F(CallGridModelTest, theCurrentCallAndWhatBelongsTogetherAreSaidInWords) {
    const auto [original, consult] = test::consultingPair();
    model.put(original);
    model.put(consult);
    EXPECT_EQ(model.counterpartOf(0), 1);
    EXPECT_EQ(model.counterpartOf(1), 0);
    EXPECT_EQ(text(0, 0), QLatin1String("Waiting for transfer"));
    EXPECT_EQ(text(1, 0), QLatin1String("Consulting"));
    const QString spoken = model.index(1, 0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(QLatin1String("current call"))) << spoken.toStdString();
    EXPECT_TRUE(spoken.contains(QLatin1String("Consulting with 3102"))) << spoken.toStdString();
    EXPECT_FALSE(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("current call")));
    EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QLatin1String("3102")));

    model.rename(QStringLiteral("original"), QStringLiteral("renamed"));
    EXPECT_EQ(model.counterpartOf(1), 0);
    model.remove(QStringLiteral("renamed"));
    EXPECT_EQ(model.counterpartOf(0), -1);
}

TEST_F(CallGridModelTest, onlyWhatTheServerLetsChangeIsEditable) {
    model.put(talkingCall());
    EXPECT_TRUE(model.flags(model.index(0, 4)) & Qt::ItemIsEditable);
    EXPECT_FALSE(model.flags(model.index(0, 5)) & Qt::ItemIsEditable); // DNIS, whatever the settings say
    EXPECT_FALSE(model.flags(model.index(0, 6)) & Qt::ItemIsEditable); // the settings do not allow it
    EXPECT_FALSE(model.setData(model.index(0, 5), QStringLiteral("1"), Qt::EditRole));
}

TEST_F(CallGridModelTest, anUnconfirmedCallSaysSoAndCannotBeEdited) {
    CallView lost = talkingCall();
    lost.confirmed = false;
    model.put(lost);
    EXPECT_EQ(text(0, 0), QLatin1String("Talking, not confirmed"));
    EXPECT_FALSE(model.flags(model.index(0, 4)) & Qt::ItemIsEditable);
    EXPECT_TRUE(model.index(0, 1).data(Qt::ForegroundRole).isValid());
}

TEST_F(CallGridModelTest, timeRunsOnByTheClockAlone) {
    model.setNow(std::chrono::seconds(100));
    model.put(talkingCall());
    model.setNow(std::chrono::seconds(100 + 3725));
    EXPECT_EQ(text(0, 3), QLatin1String("1:02:05"));
}

TEST_F(CallGridModelTest, theLengthLimitOfAColumnCutsWhatIsShown) {
    CallView call = talkingCall();
    call.data.set(keyword::CallVariable1, QStringLiteral("12345678901234567890"));
    model.put(call);
    EXPECT_EQ(text(0, 4), QLatin1String("123456789012"));
}

TEST(CallGridColumns, everyTypeOfTheSettingsShowsItsValue) {
    CallView call = ringingCall();
    call.data.set(keyword::CallerEnteredDigits, QStringLiteral("7"))
        .set(keyword::UserToUserInfo, QStringLiteral("u"))
        .set(keyword::CallWrapupData, QStringLiteral("w"))
        .set(keyword::CampaignID, std::int32_t(12))
        .set(keyword::QueryRuleID, std::int32_t(13))
        .set(keyword::ECC, Arguments().set(QStringLiteral("user.account"), QStringLiteral("e")))
        .set(keyword::CallVariable10, QStringLiteral("v10"));
    const std::vector<std::pair<const char*, const char*>> expected{{"CallID", "16777217"},
                                                                    {"CallStatus", "Ringing"},
                                                                    {"Status", "Ringing"},
                                                                    {"DNIS", "8005550100"},
                                                                    {"ANI", "4155550134"},
                                                                    {"CED", "7"},
                                                                    {"DialedNumber", "Billing"},
                                                                    {"DN", "Billing"},
                                                                    {"UserToUserInfo", "u"},
                                                                    {"UserToUser", "u"},
                                                                    {"WrapUp", "w"},
                                                                    {"Var1", "88-1204"},
                                                                    {"Var10", "v10"},
                                                                    {"ECC", "e"},
                                                                    {"eccvariable", "e"},
                                                                    {"ECCVar", "e"},
                                                                    {"ECCNAME", "e"},
                                                                    {"NAMEDVARIABLE", "e"},
                                                                    {"CampaignID", "12"},
                                                                    {"QueryRuleID", "13"},
                                                                    {"Var11", ""},
                                                                    {"no such type", ""}};
    for (const auto& [type, value] : expected) {
        GridColumn column = columnOf(QLatin1String(type));
        column.name = QStringLiteral("account");
        CallGridModel model({column});
        model.put(call);
        EXPECT_EQ(model.index(0, 0).data().toString(), QLatin1String(value)) << type;
    }
}

} // namespace
} // namespace callwright
