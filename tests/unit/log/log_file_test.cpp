#include "cil/clock/manual_clock.h"
#include "cil/log/log_file.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace callwright {
namespace {

class LogFileTest : public ::testing::Test {
protected:
    QString path(const char* name = "desk.log") const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray content(const char* name = "desk.log") const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(none)");
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
    void write(const char* name, const QByteArray& text) {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir folder;
    ManualClock clock;
    Logger logger{clock};
};

TEST_F(LogFileTest, TakesWhatIsSaidWhileItListens) {
    write("desk.log", "before\n");
    {
        LogFile log(logger, clock, path());
        EXPECT_EQ(log.problem(), QString());
        logger.trace(TraceMask::Warning, QStringLiteral("Müller rings"));
        log.stopLogging();
        logger.trace(TraceMask::Warning, QStringLiteral("unheard"));
        log.startLogging();
        log.writeTraceLine(QStringLiteral("a line"));
    }
    logger.trace(TraceMask::Warning, QStringLiteral("unheard"));
    EXPECT_EQ(content(), QByteArrayLiteral("before\n2023-11-14T22:13:20.000Z 00000002 Müller rings\na line\n"));
}

TEST_F(LogFileTest, IsPutAsideWhenItIsFullAndTheOldestGoes) {
    LogFile log(logger, clock, path(), {1, 3, 0});
    const QString line(600, QLatin1Char('x')); // two are more than a kilobyte
    for (const char* number : {"1", "2", "3", "4", "5"})
        log.writeTraceLine(QString::fromLatin1(number) + line);
    EXPECT_EQ(files(),
              QStringList({QStringLiteral("desk.log"), QStringLiteral("desk.log.1"), QStringLiteral("desk.log.2")}));
    EXPECT_TRUE(content().startsWith('5'));
    EXPECT_TRUE(content("desk.log.1").startsWith('4'));
    EXPECT_TRUE(content("desk.log.2").startsWith('3'));
    log.setMaxFiles(1);
    log.writeTraceLine(line);
    EXPECT_TRUE(content().startsWith('x'));
}

TEST_F(LogFileTest, IsPutAsideWhenItIsOld) {
    LogFile log(logger, clock, path());
    log.setMaxDays(2);
    log.writeTraceLine(QStringLiteral("first"));
    clock.advance(std::chrono::hours(47));
    log.writeTraceLine(QStringLiteral("second"));
    EXPECT_EQ(files().size(), 1);
    clock.advance(std::chrono::hours(1));
    log.writeTraceLine(QStringLiteral("third"));
    EXPECT_EQ(content(), QByteArrayLiteral("third\n"));
    EXPECT_EQ(content("desk.log.1"), QByteArrayLiteral("first\nsecond\n"));
}

TEST_F(LogFileTest, HasTheBooksLimitsUnlessToldOthers) {
    LogFile log(logger, clock, path(), {-1, 0, 0});
    EXPECT_EQ(log.maxSizeKb(), 2048);
    EXPECT_EQ(log.maxFiles(), 4);
    EXPECT_EQ(log.maxDays(), 1);
    log.setMaxSizeKb(7);
    EXPECT_EQ(log.maxSizeKb(), 7);
    log.setMaxSizeKb(0);
    EXPECT_EQ(log.maxSizeKb(), 2048);
}

TEST_F(LogFileTest, IsConfiguredByAFile) {
    LogFile log(logger, clock, path());
    EXPECT_FALSE(log.processConfigFile(path("TraceConfig.cfg")));
    write("TraceConfig.cfg", "; a comment\nTraceMask = 0x1F\r\nFileMaxSize=12\nnumberarchivesfiles=9\n"
                             "NumberDaysBeforeFileExpired=-3\nUnknown=1\nnothing\n=5\n");
    EXPECT_TRUE(log.processConfigFile(path("TraceConfig.cfg")));
    EXPECT_EQ(logger.traceMask(), 0x1FU);
    EXPECT_EQ(log.maxSizeKb(), 12);
    EXPECT_EQ(log.maxFiles(), 9);
    EXPECT_EQ(log.maxDays(), 1); // no number
}

TEST_F(LogFileTest, SaysWhyItCannotBeWritten) {
    LogFile log(logger, clock, folder.path()); // a folder
    EXPECT_FALSE(log.problem().isEmpty());
    ::testing::internal::CaptureStderr();
    logger.trace(TraceMask::Warning, QStringLiteral("is not lost"));
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("is not lost"), std::string::npos);
}

} // namespace
} // namespace callwright
