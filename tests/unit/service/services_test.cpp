#include "cil/events/enablement_bits.h"
#include "cil/service/services.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using namespace enablement;
using protocol::MessageType;
namespace Service = protocol::ServicesRequested;

struct NeedRow {
    std::uint32_t service;
    std::uint32_t bit; ///< 0: none
    MessageType request;
    const char* name;
};

constexpr NeedRow needs[] = {
    {Service::CTI_SERVICE_CLIENT_CONTROL, ENABLE_READY, MessageType::SET_AGENT_STATE_REQ, "Client Control"},
    {Service::CTI_SERVICE_CLIENT_CONTROL, ENABLE_ANSWER, MessageType::ANSWER_CALL_REQ, "Client Control"},
    {Service::CTI_SERVICE_CLIENT_CONTROL, ENABLE_MAKECALL, MessageType::MAKE_CALL_REQ, "Client Control"},
    {Service::CTI_SERVICE_CALL_DATA_UPDATE, ENABLE_WRAPUP, MessageType::SET_CALL_DATA_REQ, "Call Data Update"},
    {Service::CTI_SERVICE_SUPERVISOR, 0, MessageType::SUPERVISE_CALL_REQ, "Supervisor"},
    {Service::CTI_SERVICE_PERIPHERAL_MONITOR, 0, MessageType::MONITOR_START_REQ, "Peripheral Monitor"},
    {Service::CTI_SERVICE_CLIENT_MONITOR, 0, MessageType::SESSION_MONITOR_START_REQ, "Client Monitor"},
    {Service::CTI_SERVICE_SERVER, 0, MessageType::REGISTER_SERVICE_REQ, "Server"},
};

TEST(Services, EachActionNeedsItsOwnAndNothingElse) {
    for (const NeedRow& row : needs) {
        const std::uint32_t others = ~row.service & ~std::uint32_t(Service::CTI_AGENT_STATE_CONTROL_ONLY);
        EXPECT_TRUE(missingService(row.request, row.service).isEmpty()) << row.name;
        EXPECT_TRUE(missingService(row.request, others).contains(QLatin1String(row.name))) << row.name;
        if (row.bit == 0) {
            continue;
        }
        EXPECT_EQ(allowedBits(row.service) & row.bit, row.bit) << row.name;
        EXPECT_EQ(allowedBits(others) & row.bit, 0U) << row.name;
        EXPECT_EQ(missingService(row.bit, others), missingService(row.request, others)) << row.name;
    }
}

TEST(Services, StateControlAloneIsForTheStateAlone) {
    const std::uint32_t granted = Service::CTI_SERVICE_CLIENT_EVENTS | Service::CTI_AGENT_STATE_CONTROL_ONLY;
    EXPECT_TRUE(missingService(ENABLE_READY, granted).isEmpty());
    EXPECT_FALSE(missingService(ENABLE_HOLD, granted).isEmpty());
    EXPECT_NE(allowedBits(granted) & std::uint32_t(ENABLE_WORKNOTREADY), 0U);
}

TEST(Services, ThatAreAllThereForbidNothing) { EXPECT_EQ(allowedBits(~0U), ~0U); }

TEST(Services, WhatTheSessionAsksByItselfIsTheServersToJudge) {
    for (const MessageType request : {MessageType::QUERY_AGENT_STATE_REQ, MessageType::SNAPSHOT_DEVICE_REQ,
                                      MessageType::SNAPSHOT_CALL_REQ, MessageType::AGENT_DESK_SETTINGS_REQ}) {
        EXPECT_TRUE(missingService(request, 0).isEmpty());
    }
}

} // namespace
} // namespace callwright::service
