#include "tests/gui/desk_fixture.h"

#include <QCheckBox>
#include <QListWidget>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace callwright {
namespace {

using test::click;
using test::DeskFixture;
using test::find;

QString troubleText(const QObject& window) {
    const auto& what = find<QLabel>(window, "troubleWhat");
    return what.isVisible() ? what.text() : QString();
}

int countEvents(Session& session, EventId wanted, const std::function<void()>& during) {
    int count = 0;
    const auto link = QObject::connect(&session.events(), &Publisher::event, &session,
                                       [&](EventId id, const Arguments&) { count += id == wanted; });
    during();
    QObject::disconnect(link);
    return count;
}

class DeskTest : public DeskFixture {};

simulator::SimulatorConfig impatientSite() {
    simulator::SimulatorConfig config;
    for (simulator::AgentConfig& agent : config.acd.agents)
        agent.desk.ringNoAnswerTime = 1;
    return config;
}

simulator::SimulatorConfig siteWithPasswords() {
    simulator::SimulatorConfig config;
    for (simulator::AgentConfig& agent : config.acd.agents)
        agent.password = "open sesame";
    return config;
}

class SiteWithPasswords : public DeskFixture {
protected:
    SiteWithPasswords() : DeskFixture(siteWithPasswords()) {}
};

class ImpatientSite : public DeskFixture {
protected:
    ImpatientSite() : DeskFixture(impatientSite()) {}
};

TEST_F(ImpatientSite, whyTheSystemMadeSomebodyNotReadyIsSaidInWords) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    const QString why = find<QLabel>(*window, "agentStateDetail").text();
    EXPECT_FALSE(agent().reasonText().isEmpty());
    EXPECT_EQ(why, agent().reasonText());
    EXPECT_FALSE(why.contains(QLatin1String("32767")));
}

TEST_F(DeskTest, theMainFactsOfACallShowWithoutScrolling) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    EXPECT_GE(find<QWidget>(*window, "callTabs").height(), window->height() / 3);
}

TEST_F(SiteWithPasswords, singleSignOnNeedsNone) {
    show();
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    find<QCheckBox>(form, "singleSignOnBox").setChecked(true);
    click(form, "okButton");
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_TRUE(passwords.kept.isEmpty());
}

TEST_F(DeskTest, aDoubleClickSendsOneRequest) {
    show();
    signIn();
    const int answers = countEvents(*session, EventId::OnSetAgentStateConf, [this] {
        click(*window, "readyButton");
        click(*window, "readyButton");
        EXPECT_FALSE(find<QToolButton>(*window, "readyButton").isEnabled());
        EXPECT_TRUE(waitForState(AgentState::Available));
        QTest::qWait(100); // a second answer would have come by now
    });
    EXPECT_EQ(answers, 1);
}

TEST_F(DeskTest, enterInTheDialFieldCalls) {
    show();
    signIn();
    auto& field = find<QLineEdit>(*window, "dialField");
    QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(field.hasFocus());
    QTest::keyClicks(&field, QStringLiteral("+1 (415) 555-0199"));
    QTest::keyClick(&field, Qt::Key_Return);
    ASSERT_TRUE(waitForCalls(1));
    EXPECT_EQ(cell(0, "Status"), QLatin1String("Calling"));
    EXPECT_EQ(cell(0, "Caller"), QLatin1String("14155550199"));
    EXPECT_TRUE(field.text().isEmpty());
    EXPECT_EQ(tone.starts, 0);
    ASSERT_TRUE(waitFor([this] { return find<QToolButton>(*window, "hangUpButton").isEnabled(); }));
    click(*window, "hangUpButton");
    EXPECT_TRUE(waitForCalls(0));
}

TEST_F(DeskTest, callingWithoutANumberSaysWhatIsMissing) {
    show();
    signIn();
    click(*window, "callButton");
    EXPECT_TRUE(troubleText(*window).contains(QLatin1String("no number")));
    EXPECT_TRUE(find<QToolButton>(*window, "callButton").isEnabled());
    click(*window, "dismissButton");
    EXPECT_TRUE(troubleText(*window).isEmpty());
}

