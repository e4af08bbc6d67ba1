#include "ui/signin/file_field.h"

#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace callwright {

FileField::FileField(const char* name, const QString& what, QWidget* parent)
    : QWidget(parent), m_what(what), m_line(new QLineEdit(this)), m_button(new QToolButton(this)) {
    m_line->setObjectName(QLatin1String(name));
    m_line->setAccessibleName(what);
    m_button->setObjectName(QLatin1String("choose-") + QLatin1String(name));
    m_button->setText(tr("Choose…"));
    m_button->setAccessibleName(tr("Choose a file: %1").arg(what));
    m_button->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(rhythm);
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &FileField::changed);
    connect(m_button, &QToolButton::clicked, this, &FileField::choose);
}

QString FileField::text() const { return m_line->text().trimmed(); }

void FileField::setText(const QString& text) { m_line->setText(text); }

void FileField::choose() {
    auto* chooser = new QFileDialog(this, m_what);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Certificates and keys (*.pem *.crt *.cer *.der *.key)"), tr("All files (*)")});
    if (const QFileInfo present(text()); present.exists())
        chooser->selectFile(present.absoluteFilePath());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_line->setText(QDir::toNativeSeparators(file)); });
    chooser->open();
}

} // namespace callwright
