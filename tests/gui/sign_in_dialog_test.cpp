#include "tests/gui/find.h"
#include "ui/signin/server_address.h"
#include "ui/signin/sign_in_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::click;
using test::find;

ConnectionProfile profile() {
    ConnectionProfile made;
    made.name = QStringLiteral("Main site");
    made.hostA = QStringLiteral("cti-a");
    made.portA = 42027;
    made.peripheralId = 5001;
    made.isDefault = true;
    return made;
}

class SignInDialogTest : public testing::Test {
protected:
    void type(const char* field, const char* text) {
        QTest::keyClicks(&find<QLineEdit>(dialog, field), QLatin1String(text));
    }
    bool canSubmit() { return find<QPushButton>(dialog, "okButton").isEnabled(); }

    SignInDialog dialog{{profile()}, nullptr};
};

TEST_F(SignInDialogTest, startsWithTheDefaultProfile) {
    EXPECT_EQ(find<QLineEdit>(dialog, "serverField").text(), QLatin1String("cti-a:42027"));
    EXPECT_FALSE(find<QLineEdit>(dialog, "serverField").isEnabled());
    EXPECT_EQ(dialog.form().profile.peripheralId, 5001u);
}

TEST_F(SignInDialogTest, submitsWhatWasTyped) {
    dialog.show();
    QSignalSpy submitted(&dialog, &SignInDialog::submitted);
    EXPECT_FALSE(canSubmit());
    type("agentField", "1001");
    type("instrumentField", "3101");
    type("passwordField", "secret");
    click(dialog, "rememberBox");
    QTest::keyClick(&dialog, Qt::Key_Return);
    ASSERT_EQ(submitted.count(), 1);
    const auto form = submitted.at(0).at(0).value<SignInForm>();
    EXPECT_EQ(form.agentId, QLatin1String("1001"));
    EXPECT_EQ(form.instrument, QLatin1String("3101"));
    EXPECT_EQ(form.password, QLatin1String("secret"));
    EXPECT_TRUE(form.remember);
    EXPECT_EQ(form.profile.hostA, QLatin1String("cti-a"));
}

TEST_F(SignInDialogTest, singleSignOnAsksForNoPassword) {
    dialog.show();
    type("agentField", "1001");
    type("instrumentField", "3101");
    type("passwordField", "secret");
    click(dialog, "rememberBox");
    find<QCheckBox>(dialog, "singleSignOnBox").setChecked(true);
    EXPECT_FALSE(find<QLineEdit>(dialog, "passwordField").isEnabled());
    EXPECT_FALSE(find<QCheckBox>(dialog, "rememberBox").isEnabled());
    EXPECT_TRUE(canSubmit());
    EXPECT_TRUE(dialog.form().singleSignOn);
    EXPECT_TRUE(dialog.form().password.isEmpty());
    EXPECT_FALSE(dialog.form().remember);
    find<QCheckBox>(dialog, "singleSignOnBox").setChecked(false);
    EXPECT_TRUE(find<QLineEdit>(dialog, "passwordField").isEnabled());
    EXPECT_EQ(dialog.form().password, QLatin1String("secret"));
}

TEST_F(SignInDialogTest, anotherServerNeedsAValidAddress) {
    find<QComboBox>(dialog, "profileBox").setCurrentIndex(1);
    type("agentField", "1001");
    type("instrumentField", "3101");
    find<QLineEdit>(dialog, "serverField").setText(QStringLiteral("host:99999"));
    EXPECT_FALSE(canSubmit());
    find<QLineEdit>(dialog, "serverField").setText(QStringLiteral("10.1.2.3:42"));
    EXPECT_TRUE(canSubmit());
    EXPECT_EQ(dialog.form().profile.portA, 42);
}

TEST_F(SignInDialogTest, thePasswordIsHidden) {
    EXPECT_EQ(find<QLineEdit>(dialog, "passwordField").echoMode(), QLineEdit::Password);
}

TEST_F(SignInDialogTest, whileItWaitsOnlyCancelWorks) {
    dialog.show();
    QSignalSpy cancelled(&dialog, &SignInDialog::cancelled);
    type("agentField", "1001");
    type("instrumentField", "3101");
    dialog.setBusy(QStringLiteral("Connecting"));
    EXPECT_FALSE(canSubmit());
    EXPECT_FALSE(find<QLineEdit>(dialog, "agentField").isEnabled());
    click(dialog, "cancelButton");
    EXPECT_EQ(cancelled.count(), 1);
    EXPECT_TRUE(dialog.isVisible()); // the first cancel takes back the attempt, not the dialog
}

TEST_F(SignInDialogTest, aProblemIsSaidAndTheFieldsAreBack) {
    dialog.show();
    dialog.setBusy(QStringLiteral("Connecting"));
    dialog.setProblem(QStringLiteral("The password is wrong."));
    EXPECT_TRUE(find<QLabel>(dialog, "signInProblem").isVisible());
    EXPECT_EQ(find<QLabel>(dialog, "signInProblem").text(), QLatin1String("The password is wrong."));
    EXPECT_TRUE(find<QLineEdit>(dialog, "agentField").isEnabled());
}

TEST_F(SignInDialogTest, saysWhenThereIsNoKeyStore) {
    dialog.show();
    EXPECT_FALSE(find<QLabel>(dialog, "storeNote").isVisible());
    dialog.setStoreMissing();
    EXPECT_TRUE(find<QLabel>(dialog, "storeNote").isVisible());
}

TEST_F(SignInDialogTest, anUnknownProfileIsAnotherServer) {
    SignInForm form;
    form.profile.name = QStringLiteral("Demo");
    form.profile.hostA = QStringLiteral("127.0.0.1");
    form.profile.portA = 4711;
    form.agentId = QStringLiteral("1001");
    form.instrument = QStringLiteral("3101");
    dialog.fill(form);
    EXPECT_TRUE(canSubmit());
    EXPECT_EQ(dialog.form().profile.hostA, QLatin1String("127.0.0.1"));
    EXPECT_EQ(dialog.form().profile.portA, 4711);
}

TEST(ServerAddress, takesHostsWithAndWithoutPort) {
    using Pair = std::pair<QString, std::uint16_t>;
    EXPECT_EQ(parseServer(QStringLiteral("cti-a")), Pair(QStringLiteral("cti-a"), 42027));
    EXPECT_EQ(parseServer(QStringLiteral(" cti-a:1 ")), Pair(QStringLiteral("cti-a"), 1));
    EXPECT_EQ(parseServer(QStringLiteral("[::1]:42")), Pair(QStringLiteral("::1"), 42));
    for (const char* wrong : {"", ":1", "a:0", "a:65536", "a b:1", "::1", "a:b"})
        EXPECT_FALSE(parseServer(QLatin1String(wrong))) << wrong;
    EXPECT_EQ(serverText(QStringLiteral("::1"), 42), QLatin1String("[::1]:42"));
}

} // namespace
} // namespace callwright
