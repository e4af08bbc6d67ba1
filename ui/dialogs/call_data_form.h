#pragma once

#include "ui/calls/data_element.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLineEdit;

namespace callwright {

/// The data that goes along with a call that is dialled: call variables and ECC variables, under the names and within
/// the lengths of the grid's columns.
class CallDataForm final : public QWidget {
    Q_OBJECT
public:
    /// `present`: what the original call has (Call::callData()); empty for a new call.
    CallDataForm(const Arguments& present, const std::vector<GridColumn>& columns, QWidget* parent = nullptr);

    /// What was changed, as DialOptions::callData wants it; what was not goes along by itself.
    Arguments changes() const;

private:
    struct Row {
        DataElement element;
        QString before;
        QLineEdit* field = nullptr;
    };

    void addRow(const GridColumn& column, const DataElement& element, const QString& title, const CallView& original);

    QFormLayout* m_form;
    std::vector<Row> m_rows;
};

} // namespace callwright
