#pragma once

#include <QCommandLineParser>
#include <QString>

#include <tl/expected.hpp>

#include <cstdint>
#include <span>

namespace callwright {

/// One option of a program, as its parser, its help and its readers see it.
struct OptionRow {
    const char* name;
    const char* value;   ///< what its value is called; nullptr: a flag
    const char* meaning; ///< English; context "callwright::Options" for translation
};

void addOptions(QCommandLineParser& parser, std::span<const OptionRow> rows);
/// "  --name VALUE   meaning", a line each.
QString optionsHelp(std::span<const OptionRow> rows);
/// A text of an option's table or of what is wrong with options.
QString optionText(const char* english);

// An option that the program does not have is absent.
bool isSet(const QCommandLineParser& parser, const char* name);
QString valueOf(const QCommandLineParser& parser, const char* name); ///< empty when it is absent
/// A whole number within limits, or `fallback` when the option is absent. The error is a sentence.
tl::expected<std::uint64_t, QString> numberOf(const QCommandLineParser& parser, const char* name,
                                              std::uint64_t fallback, std::uint64_t least, std::uint64_t most);
/// The first line of the file that the option names, or nothing when the option is absent. The error is a sentence.
tl::expected<QString, QString> secretOf(const QCommandLineParser& parser, const char* name);

} // namespace callwright
