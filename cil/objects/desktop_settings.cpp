#include "cil/objects/desktop_settings.h"

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

} // namespace

Arguments desktopSettings(const SettingsTree& tree) {
    SettingsTree desktop;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        const auto path = matchSetting(at.key());
        if (path && path->spec->scope == SettingScope::Desktop)
            desktop.insert(path->canonical, at.value());
    }
    return nestedBelow(desktop, {});
}

CilResult requestDesktopSettings(SessionCore& core, std::int32_t desktopType) {
    if (desktopType != agentDesktop && desktopType != supervisorDesktop)
        return {CilCode::InvalidDesktopType};
    if (core.status() == ConnectionStatus::Reconnecting)
        return {CilCode::InFailover};
    if (core.status() != ConnectionStatus::Open)
        return {CilCode::NotConnected};
    core.downloadedSettings = desktopSettings(core.settings.tree);
    core.outbox.post(EventId::OnGlobalSettingsDownloadConf, core.downloadedSettings);
    core.outbox.flush();
    return {};
}

} // namespace callwright
