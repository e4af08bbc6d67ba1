#include "tests/support/facts_record.h"

#include <QCoreApplication>
#include <QEvent>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    callwright::testing::recordFacts();
    const int result = RUN_ALL_TESTS();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what no event loop came to delete is no leak
    return result;
}
