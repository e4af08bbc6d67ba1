#include "cil/connection/server_memory.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

const Endpoint a{QStringLiteral("cti-a"), 42027};
const Endpoint b{QStringLiteral("cti-b"), 43027};

/// What every memory promises.
void expectToRemember(ServerMemory& memory) {
    EXPECT_EQ(memory.lastGoodVersion(a), std::nullopt);
    EXPECT_EQ(memory.lastGoodSide(a, b), std::nullopt);
    memory.rememberVersion(a, 20);
    memory.rememberVersion({a.host, 1}, 21);
    EXPECT_EQ(memory.lastGoodVersion(a), 20);
    EXPECT_EQ(memory.lastGoodVersion({a.host, 1}), 21);
    EXPECT_EQ(memory.lastGoodVersion(b), std::nullopt);
    memory.rememberGoodSide(b, a);
    EXPECT_EQ(memory.lastGoodSide(a, b), b);
    EXPECT_EQ(memory.lastGoodSide(b, a), b);
    EXPECT_EQ(memory.lastGoodSide(a, {b.host, 1}), std::nullopt);
    memory.rememberGoodSide(a, b);
    EXPECT_EQ(memory.lastGoodSide(b, a), a);
}

TEST(ForgetfulServerMemory, RemembersVersionsByServerAndTheGoodSideByPair) {
    ForgetfulServerMemory memory;
    expectToRemember(memory);
}

} // namespace
} // namespace callwright
