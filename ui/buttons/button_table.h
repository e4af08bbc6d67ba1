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
    Swap,
    Reconnect,
    Keypad,
    WrapUpData,
    SupervisorAssist,
    EmergencyCall,
    BadLine,
    Record,
    Statistics,
    Chat
};

/// Where a button stands. Buttons of one slot share a place: the first enabled one shows, else the first.
enum class ButtonPlace { StateRow, DialRow, CallRow, TransferMenu, ConferenceMenu, MoreMenu };

/// One row of the one table of buttons: a button is on when one of `bits` is in the EnablementMask, and off otherwise.
struct ButtonRow {
    DeskAction action;
    const char* name; ///< object name of the button (or of the menu's entry)
    std::uint32_t bits;
    ButtonPlace place;
    int slot;
    const char* icon;
    const char* text;              ///< to be translated in the context callwright::Buttons
    const char* shortcut;          ///< portable text
    const char* whyOff;            ///< to be translated: when it will be on
    void (DeskActions::*method)(); ///< nullptr: a later version does this; the button stays off and says so
};

std::span<const ButtonRow> buttonTable();
const ButtonRow& buttonRow(DeskAction action);
QString buttonText(const ButtonRow& row);
QString whyOffText(const ButtonRow& row);

bool isAllowed(const ButtonRow& row, std::uint32_t mask);
/// The button most likely wanted next, if the mask allows one: Answer while ringing, completing while consulting, Sign
/// in.
const ButtonRow* wantedNext(std::uint32_t mask);

} // namespace callwright
