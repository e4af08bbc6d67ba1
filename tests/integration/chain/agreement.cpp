#include "tests/integration/chain/agreement.h"

#include "app/console/agent_state_dump.h"
#include "cil/objects/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toQt(const nlohmann::ordered_json& json) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json.dump())).object();
}

/// Two calls may share a ConnectionCallID; with the connection it names one.
using CallName = std::pair<qint64, QString>;

struct OneOfTheirs {
    QJsonObject call;       ///< with the one connection that the phone has
    QJsonArray connections; ///< all
};

using CallsByConnection = std::map<CallName, OneOfTheirs>;

CallName nameOf(const QJsonObject& call, const QJsonObject& leg) {
    return {call.value(u"ConnectionCallID").toInteger(), leg.value(u"ConnectionDeviceID").toString()};
}

QJsonObject withOnly(QJsonObject call, const QJsonObject& leg) {
    call.insert(u"connections", QJsonArray{leg});
    return call;
}

/// The simulator's calls with the one connection that this phone has in each; others are none of its business.
CallsByConnection callsAt(const QJsonObject& state, const QString& instrument) {
    CallsByConnection result;
    for (const QJsonValue& value : state.value(u"calls").toArray()) {
        const QJsonObject call = value.toObject();
        for (const QJsonValue& connection : call.value(u"connections").toArray()) {
            const QJsonObject leg = connection.toObject();
            if (leg.value(u"instrument").toString() == instrument && leg.value(u"LocalConnectionState").toInt() != 0) {
                result.emplace(nameOf(call, leg),
                               OneOfTheirs{withOnly(call, leg), call.value(u"connections").toArray()});
            }
        }
    }
    return result;
}

QString shown(const QJsonValue& value) {
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

/// `isJoined`: it went into another call, and may know more than that one.
void compare(const QString& what, const QJsonObject& ours, const QJsonObject& theirs, bool isJoined,
             std::vector<std::string>& differences) {
    for (auto field = ours.begin(); field != ours.end(); ++field) {
        const QJsonValue other = theirs.value(field.key());
        if (field.key() == u"device" && field->toString().isEmpty())
            continue; // nobody is signed in at this phone, so nobody has told its number
        if (isJoined && other.isUndefined())
            continue; // no message takes back what the call was before
        if (field.key() == u"connections")
            compare(what + u", own connection"_s, field->toArray().first().toObject(),
                    other.toArray().first().toObject(), false, differences);
        else if (field.key() == u"ECC" && isJoined)
            compare(what + u", ECC"_s, field->toObject(), other.toObject(), true, differences);
        else if (*field != other)
            differences.push_back(
                u"%1, %2: %3, at the switch %4"_s.arg(what, field.key(), shown(*field), shown(other)).toStdString());
    }
    // What the switch has and the session was never told of.
    for (auto field = theirs.begin(); field != theirs.end(); ++field) {
        const bool isData = field.key().startsWith(u"CallVariable") && !field->toString().isEmpty();
        const bool isNext = field.key() == u"NextAgentState" && ours.contains(u"EventReasonCode"); // told together
        if ((isData || isNext) && !ours.contains(field.key()))
            differences.push_back(u"%1, %2 is missing"_s.arg(what, field.key()).toStdString());
    }
}

QString inWords(const QStringList& parties) { return u'[' + parties.join(u", "_s) + u']'; }

/// Who is in the call: nobody whom the switch does not have there (the queue point is none of a phone's business). In a
/// call of two that was never more it is exactly the other one, by connection and device as far as events have told
/// them. Of a conference events may name a connection without its device and a device without its connection, and of
/// two calls with the same ConnectionCallID nothing tells which one somebody new is in: there connections alone are
/// compared.
void compareParties(const Call& call, const QJsonArray& connections, bool isToldClearly,
                    std::vector<std::string>& differences) {
    std::map<QString, QString> theirs; // connection, device
    QStringList there;
    for (const QJsonValue& value : connections) {
        const QJsonObject leg = value.toObject();
        const auto state = leg.value(u"LocalConnectionState").toInt();
        if (state == 0 || state == static_cast<int>(CallStatus::Queued))
            continue;
        const QString id = leg.value(u"ConnectionDeviceID").toString();
        theirs[id] = leg.value(u"device").toString();
        there << id + u' ' + theirs[id];
    }
    const bool isPlain = there.size() <= 2 && isToldClearly;
    QStringList here;
    bool isWrong = false;
    for (const CallParty& party : call.parties()) {
        if (party.status == CallStatus::Queued)
            continue;
        here << party.connectionDeviceId + u' ' + party.deviceId;
        const auto same = [&](const auto& their) {
            return (party.connectionDeviceId.isEmpty() || party.connectionDeviceId == their.first) &&
                   (party.deviceId.isEmpty() || !isPlain || party.deviceId == their.second);
        };
        isWrong = isWrong || std::ranges::none_of(theirs, same);
    }
    if (isWrong || (isPlain && here.size() != there.size()))
        differences.push_back(u"parties of call %1: %2, at the switch %3"_s
                                  .arg(QString::number(call.connectionCallId()), inWords(here), inWords(there))
                                  .toStdString());
}

bool isTalking(const Call& call) { return call.status() == CallStatus::Connect || call.status() == CallStatus::Held; }

} // namespace

std::vector<std::string> disagreementsOf(const Session& session, const AgentIdentity& identity,
                                         const nlohmann::ordered_json& switchState, const std::set<QString>& joined,
                                         bool callsShareIds) {
    std::vector<std::string> result;
    const QJsonObject state = toQt(switchState);
    const QJsonObject dump = console::stateDump(session);
    for (const QJsonValue& value : state.value(u"agents").toArray()) {
        if (value.toObject().value(u"AgentID").toString() == identity.agentId)
            compare(u"agent "_s + identity.agentId, dump.value(u"agent").toObject(), value.toObject(), false, result);
    }
    auto theirs = callsAt(state, identity.agentInstrument);
    for (const QJsonValue& value : dump.value(u"calls").toArray()) {
        const QJsonObject call = value.toObject();
        const CallName name = nameOf(call, call.value(u"connections").toArray().first().toObject());
        const QString words = u"call %1 %2"_s.arg(name.first).arg(name.second);
        const auto found = theirs.find(name);
        if (found == theirs.end()) {
            result.push_back("the switch has no " + words.toStdString());
            continue;
        }
        compare(words, call, found->second.call, joined.contains(name.second), result);
        found->second.call = {};
    }
    for (const auto& [name, their] : theirs) {
        if (!their.call.isEmpty())
            result.push_back("the desk of " + identity.agentId.toStdString() + " lacks call " +
                             std::to_string(name.first) + " " + name.second.toStdString());
    }
    for (const Call* call : session.calls()) {
        const auto found = theirs.find({call->connectionCallId(), call->connectionDeviceId()});
        if (!call->isEnded() && isTalking(*call) && found != theirs.end())
            compareParties(*call, found->second.connections,
                           !callsShareIds && !joined.contains(call->connectionDeviceId()), result);
    }
    return result;
}

} // namespace callwright::testing
