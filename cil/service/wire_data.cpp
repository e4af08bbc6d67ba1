#include "cil/service/wire_data.h"

#include "cil/events/keywords.h"
#include "cil/service/config_records.h"
#include "cil/service/field_keywords.h"
#include "cil/service/field_values.h"
#include "cil/service/identity.h"
#include "cil/service/text.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::CodePage;
using protocol::Field;
using protocol::FieldType;
using protocol::FieldView;
using protocol::MessageView;

constexpr std::uint32_t notApplicable = 0xFFFFFFFF;

/// A group of the floating part that nests as item[1], item[2] ..., inside `container` where there is one.
struct Group {
    Field leader;
    Keyword item;
    Keyword container;
};

constexpr std::array groups{
    Group{Field::CTIClientSignature, keyword::CTIClient, keyword::CTIClients},
    Group{Field::SkillGroupNumber, keyword::SkillGroup, {}},
    Group{Field::FltSkillGroupNumber, keyword::SkillGroup, {}},
    Group{Field::ConnectedPartyCallID, keyword::ConnectedParty, {}},
    Group{Field::CallConnectionCallID, keyword::CallConnection, {}},
    Group{Field::LineHandle, keyword::Line, {}},
};

/// Members of groups that the CIL names otherwise.
struct Rename {
    Field field;
    Keyword keyword;
};

constexpr std::array renames{
    Rename{Field::CTIClientSignature, keyword::Signature},
    Rename{Field::CTIClientTimestamp, keyword::Timestamp},
    Rename{Field::FltSkillGroupNumber, keyword::SkillGroupNumber},
    Rename{Field::FltSkillGroupID, keyword::SkillGroupID},
    Rename{Field::FltSkillGroupPriority, keyword::SkillGroupPriority},
    Rename{Field::FltSkillGroupState, keyword::SkillGroupState},
};

Keyword memberKeyword(Field field) {
    const auto at = std::ranges::find(renames, field, &Rename::field);
    return at != renames.end() ? at->keyword : keywordOf(field);
}

void addFixed(Arguments& wire, const MessageView& message) {
    const auto fields = message.fixed();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (const auto value = message.fixedNumber(i)) {
            wire.set(keywordOf(fields[i].field), fieldNumber(fields[i].type, *value));
        }
    }
}

void addEcc(Arguments& ecc, const FieldView& field, CodePage page) {
    const auto named = field.named();
    if (!named) {
        return; // validate() has reported it
    }
    QString name = fromWire(named->name, page);
    if (named->index) {
        name += u'[' + QString::number(*named->index) + u']';
    }
    ecc.set(name, fromWire(named->value, page));
}

const Group* groupOf(const FieldView& field) {
    const auto at = std::ranges::find(groups, field.spec->groupLeader, &Group::leader);
    return field.spec->groupLeader != Field::None && at != groups.end() ? &*at : nullptr;
}

void addFloating(Arguments& wire, const MessageView& message, CodePage page) {
    Arguments ecc;
    for (const FieldView& field : message.floating()) {
        if (!field.spec || protocol::isSecret(field.spec->field) || isOfRecord(*field.spec)) {
            continue;
        }
        if (field.spec->type == FieldType::NamedVar || field.spec->type == FieldType::NamedArray) {
            addEcc(ecc, field, page);
            continue;
        }
        const Group* group = groupOf(field);
        const bool isNestedOnly = group && group->container != Keyword();
        const Keyword keyword = group ? memberKeyword(field.spec->field) : keywordOf(field.spec->field);
        const bool isRepetition = group && wire.contains(keyword);
        if (!isNestedOnly && !isRepetition) {
            if (ArgValue value = fieldValue(field, page); value.type() != ArgType::NotSet) {
                wire.set(keyword, std::move(value));
            }
        }
    }
    if (!ecc.isEmpty()) {
        wire.set(keyword::ECC, std::move(ecc));
    }
}

void addGroup(Arguments& wire, const MessageView& message, const Group& group, CodePage page) {
    Arguments contained;
    int index = 0;
    for (const auto& fields : message.groups(group.leader)) {
        Arguments item;
        for (const FieldView& field : fields) {
            if (field.spec && field.spec->groupLeader == group.leader) {
                item.set(memberKeyword(field.spec->field), fieldValue(field, page));
            }
        }
        if (!item.isEmpty()) {
            Arguments& target = group.container == Keyword() ? wire : contained;
            target.set(Keyword::indexed(group.item, ++index), std::move(item));
        }
    }
    if (!contained.isEmpty()) {
        wire.set(group.container, std::move(contained));
    }
}

bool hasGroup(const MessageView& message, Field leader) {
    const FieldView* field = message.find(leader);
    return field && field->spec && field->spec->groupLeader == leader;
}

} // namespace

Arguments wireData(const MessageView& message, CodePage page) {
    Arguments wire;
    wire.reserve(message.fixed().size() + message.floating().size() + 1);
    addFixed(wire, message);
    addFloating(wire, message, page);
    for (const Group& group : groups) {
        if (hasGroup(message, group.leader)) {
            addGroup(wire, message, group, page);
        }
    }
    int index = 0;
    for (Arguments& record : configRecords(message, page)) {
        wire.set(Keyword::indexed(keyword::Record, ++index), std::move(record));
    }
    const auto day = wire.toUInt(keyword::RouterCallKeyDay);
    const auto call = wire.toUInt(keyword::RouterCallKeyCallID);
    if (const QString id = day && call ? enterpriseId(*day, *call) : QString(); !id.isEmpty()) {
        wire.set(keyword::ICMEnterpriseUniqueID, id);
    }
    return wire;
}

std::vector<SnapshotCall> snapshotCalls(const MessageView& message, CodePage page) {
    std::vector<SnapshotCall> calls;
    for (const auto& fields : message.groups(Field::CallConnectionCallID)) {
        SnapshotCall call;
        for (const FieldView& field : fields) {
            if (!field.spec) {
                continue;
            }
            switch (field.spec->field) {
            case Field::CallConnectionCallID:
                call.connectionCallId = field.number().value_or(notApplicable);
                break;
            case Field::CallConnectionDeviceIDType:
                call.connectionDeviceIdType = field.number().value_or(0);
                break;
            case Field::CallConnectionDeviceID:
                call.connectionDeviceId = fromWire(field.text(), page);
                break;
            case Field::CallState:
                call.callState = field.number().value_or(0);
                break;
            case Field::SilentMonitorStatus:
                call.silentMonitorStatus = field.number().value_or(0);
                break;
            default:
                break;
            }
        }
        calls.push_back(std::move(call));
    }
    return calls;
}

} // namespace callwright::service
