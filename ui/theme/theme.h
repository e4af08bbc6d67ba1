#pragma once

#include <QApplication>
#include <QString>

#include <optional>

namespace callwright {

enum class Scheme { System, Light, Dark };

std::optional<Scheme> schemeNamed(const QString& name); ///< "system", "light", "dark"

/// Dresses the application: the platform's style and palette (or ours for a fixed scheme) and one restrained
/// stylesheet.
void applyTheme(QApplication& application, Scheme scheme);

/// Keeps the dress in step when the system changes between light and dark.
class ThemeKeeper final : public QObject {
    Q_OBJECT
public:
    ThemeKeeper(QApplication& application, Scheme scheme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QApplication& m_application;
};

/// Distances are multiples of this.
constexpr int rhythm = 8;

} // namespace callwright
