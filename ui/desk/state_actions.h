#pragma once

#include "ui/desk/request_book.h"
#include "ui/dialogs/wrapup_dialog.h"

#include <QPointer>

#include <optional>

namespace callwright {

/// Signing in and out, readiness, and what the last call was about.
class StateActions final : public QObject {
    Q_OBJECT
public:
    StateActions(RequestBook& requests, QWidget* window, QObject* parent = nullptr);

    void signIn();
    void signOut();
    void ready();
    void notReady();
    void wrapUp();
    void wrapUpData();

Q_SIGNALS:
    void signInWanted();

private:
    void askReason(DeskAction action, const QString& question, const std::vector<ReasonCode>& reasons,
                   void (StateActions::*then)(std::optional<std::uint16_t>));
    void sendNotReady(std::optional<std::uint16_t> reason);
    void sendSignOut(std::optional<std::uint16_t> reason);
    bool isWrapUpDataMissing(DeskAction action);
    void onWrapUp(bool dataRequired);
    void openWrapUp(bool dataRequired);
    void closeWrapUp();
    void saveWrapUp(const QString& data);

    RequestBook& m_requests;
    QPointer<QWidget> m_window;
    QPointer<WrapupDialog> m_wrapUp;
};

} // namespace callwright
