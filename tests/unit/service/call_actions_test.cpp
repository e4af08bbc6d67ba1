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
    const auto rows = readTsv("service/call_actions.tsv");
    EXPECT_EQ(rows.size(), actions().size());
    for (const Row& row : rows) {
        for (const char* name : {"NULL", "INITIATE", "ALERTING", "CONNECT", "HOLD", "QUEUED", "FAIL"}) {
            const auto status = static_cast<LocalConnectionState>(
                protocol::enumValue("LocalConnectionState", std::string("LCS_") + name).value());
            const bool isTaken =
                (' ' + row.at("statuses") + ' ').find(std::string(" ") + name + ' ') != std::string::npos;
            EXPECT_EQ(takesAction(actions().at(row.at("action")), status), isTaken) << row.at("action") << ' ' << name;
        }
        EXPECT_FALSE(takesAction(actions().at(row.at("action")), LocalConnectionState::LCS_NONE));
    }
}

} // namespace
} // namespace callwright::service
