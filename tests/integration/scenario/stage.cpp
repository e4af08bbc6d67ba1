#include "tests/integration/scenario/stage.h"

#include "cil/events/keywords.h"
#include "tests/integration/scenario/actions.h"
#include "tests/integration/scenario/dialled_data.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

simulator::SimulatorConfig siteOf(const Setting& setting, const EventOrder& order) {
    QJsonArray agents;
    for (const auto& agent : simulator::defaultConfig().agents) {
        const QString id = QString::fromStdString(agent.id);
        const auto unusual = setting.agents.find(id);
        QJsonObject json = unusual == setting.agents.end() ? QJsonObject() : unusual->second;
        json.insert(u"id"_s, id);
        agents.append(json);
    }
    QJsonObject acd = setting.site;
    acd.insert(u"agents"_s, agents);
    const QByteArray text = QJsonDocument(QJsonObject{{u"acd"_s, acd}}).toJson();
    auto config = simulator::simulatorConfigFromText(text.toStdString());
    if (!config)
        throw std::runtime_error(config.error());
    config->acd.consultSharesCallId = setting.sharesCallIds;
    config->acd.variesEventOrder = config->server.variesEventOrder = order.varies;
    return *config;
}

ChainOptions chainOptions(const Setting& setting, const EventOrder& order) {
    ChainOptions options;
    options.seed = order.seed;
    options.site = siteOf(setting, order);
    options.settings.minimizeEventArgs = !setting.hasLongEvents;
    options.settings.recordingEnabled = setting.records;
    for (const QString& id : setting.people + setting.signedOut) {
        const auto& agents = options.site.acd.agents;
        const auto agent = std::ranges::find(agents, id.toStdString(), &simulator::AgentConfig::id);
        if (agent == agents.end())
            throw std::runtime_error("there is no agent " + id.toStdString());
        options.agents.push_back({5000, id, QString::fromStdString(agent->instrument), agent->isSupervisor});
    }
    return options;
}

/// "with" and what follows it, taken off.
QString takeData(QString& action) {
    const qsizetype at = action.indexOf(u" with ");
    const QString data = at < 0 ? QString() : action.mid(at + 6);
    action.truncate(at < 0 ? action.size() : at);
    return data;
}

[[noreturn]] void fail(const QString& what) { throw std::runtime_error(what.toStdString()); }

} // namespace

Stage::Stage(const Setting& setting, const EventOrder& order) : m_chain(chainOptions(setting, order)) {
    if (order.swapped)
        m_chain.simulator().swapEvents(*order.swapped);
    for (std::size_t i = 0; i < m_chain.size(); ++i) {
        m_chain.connect(m_chain.desk(i));
        listen(m_chain.desk(i));
    }
    m_chain.settle();
    for (const QString& id : setting.people)
        perform(id + u" signs in"_s);
    m_heard.clear();
}

Desk& Stage::deskOf(const QString& agentId) {
    for (std::size_t i = 0; i < m_chain.size(); ++i) {
        if (m_chain.desk(i).identity.agentId == agentId)
            return m_chain.desk(i);
    }
    fail(agentId + u" has no desk here"_s);
}

void Stage::listen(Desk& desk) {
    QObject::connect(&desk.session.events(), &Publisher::event, &desk.session,
                     [this, &desk](EventId id, const Arguments& arguments) { hear(desk, id, arguments); });
}

void Stage::hear(Desk& desk, EventId id, const Arguments& arguments) {
    const QString agent = desk.identity.agentId;
    if (id == EventId::OnButtonEnablementChange) {
        const auto cause = static_cast<EventId>(arguments.toUInt(keyword::MessageID).value_or(0));
        const auto buttons = arguments.toUInt(keyword::EnablementMask);
        const auto isCause = [&](const Heard& heard) { return heard.agent == agent && heard.id == cause; };
        const auto last = std::find_if(m_heard.rbegin(), m_heard.rend(), isCause);
        if (last != m_heard.rend() && !last->buttons)
            last->buttons = buttons;
        else
            m_heard.push_back({agent, id, {}, u"(because of %1)"_s.arg(eventName(cause)), {}, buttons});
        return;
    }
    const QString uid = arguments.toString(keyword::UniqueObjectID);
    QString words = eventInWords(id, arguments, desk.identity, m_names);
    m_heard.push_back(
        {agent, id, m_names.find(agent, uid), std::move(words), arguments.toUInt(keyword::EnablementMask)});
}

