#include "app/desktop/options.h"

#include "app/options/connection_options.h"
#include "cil/objects/profile_connection.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace callwright {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("callwright::Options", text); }

TextAnswer wrong(const QString& why) {
    return {why + QLatin1Char('\n') + translated(QT_TRANSLATE_NOOP("callwright::Options", "See callwright --help.")),
            true};
}

void addAllOptions(QCommandLineParser& parser) {
    addOptions(parser, serverOptions());
    parser.addOptions({
        {QStringLiteral("demo"),
         translated(
             QT_TRANSLATE_NOOP("callwright::Options", "Run on a built-in simulator; callers arrive by themselves."))},
        {QStringLiteral("peripheral"),
         translated(QT_TRANSLATE_NOOP("callwright::Options", "Peripheral of the agent (5000).")),
         QStringLiteral("number")},
        {QStringLiteral("agent"), translated(QT_TRANSLATE_NOOP("callwright::Options", "Agent ID.")),
         QStringLiteral("id")},
        {QStringLiteral("instrument"), translated(QT_TRANSLATE_NOOP("callwright::Options", "Phone of the agent.")),
         QStringLiteral("number")},
        {QStringLiteral("theme"),
         translated(QT_TRANSLATE_NOOP("callwright::Options", "light, dark or system (as the system says).")),
         QStringLiteral("name")},
        {QStringLiteral("language"),
         translated(QT_TRANSLATE_NOOP("callwright::Options", "Language of the texts, for example de.")),
         QStringLiteral("code")},
    });
    addOptions(parser, logOptions());
}

/// Passwords are asked for, never taken from a command line: other users can read those.
std::variant<SignInForm, TextAnswer> formOf(const QCommandLineParser& parser) {
    SignInForm form;
    const auto connection = readConnection(parser);
    if (!connection)
        return wrong(connection.error());
    form.profile = profileOf(*connection);
    form.keyPassPhrase = connection->security.keyPassPhrase;
    if (parser.isSet(QStringLiteral("peripheral"))) {
        bool isNumber = false;
        form.profile.peripheralId = parser.value(QStringLiteral("peripheral")).toUInt(&isNumber);
        if (!isNumber || form.profile.peripheralId > std::numeric_limits<int>::max())
            return wrong(translated(QT_TRANSLATE_NOOP("callwright::Options", "--peripheral needs a number.")));
    }
    form.agentId = parser.value(QStringLiteral("agent"));
    form.instrument = parser.value(QStringLiteral("instrument"));
    return form;
}

} // namespace

std::variant<Options, TextAnswer> parseOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        translated(QT_TRANSLATE_NOOP("callwright::Options", "Agent softphone for Cisco contact centres (GED-188).")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    addAllOptions(parser);
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return wrong(parser.errorText().isEmpty()
                         ? translated(QT_TRANSLATE_NOOP("callwright::Options", "Only options are understood."))
                         : parser.errorText());
    if (parser.isSet(help))
        return TextAnswer{parser.helpText().replace(QLatin1String("<executable_name>"), QLatin1String("callwright")),
                          false};
    if (parser.isSet(version))
        return TextAnswer{QStringLiteral("callwright ") + QCoreApplication::applicationVersion(), false};

    Options options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.language = parser.value(QStringLiteral("language"));
    if (parser.isSet(QStringLiteral("theme"))) {
        const auto scheme = schemeNamed(parser.value(QStringLiteral("theme")));
        if (!scheme)
            return wrong(translated(QT_TRANSLATE_NOOP("callwright::Options", "--theme is light, dark or system.")));
        options.scheme = *scheme;
    }
    const auto log = readLogOptions(parser);
    if (!log)
        return wrong(log.error());
    options.log = *log;
    const bool namesServers =
        std::ranges::any_of(serverOptions(), [&](const OptionRow& row) { return isSet(parser, row.name); });
    if (namesServers) {
        const auto form = formOf(parser);
        if (const auto* answer = std::get_if<TextAnswer>(&form))
            return *answer;
        options.form = std::get<SignInForm>(form);
    }
    return options;
}

bool hasDisplay() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace callwright
