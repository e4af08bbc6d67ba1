#include "cil/protocol/tables.h"
#include "cil/service/call_actions.h"
#include "tests/unit/service/tsv.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using protocol::LocalConnectionState;

const std::map<std::string, CallAction>& actions() {
    static const std::map<std::string, CallAction> byName{
        {"Answer", CallAction::Answer},
        {"Hold", CallAction::Hold},
        {"Retrieve", CallAction::Retrieve},
        {"Alternate", CallAction::Alternate},
        {"Reconnect", CallAction::Reconnect},
        {"MakeConsultCall", CallAction::MakeConsultCall},
        {"Transfer", CallAction::Transfer},
        {"Conference", CallAction::Conference},
        {"SingleStepTransfer", CallAction::SingleStepTransfer},
        {"SingleStepConference", CallAction::SingleStepConference},
        {"ClearConnection", CallAction::ClearConnection},
        {"Clear", CallAction::Clear},
        {"Deflect", CallAction::Deflect},
        {"SendDtmf", CallAction::SendDtmf},
        {"StartRecord", CallAction::StartRecord},
        {"StopRecord", CallAction::StopRecord},
    };
    return byName;
}

TEST(CallActions, TakeTheStatusesOfTheTableAndNoOther) {
    auto rows = readTsv("service/enablement.tsv");
    std::erase_if(rows, [](const Row& row) { return row.at("part") != "action"; });
    EXPECT_EQ(rows.size(), actions().size());
    for (const Row& row : rows) {
        for (const char* name : {"NULL", "INITIATE", "ALERTING", "CONNECT", "HOLD", "QUEUED", "FAIL"}) {
            const auto status = static_cast<LocalConnectionState>(
                protocol::enumValue("LocalConnectionState", std::string("LCS_") + name).value());
            const bool isTaken = (' ' + row.at("taken") + ' ').find(std::string(" ") + name + ' ') != std::string::npos;
            EXPECT_EQ(takesAction(actions().at(row.at("request")), status), isTaken)
                << row.at("request") << ' ' << name;
        }
        EXPECT_FALSE(takesAction(actions().at(row.at("request")), LocalConnectionState::LCS_NONE));
    }
}

} // namespace
} // namespace callwright::service