void Stage::perform(const QString& action) {
    if (!timePasses(action) && !somebodyOutside(action) && !somebodyAtADesk(action))
        fail(u"nobody knows how to do this: "_s + action);
    m_chain.clock.advance(std::chrono::seconds(1));
}

bool Stage::timePasses(const QString& action) {
    static const QRegularExpression pattern(u"^(\\d+) seconds? pass(es)?$"_s);
    const auto match = pattern.match(action);
    if (match.hasMatch())
        m_chain.clock.advance(std::chrono::seconds(match.captured(1).toInt() - 1));
    return match.hasMatch();
}

bool Stage::somebodyOutside(const QString& action) {
    if (action == u"the next call gets lost") {
        m_chain.simulator().loseNextCall();
        return true;
    }
    QString rest = action;
    const QString data = takeData(rest);
    static const QRegularExpression pattern(u"^(\\d{7,}) (hangs up|answers|calls (\\S+))$"_s);
    const auto match = pattern.match(rest);
    if (!match.hasMatch())
        return false;
    const QString number = match.captured(1);
    simulator::Simulator& site = m_chain.simulator();
    std::string problem;
    if (const QString callee = match.captured(3); !callee.isEmpty()) {
        if (const auto call = site.startCall(callee.toStdString(), number.toStdString(), callVariablesIn(data)); !call)
            problem = call.error();
    } else if (match.captured(2) == u"answers") {
        if (const auto answered = site.answerRemote(callWith(number)); !answered)
            problem = answered.error();
    } else if (const auto ended = site.hangup(callWith(number)); !ended) {
        problem = ended.error();
    }
    if (!problem.empty())
        throw std::runtime_error(action.toStdString() + ": " + problem);
    return true;
}

bool Stage::somebodyAtADesk(const QString& action) {
    QString rest = action;
    const QString data = takeData(rest);
    static const QRegularExpression pattern(u"^(\\d{4}) (.+?)(?: on ([A-Z]\\d*'*))?$"_s);
    const auto match = pattern.match(rest);
    if (!match.hasMatch())
        return false;
    Desk& desk = deskOf(match.captured(1));
    const auto result = act({desk, m_names, {}, match.captured(3), callDataIn(data)}, match.captured(2));
    if (!result)
        return false;
    if (!*result)
        m_heard.push_back({desk.identity.agentId, EventId::None, {}, u"not sent: "_s + cilErrorName(result->code)});
    return true;
}

std::uint32_t Stage::callWith(const QString& number) {
    const auto state = m_chain.simulator().state();
    for (const auto& call : state.at("calls")) {
        for (const auto& connection : call.at("connections")) {
            if (connection.at("device") == number.toStdString())
                return call.at("ConnectionCallID");
        }
    }
    fail(number + u" has no call"_s);
}

std::vector<Heard> Stage::take() {
    std::vector<Heard> heard = std::exchange(m_heard, {});
    std::ranges::stable_sort(heard, {}, &Heard::agent);
    return heard;
}

std::vector<std::string> Stage::faults() {
    std::vector<std::string> faults;
    for (std::size_t i = 0; i < m_chain.size(); ++i) {
        const auto differences = m_chain.differences(m_chain.desk(i));
        faults.insert(faults.end(), differences.begin(), differences.end());
    }
    return faults;
}

QStringList Stage::masks() const {
    QStringList masks;
    for (std::size_t i = 0; i < m_chain.size(); ++i) {
        const Desk& desk = m_chain.desk(i);
        masks << desk.identity.agentId + u": "_s + maskInWords(desk.session.enablementMask());
    }
    return masks;
}

QStringList toLines(const std::vector<Heard>& heard) {
    QStringList lines;
    for (const Heard& one : heard) {
        const QString indent = u"  "_s + one.agent + u' ';
        lines << indent + one.words;
        if (one.mask && one.mask != one.buttons)
            lines << indent + u"    its mask: "_s + maskInWords(*one.mask);
        if (one.buttons)
            lines << indent + u"    = "_s + maskInWords(*one.buttons);
    }
    return lines;
}

} // namespace callwright::testing
