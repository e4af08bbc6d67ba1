#include "cil/settings/settings.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using Kind = SettingsProblem::Kind;

TEST(Settings, ShipTheEighteenColumns) {
    const Settings settings = Settings::defaults();
    QStringList types;
    for (const GridColumn& column : settings.callColumns) {
        types << column.type;
        EXPECT_EQ(column.header, column.type);
    }
    QStringList expected{QStringLiteral("CallID"),
                         QStringLiteral("CallStatus"),
                         QStringLiteral("DNIS"),
                         QStringLiteral("ANI"),
                         QStringLiteral("CED"),
                         QStringLiteral("DialedNumber"),
                         QStringLiteral("UserToUserInfo"),
                         QStringLiteral("WrapUp")};
    for (int i = 1; i <= 10; ++i) {
        expected << QStringLiteral("Var%1").arg(i);
    }
    EXPECT_EQ(types, expected);
    EXPECT_FALSE(settings.callColumns[5].editable);
    EXPECT_EQ(settings.callColumns[5].maxChars, 0);
    EXPECT_TRUE(settings.callColumns[6].editable);
    EXPECT_EQ(settings.callColumns[6].maxChars, 129);
    EXPECT_EQ(settings.callColumns[17].maxChars, 40);
}

TEST(Settings, ShipReasonsAndWrapUpStrings) {
    const Settings settings = Settings::defaults();
    ASSERT_EQ(settings.notReadyReasons.size(), 4U);
    EXPECT_EQ(settings.notReadyReasons[0], (ReasonCode{QStringLiteral("Break"), 1}));
    EXPECT_EQ(settings.logoutReasons.size(), 4U);
    EXPECT_EQ(settings.incomingWrapupStrings.size(), 4);
    EXPECT_TRUE(settings.profiles.empty());
    EXPECT_TRUE(settings.wrapupDialogEnabled);
    EXPECT_TRUE(settings.minimizeEventArgs);
    EXPECT_FALSE(settings.bringToFrontOnCall);
    EXPECT_TRUE(settings.flashOnCall);
    EXPECT_FALSE(settings.ringMuted);
}

TEST(Settings, AListOfTheTreeReplacesTheShippedOne) {
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("Grid/CallAppearance/columns/10/type"), QStringLiteral("ANI")},
                            {QStringLiteral("Grid/CallAppearance/columns/2/Type"), QStringLiteral("ECC")},
                            {QStringLiteral("Grid/CallAppearance/columns/2/Name"), QStringLiteral("balance")},
                            {QStringLiteral("Grid/CallAppearance/columns/2/Alignment"), QStringLiteral("right")},
                            {QStringLiteral("Grid/CallAppearance/columns/2/Header"), QStringLiteral("Balance")}});
    EXPECT_TRUE(loaded.problems.empty());
    ASSERT_EQ(loaded.settings.callColumns.size(), 2U);
    EXPECT_EQ(loaded.settings.callColumns[0].type, u"ECC");
    EXPECT_EQ(loaded.settings.callColumns[0].name, u"balance");
    EXPECT_EQ(loaded.settings.callColumns[0].header, u"Balance");
    EXPECT_EQ(loaded.settings.callColumns[0].alignment, Qt::AlignRight);
    EXPECT_EQ(loaded.settings.callColumns[1].type, u"ANI");
    EXPECT_EQ(loaded.settings.notReadyReasons, Settings::defaults().notReadyReasons);
}

TEST(Settings, ReasonsComeByNumber) {
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("Server/Agent/ReasonCodes/NotReady/A late one"), 900},
                            {QStringLiteral("Server/Agent/ReasonCodes/NotReady/Zebra"), QStringLiteral("7")}});
    ASSERT_EQ(loaded.settings.notReadyReasons.size(), 2U);
    EXPECT_EQ(loaded.settings.notReadyReasons[0], (ReasonCode{QStringLiteral("Zebra"), 7}));
    EXPECT_EQ(loaded.settings.notReadyReasons[1], (ReasonCode{QStringLiteral("A late one"), 900}));
}

TEST(Settings, WrapUpStringsComeByTheirNumber) {
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("Server/Agent/WrapupStrings/Incoming/String10"), QStringLiteral("last")},
                            {QStringLiteral("Server/Agent/WrapupStrings/Incoming/String2"), QStringLiteral("first")}});
    EXPECT_EQ(loaded.settings.incomingWrapupStrings, (QStringList{QStringLiteral("first"), QStringLiteral("last")}));
}

TEST(Settings, AProfileSaysWhetherSupervisorsMayListen) {
    const auto allowed = [](const char* spelling, const QVariant& value) {
        const LoadedSettings loaded =
            Settings::fromTree({{QStringLiteral("Login/ConnectionProfiles/Site/CtiOsA"), QStringLiteral("cti-a")},
                                {QStringLiteral("Login/ConnectionProfiles/Site/") + QLatin1String(spelling), value}});
        EXPECT_TRUE(loaded.problems.empty());
        return loaded.settings.profiles.at(0);
    };
    EXPECT_FALSE(allowed("Heartbeat", 5).silentMonitorEnabled); // it has to say so
    EXPECT_FALSE(allowed("Heartbeat", 5).showsSilentMonitoring);
    EXPECT_TRUE(allowed("IPCCSilentMonitorEnabled", 1).silentMonitorEnabled);
    EXPECT_TRUE(allowed("UCCESilentMonitorEnabled", QStringLiteral("1")).silentMonitorEnabled);
    EXPECT_FALSE(allowed("IPCCSilentMonitorEnabled", 0).silentMonitorEnabled);
    EXPECT_TRUE(allowed("WarnIfSilentMonitored", true).showsSilentMonitoring);
}

