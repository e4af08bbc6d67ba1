#pragma once

#include "app/desktop/shots/scenes.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace callwright {

/// Plays the scenes once for each colour scheme and keeps a picture of every window that is open in each.
class Photographer final : public QObject {
    Q_OBJECT
public:
    Photographer(QDir folder, std::vector<Scheme> schemes, bool tourOnly);

    void start();

Q_SIGNALS:
    void finished(bool everySceneReached);

private:
    void step();
    void beginScheme();
    void settle(const Scene& scene);
    void photograph();
    void nextScene();
    void save(QWidget& widget, const QString& name);
    bool isWanted() const;

    QDir m_folder;
    std::vector<Scheme> m_schemes;
    bool m_tourOnly;
    std::size_t m_scheme = 0;
    std::size_t m_scene = 0;
    int m_patience = 0;
    bool m_acted = false;
    bool m_settled = false;
    bool m_everySceneReached = true;
    std::unique_ptr<Stage> m_stage;
    QTimer m_timer;
};

} // namespace callwright
