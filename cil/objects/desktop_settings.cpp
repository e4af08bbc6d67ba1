#include "cil/objects/desktop_settings.h"

#include "cil/events/keywords.h"
#include "cil/objects/session_core.h"

#include <utility>

namespace callwright {
namespace {

constexpr std::int32_t agentDesktop = 0;
constexpr std::int32_t supervisorDesktop = 1;

ArgValue settingValue(const QVariant& value) {
    return value.typeId() == QMetaType::QString ? ArgValue(value.toString())
                                                : ArgValue(static_cast<std::int32_t>(value.toLongLong()));
}

/// What stands below `prefix`, level by level.
Arguments nestedBelow(const SettingsTree& tree, const QString& prefix) {
    Arguments level;
    for (auto at = tree.lowerBound(prefix); at != tree.end() && at.key().startsWith(prefix); ++at) {
        const QString name = at.key().mid(prefix.size()).section(u'/', 0, 0);
        const Keyword key = Keyword::of(name);
        if (at.key().size() == prefix.size() + name.size())
            level.set(key, settingValue(at.value()));
        else if (!level.contains(key))
            level.set(key, nestedBelow(tree, prefix + name + u'/'));
    }
    return level;
}

/// The ECC variables as call data have them, each empty: user.name, user.name[n].
Arguments declared(const Arguments& variables) {
    Arguments result;
    for (const auto& [key, value] : variables) {
        const QString name = QStringLiteral("user.") + key.name();
        const std::int32_t size = value.toInt().value_or(0);
        if (size == 0)
            result.set(name, Arguments());
        for (std::int32_t i = 0; i < size; ++i)
            result.set(QStringLiteral("%1[%2]").arg(name).arg(i), Arguments());
    }
    return result;
}

} // namespace

Arguments desktopSettings(const SettingsTree& tree) {
    SettingsTree desktop;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        const auto path = matchSetting(at.key());
        if (path && path->spec->scope == SettingScope::Desktop)
            desktop.insert(path->canonical, at.value());
    }
    Arguments settings = nestedBelow(desktop, {});
    if (const Arguments* variables = settings.arguments(keyword::ECC))
        settings.set(keyword::ECC, declared(*variables));
    return settings;
}

CilResult requestDesktopSettings(SessionCore& core, std::int32_t desktopType) {
    if (desktopType != agentDesktop && desktopType != supervisorDesktop)
        return {CilCode::InvalidDesktopType};
    if (core.status() == ConnectionStatus::Reconnecting)
        return {CilCode::InFailover};
    if (core.status() != ConnectionStatus::Open)
        return {CilCode::NotConnected};
    core.downloadedSettings = desktopSettings(core.settings.tree);
    for (const QString& key : core.settings.unknownKeys)
        core.downloadedSettings.set(key, Arguments());
    core.outbox.post(EventId::OnGlobalSettingsDownloadConf, core.downloadedSettings);
    core.outbox.flush();
    return {};
}

} // namespace callwright
