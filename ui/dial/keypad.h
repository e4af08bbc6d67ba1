#pragma once

#include <QWidget>

namespace callwright {

/// The twelve keys of a phone. They take no focus: whoever has the keyboard types the digits where the focus is.
class Keypad final : public QWidget {
    Q_OBJECT
public:
    explicit Keypad(QWidget* parent = nullptr);

Q_SIGNALS:
    void pressed(QChar key);
};

} // namespace callwright
