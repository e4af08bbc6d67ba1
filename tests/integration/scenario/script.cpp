#include "tests/integration/scenario/script.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <stdexcept>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

QDir folder() { return QDir(QStringLiteral(CALLWRIGHT_SCENARIOS)); }

QJsonObject objectIn(const QString& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        throw std::runtime_error("no JSON object: " + text.toStdString());
    return document.object();
}

void readGiven(Setting& setting, const QString& text) {
    if (text == u"consultations share the call's id")
        setting.sharesCallIds = true;
    else if (text == u"desktops want long events")
        setting.hasLongEvents = true;
    else if (text == u"desktops record")
        setting.records = true;
    else
        throw std::runtime_error("given what? " + text.toStdString());
}

/// Whether the line belongs to the setting.
bool readSetting(Setting& setting, const QString& line) {
    const QString key = line.section(u':', 0, 0);
    const QString value = line.section(u':', 1).trimmed();
    if (key == u"people")
        setting.people = value.split(u' ', Qt::SkipEmptyParts);
    else if (key == u"signed out")
        setting.signedOut = value.split(u' ', Qt::SkipEmptyParts);
    else if (key == u"site")
        setting.site = objectIn(value);
    else if (key.startsWith(u"agent "))
        setting.agents[key.section(u' ', 1)] = objectIn(value);
    else if (key.startsWith(u"desk "))
        setting.agents[key.section(u' ', 1)].insert(u"desk"_s, objectIn(value));
    else if (key == u"given")
        readGiven(setting, value);
    else
        return false;
    return true;
}

} // namespace

Script scriptFromText(const std::string& name, const QString& text) {
    Script script{name, {}, {}};
    for (const QString& line : text.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#') || readSetting(script.setting, line))
            continue;
        if (!line.startsWith(u' '))
            script.steps.push_back({line, {}});
        else if (script.steps.empty())
            throw std::runtime_error("told before anything was done: " + line.toStdString());
        else
            script.steps.back().lines << line;
    }
    return script;
}

Script loadScript(const std::string& name) {
    QFile file(folder().filePath(QString::fromStdString(name) + u".txt"_s));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("no scenario " + name);
    return scriptFromText(name, QString::fromUtf8(file.readAll()));
}

std::vector<std::string> scenarioNames() {
    std::vector<std::string> names;
    for (const QString& file : folder().entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
        names.push_back(file.chopped(4).toStdString());
    return names;
}

QStringList toLines(const std::vector<Step>& steps) {
    QStringList lines;
    for (const Step& step : steps)
        lines << step.action << step.lines;
    return lines;
}

} // namespace callwright::testing
