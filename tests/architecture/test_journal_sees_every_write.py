"""The journal lives in the flush of the ORM: a statement that goes round it is forbidden."""

import ast
import re

# Place -> why it may write without the journal.
ALLOWED = {
    "db/journal.py": "it undoes and redoes steps, and marks them so",
    "db/recording.py": "it writes the journal itself, inside the flush",
    "db/migrations/": "a change of the schema is not a step of the user",
}
BULK_STATEMENTS = {"insert", "update", "delete"}
BULK_METHODS = {
    *("bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings"),
    *("executemany", "query"),
}
WRITING_SQL = re.compile(
    r"\s*(insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from)\b", re.I
)


def test_no_write_passes_the_journal_by(program):
    watched = [
        source for source in program if source.name.startswith(("db/", "nastavnik_desktop/"))
    ]
    found = [
        f"{source.name}:{line} {what}"
        for source in watched
        if not source.name.startswith(tuple(ALLOWED))
        for line, what in _bulk_writes(source)
    ]
    assert found == []


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
