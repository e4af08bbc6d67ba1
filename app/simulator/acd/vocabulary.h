#pragma once

#include "cil/protocol/names.h"

#include <cstddef>
#include <cstdint>
#include <type_traits>

/// The guide's names as the switch uses them, and the few numbers that the guide leaves to the peripheral.
namespace callwright::simulator {

using protocol::AgentState;
using protocol::AgentWorkMode;
using protocol::CallType;
using protocol::ConnectionDeviceIDType;
using protocol::ControlFailureCode;
using protocol::DeviceIDType;
using protocol::EventCause;
using protocol::Field;
using protocol::LineType;
using protocol::LocalConnectionState;
using protocol::MessageType;
using protocol::StatusCode;

template <class Enum> constexpr std::uint32_t number(Enum value) { return static_cast<std::uint32_t>(value); }

/// Unified CCE reports these as PeripheralErrorCode beside a control failure.
enum class PeripheralError : std::uint32_t {
    None = 0,
    NoInstrumentForExtension = 10004,
    AgentAlreadyLoggedOut = 10101,
    AgentAlreadySignedOn = 10102,
    AgentAvailableOrWork = 10103,
    AgentReserved = 10106,
    BadStateTransition = 10108,
    CallTypeNotValidForDialPlan = 10109,
    CannotGoReadyFromCurrentState = 10111,
    CannotLogoutFromCurrentState = 10112,
    UnknownConnection = 13044,
    ConferenceActiveNotTalking = 13045,
    ConferenceBadActive = 13046,
    ConferenceBadHeld = 13047,
    ConferenceHeldNotHeld = 13056,
    ConferenceNoNumber = 13057,
    InvalidConsultType = 13062,
    ConsultNoActiveConnection = 13063,
    HoldCallNotControlled = 13081,
    RetrieveCallNotControlled = 13090,
    TransferActiveNotTalking = 13121,
    TransferHeldNotHeld = 13125,
    TransferBadActive = 13126,
    TransferBadHeld = 13127,
    CallAlreadyExists = 20007,
    IllegalCallState = 20009,
    NotAnIncomingCall = 20010,
    TransferTargetUnallocated = 20011,
    TransferTargetBusy = 20013,
    TransferFailed = 20014,
    HoldFailed = 20015,
    RetrieveFailed = 20017,
    OutstandingTransfer = 20066,
    ConferenceFull = 20070,
    RetrieveFailedActiveCallOnLine = 20112,
    ConferenceFailed = 20122,
    ConferenceInvalidParticipant = 20123,
    CommandNotImplementedOnDevice = 20153,
};

/// What a phone can do (QUERY_DEVICE_INFO_CONF): so many calls at once, so many of them held, so many in a conference.
inline constexpr std::size_t callsAtMost = 2;
inline constexpr std::size_t heldCallsAtMost = 1;
inline constexpr std::size_t partiesAtMost = 16;

/// Reasons that the system itself gives for Not Ready and for a sign-out.
namespace systemReason {
inline constexpr std::uint32_t ringNoAnswer = 32767;
inline constexpr std::uint32_t inactivity = 50004;
inline constexpr std::uint32_t calledWhileAvailable = 50006;
inline constexpr std::uint32_t callAtSignIn = 51004;
} // namespace systemReason

} // namespace callwright::simulator
