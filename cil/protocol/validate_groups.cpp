#include "cil/protocol/validate_groups.h"

#include "cil/protocol/wire.h"

#include <algorithm>

namespace callwright::protocol {

namespace {

StatusCode codeOfCount(Field counter) {
    switch (counter) {
    case Field::NumNamedVariables:
        return StatusCode::E_CTI_INVALID_NUM_NAMED_VARIABLES;
    case Field::NumNamedArrays:
        return StatusCode::E_CTI_INVALID_NUM_NAMED_ARRAYS;
    case Field::NumParties:
        return StatusCode::E_CTI_INVALID_NUM_PARTIES;
    case Field::NumSkillGroups:
    case Field::NumFltSkillGroups:
        return StatusCode::E_CTI_INVALID_NUM_SKILL_GROUPS;
    case Field::NumLines:
        return StatusCode::E_CTI_INVALID_NUM_LINES;
    default:
        return StatusCode::E_CTI_BAD_MESSAGE_FORMAT;
    }
}

/// An array field stands for as many groups as it has elements.
std::size_t countGroups(std::span<const FieldView> fields, Field leader) {
    std::size_t count = 0;
    for (const FieldView& field : fields) {
        if (field.spec != nullptr && field.spec->field == leader) {
            const std::size_t element = wire::elementSize(field.spec->type);
            count += element == 0 ? 1 : field.data.size() / element;
        }
    }
    return count;
}

void compare(const FloatingField& leader, std::uint32_t said, std::size_t found, std::size_t offset,
             std::vector<Error>& findings) {
    if (said != found) {
        findings.push_back({codeOfCount(leader.countField), leader.countField, offset,
                            std::to_string(said) + " announced, " + std::to_string(found) + " " +
                                std::string(name(leader.field)) + " found"});
    }
}

/// A counting field in the floating part speaks for what follows it up to its next occurrence.
void checkFloatingCounts(const MessageView& message, const FloatingField& leader, std::vector<Error>& findings) {
    const auto fields = message.floating();
    const auto isCounter = [&](const FieldView& field) {
        return field.spec != nullptr && field.spec->field == leader.countField;
    };
    for (auto counter = std::ranges::find_if(fields, isCounter); counter != fields.end();) {
        const auto next = std::find_if(counter + 1, fields.end(), isCounter);
        if (const auto said = counter->number()) {
            compare(leader, *said, countGroups({counter + 1, next}, leader.field),
                    counter->offset - 2 * tagSize(message.version()), findings);
        }
        counter = next;
    }
}

void checkCounts(const MessageView& message, std::vector<Error>& findings) {
    for (const FloatingField& row : message.spec()->floating) {
        const bool isOfVersion = message.version() >= row.minVersion && message.version() <= row.maxVersion;
        if (row.groupLeader != row.field || row.countField == Field::None || !isOfVersion) {
            continue;
        }
        const auto fixed = std::ranges::find(message.fixed(), row.countField, &FixedField::field);
        if (fixed == message.fixed().end()) {
            checkFloatingCounts(message, row, findings);
            continue;
        }
        const std::uint32_t said = *message.number(row.countField);
        const std::size_t offset = headerSize + fixed->offset;
        compare(row, said, countGroups(message.floating(), row.field), offset, findings);
        if (fixed->maxCount != 0 && said > fixed->maxCount) {
            findings.push_back({codeOfCount(row.countField), row.countField, offset,
                                std::to_string(said) + " announced, at most " + std::to_string(fixed->maxCount)});
        }
    }
}

/// Members directly follow their leader. Records of CONFIG_* messages are read more freely: see MessageView::groups().
void checkMembers(const MessageView& message, std::vector<Error>& findings) {
    Field open = Field::None;
    for (const FieldView& field : message.floating()) {
        const Field leader = field.spec == nullptr ? Field::None : field.spec->groupLeader;
        const bool isLoose =
            leader != Field::None && leader != field.spec->field && field.spec->countField != Field::NumRecords;
        if (isLoose && open != leader) {
            findings.push_back({StatusCode::E_CTI_BAD_MESSAGE_FORMAT, field.spec->field,
                                field.offset - 2 * tagSize(message.version()),
                                "does not follow its " + std::string(name(leader))});
        }
        open = leader;
    }
}

} // namespace

void validateGroups(const MessageView& message, std::vector<Error>& findings) {
    checkCounts(message, findings);
    checkMembers(message, findings);
}

} // namespace callwright::protocol
