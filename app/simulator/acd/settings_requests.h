#pragma once

#include "app/simulator/acd/context.h"

#include <tl/expected.hpp>

/// Requests that leave something behind for later (CTI Server guide v25, Miscellaneous and Call Data Update).
namespace callwright::simulator {

/// SET_APP_DATA_REQ: variables of an application path; those that are not given stay as they are.
SwitchAnswer setApplicationData(Context& context, const protocol::MessageView& message);

/// SET_DEVICE_ATTRIBUTES_REQ: service, skill group and call type that calls made from a device have from now on, unless
/// their own way gives them others. Every phone counts as one that may be given some.
SwitchAnswer setDeviceAttributes(Context& context, const protocol::MessageView& message);

/// SET_AGENT_SERVICE_DATA_REQ: what an agent made of the answers suggested in a call. What is wrong with it is said in
/// the confirmation's Status.
SwitchAnswer setServiceData(Context& context, const protocol::MessageView& message);

/// The skill group that number and id mean together; one of them may be NULL_SKILL_GROUP.
tl::expected<const SkillGroupConfig*, StatusCode> findGroup(const AcdConfig& config, std::uint32_t groupNumber,
                                                            std::uint32_t groupId);

} // namespace callwright::simulator
