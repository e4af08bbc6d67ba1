#pragma once

#include "cil/settings/settings.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QSpinBox;

namespace callwright {

/// Asks why: the reasons of the settings, or a plain number where the settings have none.
class ReasonDialog final : public QDialog {
    Q_OBJECT
public:
    ReasonDialog(const QString& question, const std::vector<ReasonCode>& reasons, const QString& okText,
                 QWidget* parent);

Q_SIGNALS:
    void chosen(std::uint16_t code);

private:
    QWidget* makeList(const std::vector<ReasonCode>& reasons);
    QWidget* makeNumber();
    void finish();

    QListWidget* m_list = nullptr;
    QSpinBox* m_number = nullptr;
};

} // namespace callwright
