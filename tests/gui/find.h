#pragma once

#include <QApplication>
#include <QObject>
#include <QString>
#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

#include <stdexcept>

namespace callwright::test {

/// The child of that object name; a test that looks for what is not there fails with its name.
template <class T> T& find(const QObject& parent, const char* name) {
    T* found = parent.findChild<T*>(QLatin1String(name));
    if (!found)
        throw std::runtime_error(std::string("no such widget: ") + name);
    return *found;
}

inline void click(const QObject& parent, const char* name) {
    QTest::mouseClick(&find<QWidget>(parent, name), Qt::LeftButton);
}

/// Shows a window so that keys and shortcuts reach it.
inline void activate(QWidget& window) {
    window.show();
    window.activateWindow();
    // Not QTest::qWaitForWindowActive(): it takes an open menu of the window for the window.
    ASSERT_TRUE(QTest::qWaitFor([&window] { return QApplication::activeWindow() == &window; }));
}

} // namespace callwright::test
