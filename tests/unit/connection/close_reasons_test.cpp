#include "cil/connection/close_reasons.h"
#include "cil/protocol/names.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using protocol::StatusCode;

std::uint32_t number(StatusCode code) { return static_cast<std::uint32_t>(code); }

TEST(CloseReasons, AVersionRefusalAsksForALowerOne) {
    EXPECT_EQ(afterRefusal(number(StatusCode::E_CTI_INVALID_VERSION)), AfterRefusal::LowerVersion);
}

TEST(CloseReasons, WhatPassesByItselfIsTriedLater) {
    for (const auto code : {StatusCode::E_CTI_TIMEOUT, StatusCode::E_CTI_UNSPECIFIED_FAILURE})
        EXPECT_EQ(afterRefusal(number(code)), AfterRefusal::TryLater) << number(code);
}

TEST(CloseReasons, AStandbySendsItsClientsToTheOtherSide) {
    for (const auto code : {StatusCode::E_CTI_CTI_SERVER_OFFLINE, StatusCode::E_CTI_SERVER_NOT_MASTER,
                            StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY, StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE})
        EXPECT_EQ(afterRefusal(number(code)), AfterRefusal::OtherSide) << number(code);
}

TEST(CloseReasons, WhatTheClientAskedWronglyIsNotAskedAgain) {
    for (const auto code : {StatusCode::E_CTI_INVALID_PASSWORD, StatusCode::E_CTI_DEVICE_IN_USE,
                            StatusCode::E_CTI_INVALID_AGENT_DATA, StatusCode::E_CTI_INVALID_SERVICE_MASK,
                            StatusCode::E_CTI_INCONSISTENT_AGENT_DATA, StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE})
        EXPECT_EQ(afterRefusal(number(code)), AfterRefusal::GiveUp) << number(code);
    EXPECT_EQ(afterRefusal(4711), AfterRefusal::GiveUp);
}

TEST(CloseReasons, OnlyAnEvictionKeepsAClientAway) {
    EXPECT_EQ(afterRefusal(number(StatusCode::E_CTI_NEW_SESSION_OPENED)), AfterRefusal::StayAway);
    EXPECT_EQ(afterFailureEvent(number(StatusCode::E_CTI_NEW_SESSION_OPENED)), AfterFailureEvent::StayAway);
    EXPECT_EQ(afterFailureEvent(number(StatusCode::E_CTI_CTI_SERVER_OFFLINE)), AfterFailureEvent::ComeBack);
    EXPECT_EQ(afterFailureEvent(number(StatusCode::E_CTI_NAMED_VARIABLE_NOT_CONFIGURED)), AfterFailureEvent::Stay);
    EXPECT_EQ(afterFailureEvent(4711), AfterFailureEvent::Stay);
}

} // namespace
} // namespace callwright
