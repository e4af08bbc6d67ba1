#include "ui/buttons/tool_row.h"

#include <QHBoxLayout>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace callwright {
namespace {

class ToolRowTest : public testing::Test {
protected:
    ToolRowTest() {
        auto* layout = new QHBoxLayout(&row);
        for (const char* text : {"Complete transfer", "Complete conference", "Back to the first call"}) {
            auto* button = new QToolButton(&row);
            button->setText(QLatin1String(text));
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            layout->addWidget(button);
            buttons.push_back(button);
        }
        row.resize(row.layout()->totalMinimumSize().width() + 20, 40);
        window.resize(2000, 60);
        window.show();
        QTest::qWait(0);
    }

    bool hasTexts() const { return buttons.front()->toolButtonStyle() == Qt::ToolButtonTextBesideIcon; }

    QWidget window;
    ToolRow row{&window};
    std::vector<QToolButton*> buttons;
};

TEST_F(ToolRowTest, textsGoWhenThereIsNoRoomAndComeBack) {
    const int wide = row.width();
    EXPECT_TRUE(hasTexts());
    row.resize(wide / 2, 40);
    QTest::qWait(20);
    EXPECT_FALSE(hasTexts());
    row.resize(wide, 40);
    QTest::qWait(20);
    EXPECT_TRUE(hasTexts());
}

TEST_F(ToolRowTest, mayBeMadeNarrowerThanItsTexts) {
    EXPECT_LT(row.minimumSizeHint().width(), row.layout()->totalMinimumSize().width() / 2);
}

TEST_F(ToolRowTest, comesToRestAtEveryWidth) {
    struct Counter final : QObject {
        bool eventFilter(QObject*, QEvent* event) override {
            count += event->type() == QEvent::LayoutRequest;
            return false;
        }
        int count = 0;
    } counter;
    for (int width = row.width(); width > 60; width -= 7) {
        row.resize(width, 40);
        QTest::qWait(5);
        row.installEventFilter(&counter);
        counter.count = 0;
        QTest::qWait(5);
        row.removeEventFilter(&counter);
        EXPECT_EQ(counter.count, 0) << "still moving at " << width;
    }
}

} // namespace
} // namespace callwright
