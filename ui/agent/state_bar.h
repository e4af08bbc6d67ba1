#pragma once

#include "ui/desk/views.h"
#include "ui/theme/tabular.h"

#include <QWidget>

namespace callwright {

/// The largest thing in the window: the agent's state by colour, icon and text, and how long it has lasted.
class StateBar final : public QWidget {
    Q_OBJECT
public:
    explicit StateBar(QWidget* parent = nullptr);

    void showAgent(const AgentView& agent);
    void setNow(Milliseconds now);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintLook();
    QString detail() const;
    int widestState() const;

    QLabel* m_icon;
    QLabel* m_state;
    TabularLabel* m_time;
    QLabel* m_detail;
    AgentView m_agent;
};

} // namespace callwright
