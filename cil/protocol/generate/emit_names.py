"""names.h: messages, fields, enums and masks as C++ names."""

import re

HEAD = """// Made by cil/protocol/generate from cil/protocol/tables. Do not edit.
#pragma once

#include <cstddef>
#include <cstdint>

namespace callwright::protocol {
"""


def names_header(facts):
    out = [HEAD]
    out += _enum("MessageType", "std::uint32_t", [(row["name"], row["number"]) for row in facts.messages])
    fields = facts.fields()
    out += _enum("Field", "std::uint16_t", [("None", "0")] + [(name, str(i + 1)) for i, name in enumerate(fields)])
    out.append(f"inline constexpr std::size_t fieldCount = {len(fields) + 1}; ///< Field::None included\n")
    out.append(f"inline constexpr std::size_t messageNumberEnd = {int(facts.messages[-1]['number']) + 1}; "
               "///< one more than the greatest MessageType\n")
    for name, rows in facts.enums.items():
        if name == "SpecialValue":
            out += _constants(f"inline namespace {name}", [(row["name"], row["value"]) for row in rows])
        else:
            out += _enum(name, "std::uint32_t", enumerators(name, rows))
    for name, rows in facts.masks.items():
        out += _constants(f"namespace {name}", [(row["bit_name"], row["value"]) for row in rows])
    out.append("} // namespace callwright::protocol")
    return "\n".join(out) + "\n"


def enumerators(name, rows):
    """(C++ name, value) of an enum. When one of its names is a single word, such as IN or ERROR, which headers of
    operating systems define as macros, all of them get the enum's name as prefix."""
    prefix = ""
    if any("_" not in row["name"] for row in rows):
        prefix = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper() + "_"
    return [(prefix + row["name"], row["value"]) for row in rows]


def _enum(name, base, entries):
    return [f"enum class {name} : {base} {{"] + [f"    {entry} = {value}," for entry, value in entries] + ["};\n"]


def _constants(opening, entries):
    lines = [f"    inline constexpr std::uint32_t {entry} = {value};" for entry, value in entries]
    return [f"{opening} {{"] + lines + ["}\n"]
