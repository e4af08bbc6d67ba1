#pragma once

#include "ui/buttons/button_table.h"
#include "ui/desk/desk.h"
#include "ui/desk/outcome.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace callwright {

/// Sends what buttons ask for, and knows which button waits for which outcome. A button may be used again when its
/// request was refused; when it was taken, the mask that follows decides.
class RequestBook final : public QObject {
    Q_OBJECT
public:
    /// Called once: with why it was refused, or with nullptr when the server has confirmed it.
    using Outcome = std::function<void(const RequestFailure* refusal)>;

    /// The desk outlives the book.
    explicit RequestBook(Desk& desk, QObject* parent = nullptr);

    /// Takes the answer of a request method; one that could not be sent is refused at once. `request`: the guide's name
    /// of what was tried, where the action does not tell.
    void send(DeskAction action, const CilResult& result, Outcome then = {}, const QString& request = {});
    void toAgent(DeskAction action, CilResult (Agent::*request)());
    void toCall(DeskAction action, Call* call, CilResult (Call::*request)());
    /// For what stands in the way before anything is sent.
    void refuse(DeskAction action, const QString& text);
    void settle(DeskAction action) { Q_EMIT settled(action); } ///< cancelled, or done here
    void fail(const RequestFailure& failure) { Q_EMIT failed(failure); }

    Desk& desk() const { return m_desk; }
    Agent* agent() const { return m_desk.session().currentAgent(); }
    Call* currentCall() const { return m_desk.session().currentCall(); }
    const Settings& settings() const { return m_desk.session().settings(); }

Q_SIGNALS:
    void settled(callwright::DeskAction action);            ///< the button may be used again
    void allSettled();                                      ///< nothing is waited for any more
    void failed(const callwright::RequestFailure& failure); ///< to be shown
    void sent();                                            ///< an earlier failure is of no interest any more
    /// Of a request that failed with an unknown outcome: by now it shows that it has come about.
    void proven(const callwright::RequestFailure& failure);

private:
    struct Waiting {
        DeskAction action = DeskAction::SignIn;
        Outcome then;
        Sight before;
    };
    struct Doubt {
        RequestFailure failure;
        Sight before;
    };

    void onFailure(const RequestFailure& failure);
    void onConfirmation(std::uint32_t invokeId);
    void tellFailure(const RequestFailure& failure, const Sight& before);
    void forgetProven();
    Sight sight() const { return {m_desk.agent(), m_desk.calls()}; }

    Desk& m_desk;
    QHash<std::uint32_t, Waiting> m_waiting; // by InvokeID
    std::vector<Doubt> m_doubts;             // what was told and nothing has proven yet
};

} // namespace callwright
