#include "ui/buttons/button_table.h"

#include "cil/events/enablement_bits.h"
#include "ui/desk/desk_actions.h"

#include <QCoreApplication>

#include <array>

namespace callwright {

namespace {

using enum DeskAction;
using enum ButtonPlace;
using namespace enablement;

template <auto part, auto method> void run(DeskActions& actions) { ((actions.*part)().*method)(); }
template <auto method> constexpr auto ofState = &run<&DeskActions::state, method>;
template <auto method> constexpr auto ofCalls = &run<&DeskActions::calls, method>;
template <auto method> constexpr auto ofDialling = &run<&DeskActions::dialling, method>;
template <auto method> constexpr auto ofHelp = &run<&DeskActions::help, method>;

constexpr std::uint32_t signedInBits = ENABLE_STATISTICS; // the bit that every signed-in state has
// Tones need somebody on the line: also while consulting, when there is nothing to hold.
constexpr std::uint32_t keypadBits =
    ENABLE_MAKECALL | ENABLE_INSIDE_MAKECALL | ENABLE_OUTSIDE_MAKECALL | ENABLE_HOLD | ENABLE_RECONNECT;

constexpr std::array rows{
    ButtonRow{Ready, "readyButton", ENABLE_READY, StateRow, 0, "ready",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Ready"), "Ctrl+1",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you are not ready or in wrap-up."),
              ofState<&StateActions::ready>},
    ButtonRow{NotReady, "notReadyButton", ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON, StateRow, 1, "not-ready",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Not ready"), "Ctrl+2",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you are ready or in wrap-up."),
              ofState<&StateActions::notReady>},
    ButtonRow{WrapUp, "wrapUpButton", ENABLE_WORKREADY | ENABLE_WORKNOTREADY, StateRow, 2, "wrap-up",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Wrap-up"), "Ctrl+3",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible during a call when your desk settings allow wrap-up."),
              ofState<&StateActions::wrapUp>},
    ButtonRow{SignOut, "signOutButton", ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON, StateRow, 3, "sign-out",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Sign out"), "Ctrl+Shift+L",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you are not ready."),
              ofState<&StateActions::signOut>},
    ButtonRow{SignIn, "signInButton", ENABLE_LOGIN, StateRow, 3, "sign-in",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Sign in"), "Ctrl+L",
              QT_TRANSLATE_NOOP("callwright::Buttons", "You are signed in."), ofState<&StateActions::signIn>},
    ButtonRow{Call, "callButton", ENABLE_MAKECALL | ENABLE_INSIDE_MAKECALL | ENABLE_OUTSIDE_MAKECALL, DialRow, 0,
              "call", QT_TRANSLATE_NOOP("callwright::Buttons", "Call"), "Ctrl+Return",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you are not ready and have no call."),
              ofDialling<&DialActions::call>},
    ButtonRow{Answer, "answerButton", ENABLE_ANSWER, CallRow, 0, "answer",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Answer"), "F5",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while the selected call rings."),
              ofCalls<&CallActions::answer>},
    ButtonRow{HangUp, "hangUpButton", ENABLE_RELEASE, CallRow, 1, "hang-up",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Hang up"), "F6",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible when you have an answered or outgoing call."),
              ofCalls<&CallActions::hangUp>},
    ButtonRow{Reconnect, "reconnectButton", ENABLE_RECONNECT, CallRow, 1, "reconnect",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Go back"), "Ctrl+Shift+F7",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible with one call talking and another on hold."),
              ofCalls<&CallActions::reconnect>, nullptr,
              QT_TRANSLATE_NOOP("callwright::Buttons",
                                "Hangs up on the one you talk to now and takes you to the other call."),
              true},
    ButtonRow{Hold, "holdButton", ENABLE_HOLD, CallRow, 2, "hold", QT_TRANSLATE_NOOP("callwright::Buttons", "Hold"),
              "F7", QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk."), ofCalls<&CallActions::hold>},
    ButtonRow{Retrieve, "retrieveButton", ENABLE_RETRIEVE, CallRow, 2, "retrieve",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Retrieve"), "Shift+F7",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while the selected call is on hold."),
              ofCalls<&CallActions::retrieve>},
    ButtonRow{Transfer, "transferButton", ENABLE_TRANSFER_INIT | ENABLE_SINGLE_STEP_TRANSFER, CallRow, 3, "transfer",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Transfer"), "F8",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk."), ofDialling<&DialActions::transfer>},
    ButtonRow{CompleteTransfer, "completeTransferButton", ENABLE_TRANSFER_COMPLETE, CallRow, 3, "complete-transfer",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Complete transfer"), "Shift+F8",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible once the person you transfer to has answered."),
              ofCalls<&CallActions::completeTransfer>},
    ButtonRow{Forward, "forwardButton", ENABLE_ANSWER, CallRow, 3, "forward",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Forward"), "Ctrl+Shift+F8",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while the selected call rings."),
              ofDialling<&DialActions::forward>, nullptr,
              QT_TRANSLATE_NOOP("callwright::Buttons", "Sends the ringing call to somebody else.")},
    ButtonRow{SingleStepTransfer, "singleStepTransferAction", ENABLE_SINGLE_STEP_TRANSFER, TransferMenu, 0, "transfer",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Transfer without asking"), "Ctrl+F8",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk."),
              ofDialling<&DialActions::singleStepTransfer>},
    ButtonRow{Conference, "conferenceButton", ENABLE_CONFERENCE_INIT | ENABLE_SINGLE_STEP_CONFERENCE, CallRow, 4,
              "conference", QT_TRANSLATE_NOOP("callwright::Buttons", "Conference"), "F9",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk."),
              ofDialling<&DialActions::conference>},
    ButtonRow{CompleteConference, "completeConferenceButton", ENABLE_CONFERENCE_COMPLETE, CallRow, 4,
              "complete-conference", QT_TRANSLATE_NOOP("callwright::Buttons", "Complete conference"), "Shift+F9",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible once the person you add has answered."),
              ofCalls<&CallActions::completeConference>},
    ButtonRow{SingleStepConference, "singleStepConferenceAction", ENABLE_SINGLE_STEP_CONFERENCE, ConferenceMenu, 0,
              "conference", QT_TRANSLATE_NOOP("callwright::Buttons", "Add without asking"), "Ctrl+F9",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk, where the switch can do it."),
              ofDialling<&DialActions::singleStepConference>},
    ButtonRow{Swap, "swapButton", ENABLE_ALTERNATE, CallRow, 5, "swap",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Swap"), "Ctrl+F7",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible with one call talking and another on hold."),
              ofCalls<&CallActions::swap>},
    ButtonRow{Keypad, "keypadButton", keypadBits, CallRow, 6, "keypad",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Keypad"), "Ctrl+K",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk, or may call somebody."),
              ofDialling<&DialActions::keypad>},
    ButtonRow{Record, "recordAction", ENABLE_RECORD, MoreMenu, 1, "record",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Record"), "Ctrl+Shift+R",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while you talk, when recording is set up."),
              ofCalls<&CallActions::record>, QT_TRANSLATE_NOOP("callwright::Buttons", "Stop recording")},
    ButtonRow{BadLine, "badLineAction", ENABLE_BAD_LINE_CALL, MoreMenu, 2, "bad-line",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Report a bad line"), "Ctrl+Shift+B",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible during a call."), ofHelp<&HelpActions::reportBadLine>},
    ButtonRow{WrapUpData, "wrapUpDataAction", ENABLE_WRAPUP, MoreMenu, 3, "wrap-up",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Wrap-up data"), "Ctrl+Shift+W",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible in wrap-up, where the switch asks for it."),
              ofState<&StateActions::wrapUpData>},
    ButtonRow{Greeting, "greetingAction", signedInBits, MoreMenu, 4, "greeting",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Turn my greeting off"), "Ctrl+Shift+G",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while signed in."),
              ofHelp<&HelpActions::toggleGreeting>, QT_TRANSLATE_NOOP("callwright::Buttons", "Turn my greeting on"),
              QT_TRANSLATE_NOOP("callwright::Buttons",
                                "The recorded greeting that callers hear; on again when you next sign in.")},
    ButtonRow{SupervisorAssist, "supervisorAssistAction", ENABLE_SUPERVISOR_ASSIST, MoreMenu, 10, "assist",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Ask a supervisor for help"), "Ctrl+Shift+H",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while signed in, when your desk settings allow it."),
              ofHelp<&HelpActions::assist>, nullptr,
              QT_TRANSLATE_NOOP("callwright::Buttons", "Calls at once; your caller waits meanwhile.")},
    ButtonRow{EmergencyCall, "emergencyCallAction", ENABLE_EMERGENCY_CALL, MoreMenu, 20, "emergency",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Emergency"), "Ctrl+Shift+E",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while signed in, when your desk settings allow it."),
              ofHelp<&HelpActions::emergency>, nullptr,
              QT_TRANSLATE_NOOP("callwright::Buttons", "Calls at once, without asking again.")},
    ButtonRow{Statistics, "statisticsAction", ENABLE_STATISTICS, MoreMenu, 30, "statistics",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Statistics"), "Ctrl+Shift+S",
              QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while signed in."), nullptr},
    ButtonRow{Chat, "chatAction", ENABLE_CHAT, MoreMenu, 31, "chat", QT_TRANSLATE_NOOP("callwright::Buttons", "Chat"),
              "Ctrl+Shift+C", QT_TRANSLATE_NOOP("callwright::Buttons", "Possible while signed in."), nullptr},
};

