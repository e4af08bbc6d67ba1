#include "app/desktop/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace callwright {

namespace {

void install(QApplication& application, const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QApplication::installTranslator(translator);
    else
        delete translator; // English is in the source; its plural forms are a catalogue of their own
}

} // namespace

void installTranslations(QApplication& application, const QString& language) {
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QLocale system;
    const QLocale locale = system.language() == QLocale::C ? QLocale(QLocale::English) : system;
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, QStringLiteral("callwright"), QStringLiteral(":/i18n"));
    QApplication::setLayoutDirection(locale.textDirection());
}

} // namespace callwright
