"""tables_data.cpp: the tables as constexpr C++ data, with the look-up rows that make them fast."""

from facts import FIELD_TYPES, NEWEST, OLDEST, SIZES, linked, max_bytes, max_count, since_version, versions

HEAD = """// Made by cil/protocol/generate from cil/protocol/tables. Do not edit.
#include "cil/protocol/tables_data.h"

namespace callwright::protocol::data {

namespace {
"""

HEADER = 8  # bytes

KINDS = {"request": "Request", "confirmation": "Confirmation", "event": "Event", "other": "Other"}
DIRECTIONS = {"client->server": "ToServer", "server->client": "ToClient", "both": "Both"}
PRESENCES = {"yes": "Required", "conditional": "Conditional", "no": "Optional"}


def tables_source(facts):
    ids = {name: i + 1 for i, name in enumerate(facts.fields())}
    sets = _ValueSets(facts)
    out = [HEAD]
    specs = [_message(facts, row, ids, sets, out) for row in facts.messages]
    out += ["constexpr MessageSpec allMessages[] = {"] + specs + ["};\n"]
    by_number = ["nullptr" if i < 0 else f"&allMessages[{i}]" for i in _message_numbers(facts)]
    out += _names(facts)
    out += _field_flags(facts)
    out += sets.definition()
    out += _enum_names(facts)
    out += _index("everyTag", facts.tags, "std::uint16_t")
    out.append(TAIL)
    out.append("const std::array<const MessageSpec*, messageNumberEnd> messageByNumber = {" + ", ".join(by_number) + "};")
    out.append("\n} // namespace callwright::protocol::data")
    return "\n".join(out) + "\n"


TAIL = """} // namespace

std::span<const MessageSpec> messages() { return allMessages; }
std::span<const std::string_view> fieldNames() { return allFieldNames; }
std::span<const std::uint8_t> fieldTraits() { return allFieldTraits; }
std::span<const ValueSet> valueSets() { return allValueSets; }
std::span<const EnumValue> enumValues() { return allEnumValues; }
std::span<const std::uint16_t> tags() { return everyTag; }
"""


def _message(facts, row, ids, sets, out):
    name = row["name"]
    fixed, alternate = facts.fixed.get(name, []), facts.alternates.get(name, [])
    floating = facts.floating.get(name, [])
    _fixed_array(f"{name}_fixed", fixed, sets, out)
    _fixed_array(f"{name}_alternate", alternate, sets, out)
    _floating_array(f"{name}_floating", name, facts, floating, sets, out)
    out += _index(f"{name}_slots", _field_slots(fixed, floating, ids), "std::uint8_t")
    out += _index(f"{name}_tags", _tag_slots(facts, name, floating), "std::uint8_t")
    parts = [
        f"MessageType::{name}", f'"{name}"', f"Kind::{KINDS[row['kind']]}",
        f"Direction::{DIRECTIONS[row['direction']]}", str(int(row["min_version"] or 0)),
        "true" if row["fixed_bytes"] else "false", _ref(f"{name}_fixed", fixed), _ref(f"{name}_alternate", alternate),
        _ref(f"{name}_floating", floating), _layouts(fixed), f"{name}_slots", f"{name}_tags",
    ]
    return "    {" + ", ".join(parts) + "},"


def _ref(name, rows):
    return name if rows else "{}"


def _layouts(fixed):
    """For each version from the oldest on: how many fixed fields it has, and their bytes."""
    cells = []
    for version in range(OLDEST, NEWEST + 1):
        present = [row for row in fixed if versions(row)[0] <= version]
        cells.append(f"{{{len(present)}, {sum(SIZES[row['type']] for row in present)}}}")
    return "{{" + ", ".join(cells) + "}}"


def _fixed_array(array, rows, sets, out):
    offset = 0
    lines = []
    for row in rows:
        first, last = versions({"min_version": "", "max_version": "", **row})
        size = SIZES[row["type"]]
        lines.append(f"    {{Field::{row['field']}, FieldType::{FIELD_TYPES[row['type']]}, {size}, {first}, {last}, "
                     f"{offset}, {sets.of(row)}, {max_count(row)}, {HEADER + offset + size - 4}, {hex(256 ** size - 1)}}},")
        offset += size
    if lines:
        out += [f"constexpr FixedField {array}[] = {{"] + lines + ["};"]


