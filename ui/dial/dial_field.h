#pragma once

#include <QLineEdit>

class QAbstractItemModel;
class QAction;

namespace callwright {

/// The one field for numbers. Takes digits or a pasted number in any format, and completes from the numbers dialled
/// before; Enter does the obvious thing.
class DialField final : public QLineEdit {
    Q_OBJECT
public:
    explicit DialField(QWidget* parent = nullptr);

    /// Numbers to choose from, the newest first; outlives the field.
    void setRecents(QAbstractItemModel& recents);
    QString number() const;    ///< what would be dialled; empty: nothing dialable
    bool isSuggesting() const; ///< offers numbers, and none of them is chosen
    void press(QChar key);     ///< of a keypad: as if typed

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showRecents();

    QAction* m_choose = nullptr;
};

} // namespace callwright