TEST(Settings, AProfilesMissingSideUsesTheOther) {
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("Login/ConnectionProfiles/Site/CtiOsB"), QStringLiteral("cti-b")},
                            {QStringLiteral("Login/ConnectionProfiles/Site/PortB"), 42030},
                            {QStringLiteral("Login/ConnectionProfiles/Site/PeripheralID"), 5001},
                            {QStringLiteral("Login/ConnectionProfiles/Site/Default"), true}});
    EXPECT_TRUE(loaded.problems.empty());
    ASSERT_EQ(loaded.settings.profiles.size(), 1U);
    const ConnectionProfile& profile = loaded.settings.profiles[0];
    EXPECT_EQ(profile.name, u"Site");
    EXPECT_EQ(profile.hostA, u"cti-b");
    EXPECT_EQ(profile.portA, 42030);
    EXPECT_EQ(profile.peripheralId, 5001U);
    EXPECT_EQ(profile.heartbeatSeconds, 90);
    EXPECT_EQ(profile.switchCapabilityMask, 0x7F3F1BFFU);
    EXPECT_TRUE(profile.isDefault);
}

TEST(Settings, AProfileSaysHowManyComeBackTogetherAndHowLongItIsTried) {
    const auto profile = [](const char* key, int value) {
        const QString path = QStringLiteral("Login/ConnectionProfiles/Site/");
        return Settings::fromTree(
                   {{path + QStringLiteral("CtiOsA"), QStringLiteral("cti-a")}, {path + QLatin1String(key), value}})
            .settings.profiles.at(0);
    };
    EXPECT_EQ(profile("ExpectedClients", 2500).expectedClients, 2500);
    EXPECT_EQ(profile("ExpectedClients", 0).expectedClients, 0);
    EXPECT_EQ(profile("ReconnectAttempts", 12).attemptsAllowed, 12);
    const ConnectionProfile silent = profile("PortA", 1);
    EXPECT_EQ(silent.expectedClients, ConnectionProfile().expectedClients);
    EXPECT_EQ(silent.attemptsAllowed, 0);
    EXPECT_EQ(profile("ExpectedClients", -1), profile("ExpectedClients", 100));
}

TEST(Settings, ValuesWithProblemsStayAtTheirDefaults) {
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("ScreenPreferences/MainScreen/FlashOnCall"), QStringLiteral("maybe")},
                            {QStringLiteral("My/Own"), 5}});
    Settings expected = Settings::defaults();
    expected.unknownKeys = {QStringLiteral("My")};
    EXPECT_EQ(loaded.settings, expected);
    EXPECT_EQ(loaded.problems, (std::vector<SettingsProblem>{
                                   {Kind::UnknownPath, QStringLiteral("My/Own")},
                                   {Kind::WrongType, QStringLiteral("ScreenPreferences/MainScreen/FlashOnCall")}}));
}

TEST(Settings, EntriesThatLackWhatTheyNeedAreListed) {
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("Grid/CallAppearance/Columns/1/Header"), QStringLiteral("No type")},
                            {QStringLiteral("Grid/CallAppearance/Columns/2/Type"), QStringLiteral("ECCARRAY")},
                            {QStringLiteral("Login/ConnectionProfiles/Nowhere/PortA"), 42027},
                            {QStringLiteral("Server/Agent/ReasonCodes/Logout/") + QString(43, u'x'), 1}});
    EXPECT_TRUE(loaded.settings.callColumns.empty());
    EXPECT_TRUE(loaded.settings.profiles.empty());
    EXPECT_TRUE(loaded.settings.logoutReasons.empty());
    ASSERT_EQ(loaded.problems.size(), 4U);
    EXPECT_EQ(loaded.problems[0].path, u"Grid/CallAppearance/Columns/1/Type");
    EXPECT_EQ(loaded.problems[1].path, u"Grid/CallAppearance/Columns/2/Name");
    EXPECT_EQ(loaded.problems[2].kind, Kind::TooLong);
    EXPECT_EQ(loaded.problems[3].path, u"Login/ConnectionProfiles/Nowhere/CtiOsA");
}

TEST(Settings, MutingAllMutesEverything) {
    const Settings settings = Settings::fromTree({{QStringLiteral("SoundPreferences/All/Mute"), 1}}).settings;
    EXPECT_TRUE(settings.ringMuted && settings.keypadMuted && settings.dialToneMuted && settings.originatingToneMuted);
    const Settings ring = Settings::fromTree({{QStringLiteral("SoundPreferences/RingInTone/Mute"), true}}).settings;
    EXPECT_TRUE(ring.ringMuted);
    EXPECT_FALSE(ring.keypadMuted);
}

TEST(CallObjectSettings, ComeFromTheServersPartOfTheTree) {
    const Settings standard = Settings::defaults();
    EXPECT_TRUE(standard.minimizeEventArgs);
    EXPECT_EQ(standard.preCallTimeoutSeconds, 30);
    EXPECT_TRUE(standard.anyPartyMayConference);
    const LoadedSettings loaded =
        Settings::fromTree({{QStringLiteral("Server/CallObject/MinimizeEventArgs"), 0},
                            {QStringLiteral("Server/CallObject/AgentPreCallEventTimeout"), 45},
                            {QStringLiteral("Server/CallObject/IPCCConference_SupportsMultipleControllers"), 0}});
    EXPECT_TRUE(loaded.problems.empty());
    EXPECT_FALSE(loaded.settings.minimizeEventArgs);
    EXPECT_EQ(loaded.settings.preCallTimeoutSeconds, 45);
    EXPECT_FALSE(loaded.settings.anyPartyMayConference);
}

} // namespace
} // namespace callwright
