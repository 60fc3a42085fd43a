"""Revisions: the models' schema, every step up and down, upgrades that succeed and that fail."""

import importlib.util
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, inspect, make_url, text

from db import backup, journal, migrate, migrations
from db.check import faults
from db.engine import open_base
from db.migrations.__main__ import draft
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable
from tests.db.content import add_order, add_person, last_names, rows_of

STORED_BASES = Path(__file__).resolve().parents[1] / "data" / "bases"
TOMORROW = f"{int(migrations.HEAD) + 1:04d}"
FOLLOWING = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{known}"
branch_labels = None
depends_on = None


def upgrade():
    {upgrade}


def downgrade():
    pass
"""


def revisions():
    """Newest first."""
    scripts = ScriptDirectory(str(migrate.SCRIPTS))
    return [one.revision for one in scripts.walk_revisions()]


def up_to(connection, revision):
    command.upgrade(migrate.alembic_settings(connection), revision)


def down_to(connection, revision):
    command.downgrade(migrate.alembic_settings(connection), revision)


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request, tmp_path):
    """A connection to an empty database of either kind, in a transaction."""
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path / 'пустая.db'}")
    else:
        url = make_url(request.getfixturevalue("empty_postgres"))
        engine = create_engine(url.set(drivername="postgresql+psycopg"))
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def schema_of(connection):
    """All that the database knows of its tables, in an order of its own."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("SELECT name, sql FROM sqlite_master")).all()
        return {name: definition_lines(sql or "") for name, sql in found}
    seen = inspect(connection)
    return {
        name: [
            sorted(map(repr, getattr(seen, f"get_{kind}")(name)))
            for kind in ("columns", "foreign_keys", "unique_constraints", "indexes")
        ]
        + [
            sorted((check["name"], check["sqltext"]) for check in seen.get_check_constraints(name)),
            seen.get_pk_constraint(name),
        ]
        for name in seen.get_table_names()
    }


def definition_lines(sql):
    """The parts of a table in alphabetical order; a rebuilt table has its name in quotes."""
    lines = re.split(r",?\s*\n\s*", sql.replace('"', ""))
    return sorted(line.strip() for line in lines)


def test_the_head_is_what_the_program_expects():
    assert revisions()[0] == migrations.HEAD


def test_the_revisions_make_the_schema_of_the_models(empty):
    up_to(empty, "head")
    by_revisions = schema_of(empty)
    for table in inspect(empty).get_table_names():
        empty.execute(text(f"DROP TABLE {table}{cascade(empty)}"))
    migrate.create_tables(empty)
    assert by_revisions == schema_of(empty)


def cascade(connection):
    return "" if connection.dialect.name == "sqlite" else " CASCADE"


def test_every_revision_goes_up_and_down_and_leaves_no_trace(empty):
    upwards = revisions()[::-1]
    states = []
    for revision in upwards:
        states.append(schema_of(empty))
        up_to(empty, revision)
    for revision, state in zip(["base", *upwards][-2::-1], states[::-1], strict=True):
        down_to(empty, revision)
        assert without_version(schema_of(empty)) == without_version(state)


def without_version(schema):
    """A schema but for Alembic's own table, which stays."""
    return {name: parts for name, parts in schema.items() if "alembic_version" not in name}


def test_a_current_base_opens_without_alembic(sqlite_path, monkeypatch):
    monkeypatch.setattr(migrate, "alembic_settings", None)
    with open_base(sqlite_path) as base:
        assert faults(base) == []


@pytest.fixture
def older(base):
    """A base that is one revision behind the program of ``program_of_tomorrow``."""
    add_order(base, add_person(base, "Иванова"), add_person(base, "Петров"))
    return base


@pytest.fixture
def program_of_tomorrow(tmp_path, monkeypatch):
    """Makes the program one revision newer, with the given lines as its upgrade."""

    def newer(upgrade):
        scripts = tmp_path / "migrations"
        shutil.copytree(migrate.SCRIPTS, scripts)
        following = FOLLOWING.format(
            revision=TOMORROW,
            known=migrations.HEAD,
            upgrade="\n    ".join(upgrade.strip().splitlines()),
        )
        (scripts / "versions" / f"rev_{TOMORROW}.py").write_text(following, "utf-8")
        monkeypatch.setattr(migrate, "SCRIPTS", scripts)
        monkeypatch.setattr(migrate, "HEAD", TOMORROW)

    return newer


