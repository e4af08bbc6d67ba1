#include "cil/log/log_file.h"

#include <QDateTime>
#include <QFileInfo>

#include <array>
#include <cstdio>
#include <optional>

namespace callwright {
namespace {

constexpr LogLimits usual{2048, 4, 1};

QString archiveName(const QString& name, int age) { return name + QLatin1Char('.') + QString::number(age); }

/// A number behind "name =", decimal or after 0x; nullopt: it is another line, or no number.
std::optional<std::uint32_t> valueIn(const QString& line, QStringView name) {
    const auto equals = line.indexOf(QLatin1Char('='));
    if (equals < 0 || QStringView(line).left(equals).trimmed().compare(name, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    bool isNumber = false;
    const std::uint32_t value = QStringView(line).mid(equals + 1).trimmed().toUInt(&isNumber, 0);
    return isNumber ? std::optional(value) : std::nullopt;
}

struct LimitRow {
    QStringView name;
    void (LogFile::*set)(int);
};

constexpr std::array limitRows{
    LimitRow{u"FileMaxSize", &LogFile::setMaxSizeKb},
    LimitRow{u"NumberArchivesFiles", &LogFile::setMaxFiles},
    LimitRow{u"NumberDaysBeforeFileExpired", &LogFile::setMaxDays},
};

int orUsual(int value, int usualValue) { return value > 0 ? value : usualValue; }

} // namespace

LogFile::LogFile(Logger& logger, const Clock& clock, const QString& fileName, const LogLimits& limits)
    : m_logger(logger), m_clock(clock), m_file(fileName) {
    setMaxSizeKb(limits.maxSizeKb);
    setMaxFiles(limits.maxFiles);
    setMaxDays(limits.maxDays);
    if (!fileName.isEmpty())
        open();
    startLogging();
}

LogFile::~LogFile() { stopLogging(); }

QString LogFile::problem() const { return m_problem; }

void LogFile::startLogging() { m_logger.addLogListener(this); }

void LogFile::stopLogging() { m_logger.removeLogListener(this); }

int LogFile::maxSizeKb() const { return m_limits.maxSizeKb; }

void LogFile::setMaxSizeKb(int kilobytes) { m_limits.maxSizeKb = orUsual(kilobytes, usual.maxSizeKb); }

int LogFile::maxFiles() const { return m_limits.maxFiles; }

void LogFile::setMaxFiles(int files) { m_limits.maxFiles = orUsual(files, usual.maxFiles); }

int LogFile::maxDays() const { return m_limits.maxDays; }

void LogFile::setMaxDays(int days) { m_limits.maxDays = orUsual(days, usual.maxDays); }

bool LogFile::processConfigFile(const QString& path) {
    constexpr qint64 most = 64 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return false;
    const QStringList lines = QString::fromUtf8(file.read(most)).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (const auto mask = valueIn(line, u"TraceMask"))
            m_logger.setTraceMask(*mask);
        for (const LimitRow& row : limitRows) {
            if (const auto value = valueIn(line, row.name))
                (this->*row.set)(static_cast<int>(qMin<std::uint32_t>(*value, 1000000)));
        }
    }
    return true;
}

void LogFile::processLogEvent(const LogEvent& event) { writeTraceLine(describe(event)); }

void LogFile::writeTraceLine(const QString& line) {
    const QByteArray text = line.toUtf8() + '\n';
    const bool isFull = m_file.size() > 0 && m_file.size() + text.size() > qint64(m_limits.maxSizeKb) * 1024;
    if (m_file.isOpen() && (isFull || isTooOld()))
        putAside();
    if (m_file.isOpen() && m_file.write(text) == text.size() && m_file.flush())
        return;
    if (m_file.isOpen())
        m_problem = m_file.errorString();
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

bool LogFile::isTooOld() const { return m_clock.wallTime() - m_begunAt >= std::chrono::days(m_limits.maxDays); }

void LogFile::open() {
    const QFileInfo before(m_file.fileName());
    const bool goesOn = before.exists() && before.size() > 0;
    m_problem.clear();
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        m_problem = m_file.errorString();
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it tells of callers
    const QDateTime birth = before.birthTime().isValid() ? before.birthTime() : before.lastModified();
    m_begunAt = goesOn ? Milliseconds(birth.toMSecsSinceEpoch()) : m_clock.wallTime();
}

void LogFile::putAside() {
    m_file.close();
    const QString name = m_file.fileName();
    QFile::remove(archiveName(name, m_limits.maxFiles - 1));
    for (int age = m_limits.maxFiles - 2; age >= 1; --age)
        QFile::rename(archiveName(name, age), archiveName(name, age + 1));
    if (m_limits.maxFiles > 1)
        QFile::rename(name, archiveName(name, 1));
    else
        QFile::remove(name);
    open();
}

} // namespace callwright
