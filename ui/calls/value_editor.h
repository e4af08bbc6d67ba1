#pragma once

#include "ui/calls/data_element.h"

class QLineEdit;
class QWidget;

namespace callwright {

/// A line to change one value of a call in place; keeps to what the column of the settings and the server allow.
QLineEdit* makeValueEditor(QWidget* parent, const GridColumn& column, const DataElement& element, const QString& name);
/// Puts the value into the line the first time only: what somebody is typing stays, whatever happens to the call.
void fillOnce(QWidget& editor, const QString& value);

} // namespace callwright
