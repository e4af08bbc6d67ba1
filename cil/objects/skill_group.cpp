#include "cil/objects/skill_group.h"

#include "cil/events/keywords.h"
#include "cil/objects/class_identifiers.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/identity.h"

namespace callwright {

SkillGroup::SkillGroup(SessionCore& session, std::uint32_t peripheralId, std::uint32_t number)
    : m_session(session),
      m_number(number), m_properties{{keyword::SkillGroupNumber, number},
                                     {keyword::PeripheralID, peripheralId},
                                     {keyword::ClassIdentifier, classIdentifier(ObjectClass::SkillGroup)},
                                     {keyword::UniqueObjectID, service::skillGroupId(peripheralId, number)}} {}

QString SkillGroup::uniqueObjectId() const { return m_properties.toString(keyword::UniqueObjectID); }

QString SkillGroup::name() const { return m_properties.toString(keyword::SkillGroupName); }

Arguments SkillGroup::statistics() const {
    const Arguments* figures = m_properties.arguments(keyword::Statistics);
    return figures ? *figures : Arguments();
}

CilResult SkillGroup::enableSkillGroupStatistics() {
    return noted(m_session.own, callwright::enableSkillGroupStatistics(m_session, {m_number}));
}

CilResult SkillGroup::disableSkillGroupStatistics() {
    return noted(m_session.own, callwright::disableSkillGroupStatistics(m_session, {m_number}));
}

} // namespace callwright
