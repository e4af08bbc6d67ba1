#include "tests/gui/find.h"
#include "ui/dialogs/reason_dialog.h"
#include "ui/dialogs/wrapup_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::click;
using test::find;

const std::vector<ReasonCode> reasons{{QStringLiteral("Break"), 1}, {QStringLiteral("Meeting"), 3}};

TEST(ReasonDialog, sendsTheNumberOfTheChosenText) {
    QPointer<ReasonDialog> dialog = new ReasonDialog(QStringLiteral("Why?"), reasons, QStringLiteral("OK"), nullptr);
    QSignalSpy chosen(dialog, &ReasonDialog::chosen);
    test::activate(*dialog);
    QTest::keyClick(&find<QListWidget>(*dialog, "reasonList"), Qt::Key_Down);
    QTest::keyClick(dialog, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(0).value<std::uint16_t>(), 3);
    QTest::qWait(0); // deferred deletion
    EXPECT_TRUE(dialog.isNull());
}

TEST(ReasonDialog, withoutConfiguredReasonsItTakesANumber) {
    QPointer<ReasonDialog> dialog = new ReasonDialog(QStringLiteral("Why?"), {}, QStringLiteral("OK"), nullptr);
    QSignalSpy chosen(dialog, &ReasonDialog::chosen);
    dialog->show();
    find<QSpinBox>(*dialog, "reasonNumber").setValue(42);
    click(*dialog, "okButton");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(0).value<std::uint16_t>(), 42);
}

TEST(ReasonDialog, cancelChoosesNothing) {
    QPointer<ReasonDialog> dialog = new ReasonDialog(QStringLiteral("Why?"), reasons, QStringLiteral("OK"), nullptr);
    QSignalSpy chosen(dialog, &ReasonDialog::chosen);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->show();
    click(*dialog, "cancelButton");
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_EQ(rejected.count(), 1);
}

class WrapupDialogTest : public testing::Test {
protected:
    WrapupDialog& open(bool required) {
        dialog = new WrapupDialog({QStringLiteral("Refund"), QStringLiteral("Address change")}, QString(), required,
                                  nullptr);
        dialog->show();
        return *dialog;
    }
    ~WrapupDialogTest() override { delete dialog; }

    QPointer<WrapupDialog> dialog;
};

TEST_F(WrapupDialogTest, savesAChosenText) {
    open(false);
    QSignalSpy saved(dialog, &WrapupDialog::saved);
    find<QListWidget>(*dialog, "wrapUpList").setCurrentRow(1);
    click(*dialog, "okButton");
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved.at(0).at(0).toString(), QLatin1String("Address change"));
}

TEST_F(WrapupDialogTest, requiredDataGatesBothWaysOut) {
    open(true);
    EXPECT_FALSE(find<QPushButton>(*dialog, "okButton").isEnabled());
    EXPECT_FALSE(find<QPushButton>(*dialog, "cancelButton").isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_TRUE(dialog->isVisible());
    QTest::keyClicks(&find<QLineEdit>(*dialog, "wrapUpText"), QStringLiteral("  "));
    EXPECT_FALSE(find<QPushButton>(*dialog, "okButton").isEnabled());
    QTest::keyClicks(&find<QLineEdit>(*dialog, "wrapUpText"), QStringLiteral("x"));
    EXPECT_TRUE(find<QPushButton>(*dialog, "okButton").isEnabled());
}

TEST_F(WrapupDialogTest, optionalDataMayBeLeftOut) {
    open(false);
    EXPECT_FALSE(dialog->isModal());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::qWait(0);
    EXPECT_TRUE(dialog.isNull());
}

TEST_F(WrapupDialogTest, takesNoMoreThanTheWireHolds) {
    open(false);
    QTest::keyClicks(&find<QLineEdit>(*dialog, "wrapUpText"), QString(60, QLatin1Char('x')));
    EXPECT_EQ(find<QLineEdit>(*dialog, "wrapUpText").text().size(), 39);
}

} // namespace
} // namespace callwright
