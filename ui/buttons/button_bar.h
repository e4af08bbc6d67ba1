#pragma once

#include "ui/buttons/button_table.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <cstdint>
#include <functional>

class QAction;
class QHBoxLayout;
class QMenu;
class QToolButton;
class QWidget;

namespace callwright {

/// Makes the buttons of the table and lets them follow the mask. A button that was used is off until its outcome is
/// known, so that a second click does nothing.
class ButtonBar final : public QObject {
    Q_OBJECT
public:
    /// Buttons become children of `window`; put them where they belong with place().
    explicit ButtonBar(QWidget* window);

    void place(ButtonPlace place, QHBoxLayout& row);
    QMenu* moreMenu() const { return m_moreMenu; }
    QAction* action(DeskAction action) const { return m_actions.value(action); }

    void setMask(std::uint32_t mask); ///< a new mask: nothing is waited for any more
    void setOffline(bool offline);    ///< the link is lost: everything is off
    /// Who says which service is missing for what such bits of the mask allow; an empty text: none.
    void setMissingService(std::function<QString(std::uint32_t bits)> missingService);
    void settle(DeskAction action); ///< may be used again
    void settleAll();
    void setSwitchedOn(DeskAction action, bool on); ///< of what is switched on and off, such as recording

Q_SIGNALS:
    void triggered(callwright::DeskAction action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeAction(const ButtonRow& row);
    void makeButton(const ButtonRow& row);
    void makeMenu(DeskAction parent, ButtonPlace place);
    void fillMenu(QMenu& menu, ButtonPlace place);
    void use(DeskAction action);
    void refresh();
    void refreshAction(const ButtonRow& row);
    QString tipOf(const ButtonRow& row) const;
    QString whyOff(const ButtonRow& row) const;
    void refreshShownTip();
    void refreshSlots();
    void accent();
    bool isOn(const ButtonRow& row) const;

    QWidget* m_window;
    QHash<DeskAction, QAction*> m_actions;
    QHash<DeskAction, QToolButton*> m_buttons;
    QMenu* m_moreMenu;
    QToolButton* m_more;
    QSet<DeskAction> m_waiting;
    QSet<DeskAction> m_switchedOn;
    std::function<QString(std::uint32_t bits)> m_missingService;
    std::uint32_t m_mask = 0;
    bool m_offline = false;
};

} // namespace callwright
