#pragma once

#include "app/options/option_table.h"
#include "cil/log/log_file.h"
#include "cil/log/qt_messages.h"

#include <QCommandLineParser>
#include <QString>

#include <tl/expected.hpp>

#include <cstdint>
#include <span>

namespace callwright {

/// --log, --trace-mask: what the program says of itself, in a file.
std::span<const OptionRow> logOptions();

struct LogOptions {
    QString fileName; ///< empty: no log
    std::uint32_t traceMask = TraceMask::Normal;
};

/// The error is a sentence.
tl::expected<LogOptions, QString> readLogOptions(const QCommandLineParser& parser);

/// The log of a program while it runs.
class ProgramLog {
public:
    ProgramLog(const LogOptions& options, const Clock& clock);
    QString problem() const; ///< a sentence; empty: it is written

private:
    Logger m_logger;
    LogFile m_file;
    QtMessages m_messages;
};

} // namespace callwright
