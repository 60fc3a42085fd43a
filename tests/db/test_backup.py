"""Backups: whole or not at all, listed, thinned, restored; between a file and a server."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from db import backup, journal
from db.engine import open_base
from nastavnik_desktop.domain.errors import StorageUnavailable, UnreadableFile
from tests.db.content import add_order, add_person, last_names, rows_of
from tests.db.processes import window_holding


@pytest.fixture
def full_base(base):
    """A base on a file or a server that holds rows of every kind."""
    add_order(base, add_person(base, "Иванова"), add_person(base, "Петров"))
    return base


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_holds_everything_also_what_still_lies_in_the_wal(full_base, tmp_path):
    target = tmp_path / "копия.nastavnik"
    backup.dump(full_base, target)
    with open_base(target, writable=False) as copy:
        assert rows_of(copy) == rows_of(full_base)
        assert journal.state(copy).undo_title == "Приказ № 12-од создан"


def test_a_copy_needs_no_files_beside_it(full_base, tmp_path):
    folder = tmp_path / "копии"
    folder.mkdir()
    backup.dump(full_base, folder / "копия.nastavnik")
    assert names_in(folder) == ["копия.nastavnik"]
    with closing(sqlite3.connect(folder / "копия.nastavnik")) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_copy_takes_the_place_of_an_older_one(full_base, tmp_path):
    target = tmp_path / "копия.nastavnik"
    target.write_text("прежняя", "utf-8")
    backup.dump(full_base, target)
    with open_base(target, writable=False) as copy:
        assert last_names(copy) == ["Иванова", "Петров"]


def test_copies_are_named_by_base_and_moment_and_listed_newest_first(sqlite_base, tmp_path):
    folder = tmp_path / "копии"
    noon = datetime(2026, 11, 21, 12, 0, 0)
    for moment in (noon, noon + timedelta(minutes=30), noon):
        backup.make_copy(sqlite_base, folder, moment)
    (folder / "школа не копия.nastavnik").write_bytes(b"")
    (folder / "другая 2026-11-21 12-00-00.nastavnik").write_bytes(b"")
    listed = [copy.path.name for copy in backup.copies_of(sqlite_base, folder)]
    assert listed[0] == "школа 2026-11-21 12-30-00.nastavnik"
    assert set(listed[1:]) == {
        "школа 2026-11-21 12-00-00.nastavnik",
        "школа 2026-11-21 12-00-00 (2).nastavnik",
    }


def test_old_copies_are_thinned_when_a_new_one_is_made(sqlite_base, tmp_path):
    folder = tmp_path / "копии"
    today = datetime(2026, 11, 21, 12, 0, 0)
    for days in (3, 3.1, 3.2, 800):
        backup.make_copy(sqlite_base, folder, today - timedelta(days=days))
    backup.make_copy(sqlite_base, folder, today)
    kept = [copy.made_at for copy in backup.copies_of(sqlite_base, folder)]
    assert kept == [today, today - timedelta(days=3)]


def test_a_copy_of_a_server_needs_a_folder(postgres_base):
    with pytest.raises(StorageUnavailable, match="делает сервер"):
        backup.make_copy(postgres_base)


def test_restoring_brings_back_what_the_copy_holds(full_base, tmp_path):
    before = rows_of(full_base)
    backup.dump(full_base, tmp_path / "копия.nastavnik")
    add_person(full_base, "Лишний")
    safety = backup.restore(full_base, tmp_path / "копия.nastavnik", tmp_path / "копии")
    assert rows_of(full_base) == before
    with open_base(safety.path, writable=False) as former:
        assert "Лишний" in last_names(former)


def test_a_restored_base_goes_on(full_base, tmp_path):
    """Numbers of new rows follow the restored ones, and its steps can be undone."""
    backup.dump(full_base, tmp_path / "копия.nastavnik")
    backup.restore(full_base, tmp_path / "копия.nastavnik", tmp_path / "копии")
    assert journal.undo(full_base).title == "Приказ № 12-од создан"
    assert add_person(full_base, "Новый") == 3


def test_a_base_moves_from_a_server_to_a_file_and_back(postgres_base, sqlite_base, tmp_path):
    add_order(
        postgres_base, add_person(postgres_base, "Иванова"), add_person(postgres_base, "Петров")
    )
    there = rows_of(postgres_base)
    backup.dump(postgres_base, tmp_path / "с сервера.nastavnik")
    backup.restore(sqlite_base, tmp_path / "с сервера.nastavnik")
    assert rows_of(sqlite_base) == there
    add_person(sqlite_base, "Сидоров")
    backup.dump(sqlite_base, tmp_path / "из файла.nastavnik")
    backup.restore(postgres_base, tmp_path / "из файла.nastavnik")
    assert last_names(postgres_base) == ["Иванова", "Петров", "Сидоров"]


def test_wal_is_on_again_after_restoring(sqlite_base, tmp_path):
    backup.dump(sqlite_base, tmp_path / "копия.nastavnik")
    backup.restore(sqlite_base, tmp_path / "копия.nastavnik")
    with sqlite_base.reading() as session:
        assert session.connection().scalar(text("PRAGMA journal_mode")) == "wal"


@pytest.mark.parametrize("kind", ["missing", "foreign", "broken", "newer"])
def test_what_is_no_whole_copy_is_refused_and_the_base_stays(full_base, tmp_path, kind):
    before = rows_of(full_base)
    copy = tmp_path / "копия.nastavnik"
    if kind != "missing":
        backup.dump(full_base, copy)
    if kind == "foreign":
        copy.write_bytes(b"PK\x03\x04" * 1000)
    if kind == "broken":
        with copy.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096)
    if kind == "newer":
        with closing(sqlite3.connect(copy)) as raw, raw:
            raw.execute("UPDATE alembic_version SET version_num = '9999'")
    sentence = {
        "missing": "нет: проверьте",
        "foreign": "не база «Наставника»",
        "broken": "повреждена",
        "newer": "более новой версией",
    }
    with pytest.raises(UnreadableFile, match=sentence[kind]):
        backup.restore(full_base, copy, tmp_path / "копии")
    assert rows_of(full_base) == before
    assert not (tmp_path / "копии").exists()


def test_a_broken_base_is_replaced_by_a_copy_and_kept(sqlite_path, tmp_path):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров")
        backup.dump(base, tmp_path / "копия.nastavnik")
    sqlite_path.write_bytes(b"\xff" * 10_000)
    kept = backup.restore_file(tmp_path / "копия.nastavnik", sqlite_path, tmp_path / "копии")
    with open_base(sqlite_path) as base:
        assert last_names(base) == ["Петров"]
    assert kept.read_bytes() == b"\xff" * 10_000


def test_a_closed_base_is_replaced_and_its_wal_is_not_poured_into_the_copy(sqlite_path, tmp_path):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров")
        backup.dump(base, tmp_path / "копия.nastavnik")
        add_person(base, "Сидоров")
        crashed = tmp_path / "после сбоя"
        shutil.copytree(tmp_path, crashed, ignore=shutil.ignore_patterns("копия*", "после*"))
    target = crashed / sqlite_path.name
    assert target.with_name(f"{target.name}-wal").stat().st_size > 0
    kept = backup.restore_file(tmp_path / "копия.nastavnik", target, tmp_path / "копии")
    with open_base(target) as base:
        assert last_names(base) == ["Петров"]
    with open_base(kept, writable=False) as former:
        assert last_names(former) == ["Петров", "Сидоров"]


def test_a_missing_base_is_made_from_a_copy(sqlite_base, tmp_path):
    add_person(sqlite_base, "Петров")
    backup.dump(sqlite_base, tmp_path / "копия.nastavnik")
    target = tmp_path / "новая.nastavnik"
    assert backup.restore_file(tmp_path / "копия.nastavnik", target) is None
    with open_base(target) as base:
        assert last_names(base) == ["Петров"]


def test_a_base_in_use_by_another_process_is_not_replaced(sqlite_path, tmp_path):
    shutil.copyfile(sqlite_path, tmp_path / "копия.nastavnik")
    with (
        window_holding(sqlite_path),
        pytest.raises(StorageUnavailable, match="занята: её держит"),
    ):
        backup.restore_file(tmp_path / "копия.nastavnik", sqlite_path)
    assert backup.restore_file(tmp_path / "копия.nastavnik", sqlite_path)


def test_a_folder_that_cannot_be_made_is_told(sqlite_base, tmp_path):
    (tmp_path / "файл").write_text("", "utf-8")
    with pytest.raises(StorageUnavailable, match="Не удаётся открыть"):
        backup.make_copy(sqlite_base, tmp_path / "файл" / "копии")
