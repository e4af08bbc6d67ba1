#include "cil/connection/close_reasons.h"

#include "cil/protocol/names.h"

namespace callwright {

using protocol::StatusCode;

AfterRefusal afterRefusal(std::uint32_t status) {
    switch (static_cast<StatusCode>(status)) {
    case StatusCode::E_CTI_INVALID_VERSION:
        return AfterRefusal::LowerVersion;
    case StatusCode::E_CTI_CTI_SERVER_OFFLINE: // also of a standby, to a client of a version below 24
    case StatusCode::E_CTI_SERVER_NOT_MASTER:
    case StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY:
    case StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE:
        return AfterRefusal::OtherSide;
    case StatusCode::E_CTI_TIMEOUT:
    case StatusCode::E_CTI_UNSPECIFIED_FAILURE:
    case StatusCode::E_CTI_JTAPI_CCM_PROBLEM:
    case StatusCode::E_CTI_AUTO_CONFIG_RESET:
        return AfterRefusal::TryLater;
    case StatusCode::E_CTI_NEW_SESSION_OPENED:
        return AfterRefusal::StayAway;
    default:
        return AfterRefusal::GiveUp;
    }
}

AfterFailureEvent afterFailureEvent(std::uint32_t status) {
    switch (static_cast<StatusCode>(status)) {
    case StatusCode::E_CTI_NEW_SESSION_OPENED:
        return AfterFailureEvent::StayAway;
    case StatusCode::E_CTI_CTI_SERVER_OFFLINE:
    case StatusCode::E_CTI_SESSION_NOT_OPEN:
    case StatusCode::E_CTI_SERVER_NOT_MASTER:
    case StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE:
        return AfterFailureEvent::ComeBack;
    default:
        return AfterFailureEvent::Stay;
    }
}

} // namespace callwright
