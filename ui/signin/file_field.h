#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace callwright {

/// A file's name, typed or chosen.
class FileField final : public QWidget {
    Q_OBJECT
public:
    /// `name`: of the line; the button beside it is "choose" + name. `what` is asked for by the chooser's title.
    FileField(const char* name, const QString& what, QWidget* parent);

    QString text() const;
    void setText(const QString& text);
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void changed();

private:
    void choose();

    QString m_what;
    QLineEdit* m_line;
    QToolButton* m_button;
};

} // namespace callwright
