#include "app/desktop/options.h"
#include "app/desktop/shots/photographer.h"
#include "app/desktop/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

#include <cstdio>
#include <optional>

namespace {

using namespace callwright;

struct Request {
    QString folder;
    QString language;
    bool tour = false;
};

std::optional<Request> parse(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Keeps a picture of every window and state of the desktop."));
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Only sign-in, a call, wrap-up and sign-out, light."));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language of the texts."),
                                      QStringLiteral("code"));
    parser.addOptions({tour, language});
    if (!parser.parse(arguments) || parser.positionalArguments().size() != 1) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(parser.helpText()));
        return std::nullopt;
    }
    return Request{parser.positionalArguments().constFirst(), parser.value(language), parser.isSet(tour)};
}

} // namespace

int main(int argc, char** argv) {
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true); // nothing that this computer remembers gets into the pictures
    QApplication application(argc, argv);
    const auto request = parse(QApplication::arguments());
    if (!request)
        return 2;
    const QDir folder(request->folder);
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "Cannot make the folder %s.\n", qUtf8Printable(request->folder));
        return 1;
    }
    installTranslations(application, request->language);
    QApplication::setQuitOnLastWindowClosed(false);
    Photographer photographer(
        folder, request->tour ? std::vector{Scheme::Light} : std::vector{Scheme::Light, Scheme::Dark}, request->tour);
    QObject::connect(&photographer, &Photographer::finished, &application,
                     [](bool whole) { QApplication::exit(whole ? 0 : 1); });
    photographer.start();
    return QApplication::exec();
}