TEST_F(DeskTest, aLostLinkIsSaidAndCallsStayUnconfirmedUntilItIsBack) {
    show();
    signIn();
    becomeReady();
    callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    answerByClick();

    simulator::Fault refuse;
    refuse.kind = simulator::FaultKind::Refuse;
    ASSERT_TRUE(site.fault(refuse));
    simulator::Fault drop;
    drop.kind = simulator::FaultKind::Drop;
    ASSERT_TRUE(site.fault(drop));
    ASSERT_TRUE(waitFor([this] { return troubleText(*window).startsWith(QLatin1String("Lost the connection")); }));
    EXPECT_EQ(cell(0, "Status"), QLatin1String("Talking, not confirmed"));
    EXPECT_FALSE(find<QToolButton>(*window, "hangUpButton").isEnabled());
    ASSERT_TRUE(waitFor([this] { return find<QToolButton>(*window, "retryButton").isVisible(); }));

    ASSERT_TRUE(site.healAll());
    click(*window, "retryButton");
    EXPECT_TRUE(waitForStatus(QStringLiteral("Talking")));
    EXPECT_TRUE(waitFor([this] { return !troubleText(*window).startsWith(QLatin1String("Lost the connection")); }));
    EXPECT_TRUE(waitFor([this] { return find<QToolButton>(*window, "hangUpButton").isEnabled(); }));
}

/// The server is another one that knows of nobody, as after a restart.
class RestartedServer : public DeskTest {
protected:
    void restart() {
        simulator::Fault fault;
        fault.kind = simulator::FaultKind::Refuse;
        ASSERT_TRUE(site.fault(fault));
        ASSERT_TRUE(m_restarted.listen(makeTcpListener(), server));
        fault.kind = simulator::FaultKind::Drop;
        ASSERT_TRUE(site.fault(fault));
    }

private:
    simulator::Simulator m_restarted{clock, {}, 2};
};

TEST_F(RestartedServer, isSignedInToAgainByItself) {
    show();
    signIn();
    restart();
    EXPECT_TRUE(waitFor([this] {
        if (find<QToolButton>(*window, "retryButton").isVisible())
            click(*window, "retryButton");
        return session->status() == ConnectionStatus::Open && session->isConfirmed();
    }));
    EXPECT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_TRUE(find<QWidget>(*window, "troubleBar").isHidden()) << troubleText(*window).toStdString();
    EXPECT_EQ(find<QLabel>(*window, "agentState").text(), QLatin1String("Not ready"));
}

TEST_F(RestartedServer, thatForgotTheSignInIsSaidWhereItIsNotRestored) {
    ConnectionProfile manual;
    manual.isDefault = true;
    manual.autoLogin = false;
    settings.profiles = {manual};
    makeDesk();
    show();
    signIn();
    restart();
    EXPECT_TRUE(waitFor([this] {
        click(*window, "retryButton");
        return troubleText(*window).contains(QLatin1String("no longer knows"));
    }));
    EXPECT_EQ(find<QLabel>(*window, "agentState").text(), QLatin1String("Signed out"));
    EXPECT_TRUE(find<QToolButton>(*window, "signInButton").isEnabled());
}

TEST_F(DeskTest, askingToRememberKeepsThePasswordForTheNextTime) {
    show();
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    QTest::keyClicks(&find<QLineEdit>(form, "passwordField"), QStringLiteral("secret"));
    click(form, "rememberBox");
    click(form, "okButton");
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    ASSERT_EQ(passwords.kept.size(), 1);
    EXPECT_EQ(passwords.kept.first(), QLatin1String("secret"));

    click(*window, "signOutButton");
    ASSERT_TRUE(waitFor([this] { return session->status() == ConnectionStatus::Closed && !dialog("signInDialog"); }));
    click(*window, "signInButton");
    EXPECT_EQ(find<QLineEdit>(*window, "passwordField").text(), QLatin1String("secret"));
    EXPECT_TRUE(find<QCheckBox>(*window, "rememberBox").isChecked());
}

TEST_F(DeskTest, withoutAKeyStoreItSaysSo) {
    passwords.missing = true;
    show();
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    EXPECT_TRUE(find<QLabel>(form, "storeNote").isVisible());
    click(form, "rememberBox");
    click(form, "okButton");
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_TRUE(troubleText(*window).contains(QLatin1String("could not be remembered")));
}

TEST_F(DeskTest, aServerThatIsNotThereIsSaidInTheDialog) {
    show();
    simulator::Fault refuse;
    refuse.kind = simulator::FaultKind::Refuse;
    ASSERT_TRUE(site.fault(refuse));
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    click(form, "okButton");
    ASSERT_TRUE(waitFor([&form] { return find<QLabel>(form, "signInProblem").isVisible(); }));
    EXPECT_FALSE(find<QLabel>(form, "signInProblem").text().isEmpty());
    ASSERT_TRUE(site.healAll());
    click(form, "okButton"); // the same dialog, once the server is there
    EXPECT_TRUE(waitForState(AgentState::NotReady));
}

