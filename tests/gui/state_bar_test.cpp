#include "tests/gui/find.h"
#include "ui/agent/state_bar.h"
#include "ui/text/state_text.h"

#include <gtest/gtest.h>

#include <set>

namespace callwright {
namespace {

using test::find;

AgentView agentIn(AgentState state) {
    AgentView agent;
    agent.state = state;
    agent.since = std::chrono::seconds(10);
    agent.signedIn = state != AgentState::Logout;
    return agent;
}

QString text(const StateBar& bar, const char* name) { return find<QLabel>(bar, name).text(); }

TEST(StateBar, tellsTheStateByTextIconAndColour) {
    StateBar bar;
    std::set<QString> texts;
    for (int number = 0; number <= 10; ++number) {
        bar.showAgent(agentIn(static_cast<AgentState>(number)));
        texts.insert(text(bar, "agentState"));
        EXPECT_FALSE(agentStateLook(static_cast<AgentState>(number)).icon.isEmpty());
    }
    EXPECT_EQ(texts.size(), 10u); // only the two kinds of wrap-up share a text; what comes next tells them apart
    EXPECT_NE(agentStateLook(AgentState::Available).tone, agentStateLook(AgentState::NotReady).tone);
}

TEST(StateBar, timeRunsAndIsHiddenWhileNobodyIsSignedIn) {
    StateBar bar;
    bar.showAgent(agentIn(AgentState::Available));
    bar.setNow(std::chrono::seconds(10 + 252));
    EXPECT_EQ(text(bar, "timeInState"), QLatin1String("04:12"));
    bar.showAgent(agentIn(AgentState::Logout));
    bar.setNow(std::chrono::seconds(10 + 253));
    EXPECT_EQ(text(bar, "timeInState"), QString());
}

TEST(StateBar, saysWhyAndWhatComesNext) {
    StateBar bar;
    AgentView onBreak = agentIn(AgentState::NotReady);
    onBreak.reason = QStringLiteral("Break");
    bar.showAgent(onBreak);
    EXPECT_EQ(text(bar, "agentStateDetail"), QLatin1String("Break"));
    AgentView talking = agentIn(AgentState::Talking);
    talking.nextState = AgentState::NotReady;
    bar.showAgent(talking);
    EXPECT_EQ(text(bar, "agentStateDetail"), QLatin1String("then: Not ready"));
    talking.confirmed = false;
    bar.showAgent(talking);
    EXPECT_EQ(text(bar, "agentStateDetail"), QLatin1String("not confirmed"));
    EXPECT_EQ(bar.accessibleName(), QLatin1String("Talking, not confirmed"));
}

TEST(StateBar, figuresKeepTheirWidth) {
    TabularLabel label;
    label.setText(QStringLiteral("11:11"));
    const QSize narrow = label.sizeHint();
    label.setText(QStringLiteral("48:08"));
    EXPECT_EQ(label.sizeHint(), narrow);
}

} // namespace
} // namespace callwright
