#include "tests/integration/scenario/stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace callwright::testing {
namespace {

using namespace Qt::StringLiterals;
using ::testing::Each;
using ::testing::IsEmpty;

/// A caller, an agent who joins one colleague after the other, and in the end somebody outside.
class People : public ::testing::Test {
protected:
    static QStringList colleagues() {
        QStringList ids;
        for (int id = 1002; id <= 1012; ++id)
            ids << QString::number(id);
        return ids << u"1091"_s << u"1092"_s;
    }

    static Setting setting() {
        Setting setting;
        setting.people = QStringList{u"1001"_s} + colleagues();
        setting.site.insert(u"timers"_s, QJsonObject{{u"outsideAnswers"_s, 2}});
        return setting;
    }

    void perform(const QString& action) {
        SCOPED_TRACE(action.toStdString());
        m_stage.perform(action);
        EXPECT_THAT(m_stage.faults(), IsEmpty());
    }

    void join(const QString& number) {
        perform(u"1001 consults %1 for conference"_s.arg(number));
        perform(number.size() == 4 ? number + u" answers"_s : u"3 seconds pass"_s);
        perform(u"1001 completes the conference"_s);
    }

    /// How many each of these has in the one call.
    std::vector<std::size_t> partiesAt(const QStringList& people) {
        std::vector<std::size_t> counts;
        for (const QString& id : people) {
            const auto calls = m_stage.deskOf(id).liveCalls();
            counts.push_back(calls.size() == 1 ? calls.front()->parties().size() : 0);
        }
        return counts;
    }

    Stage m_stage{setting()};
};

class Conference : public People, public ::testing::WithParamInterface<int> {};
using FullConference = People;

TEST_P(Conference, GrowsToItsSizeAndShrinksAgain) {
    perform(u"1001 is ready"_s);
    perform(u"4155550134 calls Billing with CallVariable1=88-1204"_s);
    perform(u"1001 answers"_s);
    const auto size = static_cast<std::size_t>(GetParam());
    QStringList in{u"1001"_s};
    for (const QString& id : colleagues().mid(0, GetParam() - 2)) {
        join(id);
        in << id;
        EXPECT_THAT(partiesAt(in), Each(static_cast<std::size_t>(in.size()) + 1));
    }
    if (static_cast<std::size_t>(in.size()) + 1 < size) {
        join(u"4155550199"_s);
        EXPECT_THAT(partiesAt(in), Each(size));
    }
    Call& conference = *m_stage.deskOf(u"1001"_s).liveCalls().front();
    EXPECT_TRUE(conference.isConference());
    EXPECT_EQ(conference.data().toString(Keyword::of(u"CallVariable1")), u"88-1204"_s);
    perform(u"1001 hangs up"_s); // the others go on
    while (!in.isEmpty() && in.front() != in.back()) {
        in.removeFirst();
        EXPECT_FALSE(m_stage.deskOf(in.front()).liveCalls().empty());
        if (in.size() == 1)
            break;
        perform(in.front() + u" hangs up"_s);
    }
    perform(u"4155550134 hangs up"_s);
    perform(u"1 second passes"_s);
}

INSTANTIATE_TEST_SUITE_P(Parties, Conference, ::testing::Range(3, 17));

TEST_F(FullConference, TakesNoSeventeenth) {
    perform(u"1001 is ready"_s);
    perform(u"4155550134 calls Billing"_s);
    perform(u"1001 answers"_s);
    for (const QString& id : colleagues())
        join(id);
    join(u"4155550199"_s);
    perform(u"1001 consults 4155550198 for conference"_s);
    perform(u"3 seconds pass"_s);
    m_stage.take();
    perform(u"1001 completes the conference"_s);
    const auto heard = m_stage.take();
    ASSERT_FALSE(heard.empty());
    EXPECT_EQ(heard.front().id, EventId::OnCallControlFailureConf) << heard.front().words.toStdString();
    EXPECT_EQ(m_stage.deskOf(u"1001"_s).liveCalls().size(), 2U);
}

} // namespace
} // namespace callwright::testing
