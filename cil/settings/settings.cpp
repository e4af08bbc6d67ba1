#include "cil/settings/settings.h"

#include <algorithm>
#include <array>
#include <map>

namespace callwright {
namespace {

using Kind = SettingsProblem::Kind;
using Problems = std::vector<SettingsProblem>;

constexpr qsizetype maxReasonText = 42;

/// Lists: a tree that has an entry of one replaces it.
constexpr std::array<QStringView, 5> lists{u"Grid/CallAppearance/Columns/", u"Server/Agent/ReasonCodes/NotReady/",
                                           u"Server/Agent/ReasonCodes/Logout/", u"Server/Agent/WrapupStrings/Incoming/",
                                           u"Login/ConnectionProfiles/"};

QStringView listOf(QStringView path) {
    const auto at = std::ranges::find_if(lists, [path](QStringView list) { return path.startsWith(list); });
    return at != lists.end() ? *at : QStringView();
}

/// The valid values of a tree by their canonical path; problems are added to `problems`.
SettingsTree readTree(const SettingsTree& tree, Problems& problems) {
    SettingsTree read;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        const auto path = matchSetting(at.key());
        Kind problem = Kind::UnknownPath;
        const auto value = path ? readSetting(*path->spec, at.value(), problem) : std::nullopt;
        if (value) {
            read.insert(path->canonical, *value);
        } else {
            problems.push_back({problem, at.key()});
        }
    }
    return read;
}

/// The defaults under `tree`; both canonical.
SettingsTree overDefaults(const SettingsTree& tree) {
    Problems none;
    SettingsTree merged = readTree(defaultSettings(), none);
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        if (const QStringView list = listOf(at.key()); !list.isEmpty()) {
            merged.removeIf([list](SettingsTree::iterator entry) { return entry.key().startsWith(list); });
        }
    }
    merged.insert(tree);
    return merged;
}

/// Reads one entry of a list, below its key; what it lacks has the schema's default.
class Entry {
public:
    Entry(const SettingsTree& tree, QString prefix) : m_tree(tree), m_prefix(std::move(prefix)) {}

    QString path(QStringView name) const { return m_prefix + name.toString(); }
    bool has(QStringView name) const { return m_tree.contains(path(name)); }

    QVariant value(QStringView name) const {
        const auto at = m_tree.constFind(path(name));
        if (at != m_tree.cend()) {
            return *at;
        }
        const auto found = matchSetting(path(name));
        Kind ignored{};
        const bool hasDefault = found && !found->spec->defaultValue.isEmpty();
        const auto standard =
            hasDefault ? readSetting(*found->spec, found->spec->defaultValue.toString(), ignored) : std::nullopt;
        return standard.value_or(QVariant());
    }

private:
    const SettingsTree& m_tree;
    QString m_prefix;
};

/// The keys right below a list's path, each once.
QStringList keysBelow(const SettingsTree& tree, QStringView list) {
    QStringList keys;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        if (at.key().startsWith(list)) {
            const QString key = at.key().mid(list.size()).section(u'/', 0, 0);
            if (!keys.contains(key)) {
                keys << key;
            }
        }
    }
    return keys;
}

QStringList byNumber(QStringList keys) {
    std::ranges::sort(keys, {}, [](const QString& key) { return key.toUInt(); });
    return keys;
}

Qt::Alignment alignmentOf(const QString& name) {
    if (name == u"right") {
        return Qt::AlignRight;
    }
    return name == u"centered" ? Qt::AlignHCenter : Qt::AlignLeft;
}

std::vector<GridColumn> readColumns(const SettingsTree& tree, Problems& problems) {
    std::vector<GridColumn> columns;
    for (const QString& key : byNumber(keysBelow(tree, lists[0]))) {
        const Entry entry(tree, lists[0].toString() + key + u'/');
        if (!entry.has(u"Type")) {
            problems.push_back({Kind::Missing, entry.path(u"Type")});
            continue;
        }
        GridColumn column;
        column.type = entry.value(u"Type").toString();
        column.header = entry.value(u"Header").toString();
        column.width = entry.value(u"Width").toInt();
        column.maxChars = entry.value(u"MaxChars").toInt();
        column.name = entry.value(u"Name").toString();
        column.alignment = alignmentOf(entry.value(u"Alignment").toString());
        column.numericOnly = entry.value(u"NumericOnly").toBool();
        column.editable = entry.value(u"editable").toBool();
        if (column.header.isEmpty()) {
            column.header = column.type;
        }
        if (column.type.startsWith(u"ECC") && column.name.isEmpty()) {
            problems.push_back({Kind::Missing, entry.path(u"Name")});
            continue;
        }
        columns.push_back(column);
    }
    return columns;
}