REBUILT = """
how = "always" if op.get_bind().dialect.name == "sqlite" else "never"
with op.batch_alter_table("people", recreate=how) as people:
    people.add_column(sa.Column("nickname", sa.String(50)))
op.execute("UPDATE people SET nickname = 'П.' WHERE last_name = 'Петров'")
"""
FAILURES = {
    "statement": "op.execute('UPDATE people SET no_such_column = 1')",
    "lost_rows": "op.execute('DELETE FROM pairing_members')",
    "lost_owner": """
with op.batch_alter_table("pairing_members") as members:
    members.drop_constraint("fk_pairing_members_pairing_id_pairings", type_="foreignkey")
op.execute("UPDATE pairing_members SET pairing_id = 99")
with op.batch_alter_table("pairing_members") as members:
    members.create_foreign_key("fk_x", "pairings", ["pairing_id"], ["pairing_id"])
""",
}


def prepare(base, copies):
    migrate.prepare(base, create=False, copies=copies)


def test_an_upgrade_keeps_every_row_also_of_tables_that_refer_to_a_rebuilt_one(
    older, program_of_tomorrow, tmp_path
):
    before = rows_of(older)
    program_of_tomorrow(REBUILT)
    prepare(older, tmp_path / "копии")
    assert migrate.revision_of(older) == TOMORROW
    assert rows_of(older) == before
    with older.reading() as session:
        named = session.connection().execute(text("SELECT last_name, nickname FROM people"))
        assert dict(named.all()) == {"Иванова": None, "Петров": "П."}


def test_foreign_keys_are_checked_again_after_an_upgrade(sqlite_base, program_of_tomorrow):
    program_of_tomorrow(REBUILT)
    prepare(sqlite_base, None)
    with sqlite_base.reading() as session:
        assert session.connection().scalar(text("PRAGMA foreign_keys")) == 1


