#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace callwright::testing {

/// What a scenario takes for granted before its first action.
struct Setting {
    QStringList people;                    ///< AgentIDs with a desk, signed in and Not Ready
    QStringList signedOut;                 ///< AgentIDs with a desk, connected only
    QJsonObject site;                      ///< as the simulator's configuration file has "acd"
    std::map<QString, QJsonObject> agents; ///< what is not as usual with an agent, by AgentID, as there
    bool sharesCallIds = false;            ///< a consultation has the ConnectionCallID of its original
    bool hasLongEvents = false;            ///< MinimizeEventArgs off
    bool records = false;                  ///< RecordingEnabled
};

/// One action, and what the desks are told because of it.
struct Step {
    QString action;
    QStringList lines;
};

/// A scenario: a setting, and steps. As text: lines "# ..." are comments, "people:", "signed out:", "site:",
/// "agent 1001:", "desk 1001:" and "given:" the setting, indented lines what is told, all others actions.
struct Script {
    std::string name;
    Setting setting;
    std::vector<Step> steps;
};

/// Throws std::runtime_error for what is no scenario.
Script scriptFromText(const std::string& name, const QString& text);
Script loadScript(const std::string& name); ///< tests/data/scenarios/<name>.txt
std::vector<std::string> scenarioNames();   ///< of all that are there, sorted
QStringList toLines(const std::vector<Step>& steps);

} // namespace callwright::testing
