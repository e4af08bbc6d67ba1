#include "tests/gui/call_samples.h"
#include "tests/gui/find.h"
#include "ui/calls/call_details.h"

#include <QAbstractItemModelTester>
#include <QTableView>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::find;
using test::ringingCall;

QStringList shown(const QAbstractItemModel& model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows += model.index(row, 0).data().toString() + QLatin1Char('=') + model.index(row, 1).data().toString();
    return rows;
}

TEST(CallDetails, tellsEverythingKnownOfTheCallPeoplesFactsFirst) {
    CallDetails details;
    CallView call = ringingCall();
    call.data.set(keyword::CallVariable10, QStringLiteral("ten"))
        .set(keyword::CallVariable2, QStringLiteral("two"))
        .set(keyword::ECC, Arguments().set(QStringLiteral("user.account"), QStringLiteral("77")));
    details.showCall(call, {});
    const QStringList rows = shown(*find<QTableView>(details, "detailsView").model());
    EXPECT_EQ(
        rows.mid(0, 6),
        (QStringList{QStringLiteral("Caller's number=4155550134"), QStringLiteral("Number called (DNIS)=8005550100"),
                     QStringLiteral("Number dialled=Billing"), QStringLiteral("Call variable 1=88-1204"),
                     QStringLiteral("Call variable 2=two"), QStringLiteral("Call variable 10=ten")}));
    EXPECT_TRUE(rows.contains(QStringLiteral("user.account=77")));
}

TEST(CallDetails, modelKeepsItsPromisesOverGrowingAndShrinking) {
    CallDetailsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CallView call = ringingCall();
    model.show(call, {});
    const int before = model.rowCount();
    call.pending.set(keyword::CallWrapupData, QStringLiteral("refund"));
    model.show(call, {{Milliseconds(0), QStringLiteral("Ringing")}});
    EXPECT_EQ(model.rowCount(), before + 2);
    model.show(std::nullopt, {});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(CallDetails, whatComesFromOutsideIsNeverRichText) {
    CallDetails details;
    CallView call = ringingCall();
    call.data.set(keyword::CallVariable1, QStringLiteral("<b>bold</b>"));
    details.showCall(call, {});
    EXPECT_TRUE(shown(*find<QTableView>(details, "detailsView").model())
                    .contains(QStringLiteral("Call variable 1=<b>bold</b>")));
}

TEST(CallTimeline, notesEachChangeOnceAndFollowsARename) {
    CallTimeline timeline;
    CallView call = ringingCall(QStringLiteral("a"));
    timeline.note(call, Milliseconds(1000));
    timeline.note(call, Milliseconds(2000));
    call.status = CallStatus::Connect;
    timeline.note(call, Milliseconds(3000));
    timeline.rename(QStringLiteral("a"), QStringLiteral("b"));
    EXPECT_EQ(timeline.of(QStringLiteral("b")),
              (std::vector<TimelineEntry>{{Milliseconds(1000), QStringLiteral("Ringing")},
                                          {Milliseconds(3000), QStringLiteral("Talking")}}));
    timeline.forget(QStringLiteral("b"));
    EXPECT_TRUE(timeline.of(QStringLiteral("b")).empty());
}

} // namespace
} // namespace callwright
