// Start-up and memory of the desktop beside a bare QMainWindow with three tables, each in a process of its own, in
// turns.

#include "app/desktop/desktop.h"
#include "cil/clock/system_clock.h"
#include "cil/transport/tcp_transport.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QMenuBar>
#include <QProcess>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

using namespace callwright;

constexpr int runs = 11;

qint64 nowMicroseconds() { // the same clock in parent and child
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Proportional set size of this process, in kilobytes.
double memoryKilobytes() {
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble();
    }
    return 0;
}

std::unique_ptr<QMainWindow> makeBareWindow() {
    constexpr int rows = 100;
    constexpr int columns = 8;
    auto window = std::make_unique<QMainWindow>();
    auto* center = new QWidget(window.get());
    auto* column = new QVBoxLayout(center);
    for (int table = 0; table < 3; ++table) {
        auto* model = new QStandardItemModel(rows, columns, center);
        for (int cell = 0; cell < rows * columns; ++cell)
            model->setItem(cell / columns, cell % columns, new QStandardItem(QString::number(cell)));
        auto* view = new QTableView(center);
        view->setModel(model);
        column->addWidget(view);
    }
    window->setCentralWidget(center);
    window->menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    window->addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Do"));
    window->statusBar()->showMessage(QStringLiteral("Ready"));
    window->resize(1120, 640);
    window->show();
    return window;
}

/// Reports once everything asked for at the start is drawn.
class FirstPaint final : public QObject {
public:
    explicit FirstPaint(qint64 born) : m_born(born) {}

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, this, [this] { report(); });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void report() const {
        const double milliseconds = static_cast<double>(nowMicroseconds() - m_born) / 1000.0;
        QTimer::singleShot(300, this, [milliseconds] {
            std::printf("%f %f\n", milliseconds, memoryKilobytes());
            std::fflush(stdout);
            QApplication::exit(0);
        });
    }

    qint64 m_born;
    bool m_seen = false;
};

int runChild(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    FirstPaint paint(QByteArray(argv[2]).toLongLong());
    application.installEventFilter(&paint);
    if (QByteArrayView(argv[1]) == "bare") {
        const auto window = makeBareWindow();
        return QApplication::exec();
    }
    const ThemeKeeper theme(application, Scheme::System);
    SystemClock clock;
    TcpTransportFactory transports;
    const Settings settings = Settings::defaults();
    ForgetfulServerMemory memory;
    Desktop desktop(clock, transports, settings, memory, 1);
    desktop.start(lastSignIn(settings));
    return QApplication::exec();
}

struct Sample {
    double milliseconds = 0;
    double kilobytes = 0;
};

Sample measure(const QString& program, const QString& what) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(program, {what, QString::number(nowMicroseconds())});
    Sample sample;
    if (child.waitForFinished(60000))
        std::sscanf(child.readAllStandardOutput().constData(), "%lf %lf", &sample.milliseconds, &sample.kilobytes);
    return sample;
}

double median(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3)
        return runChild(argc, argv);
    const QString program = QString::fromLocal8Bit(argv[0]);
    std::vector<double> bareTime, deskTime, bareMemory, deskMemory;
    for (int run = 0; run < runs; ++run) {
        const Sample bare = measure(program, QStringLiteral("bare"));
        const Sample desk = measure(program, QStringLiteral("desktop"));
        if (bare.milliseconds <= 0 || desk.milliseconds <= 0) {
            std::fputs("A window was not drawn.\n", stderr);
            return 1;
        }
        bareTime.push_back(bare.milliseconds);
        deskTime.push_back(desk.milliseconds);
        bareMemory.push_back(bare.kilobytes);
        deskMemory.push_back(desk.kilobytes);
    }
    std::printf("{\"desktop.startup.ratio\": %.3f, \"desktop.startup.ms\": %.1f, \"desktop.memory.ratio\": %.3f, "
                "\"desktop.memory.mb\": %.1f}\n",
                median(deskTime) / median(bareTime), median(deskTime), median(deskMemory) / median(bareMemory),
                median(deskMemory) / 1024.0);
    return 0;
}
