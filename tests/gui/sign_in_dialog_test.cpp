#include "tests/gui/find.h"
#include "ui/signin/sign_in_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::click;
using test::find;

/// The rows of the trust box.
enum class Trust { Computer, Authorities, Certificate };

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

/// The dialog for a server that no profile names.
class OtherServerTest : public SignInDialogTest {
protected:
    OtherServerTest() {
        find<QComboBox>(dialog, "profileBox").setCurrentIndex(1);
        find<QLineEdit>(dialog, "serverField").clear();
        test::activate(dialog);
        type("serverField", "cti-a");
        type("agentField", "1001");
        type("instrumentField", "3101");
    }
    bool isVisible(const char* name) { return find<QWidget>(dialog, name).isVisible(); }
    void choose(Trust trust) { find<QComboBox>(dialog, "trustBox").setCurrentIndex(static_cast<int>(trust)); }
};

TEST_F(OtherServerTest, WhatFewPeopleNeedIsOutOfSightUntilAskedFor) {
    EXPECT_FALSE(isVisible("sideBField"));
    click(dialog, "moreConnectionButton");
    EXPECT_TRUE(isVisible("sideBField"));
    EXPECT_TRUE(isVisible("securedBox"));
    EXPECT_FALSE(isVisible("trustBox")); // nothing to trust yet
    QTest::keyClick(&find<QWidget>(dialog, "moreConnectionButton"), Qt::Key_Space);
    EXPECT_FALSE(isVisible("sideBField"));
}

TEST_F(OtherServerTest, AServerWithoutAPortHasTheUsualOneOfItsSide) {
    click(dialog, "moreConnectionButton");
    type("sideBField", "cti-b");
    EXPECT_EQ(dialog.form().profile.portA, 42027);
    EXPECT_EQ(dialog.form().profile.hostB, QLatin1String("cti-b"));
    EXPECT_EQ(dialog.form().profile.portB, 43027);
    click(dialog, "securedBox");
    EXPECT_EQ(dialog.form().profile.portA, 42030);
    EXPECT_EQ(dialog.form().profile.portB, 43030);
    click(dialog, "securedBox");
    EXPECT_EQ(dialog.form().profile.portA, 42027);
}

TEST_F(OtherServerTest, APortSomebodyChoseStays) {
    find<QLineEdit>(dialog, "serverField").setText(QStringLiteral("cti-a:5000"));
    click(dialog, "moreConnectionButton");
    click(dialog, "securedBox");
    EXPECT_EQ(dialog.form().profile.portA, 5000);
}

TEST_F(OtherServerTest, AServerOfSideBMustBeAnAddress) {
    click(dialog, "moreConnectionButton");
    type("sideBField", "cti b");
    EXPECT_FALSE(canSubmit());
    EXPECT_FALSE(find<QPushButton>(dialog, "okButton").toolTip().isEmpty());
    find<QLineEdit>(dialog, "sideBField").clear();
    EXPECT_TRUE(canSubmit());
}

TEST_F(OtherServerTest, WhoIsTrustedIsChosenAndItsFileNeeded) {
    click(dialog, "moreConnectionButton");
    click(dialog, "securedBox");
    EXPECT_TRUE(canSubmit()); // the authorities of the computer
    EXPECT_FALSE(isVisible("caField"));
    choose(Trust::Authorities);
    EXPECT_TRUE(isVisible("caField"));
    EXPECT_FALSE(canSubmit());
    type("caField", "/etc/site/ca.pem");
    EXPECT_TRUE(canSubmit());
    EXPECT_EQ(dialog.form().profile.caFile, QLatin1String("/etc/site/ca.pem"));
    choose(Trust::Certificate);
    EXPECT_FALSE(canSubmit());
    type("pinField", "AB:CD");
    EXPECT_EQ(dialog.form().profile.pin, QLatin1String("AB:CD"));
    EXPECT_TRUE(dialog.form().profile.caFile.isEmpty()); // one says whom to trust
    click(dialog, "securedBox");
    EXPECT_TRUE(dialog.form().profile.pin.isEmpty());
}

