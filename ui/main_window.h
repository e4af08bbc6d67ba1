#pragma once

#include "ui/calls/call_grid_model.h"
#include "ui/calls/call_timeline.h"
#include "ui/desk/desk.h"
#include "ui/desk/desk_actions.h"
#include "ui/dial/recent_numbers.h"
#include "ui/signin/sign_in_flow.h"

#include <QMainWindow>
#include <QPointer>

namespace callwright {

class ButtonBar;
class CallDetails;
class CallGrid;
class DialField;
class Notifier;
class Ringer;
class RingDeviceMenu;
class RingTone;
class StateBar;
class StatusLine;
class TroubleBar;

/// The agent's window. Only puts the parts together; what they do is theirs.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// What the computer lends; all outlive the window.
    struct Services {
        RingTone& tone;
        Notifier& notifier;
        PasswordStore& passwords;
        RecentNumberStore& recents;
    };

    /// Both outlive the window.
    MainWindow(Session& session, Clock& clock, const Services& services);

    Desk& desk() { return m_desk; }
    SignInFlow& signIn() { return m_signIn; }
    void tell(const QString& message); ///< in the status line
    RingDeviceMenu& ringDevices() { return *m_ringDevices; }

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeStateRow();
    QWidget* makeCallRow();
    QWidget* makeBody();
    void connectDesk();
    void connectActions();
    void connectGrid();
    void perform(DeskAction action);
    void useNumber();
    void showRecording();
    void showAgent();
    void showLink();
    void showCall(const CallView& call);
    void showSelected();
    void followCurrent();
    void showIdentity();
    void callsChanged();
    void onEvent(EventId event, const Arguments& arguments);
    void showAnnounced();
    void tick();
    bool isLinkLost() const;

    Desk m_desk;
    RecentNumbers m_recents;
    DeskActions m_actions;
    SignInFlow m_signIn;
    CallGridModel m_model;
    CallTimeline m_timeline;
    ButtonBar* m_buttons;
    StateBar* m_state;
    QLabel* m_identity;
    DialField* m_dial;
    QLabel* m_recording;
    TroubleBar* m_trouble;
    CallGrid* m_grid;
    CallDetails* m_details;
    StatusLine* m_status;
    Ringer* m_ringer;
    RingDeviceMenu* m_ringDevices;
    QString m_whyLost;
    QPointer<Call> m_followed; ///< the current call that the grid's selection went to
};

} // namespace callwright