std::vector<ReasonCode> readReasons(const SettingsTree& tree, QStringView list, Problems& problems) {
    std::vector<ReasonCode> reasons;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        if (!at.key().startsWith(list)) {
            continue;
        }
        const QString text = at.key().mid(list.size());
        if (text.size() > maxReasonText) {
            problems.push_back({Kind::TooLong, at.key()});
        } else {
            reasons.push_back({text, static_cast<std::uint16_t>(at.value().toUInt())});
        }
    }
    std::ranges::stable_sort(reasons, {}, &ReasonCode::code);
    return reasons;
}

QStringList readWrapupStrings(const SettingsTree& tree) {
    std::map<uint, QString> texts;
    constexpr qsizetype prefix = sizeof("String") - 1;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        if (at.key().startsWith(lists[3])) {
            texts.emplace(QStringView(at.key()).mid(lists[3].size() + prefix).toUInt(), at.value().toString());
        }
    }
    QStringList strings;
    for (const auto& [number, text] : texts) {
        strings << text;
    }
    return strings;
}

std::vector<ConnectionProfile> readProfiles(const SettingsTree& tree, Problems& problems) {
    std::vector<ConnectionProfile> profiles;
    for (const QString& name : keysBelow(tree, lists[4])) {
        const Entry entry(tree, lists[4].toString() + name + u'/');
        ConnectionProfile profile;
        profile.name = name;
        profile.hostA = entry.value(u"CtiOsA").toString();
        profile.portA = static_cast<std::uint16_t>(entry.value(u"PortA").toUInt());
        profile.hostB = entry.value(u"CtiOsB").toString();
        profile.portB = static_cast<std::uint16_t>(entry.value(u"PortB").toUInt());
        profile.peripheralId = static_cast<std::uint32_t>(entry.value(u"PeripheralID").toULongLong());
        profile.heartbeatSeconds = entry.value(u"Heartbeat").toInt();
        profile.expectedClients = entry.value(u"ExpectedClients").toInt();
        profile.attemptsAllowed = entry.value(u"ReconnectAttempts").toInt();
        profile.switchCapabilityMask =
            static_cast<std::uint32_t>(entry.value(u"SwitchCapabilityBitMask").toULongLong());
        profile.autoLogin = entry.value(u"AutoLogin").toBool();
        profile.silentMonitorEnabled =
            entry.value(u"IPCCSilentMonitorEnabled").toBool() || entry.value(u"UCCESilentMonitorEnabled").toBool();
        profile.isDefault = entry.value(u"Default").toBool();
        profile.isSecured = entry.value(u"Secured").toBool();
        profile.pin = entry.value(u"PinnedCertificate").toString();
        profile.caFile = entry.value(u"CaFile").toString();
        profile.certificateFile = entry.value(u"ClientCertificate").toString();
        profile.keyFile = entry.value(u"ClientKey").toString();
        profile.showsSilentMonitoring = entry.value(u"WarnIfSilentMonitored").toBool();
        if (profile.hostA.isEmpty() && profile.hostB.isEmpty()) {
            problems.push_back({Kind::Missing, entry.path(u"CtiOsA")});
            continue;
        }
        if (profile.hostA.isEmpty()) {
            profile.hostA = profile.hostB;
            profile.portA = profile.portB;
        } else if (profile.hostB.isEmpty()) {
            profile.hostB = profile.hostA;
            profile.portB = profile.portA;
        }
        profiles.push_back(profile);
    }
    return profiles;
}

ChatLevel chatLevel(const QString& name) {
    constexpr std::array<QStringView, 5> names{u"Disabled", u"PrimarySupervisor", u"TeamSupervisors", u"Team",
                                               u"Unrestricted"};
    return static_cast<ChatLevel>(std::ranges::find(names, name) - names.begin());
}

QString topKey(const QString& path) { return path.section(u'/', 0, 0); }

