#include "cil/events/dump.h"
#include "cil/events/keywords.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(Dump, NamesEveryKeyWithItsValueInOrder) {
    EXPECT_EQ(dump(Arguments{{keyword::AgentID, QStringLiteral("1001")}, {keyword::PeripheralID, 5000U}}),
              u"AgentID = 1001; PeripheralID = 5000");
    EXPECT_EQ(dump(Arguments()), u"");
}

TEST(Dump, ShowsWhatIsNested) {
    const Arguments ecc{{Keyword::of(u"user.colour"), QStringLiteral("blue")}};
    const Arguments arguments{{keyword::ECC, ecc}, {keyword::Statistics, ArgArray{ArgValue(1U), ArgValue(ecc)}}};
    EXPECT_EQ(dump(arguments), u"ECC = {user.colour = blue}; Statistics = [1; {user.colour = blue}]");
    EXPECT_EQ(dump(ArgValue(arguments)), u'{' + dump(arguments) + u'}');
    EXPECT_EQ(dump(ArgValue::reference(QStringLiteral("agent.5000.1001"))), u"agent.5000.1001");
}

TEST(Dump, TellsNoPassword) {
    const Arguments agent{{keyword::AgentPassword, QStringLiteral("geheim")}};
    EXPECT_EQ(dump(Arguments{{keyword::CurrentAgent, agent}}), u"CurrentAgent = {AgentPassword = ***}");
}

} // namespace
} // namespace callwright
