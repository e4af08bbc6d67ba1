#pragma once

#include "ui/desk/views.h"
#include "ui/theme/tabular.h"

#include <QStatusBar>

namespace callwright {

/// Server, round trip, and what was last heard.
class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showLink(const LinkView& link);
    void showListening(bool isListenedTo); ///< a supervisor listens to the agent's calls
    void tell(const QString& message);
    void announce(const QString& announcement); ///< calls on their way; goes before what was told last; empty: none

private:
    QLabel* m_server;
    TabularLabel* m_roundTrip;
    QLabel* m_listening;
    QLabel* m_message;
    QLabel* m_announcement;
};

} // namespace callwright
