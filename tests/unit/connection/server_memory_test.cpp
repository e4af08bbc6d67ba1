#include "cil/connection/settings_server_memory.h"

#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace callwright {
namespace {

const Endpoint a{QStringLiteral("cti-a"), 42027};
const Endpoint b{QStringLiteral("cti-b"), 43027};

/// What every memory promises.
void expectToRemember(ServerMemory& memory) {
    EXPECT_EQ(memory.lastGoodVersion(a), std::nullopt);
    EXPECT_EQ(memory.lastGoodSide(a, b), std::nullopt);
    memory.rememberVersion(a, 20);
    memory.rememberVersion({a.host, 1}, 21);
    EXPECT_EQ(memory.lastGoodVersion(a), 20);
    EXPECT_EQ(memory.lastGoodVersion({a.host, 1}), 21);
    EXPECT_EQ(memory.lastGoodVersion(b), std::nullopt);
    memory.rememberGoodSide(b, a);
    EXPECT_EQ(memory.lastGoodSide(a, b), b);
    EXPECT_EQ(memory.lastGoodSide(b, a), b);
    EXPECT_EQ(memory.lastGoodSide(a, {b.host, 1}), std::nullopt);
    memory.rememberGoodSide(a, b);
    EXPECT_EQ(memory.lastGoodSide(b, a), a);
}

TEST(ForgetfulServerMemory, RemembersVersionsByServerAndTheGoodSideByPair) {
    ForgetfulServerMemory memory;
    expectToRemember(memory);
}

struct SettingsServerMemoryTest : ::testing::Test {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("callwright.ini"));
};

TEST_F(SettingsServerMemoryTest, RemembersTheSame) {
    QSettings settings(file, QSettings::IniFormat);
    SettingsServerMemory memory(settings);
    expectToRemember(memory);
}

TEST_F(SettingsServerMemoryTest, RemembersWhenTheProgramStartsAgain) {
    const Endpoint six{QStringLiteral("fe80::1%eth0/../x\\y"), 1}; // no path in the settings
    {
        QSettings settings(file, QSettings::IniFormat);
        SettingsServerMemory memory(settings);
        memory.rememberGoodSide(six, a);
    }
    QSettings settings(file, QSettings::IniFormat);
    const SettingsServerMemory memory(settings);
    EXPECT_EQ(memory.lastGoodSide(a, six), six);
    EXPECT_EQ(settings.childGroups(), QStringList{QStringLiteral("servers")});
}

TEST_F(SettingsServerMemoryTest, VersionsAreForgottenWhenTheProgramEndsForServersAreUpgraded) {
    QSettings settings(file, QSettings::IniFormat);
    {
        SettingsServerMemory memory(settings);
        memory.rememberVersion(a, 13);
        EXPECT_EQ(memory.lastGoodVersion(a), 13);
    }
    const SettingsServerMemory memory(settings);
    EXPECT_EQ(memory.lastGoodVersion(a), std::nullopt);
    EXPECT_TRUE(settings.allKeys().isEmpty());
}

TEST_F(SettingsServerMemoryTest, BelievesNoNonsense) {
    QSettings settings(file, QSettings::IniFormat);
    SettingsServerMemory memory(settings);
    memory.rememberGoodSide(a, b);
    for (const QString& key : settings.allKeys())
        settings.setValue(key, QStringLiteral("99"));
    EXPECT_EQ(memory.lastGoodSide(a, b), std::nullopt);
}

} // namespace
} // namespace callwright
