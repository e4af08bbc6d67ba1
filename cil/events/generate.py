#!/usr/bin/env python3
"""Makes keywords.h, event_list.{h,cpp}, listeners.h and keyword_names.cpp from tables/*.tsv.

The tables are the one list of events and keywords; everything that names them in C++ comes from here. What no event
stands for is published under the name of its message: those names are the wire's own list, cil/protocol/tables.
Usage: generate.py TABLES_FOLDER WIRE_TABLES_FOLDER OUTPUT_FOLDER
"""
import csv
import pathlib
import re
import sys

INTERFACES = ["ISessionEvents", "ICallEvents", "IAgentEvents", "ISkillGroupEvents", "IButtonEnablementEvents",
              "IMonitoredAgentEvents", "IMonitoredCallEvents", "ISilentMonitorEvents"]
TYPES = {"INT": "Int", "UINT": "UInt", "SHORT": "Short", "USHORT": "UShort", "BOOL": "Bool", "STRING": "String",
         "ARGUMENTS": "Arguments"}
VARIANTS = {"MinimizeEventArgs=0": "LongForm", "CTIOS-based": "CtiosMonitoring", "CCM-based": "CcmMonitoring"}
BANNER = "// Generated from cil/events/tables by generate.py.\n"


def read(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Event:
    def __init__(self, row, names):
        self.name = row["event"]
        self.interface = row["interface"]
        self.id = int(row["id"], 0)
        self.wire = [int(number) for number in row["wire"].split()]
        self.filterable = row["filterable"] == "yes"
        self.fired = row["fired"] == "yes"
        shared = names.count(self.name) > 1  # OnControlFailureConf stands in two interfaces
        topic = self.interface.removeprefix("I").removesuffix("Events")
        self.enumerator = self.name.replace("On", "On" + topic, 1) if shared else self.name
        self.parameters = []
        self.is_open = False


def add_parameters(events, rows):
    by_name = {}
    for event in events:
        by_name.setdefault(event.name, []).append(event)
    for row in rows:
        for event in by_name[row["event"]]:
            if row["variant"] in INTERFACES and row["variant"] != event.interface:
                continue
            include = re.fullmatch(r"\(all of (\w+)\)", row["keyword"])
            if include:
                source = by_name[include.group(1)][0]
                known = {parameter[0] for parameter in event.parameters}
                event.parameters += [p for p in source.parameters if p[0] not in known]
                event.is_open |= source.is_open
            elif row["keyword"].startswith("("):
                event.is_open = True  # any further keys: statistics, custom settings
            elif "/" in row["keyword"] or row["variant"].startswith("inside "):
                within = row["keyword"].split("/")[0] if "/" in row["keyword"] else "SkillGroup"
                add_parameter(event, row["keyword"].split("/")[-1], row, within)
            else:
                add_parameter(event, row["keyword"], row, "")


def add_parameter(event, name, row, within):
    base = re.sub(r"\[\w+\]$", "", name)
    if any(p[0] == base and p[5] == within for p in event.parameters):
        if not within and any(p[0] == base and p[3] != "LongForm" and p[3] != "Always" for p in event.parameters):
            event.parameters = [(*p[:3], "Always", *p[4:]) if p[0] == base else p for p in event.parameters]
        return
    variant = VARIANTS.get(row["variant"], "Always")
    event.parameters.append((base, TYPES[row["type"]], row["optional"] == "yes", variant, base != name, within))


def collect_keywords(events, properties, extra):
    names = {row["keyword"] for row in extra if not row["alias_of"]}
    names |= {p[0] for event in events for p in event.parameters} | {p[5] for e in events for p in e.parameters if p[5]}
    names |= {re.sub(r"\[\w+\]$", "", row["keyword"]) for row in properties}
    unique = {}
    for name in sorted(names):
        if unique.setdefault(name.lower(), name) != name:
            sys.exit(f"keywords {name} and {unique[name.lower()]} differ in case only")
        if not name.isidentifier():
            sys.exit(f"keyword {name} is no identifier")
    return sorted(unique.values(), key=str.lower)


def keywords_header(keywords):
    lines = [BANNER + "#pragma once\n", '#include "cil/events/arguments.h"\n',
             "/// The known keywords. Number 0 is no keyword.", "namespace callwright::keyword {\n"]
    lines += [f"inline constexpr Keyword {name}{{{number}}};" for number, name in enumerate(keywords, 1)]
    return "\n".join(lines + ["\n} // namespace callwright::keyword", ""])


def keyword_names(keywords, aliases):
    spellings = {name.lower(): number for number, name in enumerate(keywords, 1)}
    for row in aliases:
        spellings[row["keyword"].lower()] = spellings[row["alias_of"].lower()]
    lines = [BANNER, '#include "cil/events/keyword_names.h"\n', "namespace callwright::detail {", "namespace {\n",
             "constexpr QStringView names[] = {"]
    lines += [f'    u"{name}",' for name in keywords] + ["};\n", "constexpr Spelling spellings[] = {"]
    lines += [f'    {{u"{text}", {spellings[text]}}},' for text in sorted(spellings)] + ["};\n", "} // namespace\n"]
    lines += ["std::span<const QStringView> knownNames() {\n    return names;\n}\n",
              "std::span<const Spelling> knownSpellings() {\n    return spellings;\n}\n", "} // namespace callwright::detail", ""]
    return "\n".join(lines)


def event_list_header(events):
    lines = [BANNER + "#pragma once\n", '#include "cil/events/event_types.h"\n', "#include <cstdint>\n",
             "namespace callwright {\n", "/// Every event there is. Numbers: cil/events/event_types.h.",
             "enum class EventId : std::uint32_t {", "    None = 0,"]
    for event in sorted(events, key=lambda e: e.id):
        value = str(event.id) if event.id < 0x10000 else f"0x{event.id:08X}"
        lines.append(f"    {event.enumerator} = {value},")
    lines += ["};\n", f"inline constexpr std::size_t eventCount = {len(events)};\n", "} // namespace callwright", ""]
    return "\n".join(lines)


def generic_events(events, messages):
    """The messages with a layout, or of a header only, that may reach a client and that no event stands for."""
    mapped = {number for event in events if event.fired for number in event.wire}
    return [row for row in messages if (row["fixed_bytes"] or "header only" in row["note"]) and row["direction"] != "client->server"
            and int(row["number"]) not in mapped]


def event_list_source(events, messages):
    lines = [BANNER, '#include "cil/events/event_table.h"', '#include "cil/events/keywords.h"\n',
             "namespace callwright::detail {", "namespace {\n"]
    for event in events:
        if event.parameters:
            lines.append(f"constexpr Parameter parameters{event.enumerator}[] = {{")
            for name, kind, optional, variant, indexed, within in event.parameters:
                inside = f"keyword::{within}" if within else "Keyword()"
                lines.append(f"    {{keyword::{name}, ArgType::{kind}, {str(optional).lower()}, "
                             f"EventVariant::{variant}, {str(indexed).lower()}, {inside}}},")
            lines.append("};")
        if event.wire:
            lines.append(f"constexpr std::uint32_t wire{event.enumerator}[] = {{{', '.join(map(str, event.wire))}}};")
    lines.append("\nconstexpr EventSpec events[] = {")
    for event in sorted(events, key=lambda e: e.id):
        parameters = f"parameters{event.enumerator}" if event.parameters else "{}"
        wire = f"wire{event.enumerator}" if event.wire else "{}"
        lines.append(f'    {{EventId::{event.enumerator}, u"{event.name}", EventInterface::{event.interface}, '
                     f"{parameters}, {wire}, {str(event.is_open).lower()}, {str(event.filterable).lower()}, "
                     f"{str(event.fired).lower()}}},")
    lines += ["};\n", "constexpr EventSpec generic[] = {"]
    for row in sorted(generic_events(events, messages), key=lambda row: int(row["number"])):
        lines.append(f'    {{EventId({row["number"]}), u"{row["name"]}", EventInterface::IGenericEvents, {{}}, {{}}, '
                     "true, true, true},")
    lines += ["};\n", "} // namespace\n", "std::span<const EventSpec> eventTable() {\n    return events;\n}\n",
              "std::span<const EventSpec> genericTable() {\n    return generic;\n}\n",
              "} // namespace callwright::detail", ""]
    return "\n".join(lines)


def listeners_header(events):
    lines = [BANNER + "#pragma once\n", '#include "cil/events/arguments.h"', '#include "cil/events/event_list.h"\n',
             "/// One class an interface, one virtual an event, empty by default: override what you want to hear.",
             "/// OnControlFailureConf stands in ICallEvents and in IAgentEvents: a failed request comes to the one whose",
             "/// object it was made on. IAllInOne has every interface; its override of OnControlFailureConf gets both.",
             "namespace callwright {\n"]
    for interface in INTERFACES:
        mine = [event for event in events if event.interface == interface]
        lines += [f"class {interface} {{", "public:", f"    virtual ~{interface}() = default;"]
        lines += [f"    virtual void {event.name}(Arguments& /*arguments*/) {{}}" for event in mine]
        lines += ["};\n"]
    lines += ["/// Every event there is, as its id and its Arguments.", "class IGenericEvents {", "public:",
              "    virtual ~IGenericEvents() = default;",
              "    virtual void OnEvent(EventId /*id*/, Arguments& /*arguments*/) {}", "};\n",
              "class IAllInOne : " + ",\n                  ".join(f"public {name}" for name in INTERFACES) + " {",
              "public:", "    void OnControlFailureConf(Arguments& /*arguments*/) override {}", "};\n",
              "} // namespace callwright", ""]
    return "\n".join(lines)


def dispatch_source(events):
    lines = [BANNER, '#include "cil/events/dispatch.h"\n', "namespace callwright::detail {\n"]
    for interface in INTERFACES:
        lines += [f"void deliver({interface}& listener, EventId id, Arguments& arguments) {{", "    switch (id) {"]
        for event in events:
            if event.interface == interface:
                lines += [f"    case EventId::{event.enumerator}:", f"        listener.{event.name}(arguments);",
                          "        return;"]
        lines += ["    default:", "        return; // an event of another interface", "    }", "}\n"]
    return "\n".join(lines + ["} // namespace callwright::detail", ""])


def main():
    tables, wire_tables, output = (pathlib.Path(argument) for argument in sys.argv[1:4])
    rows = read(tables, "events.tsv")
    events = [Event(row, [r["event"] for r in rows]) for row in rows]
    if len({event.id for event in events}) != len(events):
        sys.exit("two events have one id")
    add_parameters(events, read(tables, "event_params.tsv"))
    extra = read(tables, "keywords.tsv")
    keywords = collect_keywords(events, read(tables, "properties.tsv"), extra)
    output.mkdir(parents=True, exist_ok=True)
    made = {"keywords.h": keywords_header(keywords),
            "keyword_names.cpp": keyword_names(keywords, [row for row in extra if row["alias_of"]]),
            "event_list.h": event_list_header(events), "event_list.cpp": event_list_source(events, read(wire_tables, "messages.tsv")),
            "listeners.h": listeners_header(events), "dispatch.cpp": dispatch_source(events)}
    for name, text in made.items():
        (output / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
