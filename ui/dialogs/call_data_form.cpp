#include "ui/dialogs/call_data_form.h"

#include "cil/events/keywords.h"
#include "ui/calls/call_cells.h"
#include "ui/calls/value_editor.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace callwright {

namespace {

constexpr int callVariables = 10;

/// For what the grid has no column for.
GridColumn plainColumn(const QString& type) {
    GridColumn column;
    column.type = type;
    column.editable = true;
    return column;
}

QString nameOf(const DataElement& element) {
    return (element.nested == Keyword() ? element.key : element.nested).name();
}

/// Wrap-up data is about the call that ends, not for the one that begins.
bool goesAlong(const DataElement& element) { return element.key != keyword::CallWrapupData; }

} // namespace

CallDataForm::CallDataForm(const Arguments& present, const std::vector<GridColumn>& columns, QWidget* parent)
    : QWidget(parent), m_form(new QFormLayout(this)) {
    setObjectName(QStringLiteral("callDataForm"));
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(rhythm / 2);
    CallView original;
    original.data = present;
    for (const GridColumn& column : columns) {
        if (const auto element = elementOf(column); element && goesAlong(*element))
            addRow(column, *element, columnHeader(column), original);
    }
    for (int number = 1; number <= callVariables; ++number) {
        const GridColumn column = plainColumn(QStringLiteral("Var%1").arg(number));
        addRow(column, *elementOf(column), tr("Variable %1").arg(number), original);
    }
    if (const Arguments* ecc = present.arguments(keyword::ECC)) {
        for (const Arguments::Pair& pair : *ecc)
            addRow(plainColumn(QStringLiteral("ECC")), eccElement(pair.key.name()), pair.key.name(), original);
    }
}

void CallDataForm::addRow(const GridColumn& column, const DataElement& element, const QString& title,
                          const CallView& original) {
    if (std::ranges::find(m_rows, element, &Row::element) != m_rows.end())
        return;
    QLineEdit* field = makeValueEditor(this, column, element, title);
    field->setObjectName(QStringLiteral("callData.%1").arg(nameOf(element)));
    field->setFrame(true);
    field->setReadOnly(!column.editable);
    if (!column.editable)
        field->setToolTip(tr("Your settings do not let this be changed."));
    field->setText(valueOf(element, original).text);
    field->setCursorPosition(0);
    auto* caption = new QLabel(title, this);
    caption->setTextFormat(Qt::PlainText);
    m_form->addRow(caption, field);
    m_rows.push_back({element, field->text(), field});
}

Arguments CallDataForm::changes() const {
    Arguments changed;
    Arguments ecc;
    for (const Row& row : m_rows) {
        if (row.field->text() == row.before)
            continue;
        if (row.element.nested == Keyword())
            changed.set(row.element.key, row.field->text());
        else
            ecc.set(row.element.nested, row.field->text());
    }
    if (!ecc.isEmpty())
        changed.set(keyword::ECC, ecc);
    return changed;
}

} // namespace callwright
