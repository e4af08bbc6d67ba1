#include "app/options/log_options.h"

#include <array>

namespace callwright {
namespace {

constexpr std::array rows{
    OptionRow{"log", "FILE",
              QT_TRANSLATE_NOOP("callwright::Options", "Keep a log in this file; four of 2 MB each at most, the older "
                                                       "ones with .1, .2 and .3 behind the name.")},
    OptionRow{"trace-mask", "MASK",
              QT_TRANSLATE_NOOP("callwright::Options", "What the log has: 1 failures, 2 warnings, 4 events, 0x1000 "
                                                       "details, 0x20000000 every frame (0x40000307).")},
};

} // namespace

std::span<const OptionRow> logOptions() { return rows; }

tl::expected<LogOptions, QString> readLogOptions(const QCommandLineParser& parser) {
    LogOptions options;
    options.fileName = valueOf(parser, "log");
    if (!isSet(parser, "trace-mask"))
        return options;
    bool isNumber = false;
    options.traceMask = valueOf(parser, "trace-mask").toUInt(&isNumber, 0);
    if (!isNumber)
        return tl::unexpected(
            optionText(QT_TRANSLATE_NOOP("callwright::Options", "--trace-mask needs a number, like 0x40000307.")));
    return options;
}

ProgramLog::ProgramLog(const LogOptions& options, const Clock& clock)
    : m_logger(clock, options.traceMask), m_file(m_logger, clock, options.fileName), m_messages(m_logger) {}

QString ProgramLog::problem() const {
    const QString why = m_file.problem();
    return why.isEmpty()
               ? QString()
               : optionText(QT_TRANSLATE_NOOP("callwright::Options", "The log cannot be written: %1")).arg(why);
}

} // namespace callwright
