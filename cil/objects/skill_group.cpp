#include "cil/objects/skill_group.h"

#include "cil/events/keywords.h"
#include "cil/objects/class_identifiers.h"
#include "cil/service/identity.h"

namespace callwright {

SkillGroup::SkillGroup(std::uint32_t peripheralId, std::uint32_t number, QObject* parent)
    : QObject(parent),
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

} // namespace callwright
