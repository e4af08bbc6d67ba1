#include "ui/dial/dial_field.h"

#include "ui/text/state_text.h"
#include "ui/theme/theme.h"

namespace callwright {

DialField::DialField(QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("dialField"));
    setAccessibleName(tr("Number to call"));
    setPlaceholderText(tr("Number to call"));
    setToolTip(tr("Type or paste a number and press Enter (Ctrl+D)"));
    setMaxLength(60); // a pasted number with spaces and brackets; the switch takes 40 digits
    setMinimumWidth(22 * rhythm);
    setMaximumWidth(36 * rhythm);
}

QString DialField::number() const { return dialable(text()); }

} // namespace callwright
