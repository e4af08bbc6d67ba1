#include "tests/integration/scenario/retelling.h"

#include "cil/events/keywords.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <utility>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

/// The guide orders the events of a call among themselves and the states of an agent among themselves. Confirmations,
/// announcements and voice streams come at any time around them.
bool comesAtAnyTime(EventId id) {
    const QString name = eventName(id);
    return name.endsWith(u"Conf", Qt::CaseInsensitive) || name.startsWith(u"OnAgentPrecall") ||
           name.startsWith(u"OnCallRTP") || id == EventId::OnEmergencyCall || id == EventId::OnButtonEnablementChange;
}

/// What comes before or after a change of identity names the call by the one or the other.
QString withoutName(const Heard& one) {
    const QString start = eventName(one.id) + u' ' + one.object;
    return one.words.startsWith(start) ? eventName(one.id) + one.words.mid(start.size()) : one.words;
}

/// A call's service and skill group come with its beginning when it was announced before, else with an update of their
/// own. Empty: such an update.
QString withoutAnnounced(const Heard& one) {
    static const QRegularExpression announced(u" (ServiceNumber|SkillGroupNumber)=\\S+"_s);
    static const QRegularExpression nothingElse(
        u"^OnCallDataUpdate \\S+( (CallStatus|CallType|DeviceID|DeviceUniqueObjectID)=\\S+)*$"_s);
    if (one.id != EventId::OnCallBegin && one.id != EventId::OnCallDataUpdate)
        return one.words;
    QString words = one.words;
    words.remove(announced);
    const bool wasThatAll = words != one.words && nothingElse.match(words).hasMatch();
    return wasThatAll ? QString() : words;
}

QStringList retold(const std::vector<Heard>& heard) {
    std::map<std::pair<QString, QString>, QStringList> streams; // of a desk and an object
    QStringList heap;
    for (const Heard& one : heard) {
        if (comesAtAnyTime(one.id))
            heap << one.agent + u' ' + withoutName(one);
        else if (one.id == EventId::OnCurrentCallChanged)
            streams[{one.agent, u"current"_s}] << one.words;
        else if (const QString words = withoutAnnounced(one); !words.isEmpty())
            streams[{one.agent, one.object}] << words;
    }
    heap.sort();
    QStringList lines;
    for (const auto& [stream, words] : streams) {
        for (const QString& line : words)
            lines << u"  %1 %2: %3"_s.arg(stream.first, stream.second, line);
    }
    return lines + heap;
}

} // namespace

Retelling retell(const Script& script, const EventOrder& order) {
    Stage stage(script.setting, order);
    Retelling retelling;
    for (const Step& step : script.steps) {
        stage.perform(step.action);
        retelling.lines << step.action << retold(stage.take()) << stage.masks();
        for (const std::string& fault : stage.faults())
            retelling.faults.push_back(step.action.toStdString() + ": " + fault);
    }
    retelling.swappablePairs = stage.swappablePairs();
    return retelling;
}

} // namespace callwright::testing
