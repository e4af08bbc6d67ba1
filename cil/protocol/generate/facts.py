"""Reads the fact tables of cil/protocol/tables into plain rows, checked for what the rest of the generator relies on."""

import csv
import pathlib
import re

OLDEST = 13
NEWEST = 25
WIDE_TAGS = 20  # the first version with tags of two bytes: greater tags cannot come before
NO_LIMIT = 255  # maxVersion of a row without an end
FRAME_BODY = 12492  # the largest body: an array field without a printed limit cannot be longer

SIZES = {"CHAR": 1, "UCHAR": 1, "SHORT": 2, "USHORT": 2, "BOOL": 2, "INT": 4, "UINT": 4, "TIME": 4}

FIELD_TYPES = {
    "CHAR": "Char", "UCHAR": "UChar", "SHORT": "Short", "USHORT": "UShort", "BOOL": "Bool", "INT": "Int",
    "UINT": "UInt", "TIME": "Time", "STRING": "String", "UNSPEC": "Unspec", "NAMEDVAR": "NamedVar",
    "NAMEDARRAY": "NamedArray", "USHORT[]": "UShortArray", "UINT[]": "UIntArray",
}


class Facts:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.messages = sorted(self._read("messages"), key=lambda row: int(row["number"]))
        self.fixed = _by_message(self._read("fixed_fields"))
        self.alternates = _by_message(self._read("fixed_alternates"))
        self.floating = _by_message(self._read("floating_fields"))
        self.aliases = {(r["message"], r["field"]): int(r["tag_number"]) for r in self._read("tag_aliases")}
        self.enums = _grouped(self._read("enums"), "enum_name")
        self.masks = _grouped(self._read("masks"), "mask_name")
        self.tags = sorted({int(row["number"]) for row in self._read("tags") if row["number"]})
        self.traits = self._read("field_traits")
        self._check()

    def _read(self, name):
        with open(self.folder / f"{name}.tsv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    def fields(self):
        """Every field name of the tables, sorted."""
        names = set()
        for table in (self.fixed, self.alternates, self.floating):
            for rows in table.values():
                names.update(row["field"] for row in rows)
        return sorted(names)

    def with_trait(self, trait):
        return {row["field"] for row in self.traits if row["trait"] == trait}

    def _check(self):
        known = {row["name"] for row in self.messages}
        for table in (self.fixed, self.alternates, self.floating):
            unknown = set(table) - known
            assert not unknown, f"fields of unknown messages: {unknown}"
        for message, rows in self.fixed.items():
            _check_fixed(message, rows)
        unknown = {row["field"] for row in self.traits} - set(self.fields())
        assert not unknown, f"traits of unknown fields: {unknown}"


def _check_fixed(message, rows):
    since = 0
    for row in rows:
        assert SIZES[row["type"]] == int(row["bytes"]), f"{message}.{row['field']}: size does not fit the type"
        assert row["type"] not in ("CHAR", "SHORT"), f"{message}.{row['field']}: MessageView would have to extend the sign"
        assert int(row["ordinal"]) == rows.index(row) + 1, f"{message}: fixed fields out of order"
        # A version's fixed part must be a prefix of the newest one: offsets are then the same for every version.
        assert not row["max_version"] and versions(row)[0] >= since, f"{message}: grown elsewhere than at its end"
        since = versions(row)[0]


def versions(row):
    first = int(row["min_version"] or 0)
    if int(row.get("tag_number") or 0) > 255:
        first = max(first, WIDE_TAGS)
    return first, int(row["max_version"] or NO_LIMIT)


def max_bytes(row):
    return int(row["max_bytes"]) if row["max_bytes"].isdigit() else FRAME_BODY


def linked(row, what):
    """The enum or mask that a row's note links its field to, or None."""
    match = re.match(rf"{what} (\w+)", row.get("note") or "")
    return match.group(1) if match else None


def since_version(row):
    match = re.search(r"\bsince (\d+)", row.get("note") or "")
    return int(match.group(1)) if match else 0


def max_count(row):
    """The largest number of groups that a counting field may announce; 0 when the guide gives none."""
    note = row.get("note") or ""
    match = re.search(r"\bmax (\d+)|\b1\.\.(\d+)", note) if row["field"].startswith("Num") else None
    return int(match.group(1) or match.group(2)) if match else 0


def _by_message(rows):
    return _grouped(rows, "message")


def _grouped(rows, key):
    grouped = {}
    for row in rows:
        grouped.setdefault(row[key], []).append(row)
    return grouped
