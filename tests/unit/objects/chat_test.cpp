#include "cil/objects/directory.h"
#include "cil/service/event_mapping.h"
#include "tests/unit/objects/supervisor_fixture.h"

#include <array>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Chat : public SupervisorFixture {
protected:
    void receive(const std::string& clientId, const std::string& text) {
        peer().send(peer()
                        .message(MessageType::USER_MESSAGE_EVENT)
                        .set(Field::Distribution, 0U)
                        .set(Field::ClientID, std::string_view(clientId))
                        .set(Field::Text, std::string_view(text)));
        settle();
    }
};

TEST_F(Chat, GoesToWhomItIsMeantFor) {
    signInWithTeam();
    struct Row {
        ChatTo to;
        QString target;
        std::optional<std::string> client;
    };
    const Row rows[] = {
        {ChatTo::Agent, QStringLiteral("1002"), "5000.1002"},
        {ChatTo::Supervisor, {}, std::nullopt},
        {ChatTo::Team, {}, std::nullopt},
        {ChatTo::All, {}, std::nullopt},
    };
    for (const Row& row : rows) {
        ASSERT_TRUE(agent().sendChatMessage(row.to, row.target, QStringLiteral("lunch?")));
        settle();
        const ReceivedFrame& request = peer().last(MessageType::USER_MESSAGE_REQ);
        EXPECT_EQ(request.number(Field::Distribution), static_cast<std::uint32_t>(row.to));
        EXPECT_EQ(request.text(Field::ClientID), row.client);
        EXPECT_EQ(request.text(Field::Text), "lunch?");
        confirmLast(MessageType::USER_MESSAGE_REQ);
    }
    const QString taken = QStringLiteral("USER_MESSAGE_CONF"); // OnUserMessageConf never comes
    EXPECT_EQ(names(), QStringList(qsizetype(std::size(rows)), taken));
}

TEST_F(Chat, IsSaidToHaveBeenTaken) {
    signInWithTeam();
    std::uint32_t confirmed = 0;
    QObject::connect(&session(), &Session::requestConfirmed, &bystander, [&](std::uint32_t id) { confirmed = id; });
    const CilResult sent = agent().sendChatMessage(ChatTo::Team, {}, QStringLiteral("hello"));
    settle();
    confirmLast(MessageType::USER_MESSAGE_REQ);
    EXPECT_EQ(confirmed, sent.invokeId);
}

TEST_F(Chat, TakesNoMoreThanTheFieldDoes) {
    signInWithTeam();
    EXPECT_TRUE(agent().sendChatMessage(ChatTo::Team, {}, QString(254, u'x')));
    const CilResult tooLong = agent().sendChatMessage(ChatTo::Team, {}, QString(255, u'x'));
    EXPECT_EQ(tooLong.code, CilCode::InvalidArgument);
    EXPECT_TRUE(tooLong.problem.contains(u"254"));
    EXPECT_EQ(agent().sendChatMessage(ChatTo::Team, {}, QStringLiteral("日本")).code, CilCode::InvalidArgument);
    EXPECT_EQ(agent().sendChatMessage(ChatTo::Agent, {}, QStringLiteral("x")).code, CilCode::MissingArgument);
    EXPECT_EQ(agent().sendChatMessage(ChatTo::Team, {}, {}).code, CilCode::MissingArgument);
    EXPECT_EQ(member().sendChatMessage(ChatTo::Team, {}, QStringLiteral("x")).code, CilCode::InvalidAgent);
}

TEST_F(Chat, CountsBytesOfTheCodePage) {
    parameters.codePage = ServerCodePage::Utf8;
    signInWithTeam();
    EXPECT_TRUE(agent().sendChatMessage(ChatTo::Team, {}, QString(127, u'ä')));
    EXPECT_EQ(agent().sendChatMessage(ChatTo::Team, {}, QString(128, u'ä')).code, CilCode::InvalidArgument);
}

TEST_F(Chat, ArrivesWithItsSenderAndAsText) {
    signInWithTeam();
    receive("5000.1002", "<b onclick='x'>%1 \\n</b>");
    EXPECT_EQ(names(), list({"OnChatMessage"}));
    const Arguments& told = last(EventId::OnChatMessage);
    EXPECT_TRUE(service::missingParameters(EventId::OnChatMessage, told).empty());
    EXPECT_EQ(told.toString(keyword::Message), QStringLiteral("<b onclick='x'>%1 \\n</b>"));
    EXPECT_EQ(told.toString(keyword::Source), QStringLiteral("1002"));
    EXPECT_EQ(told.toString(keyword::Target), QStringLiteral("1001"));
    EXPECT_EQ(told.toString(keyword::Distribution), QStringLiteral("agent"));
    receive("wallboard.7", "x");
    EXPECT_EQ(last(EventId::OnChatMessage).toString(keyword::Source), QStringLiteral("wallboard.7"));
}

TEST_F(Chat, GoesOnlyToWhomTheSiteAllows) {
    constexpr std::array all{ChatTo::Agent, ChatTo::Supervisor, ChatTo::Team, ChatTo::All};
    struct Row {
        bool isSupervisor;
        const char* level;
        std::array<bool, 4> allowed; ///< in the order of `all`; the agent is a stranger
        bool isAnswerAllowed;
    };
    const Row rows[] = {
        {false, "Disabled", {false, false, false, false}, false},
        {false, "PrimarySupervisor", {false, true, false, false}, true},
        {false, "TeamSupervisors", {false, true, false, false}, true},
        {false, "Team", {false, true, true, false}, true},
        {false, "Unrestricted", {true, true, true, true}, true},
        {true, "Disabled", {false, false, false, false}, false},
        {true, "Team", {false, true, true, false}, true},
        {true, "Unrestricted", {true, true, true, true}, true},
    };
    signInWithTeam();
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.isSupervisor ? "supervisor, " : "agent, ") + row.level);
        const QString path = row.isSupervisor ? QStringLiteral("Server/Supervisor/SupervisorChatLevel")
                                              : QStringLiteral("Server/Agent/AgentChatLevel");
        settings = Settings::fromTree({{path, QString::fromLatin1(row.level)}}).settings;
        ASSERT_TRUE(session().disconnectFrom());
        settle();
        forget();
        identity.isSupervisor = row.isSupervisor;
        openAs(AgentState::NotReady);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const CilResult result = agent().sendChatMessage(all[i], QStringLiteral("1009"), QStringLiteral("hello"));
            EXPECT_EQ(static_cast<bool>(result), row.allowed[i]) << i;
            EXPECT_EQ(result.problem.isEmpty(), row.allowed[i]) << i;
        }
        receive("5000.1008", "a question");
        const CilResult answer =
            agent().sendChatMessage(ChatTo::Agent, QStringLiteral("1008"), QStringLiteral("an answer"));
        EXPECT_EQ(static_cast<bool>(answer), row.isAnswerAllowed);
    }
}

} // namespace
} // namespace callwright::testing
