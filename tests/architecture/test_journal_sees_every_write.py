"""The journal lives in the flush of the ORM: a statement that goes round it is forbidden."""

import ast
import re

import pytest

# File -> why it may write without the journal.
ALLOWED = {
    "db/journal.py": "it marks steps as undone and done again",
    "db/recording.py": "it writes the journal itself, inside the flush",
    "db/replay.py": "it plays journaled rows back and forth; the steps are marked in the journal",
    "db/transfer.py": "it fills a new base with all rows of another, the journal among them",
    "db/migrate.py": "it closes old steps after an upgrade, which is no step of the user",
}
REVISIONS = "db/migrations/"  # a change of the schema is no step of the user
BULK_STATEMENTS = {"insert", "update", "delete"}
BULK_METHODS = {
    *("bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings"),
    *("executemany", "query"),
}
WRITING_SQL = re.compile(
    r"\s*(insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from)\b", re.I
)


@pytest.fixture(scope="module")
def writes(program):
    """Statements that go round the flush, as (file, line, statement)."""
    return [
        (source.name, line, what)
        for source in program
        if source.name.startswith(("db/", "nastavnik_desktop/"))
        and not source.name.startswith(REVISIONS)
        for line, what in _bulk_writes(source)
    ]


def test_no_write_passes_the_journal_by(writes):
    assert [write for write in writes if write[0] not in ALLOWED] == []


def test_no_place_is_allowed_without_need(writes):
    assert set(ALLOWED) - {write[0] for write in writes} == set()


def _bulk_writes(source):
    for node in source.nodes(ast.ImportFrom):
        if node.module and node.module.split(".")[0] == "sqlalchemy":
            names = {alias.name for alias in node.names} & BULK_STATEMENTS
            yield from ((node.lineno, name) for name in names)
    for node in source.nodes(ast.Call):
        if isinstance(node.func, ast.Attribute) and _is_bulk(node.func):
            yield node.lineno, ast.unparse(node.func)
    for node in source.nodes(ast.Constant):
        if isinstance(node.value, str) and WRITING_SQL.match(node.value):
            yield node.lineno, node.value.strip()[:40]


def _is_bulk(called):
    if called.attr in BULK_METHODS:
        return True
    owner = ast.unparse(called.value)
    return called.attr in BULK_STATEMENTS and owner.endswith(("__table__", "sqlalchemy", "sa"))


def test_the_watch_sees_each_way_round(tmp_path):
    ways = (
        "from sqlalchemy import select, update",
        "from sqlalchemy.dialects.sqlite import insert",
        "session.query(Person)",
        "connection.execute(Person.__table__.delete())",
        "sqlalchemy.update(Person)",
        "connection.execute(text('UPDATE people SET last_name = 1'))",
        "session.bulk_save_objects(people)",
    )
    unseen = [way for way in ways if not list(_bulk_writes(_Parsed(way)))]
    assert unseen == []


class _Parsed:
    """A line of code with the face of a source file."""

    def __init__(self, text):
        self._tree = ast.parse(text)

    def nodes(self, *kinds):
        return (node for node in ast.walk(self._tree) if isinstance(node, kinds))
