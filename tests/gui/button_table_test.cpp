#include "cil/events/enablement_bits.h"
#include "ui/buttons/button_table.h"
#include "ui/theme/icon.h"

#include <QKeySequence>

#include <gtest/gtest.h>

#include <set>

namespace callwright {
namespace {

using namespace enablement;

/// Every bit of EnablementMask that lets a person do something (facts: enum EnablementMask).
constexpr std::uint32_t actionBits =
    ENABLE_ANSWER | ENABLE_RELEASE | ENABLE_HOLD | ENABLE_RETRIEVE | ENABLE_MAKECALL | ENABLE_TRANSFER_INIT |
    ENABLE_TRANSFER_COMPLETE | ENABLE_SINGLE_STEP_TRANSFER | ENABLE_CONFERENCE_INIT | ENABLE_CONFERENCE_COMPLETE |
    ENABLE_SINGLE_STEP_CONFERENCE | ENABLE_ALTERNATE | ENABLE_RECONNECT | ENABLE_WRAPUP | ENABLE_INSIDE_MAKECALL |
    ENABLE_OUTSIDE_MAKECALL | ENABLE_SUPERVISOR_ASSIST | ENABLE_EMERGENCY_CALL | ENABLE_BAD_LINE_CALL |
    ENABLE_STATISTICS | ENABLE_CHAT | ENABLE_RECORD | ENABLE_LOGIN | ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON |
    ENABLE_READY | ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON | ENABLE_WORKREADY | ENABLE_WORKNOTREADY;

TEST(ButtonTable, everyBitHasAButton) {
    std::uint32_t covered = 0;
    for (const ButtonRow& row : buttonTable())
        covered |= row.bits;
    EXPECT_EQ(covered, actionBits);
}

TEST(ButtonTable, everyActionHasOneRowOneNameAndItsOwnKeys) {
    std::set<DeskAction> actions;
    std::set<std::string> names;
    std::set<QString> keys;
    for (const ButtonRow& row : buttonTable()) {
        EXPECT_TRUE(actions.insert(row.action).second) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        const auto sequence = QKeySequence::fromString(QLatin1String(row.shortcut), QKeySequence::PortableText);
        EXPECT_FALSE(sequence.isEmpty()) << row.name;
        EXPECT_TRUE(keys.insert(sequence.toString()).second) << row.name;
    }
    EXPECT_EQ(actions.size(), static_cast<std::size_t>(DeskAction::Chat) + 1);
}

TEST(ButtonTable, everyRowHasAnIconAndSaysWhyItIsOff) {
    for (const ButtonRow& row : buttonTable()) {
        EXPECT_FALSE(lineIcon(QLatin1String(row.icon)).isNull()) << row.icon;
        EXPECT_FALSE(whyOffText(row).isEmpty()) << row.name;
        EXPECT_FALSE(buttonText(row).isEmpty()) << row.name;
    }
}

TEST(ButtonTable, aButtonIsAllowedByEachOfItsBitsAndByNoOther) {
    for (const ButtonRow& row : buttonTable()) {
        for (int shift = 0; shift < 32; ++shift) {
            const std::uint32_t bit = 1u << shift;
            EXPECT_EQ(isAllowed(row, bit), row.method && (row.bits & bit) != 0) << row.name << " bit " << shift;
        }
    }
}

TEST(ButtonTable, disableAllTurnsEveryButtonOff) {
    for (const ButtonRow& row : buttonTable())
        EXPECT_FALSE(isAllowed(row, 0xFFFFFFFF)) << row.name;
}

TEST(ButtonTable, answerIsWantedWhileRinging) {
    ASSERT_NE(wantedNext(0x001C0001), nullptr); // an incoming call rings
    EXPECT_EQ(wantedNext(0x001C0001)->action, DeskAction::Answer);
    ASSERT_NE(wantedNext(0x001C1840), nullptr); // a consultation for a transfer was answered
    EXPECT_EQ(wantedNext(0x001C1840)->action, DeskAction::CompleteTransfer);
    EXPECT_EQ(wantedNext(0x001C1A00)->action, DeskAction::CompleteConference);
    EXPECT_EQ(wantedNext(0x001C1000), nullptr);                   // it still rings there
    EXPECT_EQ(wantedNext(0x0A1B0010)->action, DeskAction::Ready); // eNotReady
    EXPECT_EQ(wantedNext(0x01000000)->action, DeskAction::SignIn);
    EXPECT_EQ(wantedNext(0x001F01A6), nullptr); // talking: whatever comes next is the caller's choice
    EXPECT_EQ(wantedNext(0x581F01A6), nullptr); // also where the state after the call may be chosen
}

} // namespace
} // namespace callwright
