#include "cil/events/keywords.h"
#include "tests/gui/call_samples.h"
#include "tests/gui/fakes.h"
#include "tests/gui/find.h"
#include "ui/dial/recent_numbers.h"
#include "ui/dialogs/dial_dialog.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <optional>

namespace callwright {
namespace {

using test::click;
using test::find;

class DialDialogTest : public testing::Test {
protected:
    DialDialog& open(DialPurpose purpose, DialWays ways = {true, true}) {
        setup.purpose = purpose;
        setup.about = QStringLiteral("4155550134");
        setup.ways = ways;
        dialog = new DialDialog(setup, recents, nullptr);
        QObject::connect(dialog, &DialDialog::dialRequested, dialog, [this](const DialOptions& options, bool single) {
            ++requests;
            asked = options;
            singleStep = single;
        });
        test::activate(*dialog);
        return *dialog;
    }
    ~DialDialogTest() override { delete dialog; }

    QLineEdit& number() { return find<QLineEdit>(*dialog, "numberField"); }
    QPushButton& ok() { return find<QPushButton>(*dialog, "okButton"); }

    test::MemoryRecents store;
    RecentNumbers recents{store};
    DialDialog::Setup setup;
    QPointer<DialDialog> dialog;
    DialOptions asked;
    bool singleStep = false;
    int requests = 0;
};

TEST_F(DialDialogTest, enterDialsAPastedNumberAndStaysUntilTheServerHasTakenIt) {
    open(DialPurpose::Transfer);
    EXPECT_TRUE(number().hasFocus());
    EXPECT_FALSE(ok().isEnabled());
    QTest::keyClicks(&number(), QStringLiteral("+1 (415) 555-0199"));
    QTest::keyClick(&number(), Qt::Key_Return);
    ASSERT_EQ(requests, 1);
    EXPECT_EQ(asked.dialedNumber, QLatin1String("14155550199"));
    EXPECT_FALSE(singleStep);
    EXPECT_TRUE(asked.callData.isEmpty());
    EXPECT_TRUE(dialog->isVisible());
}

TEST_F(DialDialogTest, isNotSentTwiceWhileTheAnswerIsAwaited) {
    open(DialPurpose::Transfer);
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    QTest::keyClick(&number(), Qt::Key_Return);
    dialog->setWaiting(true);
    QTest::keyClick(&number(), Qt::Key_Return);
    click(*dialog, "okButton");
    EXPECT_EQ(requests, 1);
}

TEST_F(DialDialogTest, aRefusalIsShownAndTheNumberStays) {
    open(DialPurpose::Conference);
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    dialog->showRefusal(QStringLiteral("<b>Busy</b>"));
    auto& problem = find<QLabel>(*dialog, "dialProblem");
    EXPECT_TRUE(problem.isVisible());
    EXPECT_EQ(problem.text(), QLatin1String("<b>Busy</b>"));
    EXPECT_EQ(problem.textFormat(), Qt::PlainText);
    EXPECT_EQ(number().text(), QLatin1String("3102"));
    QTest::keyClicks(&number(), QStringLiteral("3103")); // over the selected number
    EXPECT_EQ(number().text(), QLatin1String("3103"));
    EXPECT_FALSE(problem.isVisible());
}

TEST_F(DialDialogTest, escapeCancels) {
    open(DialPurpose::Transfer);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    QTest::keyClick(&number(), Qt::Key_Escape);
    EXPECT_EQ(rejected.count(), 1);
    EXPECT_EQ(requests, 0);
}

TEST_F(DialDialogTest, theChoiceOfAskingFirstOrNotSaysWhatTheButtonDoes) {
    open(DialPurpose::Transfer);
    EXPECT_EQ(ok().text(), QLatin1String("Talk to them"));
    click(*dialog, "singleStepChoice");
    EXPECT_EQ(ok().text(), QLatin1String("Transfer now"));
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    click(*dialog, "okButton");
    EXPECT_TRUE(singleStep);
}

TEST_F(DialDialogTest, aWayTheSwitchLacksIsNotOffered) {
    open(DialPurpose::Conference, {true, false});
    EXPECT_FALSE(find<QRadioButton>(*dialog, "singleStepChoice").isVisible());
    dialog->preferSingleStep(true);
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    QTest::keyClick(&number(), Qt::Key_Return);
    EXPECT_FALSE(singleStep);
}

TEST_F(DialDialogTest, whereOnlyTheSingleStepIsPossibleItIsTaken) {
    open(DialPurpose::Transfer, {false, true});
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    QTest::keyClick(&number(), Qt::Key_Return);
    EXPECT_TRUE(singleStep);
}

TEST_F(DialDialogTest, saysWhyNothingIsPossibleAnyMore) {
    open(DialPurpose::Transfer);
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    dialog->setWays({}, QStringLiteral("Possible while you talk."));
    EXPECT_FALSE(ok().isEnabled());
    EXPECT_EQ(find<QLabel>(*dialog, "dialProblem").text(), QLatin1String("Possible while you talk."));
    dialog->setWays({true, true}, QString());
    EXPECT_TRUE(ok().isEnabled());
    EXPECT_FALSE(find<QLabel>(*dialog, "dialProblem").isVisible());
}

TEST_F(DialDialogTest, theKeypadTypesIntoTheNumber) {
    open(DialPurpose::Call);
    for (const char* key : {"keypadKey3", "keypadKey1", "keypadKeyStar", "keypadKeyPound"})
        click(*dialog, key);
    EXPECT_EQ(number().text(), QLatin1String("31*#"));
    EXPECT_TRUE(number().hasFocus());
}

TEST_F(DialDialogTest, offersTheNumbersDialledBefore) {
    recents.setUser(QStringLiteral("1001"));
    recents.add(QStringLiteral("14155550190"));
    recents.add(QStringLiteral("3102"));
    open(DialPurpose::Call);
    QTest::keyClick(&number(), Qt::Key_Down);
    QAbstractItemView& list = *number().completer()->popup();
    ASSERT_TRUE(list.isVisible());
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    EXPECT_EQ(number().text(), QLatin1String("3102"));
}

TEST_F(DialDialogTest, enterDialsWhatIsTypedWhileNumbersAreOffered) {
    recents.add(QStringLiteral("3102"));
    open(DialPurpose::Transfer);
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    QAbstractItemView* offered = number().completer()->popup();
    ASSERT_TRUE(QTest::qWaitFor([offered] { return offered->isVisible(); }));
    QTest::keyClick(offered, Qt::Key_Return); // as a keyboard has it: the list is in front
    EXPECT_EQ(requests, 1);
    EXPECT_FALSE(offered->isVisible());
}

TEST_F(DialDialogTest, prefillsTheOriginalsDataAndSendsWhatWasChanged) {
    setup.data.set(keyword::CallVariable1, QStringLiteral("88-1204"))
        .set(keyword::CallVariable2, QStringLiteral("Chiara Russo"))
        .set(keyword::ECC, Arguments().set(QStringLiteral("user.order"), QStringLiteral("7")));
    GridColumn order = test::editableColumn(QStringLiteral("Var1"), 8);
    order.header = QStringLiteral("Order");
    setup.columns = {order};
    open(DialPurpose::Transfer);
    auto& variable = find<QLineEdit>(*dialog, "callData.CallVariable1");
    EXPECT_EQ(variable.text(), QLatin1String("88-1204"));
    EXPECT_EQ(variable.accessibleName(), QLatin1String("Order"));
    EXPECT_EQ(find<QLineEdit>(*dialog, "callData.CallVariable2").text(), QLatin1String("Chiara Russo"));
    variable.selectAll();
    QTest::keyClicks(&variable, QStringLiteral("99-9999999"));
    auto& ecc = find<QLineEdit>(*dialog, "callData.user.order");
    EXPECT_EQ(ecc.text(), QLatin1String("7"));
    QTest::keyClick(&ecc, Qt::Key_End);
    QTest::keyClicks(&ecc, QStringLiteral("8"));
    QTest::keyClicks(&number(), QStringLiteral("3102"));
    QTest::keyClick(&number(), Qt::Key_Return);
    ASSERT_EQ(requests, 1);
    EXPECT_EQ(asked.callData,
              Arguments()
                  .set(keyword::CallVariable1, QStringLiteral("99-99999"))
                  .set(keyword::ECC, Arguments().set(QStringLiteral("user.order"), QStringLiteral("78"))));
}

TEST_F(DialDialogTest, theColumnsLimitsHoldForTheData) {
    setup.columns = {test::editableColumn(QStringLiteral("Var1"), 0, true), test::columnOf(QStringLiteral("Var2"))};
    GridColumn ecc = test::editableColumn(QStringLiteral("ECC"));
    ecc.name = QStringLiteral("note");
    setup.columns.push_back(ecc);
    open(DialPurpose::Call);
    auto& digits = find<QLineEdit>(*dialog, "callData.CallVariable1");
    QTest::keyClicks(&digits, QStringLiteral("a1b2") + QString(60, QLatin1Char('3')));
    EXPECT_TRUE(digits.text().startsWith(QLatin1String("123")));
    EXPECT_EQ(digits.text().size(), 40);
    EXPECT_TRUE(find<QLineEdit>(*dialog, "callData.CallVariable2").isReadOnly());
    EXPECT_FALSE(find<QLineEdit>(*dialog, "callData.CallVariable3").isReadOnly());
    EXPECT_EQ(find<QLineEdit>(*dialog, "callData.user.note").text(), QString());
}

} // namespace
} // namespace callwright
