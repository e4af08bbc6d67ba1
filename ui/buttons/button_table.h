#pragma once

#include <QString>

#include <cstdint>
#include <span>

namespace callwright {

class DeskActions;

/// Everything a person can do at the desk by a button, in the final product.
enum class DeskAction {
    SignIn,
    Ready,
    NotReady,
    WrapUp,
    SignOut,
    Call,
    Answer,
    HangUp,
    Hold,
    Retrieve,
    Transfer,
    CompleteTransfer,
    SingleStepTransfer,
    Conference,
    CompleteConference,
    SingleStepConference,
    Forward,
    Swap,
    Reconnect,
    Keypad,
    WrapUpData,
    Greeting,
    SupervisorAssist,
    EmergencyCall,
    BadLine,
    Record,
    Statistics,
    Chat
};

/// Where a button stands. Buttons of one slot share a place: the first enabled one shows, else the first.
enum class ButtonPlace { StateRow, DialRow, CallRow, TransferMenu, ConferenceMenu, MoreMenu };

/// One row of the one table of buttons: a button is enabled when one of `bits` is in the EnablementMask, and off
/// otherwise.
struct ButtonRow {
    DeskAction action;
    const char* name; ///< object name of the button (or of the menu's entry)
    std::uint32_t bits;
    ButtonPlace place;
    int slot;
    const char* icon;
    const char* text;                 ///< to be translated in the context callwright::Buttons
    const char* shortcut;             ///< portable text
    const char* whyOff;               ///< to be translated: when it will be on
    void (*method)(DeskActions&);     ///< nullptr: a later version does this; the button stays off and says so
    const char* textWhenOn = nullptr; ///< of what is switched on and off: while it is on
    const char* hint = nullptr;       ///< what else is worth knowing before it is used
    bool isInMoreToo = false;         ///< of a button that another one may keep from its slot
};

std::span<const ButtonRow> buttonTable();
const ButtonRow& buttonRow(DeskAction action);
QString buttonText(const ButtonRow& row, bool isSwitchedOn = false);
QString hintText(const ButtonRow& row); ///< empty: none
QString whyOffText(const ButtonRow& row);

bool isAllowed(const ButtonRow& row, std::uint32_t mask);
/// The button most likely wanted next, if the mask allows one: Answer while ringing, completing while consulting, Sign
/// in.
const ButtonRow* wantedNext(std::uint32_t mask);

} // namespace callwright
