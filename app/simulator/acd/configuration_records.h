#pragma once

#include "app/simulator/acd/context.h"

#include <string>
#include <vector>

/// The configuration as CTI clients may load it (CTI Server guide v25, Configuration Acquisition Messages).
namespace callwright::simulator {

/// Records of the kind that one bit of ConfigMsgMask stands for, all to be added; empty: there are none.
std::vector<FieldValues> configurationRecords(const Context& context, std::uint32_t kind);
/// Eight bytes that change whenever one of those records does; never all zero.
std::string configurationKey(const Context& context, std::uint32_t kind);

/// Somebody administers the site: the name is another one, and clients are told. `config` is part of the context's.
void renameAgent(Context& context, AgentConfig& config, const std::string& name);
void renameGroup(Context& context, SkillGroupConfig& config, const std::string& name);

} // namespace callwright::simulator
