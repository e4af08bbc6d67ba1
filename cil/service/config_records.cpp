#include "cil/service/config_records.h"

#include "cil/service/field_keywords.h"
#include "cil/service/field_values.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::FloatingField;

constexpr std::array listCounters{Field::NumServiceMembers, Field::NumSkills, Field::NumMRDs, Field::NumInstruments,
                                  Field::NumOfEnabledServices};

/// Repeats within its record.
bool isOfList(const FloatingField& field) {
    return std::ranges::find(listCounters, field.countField) != listCounters.end();
}

void append(Arguments& record, Keyword key, const ArgArray& elements) {
    const ArgValue* before = record.find(key);
    ArgArray all = before && before->array() ? *before->array() : ArgArray();
    all.insert(all.end(), elements.begin(), elements.end());
    record.set(key, std::move(all));
}

} // namespace

bool isOfRecord(const FloatingField& field) { return field.countField == Field::NumRecords || isOfList(field); }

std::vector<Arguments> configRecords(const protocol::MessageView& message, protocol::CodePage page) {
    std::vector<Arguments> records;
    if (!message.spec() || message.spec()->findFixed(Field::NumRecords, message.version()) == nullptr)
        return records;
    for (const protocol::FieldView& field : message.floating()) {
        if (!field.spec || !isOfRecord(*field.spec))
            continue;
        const Keyword key = keywordOf(field.spec->field);
        if (records.empty() || (!isOfList(*field.spec) && records.back().contains(key)))
            records.emplace_back();
        if (isOfList(*field.spec))
            append(records.back(), key, fieldElements(field, page));
        else
            records.back().set(key, fieldValue(field, page));
    }
    return records;
}

} // namespace callwright::service
