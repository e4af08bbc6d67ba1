#include "tests/integration/console/process.h"

#include "tests/support/wait.h"

#include <QJsonDocument>

#include <tuple>

namespace callwright::testing {

Process::Process(const QString& program, const QStringList& arguments) {
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                     [this] { m_errors += m_process.readAllStandardError(); });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_settings.path());
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(CALLWRIGHT_PROGRAMS "/") + program, arguments);
}

Process::~Process() {
    m_process.disconnect();
    m_process.kill();
    std::ignore = waitUntil([this] { return !isRunning(); });
}

void Process::write(const QString& line) { m_process.write(line.toUtf8() + '\n'); }

void Process::read() {
    m_rest += m_process.readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const QJsonDocument line = QJsonDocument::fromJson(m_rest.left(end));
        m_rest.remove(0, end + 1);
        if (line.isObject())
            lines.push_back(line.object());
        else
            ++unreadable;
    }
}

QJsonObject Process::waitFor(const std::function<bool(const QJsonObject&)>& condition, std::size_t from) {
    QJsonObject found;
    std::ignore = waitUntil([&] {
        for (; from < lines.size(); ++from) {
            if (condition(lines[from])) {
                found = lines[from];
                return true;
            }
        }
        return !isRunning();
    });
    return found;
}

QJsonObject Process::waitForEvent(const char* name, std::size_t from) {
    return waitFor([&](const QJsonObject& line) { return line.value(u"event") == QLatin1StringView(name); }, from);
}

QJsonObject Process::ask(const QString& command) {
    const std::size_t before = lines.size();
    write(command);
    const QString name = command.section(u' ', 0, 0);
    return waitFor([&](const QJsonObject& line) { return line.value(u"command") == name; }, before);
}

bool Process::waitForEnd() {
    return waitUntil([this] { return !isRunning(); });
}

} // namespace callwright::testing
