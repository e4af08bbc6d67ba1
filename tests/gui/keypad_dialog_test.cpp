#include "tests/gui/find.h"
#include "ui/dialogs/keypad_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QToolButton>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::click;
using test::find;

class KeypadDialogTest : public testing::Test {
protected:
    KeypadDialogTest() {
        QObject::connect(dialog, &KeypadDialog::tonesWanted, dialog, [this](const QString& digits) {
            wanted += digits;
            dialog->showSent(static_cast<std::uint32_t>(wanted.size()), digits);
        });
        test::activate(*dialog);
    }
    ~KeypadDialogTest() override { delete dialog; }

    QString shown() { return find<QLineEdit>(*dialog, "sentTones").text(); }

    QPointer<KeypadDialog> dialog = new KeypadDialog(nullptr);
    QStringList wanted;
};

TEST_F(KeypadDialogTest, sendsWhatIsClicked) {
    click(*dialog, "keypadKey1");
    click(*dialog, "keypadKeyPound");
    EXPECT_EQ(wanted, (QStringList{QStringLiteral("1"), QStringLiteral("#")}));
    EXPECT_EQ(shown(), QLatin1String("1#"));
}

TEST_F(KeypadDialogTest, sendsWhatIsTypedAndNothingElse) {
    QTest::keyClicks(dialog, QStringLiteral("4x*d"));
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_EQ(shown(), QLatin1String("4*D"));
    EXPECT_TRUE(dialog->isVisible());
}

TEST_F(KeypadDialogTest, sendsAPastedNumberAtOnceAsFarAsOneRequestGoes) {
    QGuiApplication::clipboard()->setText(QStringLiteral("4111 1111-") + QString(40, QLatin1Char('2')));
    QTest::keyClick(dialog, Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.front(), QStringLiteral("41111111") + QString(23, QLatin1Char('2')));
}

TEST_F(KeypadDialogTest, aRefusedDigitIsTakenBackAndSaid) {
    QTest::keyClicks(dialog, QStringLiteral("123"));
    dialog->showRefusal(2, QStringLiteral("The switch takes no tones."));
    EXPECT_EQ(shown(), QLatin1String("13"));
    EXPECT_EQ(find<QLabel>(*dialog, "keypadProblem").text(), QLatin1String("The switch takes no tones."));
    dialog->setPossible(true, QString()); // as after every event
    EXPECT_TRUE(find<QLabel>(*dialog, "keypadProblem").isVisible());
    QTest::keyClicks(dialog, QStringLiteral("4"));
    EXPECT_FALSE(find<QLabel>(*dialog, "keypadProblem").isVisible());
}

TEST_F(KeypadDialogTest, isDeafWhileNobodyIsOnTheLine) {
    dialog->setPossible(false, QStringLiteral("On hold."));
    QTest::keyClicks(dialog, QStringLiteral("1"));
    click(*dialog, "keypadKey1");
    EXPECT_TRUE(wanted.isEmpty());
    EXPECT_TRUE(find<QLabel>(*dialog, "keypadProblem").isVisible());
    dialog->setPossible(true, QString());
    QTest::keyClicks(dialog, QStringLiteral("1"));
    EXPECT_EQ(wanted.size(), 1);
}

TEST_F(KeypadDialogTest, escapeCloses) {
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::qWait(0); // deferred deletion
    EXPECT_TRUE(dialog.isNull());
}

TEST_F(KeypadDialogTest, everyKeyHasANameForScreenReaders) {
    const auto keys = find<QWidget>(*dialog, "keypad").findChildren<QToolButton*>();
    EXPECT_EQ(keys.size(), 12);
    for (const QToolButton* key : keys)
        EXPECT_FALSE(key->accessibleName().isEmpty()) << key->objectName().toStdString();
}

} // namespace
} // namespace callwright