constexpr std::array wantedOrder{Answer, CompleteTransfer, CompleteConference, Retrieve, Ready, SignIn};

} // namespace

std::span<const ButtonRow> buttonTable() { return rows; }

const ButtonRow& buttonRow(DeskAction action) {
    for (const ButtonRow& row : rows) {
        if (row.action == action)
            return row;
    }
    Q_UNREACHABLE(); // a test proves that every action has its row
}

QString buttonText(const ButtonRow& row, bool isSwitchedOn) {
    const bool isOther = isSwitchedOn && row.textWhenOn;
    return QCoreApplication::translate("callwright::Buttons", isOther ? row.textWhenOn : row.text);
}

QString hintText(const ButtonRow& row) {
    return row.hint ? QCoreApplication::translate("callwright::Buttons", row.hint) : QString();
}

QString whyOffText(const ButtonRow& row) {
    if (!row.method)
        return QCoreApplication::translate("callwright::Buttons", "A later version of Callwright will do this.");
    return QCoreApplication::translate("callwright::Buttons", row.whyOff);
}

bool isAllowed(const ButtonRow& row, std::uint32_t mask) {
    return row.method && (mask & DISABLE_ALL) == 0 && (mask & row.bits) != 0;
}

const ButtonRow* wantedNext(std::uint32_t mask) {
    const bool isOnCalls = (mask & (ENABLE_RELEASE | ENABLE_RECONNECT)) != 0; // what comes next is the caller's choice
    for (const DeskAction action : wantedOrder) {
        const ButtonRow& row = buttonRow(action);
        if (isAllowed(row, mask) && !(action == Ready && isOnCalls))
            return &row;
    }
    return nullptr;
}

} // namespace callwright
