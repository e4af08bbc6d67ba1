#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;

namespace callwright {

class Keypad;

/// Sends tones into the call, by click or by typing, and shows which were sent.
class KeypadDialog final : public QDialog {
    Q_OBJECT
public:
    explicit KeypadDialog(QWidget* parent);

    void setPossible(bool possible, const QString& whyNot); ///< somebody is on the line to hear the tones
    /// Shows digits as sent; `id` names them should the server refuse them.
    void showSent(std::uint32_t id, const QString& digits);
    void showRefusal(std::uint32_t id, const QString& text); ///< id 0: they were not even sent

Q_SIGNALS:
    void tonesWanted(const QString& digits); ///< at most as many as one request takes

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Sent {
        std::uint32_t id = 0;
        QString digits;
    };

    void press(const QString& keys);
    void say(const QString& problem);
    void refresh();

    Keypad* m_keypad;
    QLineEdit* m_sentField;
    QLabel* m_problem;
    std::vector<Sent> m_sent;
    bool m_possible = true;
};

} // namespace callwright
