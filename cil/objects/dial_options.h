#pragma once

#include "cil/events/arguments.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace callwright {

/// A number and how to dial it: MakeCall, MakeConsultCall, SingleStepTransfer and SingleStepConference take the same.
/// The numbers are those of the enums CallPlacementType, CallMannerType, CallOption, FacilityType, AnsweringMachine
/// (CTI Server guide v25, MAKE_CALL_REQ); 0 leaves the choice to the switch.
struct DialOptions {
    QString dialedNumber{}; ///< as typed; digits, * and # only are dialled, 1..39 characters
    /// CallVariable1..10, CallWrapupData, ECC (nested), UserToUserInfo, AccountCode, AuthorizationCode, FacilityCode.
    /// On a consultation: what is not given is the original call's.
    Arguments callData{};
    std::uint16_t callPlacementType = 0;
    std::uint16_t callMannerType = 0;
    std::uint16_t alertRings = 0;
    std::uint16_t callOption = 0;
    std::uint16_t facilityType = 0;
    std::uint16_t answeringMachine = 0;
    bool priority = false;
    bool postRoute = false;
    std::optional<std::uint32_t> skillGroupNumber = std::nullopt; ///< MakeCall only
};

enum class ConsultType : std::uint16_t { Transfer = 1, Conference = 2 };

struct DtmfOptions {
    QString digits;                     ///< 1..31 of 0-9, *, #, A-D
    std::uint16_t toneMilliseconds = 0; ///< 0: the switch's own
    std::uint32_t pauseMilliseconds = 0;
};

} // namespace callwright
