#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// The settings as a schema (tables/schema.tsv): path, type, default, range, meaning. Whoever validates, edits, merges
/// or imports settings reads it.
namespace callwright {

enum class SettingType : std::uint8_t { Text, Integer, Boolean, Choice };

/// Where a setting comes from in CTI OS: the desktop tree, the agent at sign-in, the server's own, the computer.
enum class SettingScope : std::uint8_t { Desktop, Login, Server, Client };

struct SettingSpec {
    QStringView path; ///< "/" between levels; <position>, <profile>, <text> stand for the key of a list's entry
    SettingType type;
    QStringView defaultValue; ///< as text; empty: none
    std::int64_t minimum;     ///< Integer
    std::int64_t maximum;     ///< Integer; the most characters for Text
    QStringView choices;      ///< Choice: separated by "; ", each with its other spellings behind "|"
    SettingScope scope;
    QStringView meaning; ///< English, one phrase
};

struct ShippedSetting {
    QStringView path;
    QStringView value;
};

std::span<const SettingSpec> settingSchema();
std::span<const ShippedSetting> shippedSettings(); ///< the entries of lists that the product ships

/// Values by path. Paths are case-blind; values are texts, numbers or booleans (what JSON has).
using SettingsTree = QMap<QString, QVariant>;

/// A path held against the schema.
struct SettingPath {
    const SettingSpec* spec = nullptr;
    QStringList keys;  ///< what stands for the <...> of the spec, in order
    QString canonical; ///< the path as the schema spells it
};
std::optional<SettingPath> matchSetting(const QString& path); ///< nullopt: the schema has no such setting

struct SettingsProblem {
    enum class Kind { UnknownPath, WrongType, OutOfRange, NotAChoice, TooLong, Missing };
    Kind kind = Kind::UnknownPath;
    QString path;
    friend bool operator==(const SettingsProblem&, const SettingsProblem&) = default;
};
/// Translated: what is wrong with which setting, and what would be right.
QString problemText(const SettingsProblem& problem);

/// The value in the setting's own type (QString, qint64, bool; a choice in its first spelling); nullopt with `problem`
/// filled when it is not one. Integers may be written as texts, also as 0x...; booleans as 0 and 1.
std::optional<QVariant> readSetting(const SettingSpec& spec, const QVariant& value, SettingsProblem::Kind& problem);

/// Everything wrong with single values of a tree, in the order of paths.
std::vector<SettingsProblem> validateSettings(const SettingsTree& tree);

/// Every scalar of the schema with its default, and the entries that are shipped.
SettingsTree defaultSettings();

} // namespace callwright
