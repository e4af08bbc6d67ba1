#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace callwright {

struct PersonName {
    QString first;
    QString last;
    QString loginName;
};

/// Who people and what groups are: CTI Server names both by numbers only. nullopt: not known.
class Directory {
public:
    virtual ~Directory() = default;
    virtual std::optional<PersonName> person(std::uint32_t peripheralId, const QString& agentId) const = 0;
    virtual std::optional<QString> skillGroup(std::uint32_t peripheralId, std::uint32_t number) const = 0;
};

} // namespace callwright
