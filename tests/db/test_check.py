"""The check of a base finds what is broken and keeps quiet over what is sound."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from db.check import faults
from db.engine import open_base
from tests.db.content import add_order, add_person


def test_a_sound_base_has_no_faults(base):
    add_order(base, add_person(base, "Иванова"), add_person(base, "Петров"))
    assert faults(base, [("наставник без имени", "SELECT 1 WHERE 1 = 0")]) == []


def test_an_own_rule_tells_its_sentence_and_the_rows(base):
    for number in range(12):
        add_person(base, f"Петров {number}")
    (fault,) = faults(base, [("человек без должности", "SELECT person_id FROM people ORDER BY 1")])
    assert fault == "Человек без должности: записи № 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 и ещё 2."


def test_a_key_that_leads_nowhere_is_found(sqlite_path):
    with open_base(sqlite_path) as base:
        add_order(base, add_person(base, "Иванова"), add_person(base, "Петров"))
    with closing(sqlite3.connect(sqlite_path)) as raw, raw:
        raw.execute("DELETE FROM pairings")
    with open_base(sqlite_path) as base:
        (fault,) = faults(base)
    assert "pairing_members" in fault


def test_an_index_that_lost_its_rows_is_found(sqlite_path):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров")
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as raw:
        index = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_people_search_key'"
        (page,) = raw.execute(index).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
        raw.execute("PRAGMA journal_mode = DELETE")
    with sqlite_path.open("r+b") as file:
        # An index page without cells: type 10, no free block, no cells, contents at the end.
        file.seek((page - 1) * size)
        file.write(b"\x0a\x00\x00\x00\x00" + size.to_bytes(2, "big") + b"\x00")
    with open_base(sqlite_path) as base:
        found = faults(base)
    assert found
    assert all(fault.startswith("Файл базы повреждён") for fault in found)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("ALTER TABLE people ADD COLUMN nickname TEXT", "nickname"),
        ("DROP TABLE marks", "marks"),
        ("DROP INDEX ix_people_search_key", "ix_people_search_key"),
    ],
)
def test_a_schema_that_differs_is_found(base, change, word):
    with base.writing() as connection:
        connection.execute(text(change))
    found = faults(base)
    assert found
    assert word in " ".join(found)
