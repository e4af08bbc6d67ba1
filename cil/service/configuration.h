#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>

/// What a site has, as its server tells it (CTI Server guide v25, Configuration Acquisition Messages).
namespace callwright::service {

enum class ConfigKind : std::uint8_t {
    Service,
    SkillGroup,
    Agent,
    AgentService,
    Device,
    CallType,
    MediaRoutingDomain,
    Peripheral,
    DeskSettings,
    Terminal
};
inline constexpr std::size_t configKindCount = 10;

QString configKindName(ConfigKind kind); ///< "Service", "SkillGroup" ...: for dumps, not for people

/// Records by what identifies them: `<FltPeripheralID>.<PeripheralNumber>` of services, skill groups and devices
/// (without one their Extension, DialedNumber or DNIS), `<FltPeripheralID>.<LoginID>` of agents, otherwise the one id
/// there is. A record has its message's fields by name; lists (FltSkillGroupNumber of an agent) are arrays.
class Configuration {
public:
    using Records = std::map<QString, Arguments>;

    /// More are not kept, whatever a server sends.
    static constexpr std::size_t mostRecords = 200'000;

    const Records& records(ConfigKind kind) const { return m_records[static_cast<std::size_t>(kind)]; }
    const Arguments* find(ConfigKind kind, const QString& id) const; ///< nullptr: none
    std::size_t size() const;                                        ///< records of all kinds
    std::size_t dropped() const { return m_dropped; }                ///< records beyond the limit, or without identity

    /// Takes the records of a CONFIG_... message: added, changed (only what the record carries) or deleted.
    void apply(const protocol::MessageView& message, protocol::CodePage page);
    /// Before these parts (mask ConfigMsgMask) come anew and whole; of one peripheral, or of all (0xFFFFFFFF).
    void forget(std::uint32_t configInformation, std::uint32_t peripheralId = 0xFFFFFFFF);

private:
    void apply(ConfigKind kind, const Arguments& record);

    std::array<Records, configKindCount> m_records;
    std::size_t m_dropped = 0;
};

} // namespace callwright::service