simulator::SimulatorConfig withPassword() {
    simulator::SimulatorConfig config;
    std::ranges::find(config.acd.agents, "1001", &simulator::AgentConfig::id)->password = "right";
    return config;
}

class PasswordTest : public DeskFixture {
protected:
    PasswordTest() : DeskFixture(withPassword()) {}
};

TEST_F(PasswordTest, aWrongOneIsSaidAndMayBeTypedAgain) {
    show();
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    auto& field = find<QLineEdit>(form, "passwordField");
    QTest::keyClicks(&field, QStringLiteral("wrong"));
    click(form, "okButton");
    ASSERT_TRUE(waitFor([&form] { return find<QLabel>(form, "signInProblem").isVisible(); }));
    EXPECT_TRUE(find<QLabel>(form, "signInProblem").text().contains(QLatin1String("password")));
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("right"));
    click(form, "okButton");
    EXPECT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_TRUE(troubleText(*window).isEmpty()); // it was said where it was typed
}

TEST_F(PasswordTest, theWindowMayGoWhileTheDialogIsOpen) {
    show();
    click(*window, "signInButton");
    auto& form = find<QDialog>(*window, "signInDialog");
    find<QLineEdit>(form, "agentField").setFocus();
    window.reset();
    EXPECT_EQ(session->status(), ConnectionStatus::Closed);
}

class StrictDesk : public DeskFixture {
protected:
    void choose(int row) {
        ASSERT_TRUE(waitFor([this] { return dialog("reasonDialog") != nullptr; }));
        find<QListWidget>(*dialog("reasonDialog"), "reasonList").setCurrentRow(row);
        click(*dialog("reasonDialog"), "okButton");
        ASSERT_TRUE(waitFor([this] { return dialog("reasonDialog") == nullptr; }));
    }
};

TEST_F(StrictDesk, asksForReasonsWhereTheDeskSettingsWantThem) {
    show("1010", "3110");
    signIn();
    becomeReady();

    click(*window, "notReadyButton"); // and the question is cancelled: the button is back
    ASSERT_TRUE(waitFor([this] { return dialog("reasonDialog") != nullptr; }));
    EXPECT_FALSE(find<QToolButton>(*window, "notReadyButton").isEnabled());
    QTest::keyClick(dialog("reasonDialog"), Qt::Key_Escape);
    EXPECT_TRUE(find<QToolButton>(*window, "notReadyButton").isEnabled());
    ASSERT_TRUE(waitFor([this] { return dialog("reasonDialog") == nullptr; }));

    click(*window, "notReadyButton");
    choose(2);
    ASSERT_TRUE(waitForState(AgentState::NotReady));
    EXPECT_EQ(agentOnTheSwitch("1010").at("EventReasonCode"), 3);
    EXPECT_EQ(find<QLabel>(*window, "agentStateDetail").text(), QLatin1String("Meeting"));

    click(*window, "signOutButton");
    choose(0);
    EXPECT_TRUE(waitFor([this] { return session->status() == ConnectionStatus::Closed; }));
    EXPECT_EQ(agentOnTheSwitch("1010").at("AgentState"), 1);
}

TEST_F(StrictDesk, requiredWrapUpDataGatesTheWayOut) {
    show("1008", "3108");
    signIn();
    becomeReady();
    const std::uint32_t caller = callBilling();
    ASSERT_TRUE(waitForStatus(QStringLiteral("Ringing")));
    answerByClick();
    ASSERT_TRUE(site.hangup(caller));
    ASSERT_TRUE(waitFor([this] { return dialog("wrapUpDialog") != nullptr; }));

    click(*window, "readyButton"); // not without the data: nothing is sent
    EXPECT_TRUE(find<QToolButton>(*window, "readyButton").isEnabled());
    EXPECT_FALSE(find<QPushButton>(*dialog("wrapUpDialog"), "cancelButton").isEnabled());
    EXPECT_TRUE(troubleText(*window).isEmpty());

    QTest::keyClicks(&find<QLineEdit>(*dialog("wrapUpDialog"), "wrapUpText"), QStringLiteral("refund"));
    click(*dialog("wrapUpDialog"), "okButton");
    ASSERT_TRUE(waitFor([this] { return session->wrapupCall() && session->wrapupCall()->pendingData().isEmpty(); }));
    click(*window, "readyButton");
    EXPECT_TRUE(waitForState(AgentState::Available));
    EXPECT_TRUE(waitForCalls(0));
}

} // namespace
} // namespace callwright
