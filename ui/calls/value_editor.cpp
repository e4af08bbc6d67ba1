#include "ui/calls/value_editor.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace callwright {

QLineEdit* makeValueEditor(QWidget* parent, const GridColumn& column, const DataElement& element, const QString& name) {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(name);
    editor->setFrame(false);
    const int longest = longestValue(element);
    editor->setMaxLength(column.maxChars > 0 ? std::min(column.maxChars, longest) : longest);
    if (column.numericOnly)
        editor->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), editor));
    return editor;
}

void fillOnce(QWidget& editor, const QString& value) {
    constexpr auto filled = "callwrightFilled";
    auto* line = qobject_cast<QLineEdit*>(&editor);
    if (!line || line->property(filled).toBool())
        return;
    line->setText(value);
    line->setProperty(filled, true);
}

} // namespace callwright
