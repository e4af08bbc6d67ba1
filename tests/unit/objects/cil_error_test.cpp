#include "cil/objects/cil_error.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(CilError, NamesItsOwnCodesAsTheFactsDo) {
    EXPECT_EQ(cilErrorName(CilCode::Ok), QStringLiteral("CIL_OK"));
    EXPECT_EQ(cilErrorName(CilCode::CallNotAlerting), QStringLiteral("E_CTIOS_CALL_NOT_ALERTING"));
    EXPECT_EQ(cilErrorName(CilCode::InFailover), QStringLiteral("E_CTIOS_IN_FAILOVER"));
    EXPECT_EQ(cilErrorName(CilCode::NotConnected), QStringLiteral("E_CTIOS_SESSION_NOT_CONNECTED"));
    EXPECT_EQ(cilErrorName(CilCode::CallAlreadyCurrent), QStringLiteral("E_CTIOS_CALL_ALREADY_CURRENT_IN_SESSION"));
}

TEST(CilError, ShowsAnUnknownCodeAsItsNumber) {
    EXPECT_EQ(cilErrorName(-4711), QStringLiteral("-4711"));
    EXPECT_TRUE(cilErrorText(-4711).contains(QStringLiteral("-4711")));
}

TEST(CilError, SaysForPeopleWhatHappened) {
    EXPECT_FALSE(cilErrorText(CilCode::NotConnected).isEmpty());
    EXPECT_NE(cilErrorText(CilCode::NotConnected), cilErrorName(CilCode::NotConnected));
}

TEST(CilError, IsTrueForOkOnly) {
    EXPECT_TRUE(CilResult{});
    EXPECT_FALSE(CilResult{CilCode::InvalidCall});
    EXPECT_FALSE(CilResult{0}); // CIL_FAIL
}

} // namespace
} // namespace callwright
