#include "cil/clock/manual_clock.h"
#include "cil/log/qt_messages.h"

#include <QLoggingCategory>

#include <gtest/gtest.h>

namespace callwright {
namespace {

Q_LOGGING_CATEGORY(frames, "callwright.connection.frames", QtWarningMsg)
Q_LOGGING_CATEGORY(objects, "callwright.cil.objects", QtInfoMsg)

struct Lines : LogListener {
    void processLogEvent(const LogEvent& event) override {
        all.append(QString::number(event.mask, 16) + QLatin1Char(' ') + event.message);
    }
    QStringList all;
};

QStringList heard(std::uint32_t mask) {
    const ManualClock clock;
    Logger logger(clock);
    logger.setTraceMask(mask);
    Lines lines;
    logger.addLogListener(&lines);
    ::testing::internal::CaptureStderr();
    {
        const QtMessages messages(logger);
        qCWarning(objects) << "odd";
        qCInfo(objects) << "asked";
        qCDebug(objects) << "detail";
        qCDebug(frames) << "frame";
    }
    qCWarning(objects) << "afterwards";
    const std::string shown = ::testing::internal::GetCapturedStderr();
    EXPECT_NE(shown.find("odd"), std::string::npos); // where it was shown before
    EXPECT_EQ(shown.find("frame"), std::string::npos);
    return lines.all;
}

TEST(QtMessages, GoToTheLoggerAsFarAsItsMaskHasThem) {
    const QString odd = QStringLiteral("2 callwright.cil.objects: odd");
    const QString asked = QStringLiteral("4 callwright.cil.objects: asked");
    const QString detail = QStringLiteral("1000 callwright.cil.objects: detail");
    const QString frame = QStringLiteral("20000000 callwright.connection.frames: frame");
    EXPECT_EQ(heard(TraceMask::Normal), QStringList({odd, asked}));
    EXPECT_EQ(heard(TraceMask::Warning | TraceMask::Methods), QStringList({odd, detail}));
    EXPECT_EQ(heard(TraceMask::Normal | TraceMask::Sockets), QStringList({odd, asked, frame}));
    EXPECT_EQ(heard(0), QStringList());
}

} // namespace
} // namespace callwright