def test_an_upgrade_leaves_a_copy_of_the_former_base(sqlite_base, program_of_tomorrow, tmp_path):
    add_person(sqlite_base, "Петров")
    program_of_tomorrow(REBUILT)
    prepare(sqlite_base, tmp_path / "копии")
    (copy,) = backup.copies_of(sqlite_base, tmp_path / "копии")
    with closing(sqlite3.connect(copy.path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (
            migrations.HEAD,
        )
        assert raw.execute("SELECT last_name FROM people").fetchall() == [("Петров",)]


def test_steps_before_an_upgrade_can_be_undone_no_more(older, program_of_tomorrow, tmp_path):
    program_of_tomorrow(REBUILT)
    prepare(older, tmp_path / "копии")
    with pytest.raises(RuleViolation, match="до обновления базы"):
        journal.undo(older)


@pytest.mark.parametrize("failure", FAILURES)
def test_an_upgrade_that_fails_leaves_the_base_as_it_was(
    older, program_of_tomorrow, tmp_path, failure
):
    before = rows_of(older)
    program_of_tomorrow(FAILURES[failure])
    with pytest.raises(StorageUnavailable, match="осталась прежней"):
        prepare(older, tmp_path / "копии")
    assert migrate.revision_of(older) == migrations.HEAD
    assert rows_of(older) == before


def test_a_bug_in_an_upgrade_is_a_bug_and_the_base_stays(older, program_of_tomorrow, tmp_path):
    before = rows_of(older)
    program_of_tomorrow("op.execute('DELETE FROM marks'); {}['no such key']")
    with pytest.raises(KeyError):
        prepare(older, tmp_path / "копии")
    assert (migrate.revision_of(older), rows_of(older)) == (migrations.HEAD, before)


def test_an_older_base_that_cannot_be_written_is_refused(sqlite_path, program_of_tomorrow):
    program_of_tomorrow(REBUILT)
    with pytest.raises(StorageUnavailable, match="только для чтения"):
        open_base(sqlite_path, writable=False)


def test_an_older_copy_is_upgraded_when_it_is_restored(older, program_of_tomorrow, tmp_path):
    before = rows_of(older)
    backup.dump(older, tmp_path / "копия.nastavnik")
    program_of_tomorrow(REBUILT)
    prepare(older, tmp_path / "копии")
    add_person(older, "Лишний")
    backup.restore(older, tmp_path / "копия.nastavnik", tmp_path / "копии")
    assert migrate.revision_of(older) == TOMORROW
    assert rows_of(older) == before


@pytest.mark.parametrize("stored", sorted(STORED_BASES.glob("*.nastavnik")), ids=lambda p: p.stem)
def test_a_base_of_every_released_version_opens_with_all_it_holds(stored, tmp_path):
    path = Path(shutil.copy(stored, tmp_path))
    with open_base(path) as base:
        assert migrate.revision_of(base) == migrations.HEAD
        assert faults(base) == []
        assert last_names(base) == ["Иванова", "Петров"]
        assert [len(rows) for name, rows in rows_of(base).items() if name == "orders"] == [1]


WORK_OF_0001 = {
    "position": 0, "position_title": "учитель", "subject": "физика", "department": "",
    "category": "highest", "education": "педагогическое", "is_external_part_timer": True,
}  # fmt: skip
NEW_IN_0002 = {
    "rate_hundredths": None, "education_level": None, "is_educational": False, "degree": "",
    "academic_title": "", "is_educator_mentor": False, "is_educator_methodist": False,
}  # fmt: skip


def test_work_known_to_the_first_schema_is_kept_up_and_down(empty):
    up_to(empty, "0001")
    tables = MetaData()
    tables.reflect(empty, only=["people", "employments"])
    blank = {
        column.name: ""
        for column in tables.tables["people"].columns
        if not column.nullable and column.name != "person_id"
    }
    person = {**blank, "kind": "staff", "last_name": "Иванова", "case_forms": {}}
    (person_id,) = empty.execute(
        tables.tables["people"].insert().values(person)
    ).inserted_primary_key
    empty.execute(tables.tables["employments"].insert().values(person_id=person_id, **WORK_OF_0001))
    for revision, added in (("0002", NEW_IN_0002), ("0001", {}), ("0002", NEW_IN_0002)):
        (up_to if added else down_to)(empty, revision)
        (row,) = empty.execute(text("SELECT * FROM employments")).mappings()
        assert WORK_OF_0001.items() <= row.items()
        assert added.items() <= row.items()


def test_people_are_kept_when_matching_comes_and_goes(empty):
    up_to(empty, "0002")
    tables = MetaData()
    tables.reflect(empty, only=["people"])
    people = tables.tables["people"]
    blank = {
        column.name: ""
        for column in people.columns
        if not column.nullable and column.name != "person_id"
    }
    person = {**blank, "kind": "staff", "case_forms": {}}
    for last_name in ("Иванова", "Петров"):
        empty.execute(people.insert().values({**person, "last_name": last_name}))
    before = empty.execute(people.select()).all()
    up_to(empty, "0005")
    empty.execute(text("INSERT INTO match_bans (mentor_id, mentee_id) VALUES (1, 2)"))
    assert empty.execute(people.select()).all() == before
    assert empty.execute(text("SELECT * FROM match_settings")).all() == []
    down_to(empty, "0004")
    assert empty.execute(people.select()).all() == before


def test_there_is_a_stored_base_of_every_revision():
    assert {path.stem for path in STORED_BASES.glob("*.nastavnik")} >= set(revisions())


def test_the_next_revision_is_drafted_from_the_models(tmp_path, monkeypatch):
    shutil.copytree(migrate.SCRIPTS, tmp_path / "migrations")
    monkeypatch.setattr(migrate, "SCRIPTS", tmp_path / "migrations")
    draft("nicknames")
    (drafted,) = tmp_path.glob(f"migrations/versions/rev_{TOMORROW}_nicknames.py")
    body = [
        line.strip() for line in drafted.read_text("utf-8").split("def upgrade")[1].splitlines()
    ]
    assert [line for line in body if "op." in line] == []
    assert body.count("pass") == 2


def test_each_revision_is_a_file_named_by_its_number():
    for path in migrate.SCRIPTS.glob("versions/rev_*.py"):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        assert path.stem.startswith(f"rev_{module.revision}_")
