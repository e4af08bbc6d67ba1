#include "app/desktop/shots/photographer.h"

#include <QApplication>
#include <QPixmap>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace callwright {

namespace {

constexpr int mostSteps = 600; // of a tenth of a second: a minute of turned clock a scene
constexpr auto stepLength = std::chrono::milliseconds(100);

const char* nameOf(Scheme scheme) { return scheme == Scheme::Dark ? "dark" : "light"; }

} // namespace

Photographer::Photographer(QDir folder, std::vector<Scheme> schemes, bool tourOnly)
    : m_folder(std::move(folder)), m_schemes(std::move(schemes)), m_tourOnly(tourOnly) {
    m_timer.setInterval(10); // layout, painting and deferred deletion happen in between
    connect(&m_timer, &QTimer::timeout, this, &Photographer::step);
}

void Photographer::start() {
    beginScheme();
    m_timer.start();
}

void Photographer::beginScheme() {
    m_scene = 0;
    m_acted = false;
    m_stage.reset();
    applyTheme(*qApp, m_schemes[m_scheme]);
    m_stage = std::make_unique<Stage>();
}

/// Acts, turns the clock until the scene is reached, lets the window settle for one more step, and takes the picture.
void Photographer::step() {
    const Scene& scene = scenes()[m_scene];
    if (!m_acted) {
        scene.act(*m_stage);
        m_acted = true;
        m_settled = false;
        m_patience = mostSteps;
        return;
    }
    if (scene.reached(*m_stage)) {
        settle(scene);
    } else if (--m_patience > 0) {
        m_stage->advance(stepLength);
    } else {
        std::fprintf(stderr, "The scene %s was not reached.\n", scene.name);
        m_everySceneReached = false;
        photograph();
        nextScene();
    }
}

/// The clock runs on to the moment of the picture; what that changes is drawn by the next step.
void Photographer::settle(const Scene& scene) {
    if (!m_settled && scene.seconds > 0) {
        m_stage->advance(std::chrono::seconds(scene.seconds));
        m_settled = true;
        return;
    }
    photograph();
    nextScene();
}

bool Photographer::isWanted() const { return !m_tourOnly || scenes()[m_scene].inTour; }

void Photographer::photograph() {
    if (!isWanted())
        return;
    const QString scene =
        QStringLiteral("%1-%2").arg(m_scene + 1, 2, 10, QLatin1Char('0')).arg(QLatin1String(scenes()[m_scene].name));
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (!widget->isVisible())
            continue;
        const bool isMain = widget == &m_stage->window();
        save(*widget, isMain ? scene : scene + QLatin1Char('-') + widget->objectName());
    }
}

void Photographer::save(QWidget& widget, const QString& name) {
    const QString path =
        m_folder.filePath(QStringLiteral("%1-%2.png").arg(name, QLatin1String(nameOf(m_schemes[m_scheme]))));
    if (!widget.grab().save(path)) {
        std::fprintf(stderr, "Cannot write %s.\n", qUtf8Printable(path));
        m_everySceneReached = false;
    }
}

void Photographer::nextScene() {
    m_acted = false;
    if (++m_scene < scenes().size())
        return;
    if (++m_scheme < m_schemes.size()) {
        beginScheme();
        return;
    }
    m_timer.stop();
    m_stage.reset();
    Q_EMIT finished(m_everySceneReached);
}

} // namespace callwright
