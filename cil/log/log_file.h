#pragma once

#include "cil/log/logger.h"

#include <QFile>
#include <QString>

namespace callwright {

/// When a log file is put aside and a new one begun; what is not above 0 is the default.
struct LogLimits {
    int maxSizeKb = 0; ///< 2048
    int maxFiles = 0;  ///< 4, the one being written included; older ones are deleted
    int maxDays = 0;   ///< 1
};

/// A log in files of limited size and age (facts: LogWrapper): NAME is being written, NAME.1 was before it, NAME.2
/// before that. A line each, UTF-8. Several programs must not write one.
class LogFile final : public LogListener {
public:
    /// Listens to the logger from now on. No file name: the standard error. The logger and the clock outlive it.
    LogFile(Logger& logger, const Clock& clock, const QString& fileName = {}, const LogLimits& limits = {});
    ~LogFile() override; ///< Dispose

    QString problem() const; ///< why the file cannot be written, from the system; empty: it can. Then the standard
                             ///< error takes the lines
    void startLogging();
    void stopLogging();

    int maxSizeKb() const;
    void setMaxSizeKb(int kilobytes);
    int maxFiles() const;
    void setMaxFiles(int files);
    int maxDays() const;
    void setMaxDays(int days);
    /// The logger's mask and the limits out of a file of lines "name=value": TraceMask, FileMaxSize,
    /// NumberArchivesFiles, NumberDaysBeforeFileExpired; other lines do not count, nor what is no number. False: there
    /// is no such file.
    bool processConfigFile(const QString& path = QStringLiteral("../TraceConfig.cfg"));

    void processLogEvent(const LogEvent& event) override;
    void writeTraceLine(const QString& line); ///< whatever the mask says

private:
    bool isTooOld() const;
    void open();
    void putAside();

    Logger& m_logger;
    const Clock& m_clock;
    LogLimits m_limits;
    QFile m_file;
    Milliseconds m_begunAt{0};
    QString m_problem;
};

} // namespace callwright
