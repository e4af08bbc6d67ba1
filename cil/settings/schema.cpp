#include "cil/settings/schema.h"

#include <QCoreApplication>
#include <QMetaType>

#include <algorithm>

namespace callwright {
namespace {

using Kind = SettingsProblem::Kind;

bool isKey(QStringView level) { return level.contains(u'<'); }

/// One level of a path against one of the schema; a key is added to `keys`.
bool matchLevel(QStringView pattern, QStringView level, QStringList& keys) {
    const qsizetype open = pattern.indexOf(u'<');
    if (open < 0) {
        return pattern.compare(level, Qt::CaseInsensitive) == 0;
    }
    const QStringView prefix = pattern.first(open);
    if (level.size() <= prefix.size() || !level.startsWith(prefix, Qt::CaseInsensitive)) {
        return false;
    }
    const QStringView key = level.mid(prefix.size());
    keys << key.toString();
    const bool isNumbered = pattern.endsWith(u"<position>") || pattern.endsWith(u"<number>");
    return !isNumbered || std::ranges::all_of(key, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
}

std::optional<SettingPath> match(const SettingSpec& spec, QStringView path) {
    const auto patterns = spec.path.split(u'/');
    SettingPath found{&spec, {}, {}};
    QStringList canonical;
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        const bool takesTheRest = i + 1 == patterns.size() && isKey(patterns[i]); // a reason's text may hold a slash
        const qsizetype end = takesTheRest ? -1 : path.indexOf(u'/');
        const QStringView level = end < 0 ? path : path.first(end);
        if (!matchLevel(patterns[i], level, found.keys)) {
            return std::nullopt;
        }
        const qsizetype open = patterns[i].indexOf(u'<');
        canonical << (open < 0 ? patterns[i].toString() : patterns[i].first(open).toString() + found.keys.last());
        if (end < 0 && i + 1 < patterns.size()) {
            return std::nullopt;
        }
        path = end < 0 ? QStringView() : path.mid(end + 1);
    }
    if (!path.isEmpty()) {
        return std::nullopt;
    }
    found.canonical = canonical.join(u'/');
    return found;
}

std::optional<qint64> toInteger(const QVariant& value) {
    bool isNumber = false;
    if (value.typeId() == QMetaType::QString) {
        const qint64 number = value.toString().trimmed().toLongLong(&isNumber, 0);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    if (value.typeId() == QMetaType::Double) {
        const double number = value.toDouble();
        const bool isWhole = number >= -9.0e15 && number <= 9.0e15 && number == static_cast<double>(qint64(number));
        return isWhole ? std::optional(qint64(number)) : std::nullopt;
    }
    if (value.typeId() == QMetaType::Bool) {
        return std::nullopt;
    }
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<bool> toBoolean(const QVariant& value) {
    if (value.typeId() == QMetaType::Bool) {
        return value.toBool();
    }
    const QString text = value.toString().trimmed();
    if (text.compare(u"true", Qt::CaseInsensitive) == 0 || text == u"1") {
        return true;
    }
    if (text.compare(u"false", Qt::CaseInsensitive) == 0 || text == u"0") {
        return false;
    }
    return std::nullopt;
}

std::optional<QString> toChoice(const SettingSpec& spec, const QString& text) {
    for (const QStringView choice : spec.choices.split(u"; ")) {
        const auto spellings = choice.split(u'|');
        const auto isThis = [&](QStringView spelling) { return spelling.compare(text, Qt::CaseInsensitive) == 0; };
        if (std::ranges::any_of(spellings, isThis)) {
            return spellings.first().toString();
        }
    }
    return std::nullopt;
}

std::optional<QVariant> readText(const SettingSpec& spec, const QVariant& value, Kind& problem) {
    if (value.typeId() != QMetaType::QString) {
        problem = Kind::WrongType;
        return std::nullopt;
    }
    if (value.toString().size() > spec.maximum) {
        problem = Kind::TooLong;
        return std::nullopt;
    }
    return value;
}

std::optional<QVariant> readInteger(const SettingSpec& spec, const QVariant& value, Kind& problem) {
    const auto number = toInteger(value);
    if (!number || *number < spec.minimum || *number > spec.maximum) {
        problem = number ? Kind::OutOfRange : Kind::WrongType;
        return std::nullopt;
    }
    return QVariant(*number);
}

} // namespace

std::optional<SettingPath> matchSetting(const QString& path) {
    for (const SettingSpec& spec : settingSchema()) {
        if (auto found = match(spec, path)) {
            return found;
        }
    }
    return std::nullopt;
}

QString problemText(const SettingsProblem& problem) {
    const auto found = matchSetting(problem.path);
    switch (problem.kind) {
    case Kind::UnknownPath:
        return QCoreApplication::translate("Settings", "%1: there is no such setting.").arg(problem.path);
    case Kind::WrongType:
        return QCoreApplication::translate("Settings", "%1: the value is of the wrong kind.").arg(problem.path);
    case Kind::OutOfRange:
        return QCoreApplication::translate("Settings", "%1: the number must be from %2 to %3.")
            .arg(problem.path, QString::number(found ? found->spec->minimum : 0),
                 QString::number(found ? found->spec->maximum : 0));
    case Kind::NotAChoice:
        return QCoreApplication::translate("Settings", "%1: the value must be one of %2.")
            .arg(problem.path, found ? found->spec->choices.toString() : QString());
    case Kind::TooLong:
        return QCoreApplication::translate("Settings", "%1: the text is too long.").arg(problem.path);
    case Kind::Missing:
        return QCoreApplication::translate("Settings", "%1 is missing.").arg(problem.path);
    }
    return problem.path;
}

std::optional<QVariant> readSetting(const SettingSpec& spec, const QVariant& value, Kind& problem) {
    switch (spec.type) {
    case SettingType::Text:
        return readText(spec, value, problem);
    case SettingType::Integer:
        return readInteger(spec, value, problem);
    case SettingType::Boolean:
        if (const auto flag = toBoolean(value)) {
            return QVariant(*flag);
        }
        problem = Kind::WrongType;
        return std::nullopt;
    case SettingType::Choice:
        if (const auto choice = toChoice(spec, value.toString().trimmed())) {
            return QVariant(*choice);
        }
        problem = Kind::NotAChoice;
        return std::nullopt;
    }
    return std::nullopt;
}

std::vector<SettingsProblem> validateSettings(const SettingsTree& tree) {
    std::vector<SettingsProblem> problems;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        const auto path = matchSetting(at.key());
        Kind problem = Kind::UnknownPath;
        if (!path || !readSetting(*path->spec, at.value(), problem)) {
            problems.push_back({problem, at.key()});
        }
    }
    return problems;
}

SettingsTree defaultSettings() {
    SettingsTree tree;
    for (const SettingSpec& spec : settingSchema()) {
        if (!isKey(spec.path) && !spec.defaultValue.isEmpty()) {
            tree.insert(spec.path.toString(), spec.defaultValue.toString());
        }
    }
    for (const ShippedSetting& setting : shippedSettings()) {
        tree.insert(setting.path.toString(), setting.value.toString());
    }
    return tree;
}

} // namespace callwright