QStringList unknownTopKeys(const SettingsTree& tree) {
    const auto isKnown = [](const QString& key) {
        return std::ranges::any_of(settingSchema(), [&key](const SettingSpec& spec) {
            return topKey(spec.path.toString()).compare(key, Qt::CaseInsensitive) == 0;
        });
    };
    QStringList keys;
    for (auto at = tree.begin(); at != tree.end(); ++at) {
        if (const QString key = topKey(at.key()); !key.isEmpty() && !keys.contains(key) && !isKnown(key))
            keys << key;
    }
    return keys;
}

} // namespace

LoadedSettings Settings::fromTree(const SettingsTree& tree) {
    LoadedSettings loaded;
    const SettingsTree merged = overDefaults(readTree(tree, loaded.problems));
    const auto flag = [&merged](QStringView path) { return merged.value(path.toString()).toBool(); };
    Settings& settings = loaded.settings;
    settings.tree = merged;
    settings.unknownKeys = unknownTopKeys(tree);
    settings.callColumns = readColumns(merged, loaded.problems);
    settings.notReadyReasons = readReasons(merged, lists[1], loaded.problems);
    settings.logoutReasons = readReasons(merged, lists[2], loaded.problems);
    settings.incomingWrapupStrings = readWrapupStrings(merged);
    settings.profiles = readProfiles(merged, loaded.problems);
    settings.wrapupDialogEnabled = flag(u"Server/Agent/EnableWrapupDialog");
    settings.minimizeEventArgs = flag(u"Server/CallObject/MinimizeEventArgs");
    settings.preCallTimeoutSeconds = merged.value(QStringLiteral("Server/CallObject/AgentPreCallEventTimeout")).toInt();
    settings.anyPartyMayConference = flag(u"Server/CallObject/IPCCConference_SupportsMultipleControllers");
    settings.agentChat = chatLevel(merged.value(QStringLiteral("Server/Agent/AgentChatLevel")).toString());
    settings.supervisorChat =
        chatLevel(merged.value(QStringLiteral("Server/Supervisor/SupervisorChatLevel")).toString());
    const auto number = [&merged](QStringView path) { return merged.value(path.toString()).toInt(); };
    settings.pollsAgentStatisticsAtEndCall = flag(u"Server/Agent/PollForAgentStatsAtEndCall");
    settings.agentStatisticsPollSeconds = number(u"Server/Agent/PollingIntervalSec");
    settings.skillGroupPollSeconds = number(u"Server/SkillGroup/PollingIntervalSec");
    settings.ccmBasedSilentMonitor = flag(u"IPCCSilentMonitor/Settings/CCMBasedSilentMonitor");
    settings.stopsSilentMonitorAtNonAcdCalls = flag(u"IPCCSilentMonitor/Settings/StopSMNonACDCall");
    settings.silentMonitorHeartbeatSeconds = number(u"IPCCSilentMonitor/Settings/HeartbeatInterval");
    settings.silentMonitorTimeoutSeconds = number(u"IPCCSilentMonitor/Settings/HeartbeatTimeout");
    settings.mediaTerminationPort =
        static_cast<std::uint16_t>(number(u"IPCCSilentMonitor/Settings/MediaTerminationPort"));
    settings.monitoringIpPort = static_cast<std::uint16_t>(number(u"IPCCSilentMonitor/Settings/MonitoringIPPort"));
    settings.bringToFrontOnCall = flag(u"ScreenPreferences/MainScreen/BringToFrontOnCall");
    settings.flashOnCall = flag(u"ScreenPreferences/MainScreen/FlashOnCall");
    settings.recordingEnabled = flag(u"ScreenPreferences/MainScreen/RecordingEnabled");
    settings.statisticsIntervalSeconds =
        merged.value(QStringLiteral("ScreenPreferences/MainScreen/AgentStatisticsIntervalSec")).toInt();
    const bool allMuted = flag(u"SoundPreferences/All/Mute");
    settings.ringMuted = allMuted || flag(u"SoundPreferences/RingInTone/Mute");
    settings.keypadMuted = allMuted || flag(u"SoundPreferences/DTMF/Mute");
    settings.dialToneMuted = allMuted || flag(u"SoundPreferences/DialTone/Mute");
    settings.originatingToneMuted = allMuted || flag(u"SoundPreferences/OriginatingTone/Mute");
    return loaded;
}

Settings Settings::defaults() { return fromTree({}).settings; }

} // namespace callwright
