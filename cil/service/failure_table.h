#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// Codes to situations (generated from tables/failures.tsv), situations to texts (failure_texts.cpp): many codes tell
/// people the same thing.
namespace callwright::service::detail {

enum class Situation : std::uint8_t {
    NothingWrong,
    AlreadyBargedIn,
    AlreadySignedIn,
    AlreadySignedOut,
    Busy,
    CallArriving,
    CallFailed,
    CallGone,
    CallNotBegun,
    CallsNotRelated,
    CertificateOutOfDate,
    ClientNotTrusted,
    ConferenceFailed,
    ConferenceFull,
    ConsultFailed,
    DeflectFailed,
    DeviceInUse,
    DialPlan,
    DoNotDisturb,
    Evicted,
    ExtensionInUse,
    GoNotReadyFirst,
    Greeting,
    HelpFailed,
    HoldFailed,
    InconsistentAgent,
    LegNotHeld,
    LegNotTalking,
    LineTaken,
    LinkLost,
    LockedOut,
    Maintenance,
    MonitorEnded,
    NoAnswer,
    NoCall,
    NoHeldCall,
    NoMedia,
    NoService,
    NoSupervisor,
    NoTeam,
    NotAccepted,
    NotAllowed,
    NotConnected,
    NotPinned,
    NotSecured,
    NotSignedIn,
    NotSupported,
    NothingToAnswer,
    Offline,
    OutOfService,
    PersonNotFound,
    PhoneSystemFault,
    ProtectedVariable,
    Protocol,
    ReasonRequired,
    Restricted,
    RetrieveFailed,
    TimedOut,
    TonesFailed,
    TooMuchData,
    TransferFailed,
    UnknownAuthority,
    UnknownVariable,
    UnusableCertificateFile,
    UnverifiedServer,
    Version,
    WrapupDataRequired,
    WrongAccountCode,
    WrongAgent,
    WrongConsultType,
    WrongCredentials,
    WrongNumber,
    WrongPassword,
    WrongPeripheral,
    WrongPhone,
    WrongReason,
    WrongServerName,
    WrongSkillGroup,
    WrongState,
    WrongWorkMode,
    Count
};

struct Failure {
    std::uint32_t code;
    std::string_view name;
    Situation situation;
};

std::span<const Failure> statusFailures();     ///< StatusCode; ascending by code, like the others
std::span<const Failure> controlFailures();    ///< ControlFailureCode
std::span<const Failure> peripheralFailures(); ///< PeripheralErrorCode of Unified CCE
std::span<const Failure> causeFailures();      ///< EventCause of a call that failed
std::span<const Failure> securityFailures();   ///< why a connection could not be secured; numbers of our own

/// English; context "Failure" for translation.
struct SituationText {
    Situation situation;
    const char* what;
    const char* toDo; ///< may be empty
};
const SituationText& situationText(Situation situation);

struct ReasonText {
    std::uint32_t code;
    const char* text;
};
std::span<const ReasonText> systemReasons();

inline constexpr const char* translationContext = "Failure";

} // namespace callwright::service::detail
