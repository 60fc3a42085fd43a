"""Opening a base: new, old, foreign, broken, read-only, held by another process."""

import json
import sqlite3

import pytest
from sqlalchemy import text

from db.engine import open_base
from db.models import PersonModel
from nastavnik_desktop.domain.errors import StorageUnavailable, UnreadableFile
from tests.db.content import add_person, last_names, person
from tests.db.processes import run_python, window_holding


def test_a_new_base_is_made_once_and_found_again(tmp_path):
    path = tmp_path / "школа № 17.nastavnik"
    with open_base(path, create=True) as base:
        add_person(base, "Петров")
    with open_base(path, create=True) as base:
        assert last_names(base) == ["Петров"]


def test_a_new_base_on_a_server(empty_postgres):
    with open_base(empty_postgres, create=True) as base:
        add_person(base, "Петров")
    with open_base(empty_postgres) as base:
        assert last_names(base) == ["Петров"]
        assert not base.read_only


def test_an_empty_database_of_a_server_is_no_base(empty_postgres):
    with pytest.raises(UnreadableFile, match="не база «Наставника»"):
        open_base(empty_postgres)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "пуст"),
        (b"PK\x03\x04" + b"\0" * 5000, "не база «Наставника»"),
        ("ФИО;Должность\nПетров И. И.;учитель\n".encode("cp1251") * 50, "не база «Наставника»"),
    ],
    ids=["empty", "archive", "text"],
)
def test_a_foreign_file_is_refused_and_left_as_it_is(tmp_path, content, sentence):
    path = tmp_path / "чужой.nastavnik"
    path.write_bytes(content)
    for create in (False, True):
        with pytest.raises(UnreadableFile, match=sentence):
            open_base(path, create=create)
    assert path.read_bytes() == content


def test_a_base_of_another_program_is_refused(tmp_path):
    path = tmp_path / "деканат.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE students (name TEXT)")
    with pytest.raises(UnreadableFile, match="не база «Наставника»"):
        open_base(path, create=True)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="папка"):
        open_base(tmp_path)


def test_a_missing_file_is_refused_and_not_made(tmp_path):
    path = tmp_path / "нет.nastavnik"
    with pytest.raises(UnreadableFile, match="нет: проверьте"):
        open_base(path)
    assert list(tmp_path.iterdir()) == []


def test_a_new_base_in_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(StorageUnavailable, match="папка существует"):
        open_base(tmp_path / "нет" / "школа.nastavnik", create=True)


def test_a_damaged_base_is_told_from_a_foreign_one(sqlite_path):
    with sqlite_path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    with pytest.raises(UnreadableFile, match="повреждена: восстановите"):
        open_base(sqlite_path)


def test_a_base_of_a_newer_program_is_refused_unchanged(sqlite_path):
    with sqlite3.connect(sqlite_path) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(UnreadableFile, match="более новой версией"):
        open_base(sqlite_path)
    with sqlite3.connect(sqlite_path) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


def test_an_unreachable_server_is_told_with_advice():
    with pytest.raises(StorageUnavailable, match=r"не отвечает.*Проверьте сеть"):
        open_base("postgresql://zavuch@127.0.0.1:1/school")


def test_a_missing_database_is_told_and_the_password_is_not(postgres_server):
    url = postgres_server.url.set(database="нет_такой", password="тайна")
    with pytest.raises(StorageUnavailable, match="не пустил") as caught:
        open_base(url.render_as_string(hide_password=False))
    assert "тайна" not in str(caught.value)


def test_wal_on_a_local_volume_and_not_over_a_network(sqlite_path, monkeypatch):
    modes = []
    for is_network in (False, True, False):
        monkeypatch.setattr("db.sqlite_file.is_network_volume", lambda _, kind=is_network: kind)
        with open_base(sqlite_path) as base:
            add_person(base, "Петров")
            with base.reading() as session:
                modes.append(session.connection().scalar(text("PRAGMA journal_mode")))
    assert modes == ["wal", "delete", "wal"]


def test_every_connection_checks_foreign_keys_and_syncs(sqlite_base):
    with sqlite_base.reading() as one, sqlite_base.reading() as other:
        for session in (one, other):
            connection = session.connection()
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
            assert connection.scalar(text("PRAGMA synchronous")) == 2


def fail_after_writing(base):
    with base.begin("Неудача") as session:
        session.add(person("Петров"))
        session.flush()
        raise ZeroDivisionError


def test_a_block_that_fails_leaves_nothing(base):
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(base)
    assert last_names(base) == []
    assert base.writes == 0


