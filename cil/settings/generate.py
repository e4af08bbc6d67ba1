#!/usr/bin/env python3
"""Makes schema_table.cpp from tables/schema.tsv (every setting) and tables/shipped.tsv (list entries the product ships).

Usage: generate.py TABLES_FOLDER OUTPUT
"""
import csv
import pathlib
import sys

TYPES = {"text": "Text", "integer": "Integer", "boolean": "Boolean", "choice": "Choice"}
SCOPES = {"desktop": "Desktop", "login": "Login", "server": "Server", "client": "Client"}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def quoted(text):
    return 'u"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def spec(row):
    text = row["type"] == "text"
    minimum = row["minimum"] or "0"
    maximum = row["maximum"] or ("4294967295" if not text else "1000")
    return (f'    {{{quoted(row["path"])}, SettingType::{TYPES[row["type"]]}, {quoted(row["default"])}, {minimum}LL, '
            f'{maximum}LL, {quoted(row["choices"])}, SettingScope::{SCOPES[row["scope"]]}, {quoted(row["meaning"])}}},')


def main():
    tables = pathlib.Path(sys.argv[1])
    lines = ["// Generated from cil/settings/tables.", '#include "cil/settings/schema.h"\n', "namespace callwright {",
             "namespace {\n", "constexpr SettingSpec schema[] = {"]
    lines += [spec(row) for row in read(tables / "schema.tsv")] + ["};\n", "constexpr ShippedSetting shipped[] = {"]
    lines += [f'    {{{quoted(row["path"])}, {quoted(row["value"])}}},' for row in read(tables / "shipped.tsv")]
    lines += ["};\n", "} // namespace\n", "std::span<const SettingSpec> settingSchema() {\n    return schema;\n}\n",
              "std::span<const ShippedSetting> shippedSettings() {\n    return shipped;\n}\n",
              "} // namespace callwright", ""]
    pathlib.Path(sys.argv[2]).write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
