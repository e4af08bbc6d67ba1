#include "app/options/option_table.h"

#include <QCoreApplication>
#include <QFile>

namespace callwright {

namespace {

using Problem = tl::unexpected<QString>;

constexpr qint64 longestSecret = 1024;

} // namespace

QString optionText(const char* english) { return QCoreApplication::translate("callwright::Options", english); }

void addOptions(QCommandLineParser& parser, std::span<const OptionRow> rows) {
    for (const OptionRow& row : rows) {
        QCommandLineOption option(QString::fromLatin1(row.name), optionText(row.meaning));
        if (row.value)
            option.setValueName(QString::fromLatin1(row.value));
        parser.addOption(option);
    }
}

QString optionsHelp(std::span<const OptionRow> rows) {
    QString text;
    for (const OptionRow& row : rows) {
        const QString left = QStringLiteral("--%1 %2").arg(QString::fromLatin1(row.name),
                                                           QString::fromLatin1(row.value ? row.value : ""));
        text += QStringLiteral("  %1 %2\n").arg(left, -24).arg(optionText(row.meaning));
    }
    return text;
}

bool isSet(const QCommandLineParser& parser, const char* name) {
    return parser.optionNames().contains(QString::fromLatin1(name));
}

QString valueOf(const QCommandLineParser& parser, const char* name) {
    return isSet(parser, name) ? parser.value(QString::fromLatin1(name)) : QString();
}

tl::expected<std::uint64_t, QString> numberOf(const QCommandLineParser& parser, const char* name,
                                              std::uint64_t fallback, std::uint64_t least, std::uint64_t most) {
    if (!isSet(parser, name))
        return fallback;
    bool ok = false;
    const quint64 value = valueOf(parser, name).toULongLong(&ok);
    if (!ok || value < least || value > most)
        return Problem(
            optionText(QT_TRANSLATE_NOOP("callwright::Options", "--%1 takes a number from %2 to %3, not \"%4\"."))
                .arg(QString::fromLatin1(name))
                .arg(least)
                .arg(most)
                .arg(valueOf(parser, name)));
    return value;
}

tl::expected<QString, QString> secretOf(const QCommandLineParser& parser, const char* name) {
    if (!isSet(parser, name))
        return QString();
    QFile file(valueOf(parser, name));
    if (!file.open(QIODevice::ReadOnly))
        return Problem(optionText(QT_TRANSLATE_NOOP("callwright::Options", "The file %1 of --%2 cannot be read: %3"))
                           .arg(file.fileName(), QString::fromLatin1(name), file.errorString()));
    QByteArray line = file.readLine(longestSecret);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace callwright
