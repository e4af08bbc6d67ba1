#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace callwright::testing {

/// One of our programs, running; its standard output is taken as JSON, one object a line.
class Process {
public:
    Process(const QString& program, const QStringList& arguments);
    ~Process();

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    int exitCode() const { return m_process.exitCode(); }
    QString errors() const { return QString::fromUtf8(m_errors); }
    void write(const QString& line);
    void closeInput() { m_process.closeWriteChannel(); }

    std::vector<QJsonObject> lines;
    int unreadable = 0; ///< lines that were no JSON object
    /// Waits for a line like that, from the `from`th on; an empty object when it does not come.
    QJsonObject waitFor(const std::function<bool(const QJsonObject&)>& condition, std::size_t from = 0);
    QJsonObject waitForEvent(const char* name, std::size_t from = 0);
    QJsonObject ask(const QString& command); ///< writes it and waits for its answer
    bool waitForEnd();

private:
    void read();

    QTemporaryDir m_settings; ///< not the user's
    QProcess m_process;
    QByteArray m_rest;
    QByteArray m_errors;
};

} // namespace callwright::testing
