#pragma once

#include "cil/events/arguments.h"

#include <QString>

/// Every object gives its properties as Arguments: properties() of Session, Agent, Call, SkillGroup and
/// SilentMonitorManager. That is GetAllProperties; the other methods of the facts' CtiOs are Arguments' own: GetValue,
/// GetValueInt ... are value(), toInt(), toString(), arguments(); IsValid is contains(), GetNumProperties size(),
/// GetPropertyName at()->key.name(), GetPropertyType value().type(); DumpProperties is dump() (cil/events/dump.h). Here
/// is the rest.
namespace callwright {

class Call;
class Seat;
class SessionCore;

/// GetElement: the n-th value of an array property, from 1; NotSet: there is none.
ArgValue propertyElement(const Arguments& properties, Keyword key, int element);

Arguments sessionProperties(const SessionCore& core);
Arguments agentProperties(const Seat& seat);                        ///< AgentPassword: "***" if there is one
bool setAgentValue(Seat& seat, Keyword key, const ArgValue& value); ///< Agent::setValue()
Arguments callProperties(const Seat& seat, const Call& call);

/// Keeps ConnectedSince and TryingSince.
void watchTimes(SessionCore& core);

} // namespace callwright