def read_a_missing_file_within(base, folder):
    with base.begin("Загрузка"):
        (folder / "нет такого.xlsx").read_bytes()


def test_a_failure_of_another_file_is_not_taken_for_one_of_the_base(base, tmp_path):
    with pytest.raises(FileNotFoundError):
        read_a_missing_file_within(base, tmp_path)


def test_readers_see_one_state_while_a_writer_commits(base):
    with base.reading() as session:
        before = session.query(PersonModel).count()
        add_person(base, "Петров")
        assert session.query(PersonModel).count() == before
    assert last_names(base) == ["Петров"]


def test_the_same_process_may_open_a_base_twice(sqlite_path):
    with open_base(sqlite_path) as one:
        with open_base(sqlite_path) as other:
            add_person(other, "Петров")
            assert not other.read_only
        add_person(one, "Сидоров")
        assert last_names(one) == ["Петров", "Сидоров"]
        assert sqlite_path.with_name(f"{sqlite_path.name}.lock").exists()
    assert not sqlite_path.with_name(f"{sqlite_path.name}.lock").exists()


@pytest.fixture
def another_window(sqlite_path):
    with window_holding(sqlite_path) as process:
        yield process


def test_a_held_base_is_read_with_the_name_of_its_holder(sqlite_path, another_window):
    with open_base(sqlite_path) as base:
        assert base.read_only
        assert base.holder.process_id == another_window.pid
        assert base.holder.host in base.read_only_reason
        assert last_names(base) == ["Из другого окна"]
        with pytest.raises(StorageUnavailable, match="её держит"):
            add_person(base, "Петров")
        assert last_names(base) == ["Из другого окна"]


def test_the_note_of_the_holder_can_be_read_by_people(sqlite_path, another_window):
    note = json.loads(sqlite_path.with_name(f"{sqlite_path.name}.lock").read_text("utf-8"))
    assert note["process_id"] == another_window.pid
    assert set(note) == {"host", "user", "process_id", "since"}


def test_a_base_is_taken_over_after_a_crash(sqlite_path, another_window):
    another_window.kill()
    another_window.wait()
    assert sqlite_path.with_name(f"{sqlite_path.name}.lock").exists()
    with open_base(sqlite_path) as base:
        assert not base.read_only
        add_person(base, "Петров")
        assert last_names(base) == ["Из другого окна", "Петров"]


def test_a_spoilt_note_still_means_a_holder(sqlite_path, another_window):
    sqlite_path.with_name(f"{sqlite_path.name}.lock").write_text("{", "utf-8")
    with open_base(sqlite_path) as base:
        assert "другой пользователь или другое окно" in base.read_only_reason


def test_reading_only_leaves_the_base_free(sqlite_path):
    with open_base(sqlite_path, writable=False) as base:
        with pytest.raises(StorageUnavailable, match="только для чтения"):
            add_person(base, "Петров")
        assert not sqlite_path.with_name(f"{sqlite_path.name}.lock").exists()


KILLED_HALF_WAY = """
import os, sys
from db.engine import open_base
from db.models import PersonModel
with open_base(sys.argv[1]) as base, base.begin("Импорт") as session:
    for number in range(3000):
        session.add(PersonModel(kind="staff", last_name=f"Н{number}", search_key="н"))
    session.flush()
    os._exit(9)
"""


def test_a_crash_in_the_middle_of_a_step_leaves_nothing(sqlite_path):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров")
    run_python(KILLED_HALF_WAY, sqlite_path, ends_with=9)
    with open_base(sqlite_path) as base:
        assert last_names(base) == ["Петров"]
        with base.reading() as session:
            steps = session.connection().scalar(text("SELECT count(*) FROM journal_steps"))
        assert steps == 1


def test_a_full_base_is_told_with_advice(sqlite_base):
    with sqlite_base.reading() as session:
        pages = session.connection().scalar(text("PRAGMA page_count"))
    with sqlite_base.begin("Много") as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageUnavailable, match=r"кончилось место.*Освободите"):
        add_person(sqlite_base, "Длинный", notes="много слов " * 20_000)
    assert last_names(sqlite_base) == []


def test_a_base_locked_by_a_foreign_program_is_told(sqlite_base):
    with sqlite_base.reading() as session:
        session.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(sqlite_base.location.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageUnavailable, match="занята другой программой"):
        add_person(sqlite_base, "Петров")
    other.close()
    add_person(sqlite_base, "Петров")
