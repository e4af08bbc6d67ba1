#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace callwright {

/// Asks what the call was about: a text of the settings, or one's own. Leaves the window behind it usable, so that
/// Ready and Not ready stay in reach. Where the data is required it cannot be dismissed without.
class WrapupDialog final : public QDialog {
    Q_OBJECT
public:
    WrapupDialog(const QStringList& texts, const QString& present, bool dataRequired, QWidget* parent);

    bool isDataRequired() const { return m_required; }

Q_SIGNALS:
    void saved(const QString& data); ///< not empty

protected:
    void reject() override; ///< refused while data is required

private:
    void finish();
    void gate();

    bool m_required;
    QListWidget* m_list;
    QLineEdit* m_text;
    QPushButton* m_ok;
    QPushButton* m_close;
};

} // namespace callwright
