#include "cil/objects/properties.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/class_identifiers.h"
#include "cil/objects/opening.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/objects/supervisor_buttons.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

constexpr std::int32_t notConnected = 0; // ConnectionMode
constexpr std::int32_t agentConnection = 1;

/// Objects by their names: UniqueObjectID to reference.
template <class Objects> Arguments references(const Objects& objects) {
    Arguments result;
    for (const auto* object : objects)
        result.set(object->uniqueObjectId(), ArgValue::reference(object->uniqueObjectId()));
    return result;
}

Arguments objectReferences(const SessionCore& core) {
    std::vector<Agent*> agents;
    if (core.own.agent)
        agents.push_back(core.own.agent.get());
    std::vector<Call*> calls = core.own.book.calls();
    for (const TeamMember& member : core.supervision.members()) {
        if (!member.isListed)
            continue;
        agents.push_back(member.seat->agent.get());
        const auto theirs = member.seat->book.calls();
        calls.insert(calls.end(), theirs.begin(), theirs.end());
    }
    return {{Keyword::of(u"AgentReferences"), references(agents)},
            {Keyword::of(u"CallReferences"), references(calls)},
            {Keyword::of(u"SkillGroupReferences"), references(core.statistics.skillGroups())}};
}

Arguments reasonArguments(const std::vector<ReasonCode>& reasons) {
    Arguments result;
    for (const ReasonCode& reason : reasons)
        result.set(reason.text, reason.code);
    return result;
}

Arguments textArguments(const QStringList& texts) {
    Arguments result;
    for (qsizetype i = 0; i < texts.size(); ++i)
        result.set(QStringLiteral("String%1").arg(i + 1), texts[i]);
    return result;
}

/// The profile whose server this session uses.
QString profileName(const Seat& seat) {
    const auto& profiles = seat.session.settings.profiles;
    const auto used = std::ranges::find(profiles, seat.session.parameters.sideA.host, &ConnectionProfile::hostA);
    return used != profiles.end() ? used->name : QString();
}

// What is nothing until somebody tells it.
constexpr std::array agentTexts{keyword::AgentFirstName,
                                keyword::AgentLastName,
                                keyword::LoginName,
                                keyword::SupervisorID,
                                keyword::AgentRemoteNumber,
                                keyword::SilentMonitorCallUID,
                                keyword::SilentMonitorTargetAgentUID};
constexpr std::array agentNumbers{
    keyword::AgentFlags,      keyword::AgentCallMode,          keyword::NumSkillGroups,
    keyword::PeripheralType,  keyword::IncomingOrOutgoing,     keyword::AgentAvailabilityStatus,
    keyword::WrapupOkEnabled, keyword::NotReadyReasonRequired, keyword::LogoutReasonRequired};

} // namespace

ArgValue propertyElement(const Arguments& properties, Keyword key, int element) {
    const ArgValue* found = properties.find(key);
    const ArgArray* array = found ? found->array() : nullptr;
    if (array && element >= 1 && static_cast<std::size_t>(element) <= array->size())
        return (*array)[static_cast<std::size_t>(element) - 1];
    const Arguments* nested = found ? found->arguments() : nullptr;
    const auto* pair = nested && element >= 1 ? nested->at(static_cast<std::size_t>(element)) : nullptr;
    return pair ? pair->value : ArgValue();
}

Arguments sessionProperties(const SessionCore& core) {
    const bool isOpen = core.status() == ConnectionStatus::Open;
    const bool isTrying =
        core.status() == ConnectionStatus::Connecting || core.status() == ConnectionStatus::Reconnecting;
    Arguments properties{
        {keyword::ClassIdentifier, classIdentifier(ObjectClass::Session)},
        {keyword::CCMBasedSilentMonitor, core.settings.ccmBasedSilentMonitor ? 1 : 0},
        {keyword::ConnectionMode, core.isAgentModeSet ? agentConnection : notConnected},
        {keyword::Heartbeat, static_cast<std::int32_t>(core.parameters.heartbeat.count())},
        {keyword::MaxHeartbeats, 3},
        {keyword::MessageFilter, QString()}, // agent mode has none
        {keyword::LastError, core.lastError},
        {keyword::ForcedDisconnect, core.status() == ConnectionStatus::Closing && core.isClosingByForce ? 1 : 0},
        {keyword::CILConnectionID, core.connectionId},
        {keyword::SystemStatus, core.pgStatus},
        {keyword::SilentMonitorForceMonitoredMode, core.forcedMonitoredMode},
        {keyword::CurrentServer, isOpen ? currentServer(core).section(u':', 0, -2) : QString()},
        {keyword::CurrentPort, isOpen ? currentServer(core).section(u':', -1).toInt() : 0},
        {keyword::ConnectedSince, isOpen ? core.connectedSince : 0},
        {keyword::TryingServer, isTrying ? currentServer(core).section(u':', 0, -2) : QString()},
        {keyword::TryingPort, isTrying ? currentServer(core).section(u':', -1).toInt() : 0},
        {keyword::TryingSince, isTrying ? core.tryingSince : 0},
        {keyword::ObjectReferences, objectReferences(core)},
    };
    properties.set(keyword::CtiosA, core.parameters.sideA.host)
        .set(keyword::CtiosB, core.parameters.sideB.host)
        .set(keyword::PortA, core.parameters.sideA.port)
        .set(keyword::PortB, core.parameters.sideB.port);
    if (core.own.agent)
        properties.set(keyword::CurrentAgent, ArgValue::reference(core.own.agentUid()));
    if (const Call* call = core.own.book.current())
        properties.set(keyword::CurrentCall, ArgValue::reference(call->uniqueObjectId()));
    if (core.isAgentModeSet)
        properties.set(keyword::StatusSystem, systemStatus(core));
    return properties.merge(core.downloadedSettings);
}

