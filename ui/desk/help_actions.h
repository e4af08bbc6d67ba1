#pragma once

#include "ui/desk/request_book.h"

namespace callwright {

/// Asking for help, reporting a bad line, and the agent's recorded greeting.
class HelpActions final : public QObject {
    Q_OBJECT
public:
    explicit HelpActions(RequestBook& requests, QObject* parent = nullptr);

    void assist();    ///< at once, about the current call where there is one
    void emergency(); ///< the same
    void reportBadLine();
    void toggleGreeting();
    bool isGreetingOff() const { return m_greetingOff; }

Q_SIGNALS:
    void greetingChanged(bool off); ///< confirmed by the server, or as it is after signing in
    void told(const QString& message);

private:
    void onAgent(const AgentView& agent);

    RequestBook& m_requests;
    bool m_greetingOff = false;
};

} // namespace callwright