TEST_F(OtherServerTest, TheOwnCertificateIsWorthNothingWithoutItself) {
    click(dialog, "moreConnectionButton");
    click(dialog, "securedBox");
    type("keyField", "me.key");
    EXPECT_FALSE(canSubmit());
    type("certificateField", "me.pem");
    type("phraseField", "open sesame");
    EXPECT_TRUE(canSubmit());
    EXPECT_EQ(find<QLineEdit>(dialog, "phraseField").echoMode(), QLineEdit::Password);
    const SignInForm form = dialog.form();
    EXPECT_EQ(form.profile.certificateFile, QLatin1String("me.pem"));
    EXPECT_EQ(form.profile.keyFile, QLatin1String("me.key"));
    EXPECT_EQ(form.keyPassPhrase, QLatin1String("open sesame"));
}

TEST_F(OtherServerTest, AFileCanBeChosen) {
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("ca.pem"));
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    click(dialog, "moreConnectionButton");
    click(dialog, "securedBox");
    choose(Trust::Authorities);
    find<QLineEdit>(dialog, "caField").setText(name); // where the chooser begins
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const auto& button = find<QWidget>(dialog, "choose-caField");
    ASSERT_TRUE(QTest::qWaitFor([&button] { return button.height() > 0; })); // the dialog grows for it
    click(dialog, "choose-caField");
    auto* const chooser = dialog.findChild<QFileDialog*>();
    ASSERT_NE(chooser, nullptr);
    find<QLineEdit>(dialog, "caField").clear();
    chooser->selectFile(name);
    QMetaObject::invokeMethod(chooser, "accept");
    EXPECT_EQ(find<QLineEdit>(dialog, "caField").text(), QDir::toNativeSeparators(name));
}

TEST_F(OtherServerTest, TheDialogComesBackWithWhatWasThere) {
    SignInForm form = dialog.form();
    form.profile.hostB = QStringLiteral("cti-b");
    form.profile.portB = 1;
    form.profile.isSecured = true;
    form.profile.pin = QStringLiteral("server.pem");
    form.profile.certificateFile = QStringLiteral("me.pem");
    form.profile.keyFile = QStringLiteral("me.key");
    form.keyPassPhrase = QStringLiteral("phrase");
    form.profile.portA = 2;
    form.profile.expectedClients = 2500; // not to be seen there, and not lost
    form.profile.attemptsAllowed = 12;
    dialog.fill(form);
    EXPECT_TRUE(isVisible("pinField")); // what is in use is in sight
    EXPECT_EQ(dialog.form(), form);
}

TEST_F(OtherServerTest, AProfileOfTheAdministratorIsShownAndLocked) {
    click(dialog, "moreConnectionButton");
    find<QComboBox>(dialog, "profileBox").setCurrentIndex(0);
    EXPECT_FALSE(find<QWidget>(dialog, "securedBox").isEnabled());
    EXPECT_FALSE(find<QWidget>(dialog, "sideBField").isEnabled());
    EXPECT_FALSE(dialog.form().profile.isSecured);
}

TEST_F(OtherServerTest, WhatTheServerPresentedCanBeCopied) {
    EXPECT_FALSE(isVisible("copyProblemButton"));
    dialog.setBusy(QStringLiteral("Connecting"));
    const QString problem = QStringLiteral("The certificate is not trusted.\nSHA-256: <b>AB:CD</b>");
    dialog.setProblem(problem);
    EXPECT_EQ(find<QLabel>(dialog, "signInProblem").textFormat(), Qt::PlainText);
    ASSERT_TRUE(isVisible("copyProblemButton"));
    click(dialog, "copyProblemButton");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), problem);
    dialog.setProblem(QStringLiteral("The password is wrong."));
    EXPECT_FALSE(isVisible("copyProblemButton"));
}

} // namespace
} // namespace callwright
