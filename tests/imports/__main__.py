"""More generated tables than the tests read: ``python -m tests.imports 500 --first 1000``.

Prints every difference between the facts of a table and its reading, with the kind and number
that make the same table again; the answer is 1 when there was any.
"""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json
from tests.imports.generator import school_table
from tests.imports.test_generated_tables import KINDS, TODAY, differences, form_of
from tests.imports.written_files import write_table


def found_in(kind, number, folder):
    """Every difference of one table."""
    table = school_table(kind, number)
    form = form_of(table, number)
    path = write_table(folder, table, form)
    read = json.loads(json.dumps(reading_as_json(read_file(path, today=TODAY))))
    return [f"{kind} {number} ({form}): {one}" for one in differences(table, read, form)]


def main():
    """Read so many tables of each kind, from a number on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="tables of each kind")
    parser.add_argument("--first", type=int, default=1000, help="number of the first table")
    asked = parser.parse_args()
    total = 0
    with TemporaryDirectory() as name:
        for kind in KINDS:
            for number in range(asked.first, asked.first + asked.count):
                found = found_in(kind, number, Path(name))
                total += bool(found)
                for one in found:
                    print(one)
    print(f"{asked.count * len(KINDS)} tables, {total} read otherwise")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
