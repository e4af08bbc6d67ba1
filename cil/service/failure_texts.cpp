#include "cil/service/failure_table.h"

#include <QtGlobal>

#include <algorithm>

#define CALLWRIGHT_TEXT(text) QT_TRANSLATE_NOOP("callwright::service::Failure", text)

namespace callwright::service::detail {
namespace {

using enum Situation;

constexpr SituationText texts[] = {
    {NothingWrong, CALLWRIGHT_TEXT("Nothing is wrong."), ""},
    {AlreadyBargedIn, CALLWRIGHT_TEXT("Somebody has joined this call as supervisor already."),
     CALLWRIGHT_TEXT("Wait until they leave, or choose another call.")},
    {AlreadySignedIn, CALLWRIGHT_TEXT("This agent is signed in already."),
     CALLWRIGHT_TEXT("Sign out at the other place, or ask your supervisor to do it.")},
    {AlreadySignedOut, CALLWRIGHT_TEXT("This agent is signed out already."), ""},
    {Busy, CALLWRIGHT_TEXT("The number, the line or the phone system is busy."), CALLWRIGHT_TEXT("Try again shortly.")},
    {CallArriving, CALLWRIGHT_TEXT("A call is about to arrive, so you cannot dial now."),
     CALLWRIGHT_TEXT("Take that call first.")},
    {CallGone, CALLWRIGHT_TEXT("The call is not there any more."),
     CALLWRIGHT_TEXT("Look at your calls and choose again.")},
    {ConferenceFailed, CALLWRIGHT_TEXT("The conference could not be made."),
     CALLWRIGHT_TEXT("Go back to one of the calls and try again.")},
    {ConferenceFull, CALLWRIGHT_TEXT("The conference has as many members as the phone system allows."), ""},
    {DeviceInUse, CALLWRIGHT_TEXT("Another desktop is using this phone."),
     CALLWRIGHT_TEXT("Close the other one, or sign in at another phone.")},
    {DialPlan, CALLWRIGHT_TEXT("Your dial plan does not allow calls to this number."),
     CALLWRIGHT_TEXT("Ask your administrator if you need it.")},
    {Evicted, CALLWRIGHT_TEXT("The same agent has connected somewhere else, so this session ended."),
     CALLWRIGHT_TEXT("Connect again only if you want to work here.")},
    {ExtensionInUse, CALLWRIGHT_TEXT("Another agent is signed in with this extension."),
     CALLWRIGHT_TEXT("Choose another phone, or have the other agent sign out.")},
    {GoNotReadyFirst, CALLWRIGHT_TEXT("This is possible only while you are not ready."),
     CALLWRIGHT_TEXT("Go not ready, then try again.")},
    {Greeting, CALLWRIGHT_TEXT("The agent greeting could not be changed."),
     CALLWRIGHT_TEXT("Try again between calls.")},
    {HoldFailed, CALLWRIGHT_TEXT("The call could not be put on hold."), CALLWRIGHT_TEXT("Try again.")},
    {InconsistentAgent, CALLWRIGHT_TEXT("Agent, extension and phone do not belong together."),
     CALLWRIGHT_TEXT("Check the agent ID and the phone you signed in with.")},
    {LegNotHeld, CALLWRIGHT_TEXT("The first call is not on hold."), CALLWRIGHT_TEXT("Hold it, then try again.")},
    {LegNotTalking, CALLWRIGHT_TEXT("The call is not connected."),
     CALLWRIGHT_TEXT("Wait until it is, then try again.")},
    {LineTaken, CALLWRIGHT_TEXT("Another call occupies the line."), CALLWRIGHT_TEXT("Hold or release it first.")},
    {LinkLost, CALLWRIGHT_TEXT("The connection was lost before the answer came."),
     CALLWRIGHT_TEXT("When you are connected again, look whether it happened before you try again.")},
    {LockedOut, CALLWRIGHT_TEXT("This agent's account is locked."),
     CALLWRIGHT_TEXT("Ask your administrator to unlock it.")},
    {Maintenance, CALLWRIGHT_TEXT("The server is being maintained."),
     CALLWRIGHT_TEXT("Wait; the connection comes back when it is done.")},
    {MonitorEnded, CALLWRIGHT_TEXT("The server stopped watching this device."), CALLWRIGHT_TEXT("Connect again.")},
    {NoCall, CALLWRIGHT_TEXT("There is no call this could be done with."), ""},
    {NoHeldCall, CALLWRIGHT_TEXT("There is no call on hold."), ""},
    {NoMedia, CALLWRIGHT_TEXT("The call's sound cannot be controlled from here."),
     CALLWRIGHT_TEXT("Use the phone itself.")},
    {NoSupervisor, CALLWRIGHT_TEXT("No supervisor can be reached."), CALLWRIGHT_TEXT("Try again later.")},
    {NoTeam, CALLWRIGHT_TEXT("The team is not known, or you are in none."),
     CALLWRIGHT_TEXT("Ask your administrator about your team.")},
    {NotAccepted, CALLWRIGHT_TEXT("The phone system did not accept the request."),
     CALLWRIGHT_TEXT("Try again; if it keeps happening, tell your administrator the code.")},
    {NotAllowed, CALLWRIGHT_TEXT("You are not permitted to do this."), CALLWRIGHT_TEXT("Ask your administrator.")},
    {NotConnected, CALLWRIGHT_TEXT("There is no session with the server."), CALLWRIGHT_TEXT("Connect first.")},
    {NotSignedIn, CALLWRIGHT_TEXT("The agent is not signed in."), CALLWRIGHT_TEXT("Sign in first.")},
    {NotSupported, CALLWRIGHT_TEXT("Your phone system cannot do this."), ""},
    {NothingToAnswer, CALLWRIGHT_TEXT("No call is ringing."), ""},
    {Offline, CALLWRIGHT_TEXT("The server or the phone system is not available."),
     CALLWRIGHT_TEXT("Wait; the connection comes back by itself.")},
    {OutOfService, CALLWRIGHT_TEXT("The phone or the line is out of service."),
     CALLWRIGHT_TEXT("Check the phone; if it is fine, tell your administrator.")},
    {PersonNotFound, CALLWRIGHT_TEXT("The person is not signed in."), ""},
    {PhoneSystemFault, CALLWRIGHT_TEXT("Something failed inside the phone system."),
     CALLWRIGHT_TEXT("Try again; if it keeps happening, tell your administrator the code.")},
    {ProtectedVariable, CALLWRIGHT_TEXT("This call data may not be changed."), ""},
    {Protocol, CALLWRIGHT_TEXT("This program and the server did not understand each other."),
     CALLWRIGHT_TEXT("Tell your administrator the code.")},
    {ReasonRequired, CALLWRIGHT_TEXT("A reason is required."), CALLWRIGHT_TEXT("Choose a reason and try again.")},
    {Restricted, CALLWRIGHT_TEXT("This phone or line may not be used by an agent."),
     CALLWRIGHT_TEXT("Choose another phone, or ask your administrator.")},
    {RetrieveFailed, CALLWRIGHT_TEXT("The call could not be taken off hold."), CALLWRIGHT_TEXT("Try again.")},
    {TimedOut, CALLWRIGHT_TEXT("No answer came in time."),
     CALLWRIGHT_TEXT("Look whether it happened before you try again.")},
    {TooMuchData, CALLWRIGHT_TEXT("The call data is too long or holds characters that cannot be sent."),
     CALLWRIGHT_TEXT("Shorten it and try again.")},
    {TransferFailed, CALLWRIGHT_TEXT("The transfer did not work."),
     CALLWRIGHT_TEXT("Go back to the caller, or try again.")},
    {UnknownVariable, CALLWRIGHT_TEXT("The server does not know one of the call's variables."),
     CALLWRIGHT_TEXT("Tell your administrator the code.")},
    {Version, CALLWRIGHT_TEXT("The server does not speak this version of the protocol."), ""},
    {WrapupDataRequired, CALLWRIGHT_TEXT("Wrap-up data is required before you leave wrap-up."),
     CALLWRIGHT_TEXT("Enter it and try again.")},
    {WrongAgent, CALLWRIGHT_TEXT("The agent ID is not known."), CALLWRIGHT_TEXT("Check it and try again.")},
    {WrongCredentials, CALLWRIGHT_TEXT("Agent ID or password is wrong."), CALLWRIGHT_TEXT("Check both and try again.")},
    {WrongNumber, CALLWRIGHT_TEXT("The number cannot be reached."), CALLWRIGHT_TEXT("Check it and try again.")},
    {WrongPassword, CALLWRIGHT_TEXT("The password is wrong."), CALLWRIGHT_TEXT("Type it again.")},
    {WrongPeripheral, CALLWRIGHT_TEXT("The peripheral ID is not known to the server."),
     CALLWRIGHT_TEXT("Check the connection profile.")},
    {WrongPhone, CALLWRIGHT_TEXT("The phone is not known, or cannot be used for this."),
     CALLWRIGHT_TEXT("Check the number of your phone.")},
    {WrongReason, CALLWRIGHT_TEXT("The reason is not valid."), CALLWRIGHT_TEXT("Choose another one.")},
    {WrongSkillGroup, CALLWRIGHT_TEXT("The skill group is not valid for this agent."),
     CALLWRIGHT_TEXT("Tell your administrator the code.")},
    {WrongState, CALLWRIGHT_TEXT("This is not possible in the present state."),
     CALLWRIGHT_TEXT("Wait for the state to change, then try again.")},
    {WrongWorkMode, CALLWRIGHT_TEXT("The work mode is not valid for this agent."),
     CALLWRIGHT_TEXT("Choose another one, or ask your administrator.")},
};

static_assert(std::size(texts) == static_cast<std::size_t>(Situation::Count));
static_assert(std::ranges::is_sorted(texts, {}, &SituationText::situation));

/// EventReasonCodes that Unified CCE sets by itself. Codes "below zero" are 16 bits wide on the wire.
constexpr ReasonText reasons[] = {
    {999, CALLWRIGHT_TEXT("Changed by a supervisor")},
    {32767, CALLWRIGHT_TEXT("Call not answered")},
    {50001, CALLWRIGHT_TEXT("Desktop disconnected")},
    {50002, CALLWRIGHT_TEXT("Connection to the desktop lost")},
    {50003, CALLWRIGHT_TEXT("Phone out of service")},
    {50004, CALLWRIGHT_TEXT("Signed out after inactivity")},
    {50005, CALLWRIGHT_TEXT("On a call outside the contact centre")},
    {50006, CALLWRIGHT_TEXT("Placing a call while ready")},
    {50010, CALLWRIGHT_TEXT("Routed calls did not arrive")},
    {50020, CALLWRIGHT_TEXT("Skill groups changed")},
    {50030, CALLWRIGHT_TEXT("Phone taken by another sign-in")},
    {50040, CALLWRIGHT_TEXT("Mobile agent's call failed")},
    {50041, CALLWRIGHT_TEXT("Mobile agent's phone was busy")},
    {50042, CALLWRIGHT_TEXT("Mobile agent's line disconnected")},
    {51004, CALLWRIGHT_TEXT("Phone had a call at sign-in")},
    {65533, CALLWRIGHT_TEXT("Extension changed by the administrator")},
    {65534, CALLWRIGHT_TEXT("Reset by the peripheral gateway")},
    {65535, CALLWRIGHT_TEXT("Agent reset by the system")},
};

static_assert(std::ranges::is_sorted(reasons, {}, &ReasonText::code));

} // namespace

const SituationText& situationText(Situation situation) { return texts[static_cast<std::size_t>(situation)]; }

std::span<const ReasonText> systemReasons() { return reasons; }

} // namespace callwright::service::detail
