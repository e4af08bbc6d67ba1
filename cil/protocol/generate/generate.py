"""Makes names.h and tables_data.cpp from the fact tables: generate.py TABLES OUTPUT_FOLDER"""

import pathlib
import sys

from emit_names import names_header
from emit_tables import tables_source
from facts import Facts


def main(tables, output):
    facts = Facts(tables)
    write(pathlib.Path(output) / "names.h", names_header(facts))
    write(pathlib.Path(output) / "tables_data.cpp", tables_source(facts))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
