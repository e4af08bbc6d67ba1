#pragma once

#include "ui/buttons/button_table.h"
#include "ui/desk/desk.h"
#include "ui/dialogs/reason_dialog.h"
#include "ui/dialogs/wrapup_dialog.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <optional>

namespace callwright {

/// What the buttons do: each method asks what has to be asked, sends one request, and says when the button may be used
/// again. The EnablementMask decides whether a method is called at all.
class DeskActions final : public QObject {
    Q_OBJECT
public:
    /// The desk outlives the actions; dialogs belong to the window.
    DeskActions(Desk& desk, QWidget* window, QObject* parent = nullptr);

    void setNumber(const QString& number) { m_number = number; } ///< of the dial field

    void signIn();
    void signOut();
    void ready();
    void notReady();
    void wrapUp();
    void call();
    void answer();
    void hangUp();
    void hold();
    void retrieve();
    void wrapUpData();

    void answerCall(const QString& callId); ///< from the grid or a notification
    void makeCurrent(const QString& callId);
    void changeData(const QString& callId, const Arguments& changes);

Q_SIGNALS:
    void signInWanted();
    void dialled();                                 ///< the number in the dial field was sent
    void settled(callwright::DeskAction action);    ///< refused or cancelled: the button may be used again
    void allSettled();                              ///< nothing is waited for any more
    void failed(const callwright::RequestFailure&); ///< to be shown
    void sent();                                    ///< an earlier failure is of no interest any more

private:
    void send(DeskAction action, const CilResult& result);
    void sendToAgent(DeskAction action, CilResult (Agent::*request)());
    void sendToCall(DeskAction action, Call* call, CilResult (Call::*request)());
    void settleFailure(const RequestFailure& failure);
    void askReason(DeskAction action, const QString& question, const std::vector<ReasonCode>& reasons,
                   void (DeskActions::*then)(std::optional<std::uint16_t>));
    void sendNotReady(std::optional<std::uint16_t> reason);
    void sendSignOut(std::optional<std::uint16_t> reason);
    bool isWrapUpDataMissing(DeskAction action);
    void onWrapUp(bool dataRequired);
    void openWrapUp(bool dataRequired);
    void closeWrapUp();
    void saveWrapUp(const QString& data);

    Agent* agent() const { return m_desk.session().currentAgent(); }
    Call* currentCall() const { return m_desk.session().currentCall(); }
    const Settings& settings() const { return m_desk.session().settings(); }

    Desk& m_desk;
    QPointer<QWidget> m_window;
    QPointer<WrapupDialog> m_wrapUp;
    QHash<std::uint32_t, DeskAction> m_waiting; // by InvokeID
    QString m_number;
};

} // namespace callwright
