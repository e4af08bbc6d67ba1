#include "tests/gui/call_samples.h"
#include "ui/calls/data_element.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::columnOf;
using test::talkingCall;

GridColumn named(const char* type, const char* name) {
    GridColumn column = columnOf(QLatin1String(type));
    column.name = QLatin1String(name);
    return column;
}

CallView withEcc() {
    CallView call = talkingCall();
    call.data.set(keyword::ECC, Arguments()
                                    .set(QStringLiteral("user.account"), QStringLiteral("77"))
                                    .set(QStringLiteral("user.orders[1]"), QStringLiteral("second")));
    return call;
}

TEST(DataElement, isAVariableAnEccScalarOrOneElementOfAnEccArray) {
    EXPECT_EQ(elementOf(columnOf(QStringLiteral("var3")))->key, keyword::CallVariable3);
    EXPECT_EQ(elementOf(columnOf(QStringLiteral("WrapUp")))->key, keyword::CallWrapupData);
    EXPECT_EQ(valueOf(*elementOf(named("ECC", "account")), withEcc()).text, QLatin1String("77"));
    EXPECT_EQ(valueOf(*elementOf(named("NamedVariable", "user.account")), withEcc()).text, QLatin1String("77"));
    EXPECT_EQ(valueOf(*elementOf(named("ECCArray", "orders[1]")), withEcc()).text, QLatin1String("second"));
    EXPECT_TRUE(valueOf(*elementOf(named("ECCArray", "orders[0]")), withEcc()).text.isEmpty());
    EXPECT_FALSE(elementOf(named("ECC", " ")));
    EXPECT_FALSE(elementOf(columnOf(QStringLiteral("ANI"))));
    EXPECT_FALSE(elementOf(columnOf(QStringLiteral("Var11"))));
}

TEST(DataElement, aChangeOfAnEccElementNamesThatElementOnly) {
    const Arguments change = changeOf(*elementOf(named("ECCArray", "orders[1]")), QStringLiteral("x"));
    ASSERT_NE(change.arguments(keyword::ECC), nullptr);
    EXPECT_EQ(change.arguments(keyword::ECC)->size(), 1u);
    EXPECT_EQ(change.arguments(keyword::ECC)->toString(Keyword::of(u"user.orders[1]")), QLatin1String("x"));
}

TEST(DataElement, whatIsPendingGoesBeforeWhatIsConfirmed) {
    CallView call = withEcc();
    const DataElement account = *elementOf(named("ECC", "account"));
    call.pending = changeOf(account, QStringLiteral("78"));
    EXPECT_EQ(valueOf(account, call), (Cell{QStringLiteral("78"), true, {}}));
}

TEST(DataElement, whatDoesNotComeTrueWasRefusedUntilItIsSentAgainOrChanges) {
    const DataElement account = *elementOf(named("ECC", "account"));
    const DataElement second{keyword::CallVariable2, {}};
    CallView sent = withEcc();
    sent.pending = changeOf(account, QStringLiteral("78"));
    sent.pending.merge(changeOf(second, QStringLiteral("two")));

    CallView answered = withEcc(); // one refused, one confirmed
    answered.data.set(keyword::CallVariable2, QStringLiteral("two"));
    answered.refused = refusedData(sent, answered);
    EXPECT_EQ(valueOf(account, answered), (Cell{QStringLiteral("77"), false, QStringLiteral("78")}));
    EXPECT_TRUE(valueOf(second, answered).refused.isEmpty());

    CallView later = answered; // something else changes
    later.data.set(keyword::CallVariable1, QStringLiteral("one"));
    EXPECT_FALSE(refusedData(answered, later).isEmpty());
    CallView again = answered;
    again.pending = changeOf(account, QStringLiteral("79"));
    EXPECT_TRUE(refusedData(answered, again).isEmpty());
    CallView changed = answered; // by somebody else
    changed.data.set(keyword::ECC, Arguments().set(QStringLiteral("user.account"), QStringLiteral("80")));
    EXPECT_TRUE(refusedData(answered, changed).isEmpty());
}

} // namespace
} // namespace callwright