Arguments agentProperties(const Seat& seat) {
    const AgentFacts& facts = seat.agentFacts;
    const Settings& settings = seat.session.settings;
    Arguments properties{
        {keyword::ClassIdentifier, classIdentifier(ObjectClass::Agent)},
        {keyword::AgentState, static_cast<std::uint16_t>(facts.state)},
        {keyword::AgentExtension, facts.extension},
        {keyword::Extension, facts.extension},
        {keyword::EnablementMask, seat.isOwn() ? effectiveMask(seat) : supervisorMaskFor(seat.session, seat)},
        {keyword::LastError, seat.session.lastError},
        {keyword::LogoutReasonCodes, reasonArguments(settings.logoutReasons)},
        {keyword::NotReadyReasonCodes, reasonArguments(settings.notReadyReasons)},
        {keyword::IncomingWrapupStrings, textArguments(settings.incomingWrapupStrings)},
        {keyword::CurrentConnectionProfile, profileName(seat)},
        {keyword::AutoLogin, QStringLiteral("1")},
        {keyword::AgentPassword, facts.password.isEmpty() ? QString() : QStringLiteral("***")}};
    for (const Keyword text : agentTexts)
        properties.set(text, QString());
    for (const Keyword number : agentNumbers)
        properties.set(number, 0);
    Arguments groups;
    for (int i = 1;; ++i) {
        const Keyword key = Keyword::indexed(keyword::SkillGroup, i);
        const ArgValue* group = facts.properties.find(key);
        if (!group)
            break;
        groups.set(key, *group);
    }
    properties.set(keyword::SkillGroups, std::move(groups)).set(keyword::Statistics, Arguments());
    return properties.merge(facts.properties);
}

bool setAgentValue(Seat& seat, Keyword key, const ArgValue& value) {
    AgentFacts& facts = seat.agentFacts;
    if (!seat.isOwn() || facts.isSignedIn())
        return false;
    if (key == keyword::AgentPassword) {
        facts.password = value.toString();
        return true;
    }
    if (seat.session.link.state() != LinkState::Closed)
        return false; // the session was opened for this agent
    AgentIdentity identity = facts.identity;
    const auto peripheral = value.toUInt();
    if (key == keyword::AgentID && !value.toString().isEmpty())
        identity.agentId = value.toString();
    else if (key == keyword::AgentInstrument && !value.toString().isEmpty())
        identity.agentInstrument = value.toString();
    else if (key == keyword::PeripheralID && peripheral)
        identity.peripheralId = *peripheral;
    else
        return false;
    facts.identity = identity;
    facts.properties.set(key, value).set(keyword::UniqueObjectID, seat.agentUid());
    return true;
}

Arguments callProperties(const Seat& seat, const Call& call) {
    Arguments properties = call.data();
    properties.set(keyword::ClassIdentifier, classIdentifier(ObjectClass::Call))
        .set(keyword::UniqueObjectID, call.uniqueObjectId())
        .set(keyword::PeripheralID, seat.agentFacts.identity.peripheralId)
        .set(keyword::CallStatus, static_cast<std::uint16_t>(call.status()))
        .set(keyword::EnablementMask, maskOfCall(seat, call));
    return properties;
}

void watchTimes(SessionCore& core) {
    QObject::connect(&core.link, &Link::opened, &core, [&core] { core.connectedSince = timeOfDay(core); });
    QObject::connect(&core.link, &Link::failed, &core, [&core] { core.tryingSince = timeOfDay(core); });
}

} // namespace callwright
