#include "tests/gui/desk_fixture.h"
#include "tests/support/tls_files.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QTcpServer>

namespace callwright {
namespace {

using callwright::testing::sha256Of;
using callwright::testing::tlsFile;
using test::click;
using test::DeskFixture;
using test::find;

void expectRoomForAll(const QDialog& dialog) {
    QCoreApplication::sendPostedEvents();
    for (const QWidget* field : dialog.findChildren<QWidget*>()) {
        const bool isPartOfOne = field->objectName().startsWith(QLatin1String("qt_"));
        if (!field->isVisible() || field->focusPolicy() == Qt::NoFocus || isPartOfOne)
            continue;
        EXPECT_GE(field->height(), field->minimumSizeHint().height()) << field->objectName().toStdString();
    }
}

class SecuredSignIn : public DeskFixture {
protected:
    /// A site of its own whose clients connect secured.
    void serveSecured(const char* name) {
        const auto listening = secured.listen(
            makeTlsListener({tlsFile(name) + QStringLiteral(".pem"), tlsFile(name) + QStringLiteral(".key"), {}}),
            {QStringLiteral("127.0.0.1"), 0});
        ASSERT_TRUE(listening) << listening.error();
        form.profile.hostA = listening->host;
        form.profile.portA = listening->port;
        form.profile.isSecured = true;
    }
    QDialog& open() {
        window->signIn().setPreset(form);
        test::activate(*window);
        click(*window, "signInButton");
        return find<QDialog>(*window, "signInDialog");
    }
    QString problem() {
        const auto& shown = find<QLabel>(*window, "signInProblem");
        return shown.isVisible() ? shown.text() : QString();
    }

    simulator::Simulator secured{clock, {}, 2};
    SignInForm form = demoSignIn(server);
};

TEST_F(SecuredSignIn, aServerThatIsNotTrustedShowsItsCertificateAndIsTrustedByItsFileOnly) {
    serveSecured("server");
    QDialog& dialog = open();
    click(dialog, "okButton");
    ASSERT_TRUE(waitFor([this] { return !problem().isEmpty(); }));
    EXPECT_TRUE(problem().contains(QLatin1String("not signed by an authority"))) << problem().toStdString();
    EXPECT_TRUE(problem().contains(QLatin1String("CN=Side A"))) << problem().toStdString();
    EXPECT_TRUE(problem().contains(sha256Of("server.pem"))) << problem().toStdString();
    click(dialog, "copyProblemButton");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), problem());

    find<QComboBox>(dialog, "trustBox").setCurrentIndex(1);
    QTest::keyClicks(&find<QLineEdit>(dialog, "caField"), tlsFile("ca.pem"));
    click(dialog, "okButton");
    EXPECT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_TRUE(waitFor([this] { return !this->dialog("signInDialog"); }));
    EXPECT_EQ(window->signIn().form().profile.caFile, tlsFile("ca.pem"));
}

TEST_F(SecuredSignIn, theDialogGrowsWithWhatItShows) {
    QDialog& dialog = open();
    click(dialog, "moreConnectionButton");
    expectRoomForAll(dialog);
    click(dialog, "securedBox");
    ASSERT_TRUE(find<QWidget>(dialog, "trustBox").isVisible());
    expectRoomForAll(dialog);
}

TEST_F(SecuredSignIn, aLongProblemLeavesEveryFieldItsRoom) {
    serveSecured("server");
    QDialog& dialog = open();
    click(dialog, "okButton");
    ASSERT_TRUE(waitFor([this] { return !problem().isEmpty(); }));
    expectRoomForAll(dialog);
    const auto& text = find<QLabel>(dialog, "signInProblem");
    EXPECT_GE(text.height(), text.heightForWidth(text.width()));
}

TEST_F(SecuredSignIn, whenSideADoesNotAnswerSideBSignsIn) {
    QTcpServer gone;
    ASSERT_TRUE(gone.listen(QHostAddress::LocalHost));
    form.profile.hostA = QStringLiteral("127.0.0.1");
    form.profile.portA = gone.serverPort();
    gone.close();
    form.profile.hostB = server.host;
    form.profile.portB = server.port;
    click(open(), "okButton");
    EXPECT_TRUE(waitForState(AgentState::NotReady));
}

TEST_F(SecuredSignIn, whenNeitherSideAnswersThePersonIsToldOnce) {
    QTcpServer gone;
    ASSERT_TRUE(gone.listen(QHostAddress::LocalHost));
    form.profile.hostA = form.profile.hostB = QStringLiteral("127.0.0.1");
    form.profile.portA = gone.serverPort();
    gone.close();
    form.profile.portB = static_cast<std::uint16_t>(form.profile.portA - 1);
    click(open(), "okButton");
    ASSERT_TRUE(waitFor([this] { return !problem().isEmpty(); }));
    EXPECT_EQ(problem(), QLatin1String("The server cannot be reached."));
}

} // namespace
} // namespace callwright
