#!/usr/bin/env python3
"""Makes failure_table.cpp from tables/failures.tsv: which code has which name and tells of which situation.

Usage: generate_failures.py TABLE OUTPUT
"""
import csv
import sys

KINDS = {"Status": "statusFailures", "Control": "controlFailures", "Peripheral": "peripheralFailures",
         "Cause": "causeFailures", "Security": "securityFailures"}


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = ["// Generated from cil/service/tables/failures.tsv.", '#include "cil/service/failure_table.h"\n',
             "namespace callwright::service::detail {", "namespace {\n"]
    for kind in KINDS:
        lines.append(f"constexpr Failure {kind.lower()}[] = {{")
        mine = sorted(((int(row["code"]) & 0xFFFFFFFF, row) for row in rows if row["kind"] == kind), key=lambda pair: pair[0])
        lines += [f'    {{{code}U, "{row["name"]}", Situation::{row["situation"]}}},' for code, row in mine]
        lines.append("};\n")
    lines.append("} // namespace\n")
    for kind, function in KINDS.items():
        lines += [f"std::span<const Failure> {function}() {{", f"    return {kind.lower()};", "}\n"]
    lines += ["} // namespace callwright::service::detail", ""]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    main()
