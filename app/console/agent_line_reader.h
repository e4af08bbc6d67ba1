#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace callwright::console {

/// The standard input as lines, without ever blocking the event loop.
class LineReader : public QObject {
    Q_OBJECT
public:
    explicit LineReader(QObject* parent = nullptr);
    ~LineReader() override;

    void start();

Q_SIGNALS:
    void line(const QString& text); ///< without its end
    void tooLong();                 ///< a line beyond the limit was thrown away
    void ended();                   ///< nothing more comes; the last signal

private:
    void take(const QByteArray& bytes);
    void finish();

    class Source;
    std::unique_ptr<Source> m_source;
    QByteArray m_rest;
    bool m_isSkipping = false;
};

} // namespace callwright::console
