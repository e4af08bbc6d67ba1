#include "app/console/agent_line_reader.h"

#include <utility>

#ifdef Q_OS_WIN
#include <QThread>

#include <cstdio>
#else
#include <QSocketNotifier>

#include <unistd.h>

#include <cerrno>
#endif

namespace callwright::console {
namespace {

constexpr qsizetype longestLine = 64 * 1024;

} // namespace

#ifdef Q_OS_WIN

/// Windows cannot wait for a console and an event loop at once, so a thread reads; its bytes come by a queued call.
class LineReader::Source {
public:
    explicit Source(LineReader& reader)
        : m_thread(QThread::create([&reader] {
              char buffer[4096];
              while (std::fgets(buffer, sizeof buffer, stdin)) {
                  QMetaObject::invokeMethod(
                      &reader, [&reader, bytes = QByteArray(buffer)] { reader.take(bytes); }, Qt::QueuedConnection);
              }
              QMetaObject::invokeMethod(
                  &reader, [&reader] { reader.finish(); }, Qt::QueuedConnection);
          })) {
        m_thread->start();
    }

    ~Source() {
        if (m_thread->isFinished())
            delete m_thread;
        // else it waits for input that may never come: the process ends and takes it along
    }

private:
    QThread* m_thread;
};

#else

class LineReader::Source {
public:
    explicit Source(LineReader& reader) : m_notifier(STDIN_FILENO, QSocketNotifier::Read) {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &reader, [this, &reader] { read(reader); });
    }

private:
    void read(LineReader& reader) {
        char buffer[4096];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer); // does not block: the notifier said so
        if (count > 0) {
            reader.take(QByteArray(buffer, static_cast<qsizetype>(count)));
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            m_notifier.setEnabled(false);
            reader.finish();
        }
    }

    QSocketNotifier m_notifier;
};

#endif

LineReader::LineReader(QObject* parent) : QObject(parent) {}

LineReader::~LineReader() = default;

void LineReader::start() { m_source = std::make_unique<Source>(*this); }

void LineReader::take(const QByteArray& bytes) {
    m_rest += bytes;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        QByteArray text = m_rest.left(end);
        m_rest.remove(0, end + 1);
        if (text.endsWith('\r'))
            text.chop(1);
        if (std::exchange(m_isSkipping, false) || text.size() > longestLine)
            Q_EMIT tooLong();
        else
            Q_EMIT line(QString::fromUtf8(text));
    }
    if (m_rest.size() > longestLine) {
        m_rest.clear();
        m_isSkipping = true;
    }
}

void LineReader::finish() {
    if (m_isSkipping)
        Q_EMIT tooLong();
    else if (!m_rest.isEmpty())
        Q_EMIT line(QString::fromUtf8(m_rest));
    m_rest.clear();
    Q_EMIT ended();
}

} // namespace callwright::console
