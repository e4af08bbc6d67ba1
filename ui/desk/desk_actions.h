#pragma once

#include "ui/desk/call_actions.h"
#include "ui/desk/dial_actions.h"
#include "ui/desk/help_actions.h"
#include "ui/desk/request_book.h"
#include "ui/desk/state_actions.h"

namespace callwright {

/// What the buttons do, by matter: each method asks what has to be asked, sends one request, and says when the button
/// may be used again. The EnablementMask decides whether a method is called at all.
class DeskActions final {
public:
    /// The desk and the numbers outlive the actions; dialogs belong to the window.
    DeskActions(Desk& desk, RecentNumbers& recents, QWidget* window)
        : m_requests(desk), m_state(m_requests, window), m_calls(m_requests), m_dialling(m_requests, recents, window),
          m_help(m_requests) {}

    RequestBook& requests() { return m_requests; }
    StateActions& state() { return m_state; }
    CallActions& calls() { return m_calls; }
    DialActions& dialling() { return m_dialling; }
    HelpActions& help() { return m_help; }

private:
    RequestBook m_requests;
    StateActions m_state;
    CallActions m_calls;
    DialActions m_dialling;
    HelpActions m_help;
};

} // namespace callwright