def _floating_array(array, message, facts, rows, sets, out):
    lines = []
    for row in rows:
        first, last = versions(row)
        home = next(i for i, other in enumerate(rows) if other["field"] == row["field"])
        lines.append(
            f"    {{Field::{row['field']}, FieldType::{FIELD_TYPES[row['type']]}, "
            f"Presence::{PRESENCES[row['required']]}, {'true' if row['repeats'] == 'yes' else 'false'}, "
            f"{row['tag_number'] or 0}, {max_bytes(row)}, {first}, {last}, Field::{row['group_leader'] or 'None'}, "
            f"Field::{row['count_field'] or 'None'}, {facts.aliases.get((message, row['field']), 0)}, {home}, "
            f"{sets.of(row)}}},")
    if lines:
        out += [f"constexpr FloatingField {array}[] = {{"] + lines + ["};"]


def _field_slots(fixed, floating, ids):
    """By field: 0, or 1 + the index among the fixed fields, or 1 + their count + the row of the floating field."""
    slots = [0] * (len(ids) + 1)
    for i, row in enumerate(fixed):
        slots[ids[row["field"]]] = 1 + i
    for i, row in reversed(list(enumerate(floating))):
        assert slots[ids[row["field"]]] == 0 or slots[ids[row["field"]]] > len(fixed), f"twice: {row}"
        slots[ids[row["field"]]] = 1 + len(fixed) + i
    assert max(slots) < 256
    return slots


def _tag_slots(facts, message, floating):
    """By tag: 0, or 1 + the first row of the floating fields that has it."""
    slots = [0] * (facts.tags[-1] + 1)
    for i, row in reversed(list(enumerate(floating))):
        for tag in (int(row["tag_number"] or 0), facts.aliases.get((message, row["field"]), 0)):
            if tag:
                slots[tag] = 1 + i
    return slots


def _index(name, numbers, type_name):
    text = ", ".join(str(number) for number in numbers)
    return [f"constexpr {type_name} {name}[] = {{{text}}};\n"]


def _message_numbers(facts):
    numbers = [-1] * (int(facts.messages[-1]["number"]) + 1)
    for i, row in enumerate(facts.messages):
        numbers[int(row["number"])] = i
    return numbers


def _names(facts):
    text = ", ".join(f'"{name}"' for name in [""] + facts.fields())
    return [f"constexpr std::string_view allFieldNames[] = {{{text}}};\n"]


def _field_flags(facts):
    flags = {"secret": 1, "digits": 2, "zero": 4}
    cells = [sum(bit for trait, bit in flags.items() if name in facts.with_trait(trait)) for name in facts.fields()]
    return _index("allFieldTraits", [0] + cells, "std::uint8_t")


def _enum_names(facts):
    lines = [f'    {{"{name}", {int(row["value"], 0)}u, "{row["name"]}"}},'
             for name, rows in facts.enums.items() for row in rows]
    return ["constexpr EnumValue allEnumValues[] = {"] + lines + ["};\n"]


class _ValueSets:
    """The enums and masks that fields are linked to by their notes; a field row refers to them by index, 0 is none."""

    def __init__(self, facts):
        self.facts = facts
        self.names = [""]

    def of(self, row):
        name = linked(row, "enum") or linked(row, "mask")
        if not name or (name not in self.facts.enums and name not in self.facts.masks):
            return 0
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def definition(self):
        out, sets = [], ['    {"", false, {}},']
        for name in self.names[1:]:
            is_mask = name in self.facts.masks
            rows = self.facts.masks[name] if is_mask else self.facts.enums[name]
            values = ", ".join(f"{{{int(row['value'], 0)}u, {since_version(row) if is_mask else 0}}}" for row in rows)
            out.append(f"constexpr KnownValue {name}_values[] = {{{values}}};")
            sets.append(f'    {{"{name}", {"true" if is_mask else "false"}, {name}_values}},')
        return out + ["constexpr ValueSet allValueSets[] = {"] + sets + ["};\n"]
