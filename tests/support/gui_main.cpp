#include "tests/support/facts_record.h"

#include <QApplication>
#include <QFontInfo>
#include <QStandardPaths>

#include <gtest/gtest.h>

#include <cstdio>

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) { // no window of a test shows up on anybody's screen
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    if (QFontInfo(application.font()).family().isEmpty()) { // without a font every text is a box and tests still pass
        std::fputs("No font is installed.\n", stderr);
        return 1;
    }
    testing::InitGoogleTest(&argc, argv);
    callwright::testing::recordFacts();
    return RUN_ALL_TESTS();
}
