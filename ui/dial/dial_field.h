#pragma once

#include <QLineEdit>

namespace callwright {

/// The one field for numbers. Takes digits or a pasted number in any format; Enter does the obvious thing.
class DialField final : public QLineEdit {
    Q_OBJECT
public:
    explicit DialField(QWidget* parent = nullptr);

    QString number() const; ///< what would be dialled; empty: nothing dialable
};

} // namespace callwright
