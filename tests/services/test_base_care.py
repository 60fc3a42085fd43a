"""The base as a whole: what it is, copies, restoring, faults told in words."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from db.engine import open_base
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable, UnreadableFile
from nastavnik_desktop.services.bases import SERVER_NOTICE, restore_location
from tests.db.content import rows_of
from tests.factory import (
    YEAR,
    make_order,
    make_pairing,
    make_person,
    make_school,
    seed_reference_lists,
)


@pytest.fixture
def own(sqlite_base, tmp_path):
    """Services over a base in a file with a folder of copies of its own."""
    seed_reference_lists(sqlite_base)
    services = Services(sqlite_base, tmp_path / "копии")
    make_school(services)
    return services


def last_names(services):
    return [row.name.last_name for row in services.people.rows(YEAR)]


def test_a_file_tells_what_it_is(own, sqlite_base):
    info = own.bases.info()
    assert (info.location, info.name) == (str(sqlite_base.location.path), "школа.nastavnik")
    assert (info.is_server, info.is_read_only, info.read_only_reason) == (False, False, "")
    assert info.last_backup_at is None
    own.bases.back_up()
    assert own.bases.info().last_backup_at == own.bases.backups()[0].made_at


def test_a_server_tells_that_it_copies_itself(postgres_base):
    services = Services(postgres_base)
    assert services.bases.info().is_server
    assert services.bases.back_up().message == SERVER_NOTICE
    assert services.bases.back_up_if_changed() is None
    assert list(services.bases.backups()) == []


def test_a_copy_is_made_only_when_something_changed(own):
    assert own.bases.back_up_if_changed().message == "Резервная копия сделана"
    assert own.bases.back_up_if_changed() is None
    make_person(own)
    assert own.bases.back_up_if_changed() is not None
    assert len(own.bases.backups()) == 2


def test_restoring_brings_the_former_people_and_keeps_the_present_ones_in_a_copy(own):
    make_person(own, "Прежняя")
    own.bases.back_up()
    (copy,) = own.bases.backups()
    make_person(own, "Новая")
    restored = own.bases.restore(copy.path)
    assert restored.changes == Changes.EVERYTHING
    assert last_names(own) == ["Прежняя"]
    safety = next(one for one in own.bases.backups() if one.path != copy.path)
    own.bases.restore(safety.path)
    assert last_names(own) == ["Новая", "Прежняя"]


def test_a_dump_of_either_base_holds_the_same_rows(services, base, tmp_path):
    make_order(services, make_pairing(services))
    path = tmp_path / "копия.nastavnik"
    assert services.bases.dump(path).message == "Копия записана: копия.nastavnik"
    with open_base(path) as copy:
        assert rows_of(copy) == rows_of(base)


def test_a_dump_goes_back_into_either_base(services, base, tmp_path):
    order_id = make_order(services, make_pairing(services))
    before, pdf = rows_of(base), services.orders.file(order_id, "pdf")
    path = tmp_path / "копия.nastavnik"
    services.bases.dump(path)
    make_person(services, "Лишняя")
    services.bases.restore(path)
    assert rows_of(base) == before
    assert services.orders.file(order_id, "pdf") == pdf
    assert make_person(services, "Следующая") > 0


def test_a_folder_that_is_missing_is_told(services, tmp_path):
    with pytest.raises(StorageUnavailable):
        services.bases.dump(tmp_path / "нет" / "копия.nastavnik")


def test_a_base_is_not_copied_onto_itself(own, sqlite_base):
    """Replacing an open file under its own connections would lose what they write."""
    path = sqlite_base.location.path
    for call in (own.bases.dump, own.bases.restore):
        with pytest.raises(RuleViolation, match="та же база"):
            call(path)
    assert own.bases.check() == []


def test_a_foreign_file_is_not_restored(own, tmp_path):
    make_person(own)
    foreign = tmp_path / "письмо.nastavnik"
    foreign.write_text("не база", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="не база"):
        own.bases.restore(foreign)
    assert last_names(own) == ["Ёлкина"]


def test_a_sound_base_has_no_faults(services):
    make_order(services, make_pairing(services))
    assert services.bases.check() == []


PLANTED = {
    "Человек назначен наставником самому себе": "UPDATE pairing_members SET person_id = "
    "(SELECT mentor_id FROM pairings)",
    "Пара или группа без наставляемых": "DELETE FROM pairing_members",
    "У выпущенного приказа нет текста": "UPDATE orders SET snapshot = NULL",
    "Выпущенный приказ без номера": "UPDATE orders SET number_key = NULL",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_told(services, base, fault):
    make_order(services, make_pairing(services))
    with base.writing() as connection:
        connection.execute(text(PLANTED[fault]))
    assert services.bases.check() == [f"{fault}: записи № 1."]


def test_rows_that_refer_to_nobody_are_found(own, sqlite_base):
    make_pairing(own)
    path = sqlite_base.location.path
    sqlite_base.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM people WHERE person_id = 1")
        connection.commit()
    with open_base(path) as base:
        faults = Services(base).bases.check()
    assert faults
    assert all(fault.startswith("Файл базы повреждён: ") for fault in faults)


def test_a_copy_takes_the_place_of_a_base_that_is_broken_or_missing(own, sqlite_base, tmp_path):
    make_person(own)
    own.bases.back_up()
    (copy,) = own.bases.backups()
    missing, broken = tmp_path / "новая.nastavnik", tmp_path / "битая.nastavnik"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert restore_location(copy.path, missing) is None
    kept = restore_location(copy.path, str(broken))
    assert kept.read_bytes().endswith(b"\xff" * 100)
    for path in (missing, broken):
        with open_base(path) as base:
            assert last_names(Services(base)) == ["Ёлкина"]


def test_a_copy_goes_to_a_server_that_is_empty(own, empty_postgres):
    make_person(own)
    own.bases.back_up()
    assert restore_location(own.bases.backups()[0].path, empty_postgres) is None
    with open_base(empty_postgres) as base:
        assert last_names(Services(base)) == ["Ёлкина"]


def test_a_base_that_another_window_holds_is_only_read(own, sqlite_base):
    make_person(own)
    with open_base(sqlite_base.location.path, writable=False) as base:
        services = Services(base)
        assert services.bases.info().is_read_only
        assert "только для чтения" in services.bases.info().read_only_reason
        assert last_names(services) == ["Ёлкина"]
        with pytest.raises(StorageUnavailable, match="только для чтения"):
            make_person(services, "Лишняя")
