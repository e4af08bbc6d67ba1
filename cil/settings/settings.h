#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace callwright {

/// One column of the call grid (Grid/CallAppearance/Columns).
struct GridColumn {
    QString type;   ///< CallID, CallStatus, DNIS, ANI, Var1 ..., as in settings.tsv
    QString header;
    int width = 0;  ///< pixels; 0: the grid decides
    int maxChars = 0; ///< 0: no limit
    QString name;   ///< ECC variable, for type ECC only
    Qt::Alignment alignment = Qt::AlignLeft;
    bool numericOnly = false;
    bool editable = false;
    friend bool operator==(const GridColumn&, const GridColumn&) = default;
};

struct ReasonCode {
    QString text;
    std::uint16_t code = 0;
    friend bool operator==(const ReasonCode&, const ReasonCode&) = default;
};

struct ConnectionProfile {
    QString name;
    QString hostA;
    std::uint16_t portA = 42027;
    std::uint32_t peripheralId = 5000;
    int heartbeatSeconds = 90;
    std::uint32_t switchCapabilityMask = 0x7F3F1BFF;
    bool isDefault = false;
    friend bool operator==(const ConnectionProfile&, const ConnectionProfile&) = default;
};

/// What administrators push: the desktop settings tree, typed. Defaults come from the schema.
struct Settings {
    std::vector<GridColumn> callColumns;
    std::vector<ReasonCode> notReadyReasons;
    std::vector<ReasonCode> logoutReasons;
    QStringList incomingWrapupStrings;
    std::vector<ConnectionProfile> profiles;
    bool wrapupDialogEnabled = true; ///< Server/Agent/EnableWrapupDialog
    bool bringToFrontOnCall = false;
    bool flashOnCall = true;
    bool recordingEnabled = false;
    bool ringMuted = false; ///< SoundPreferences/RingInTone/Mute or All/Mute
    bool minimizeEventArgs = true;

    static Settings defaults(); ///< from the schema's default column; the columns the product ships
};

} // namespace callwright
