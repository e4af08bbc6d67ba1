#include "app/simulator/command_line.h"

#include <QFile>

#include <algorithm>

namespace callwright::simulator {

namespace {

constexpr qint64 largestConfig = 16 * 1024 * 1024;

using Problem = std::optional<QString>;

constexpr QLatin1String securedBy("--tls-cert"); // whoever gives it wants TLS
constexpr std::uint16_t usualControlPort = 42100;

Problem readEndpoint(const QString& option, const QString& value, std::uint16_t usualPort, Endpoint& endpoint) {
    const auto parsed = endpointFrom(value, usualPort, 0);
    if (!parsed) {
        return option + QStringLiteral(" needs HOST or HOST:PORT, not \"") + value + QStringLiteral("\"");
    }
    endpoint = *parsed;
    return {};
}

using SecurityFile = QString ServerSecurity::*;

std::optional<SecurityFile> fileOfSecurity(const QString& option) {
    if (option == securedBy) {
        return &ServerSecurity::certificateFile;
    }
    if (option == QLatin1String("--tls-key")) {
        return &ServerSecurity::keyFile;
    }
    return option == QLatin1String("--tls-client-ca") ? std::optional(&ServerSecurity::clientCaFile) : std::nullopt;
}

Problem readValue(const QString& option, const QString& value, ProgramOptions& options) {
    const bool isSecured = options.security.has_value();
    if (option == QLatin1String("--a")) {
        return readEndpoint(option, value, standardPort(ServerSide::A, isSecured), options.a);
    }
    if (option == QLatin1String("--b")) {
        return readEndpoint(option, value, standardPort(ServerSide::B, isSecured), options.b.emplace());
    }
    if (option == QLatin1String("--control")) {
        return readEndpoint(option, value, usualControlPort, options.control);
    }
    if (const auto file = fileOfSecurity(option)) {
        if (!isSecured) {
            return option + QStringLiteral(" needs --tls-cert");
        }
        options.security.value().*(*file) = value;
        return {};
    }
    if (option == QLatin1String("--config")) {
        options.configFile = value;
        return {};
    }
    if (option == QLatin1String("--seed")) {
        bool isNumber = false;
        options.seed = value.toULongLong(&isNumber);
        return isNumber ? Problem() : QStringLiteral("--seed needs a whole number, not \"") + value + u'"';
    }
    if (option == QLatin1String("--clock")) {
        options.isClockManual = value == QLatin1String("manual");
        const bool isKnown = options.isClockManual || value == QLatin1String("real");
        return isKnown ? Problem() : QStringLiteral("--clock is real or manual, not \"") + value + u'"';
    }
    return QStringLiteral("unknown option ") + option;
}

bool readFlag(const QString& option, ProgramOptions& options) {
    if (option == QLatin1String("--help") || option == QLatin1String("-h")) {
        options.showsHelp = true;
    } else if (option == QLatin1String("--version")) {
        options.showsVersion = true;
    } else if (option == QLatin1String("--demo")) {
        options.demo = true;
    } else {
        return false;
    }
    return true;
}

} // namespace

tl::expected<ProgramOptions, QString> readCommandLine(const QStringList& arguments) {
    ProgramOptions options;
    if (std::ranges::any_of(arguments, [](const QString& word) { return word.section(u'=', 0, 0) == securedBy; })) {
        options.security.emplace();
        options.a.port = standardPort(ServerSide::A, true);
    }
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (readFlag(arguments[i], options)) {
            continue;
        }
        const qsizetype equals = arguments[i].indexOf(u'=');
        const bool hasValue = arguments[i].startsWith(QLatin1String("--")) && equals > 0;
        if (!hasValue && i + 1 == arguments.size()) {
            return tl::unexpected(arguments[i].startsWith(u'-')
                                      ? arguments[i] + QStringLiteral(" needs a value, or is unknown")
                                      : QStringLiteral("unexpected ") + arguments[i]);
        }
        const QString option = hasValue ? arguments[i].left(equals) : arguments[i];
        const QString value = hasValue ? arguments[i].mid(equals + 1) : arguments[++i];
        if (const Problem problem = readValue(option, value, options)) {
            return tl::unexpected(*problem);
        }
    }
    return options;
}

tl::expected<SimulatorConfig, QString> loadConfig(const ProgramOptions& options) {
    SimulatorConfig config;
    if (!options.configFile.isEmpty()) {
        QFile file(options.configFile);
        if (!file.open(QIODevice::ReadOnly)) {
            return tl::unexpected(options.configFile + QStringLiteral(": ") + file.errorString());
        }
        if (file.size() > largestConfig) {
            return tl::unexpected(options.configFile + QStringLiteral(": too large to be a configuration"));
        }
        auto read = simulatorConfigFromText(file.readAll().toStdString());
        if (!read) {
            return tl::unexpected(options.configFile + QStringLiteral(": ") + QString::fromStdString(read.error()));
        }
        config = std::move(*read);
    }
    config.demo = config.demo || options.demo;
    return config;
}

} // namespace callwright::simulator
