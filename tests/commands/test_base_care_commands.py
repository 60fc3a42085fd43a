"""``check``, ``backup``, ``restore`` and ``statistics`` as real processes, and what they refuse."""

import io
import shutil
import sqlite3
from contextlib import closing

import openpyxl
import pytest

from db.engine import open_base
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.demo.people import DEMO_YEAR
from nastavnik_desktop.services.statistics_forms import FORM_CODES
from tests.commands.conftest import run_main
from tests.db.content import rows_of
from tests.db.processes import window_holding
from tests.documents.readers import pdf_pages

AS_OF = ("--as-of", "2026-12-12")


@pytest.fixture
def own_base(demo_base, tmp_path):
    """A copy of the training school that a test may spoil."""
    path = tmp_path / "школа.nastavnik"
    shutil.copyfile(demo_base, path)
    return path


def planted(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def test_a_sound_base_is_called_sound(demo_base):
    answer = run_main("check", "--base", demo_base)
    assert answer.json == {"base": str(demo_base), "ok": True, "faults": []}
    assert answer.said == "База исправна.\n"


def test_a_planted_fault_ends_with_2(own_base):
    planted(own_base, "DELETE FROM pairing_members WHERE pairing_id = 1")
    answer = run_main("check", "--base", own_base)
    assert answer.code == 2
    assert answer.said == "Пара или группа без наставляемых: записи № 1.\n"
    assert '"ok": false' in answer.out


def test_rows_that_refer_to_nobody_end_with_2(own_base, run_here):
    planted(own_base, "PRAGMA foreign_keys = OFF", "DELETE FROM people WHERE person_id = 5")
    answer = run_here("check", "--base", own_base)
    assert answer.code == 2
    assert "Файл базы повреждён" in answer.said


def test_a_copy_holds_the_same_school(demo_base, tmp_path):
    copy = tmp_path / "копия.nastavnik"
    answer = run_main("backup", "--base", demo_base, "--out", copy)
    assert answer.json == {"base": str(demo_base), "copy": str(copy)}
    assert answer.said == "Копия записана: копия.nastavnik\n"
    with open_base(demo_base, writable=False) as one, open_base(copy, writable=False) as other:
        assert rows_of(one) == rows_of(other)


def test_a_copy_goes_to_a_server_and_back(demo_base, empty_postgres, tmp_path, run_here):
    assert run_here("restore", demo_base, "--base", empty_postgres).json["former"] is None
    copy = tmp_path / "с сервера.nastavnik"
    run_here("backup", "--base", empty_postgres, "--out", copy)
    with open_base(demo_base, writable=False) as one, open_base(copy, writable=False) as other:
        assert rows_of(one) == rows_of(other)
    assert run_here("check", "--base", empty_postgres).json["ok"] is True


def test_restoring_keeps_the_former_base_beside_it(demo_base, own_base):
    planted(own_base, "UPDATE people SET last_name = 'Чужая' WHERE person_id = 1")
    answer = run_main("restore", demo_base, "--base", own_base)
    assert answer.said == "База восстановлена из копии.\n"
    with open_base(own_base, writable=False) as one, open_base(demo_base, writable=False) as other:
        assert rows_of(one) == rows_of(other)
    with closing(sqlite3.connect(answer.json["former"])) as former:
        query = "SELECT last_name FROM people WHERE person_id = 1"
        assert former.execute(query).fetchone() == ("Чужая",)


def test_a_base_does_not_take_its_own_place(own_base, run_here):
    before = own_base.read_bytes()
    assert run_here("backup", "--base", own_base, "--out", own_base).is_refused(2, "та же база")
    assert run_here("restore", own_base, "--base", own_base).is_refused(2, "та же база")
    assert own_base.read_bytes() == before


def test_statistics_print_each_figure_with_its_people(demo_base):
    answer = run_main("statistics", "participants", "--base", demo_base, *AS_OF)
    report = answer.json
    assert list(report) == ["form", "as_of", "cells", "problems"]
    assert (report["form"], report["as_of"], answer.said) == ("participants", "2026-12-12", "")
    cells = {(cell["row"], cell["column"]): cell for cell in report["cells"]}
    assert {cell["counts"] for cell in cells.values()} == {"people", "pairings"}
    for cell in cells.values():
        assert set(cell) == {"row", "column", "value", "counts", "people"}
        assert len(set(cell["people"])) == len(cell["people"])
        assert cell["value"] in (None, len(cell["people"]))
    assert any(cell["value"] for cell in cells.values())
    with open_base(demo_base, writable=False) as base:
        known = {row.person_id for row in Services(base).people.rows(DEMO_YEAR)}
    people = {
        key for cell in cells.values() if cell["counts"] == "people" for key in cell["people"]
    }
    assert people <= known


def test_statistics_are_the_same_on_a_server(demo_base, empty_postgres, run_here):
    run_here("restore", demo_base, "--base", empty_postgres)
    on_file, on_server = (
        run_here("statistics", "participants", "--base", base, *AS_OF).json
        for base in (demo_base, empty_postgres)
    )
    assert on_file == on_server


def test_the_sheet_is_written_as_excel_and_as_pdf(demo_base, tmp_path, run_here):
    for suffix in ("xlsx", "pdf"):
        out = tmp_path / f"форма.{suffix}"
        answer = run_here("statistics", "participants", "--base", demo_base, *AS_OF, "--out", out)
        assert answer.json["form"] == "participants"
        assert answer.said == f"Сохранено: форма.{suffix}\n"
    workbook = openpyxl.load_workbook(io.BytesIO((tmp_path / "форма.xlsx").read_bytes()))
    assert workbook.sheetnames
    assert "наставничества" in " ".join(pdf_pages((tmp_path / "форма.pdf").read_bytes()))


def test_forms_are_listed_without_a_base(run_here):
    listed = run_here("statistics", "--list").json
    assert listed[0] == {
        "code": "participants",
        "title": "Сведения о количестве участников программ наставничества",
    }
    assert [form["code"] for form in listed] == list(FORM_CODES)


def test_statistics_refuse_what_they_do_not_know(demo_base, tmp_path, run_here):
    def ask(code, *more):
        return run_here("statistics", code, "--base", demo_base, *AS_OF, *more)

    assert ask("weather").is_refused(2, "Формы «weather» нет")
    assert ask("participants", "--out", tmp_path / "форма.txt").is_refused(2, ".txt")
    missing = tmp_path / "нет" / "форма.xlsx"
    assert ask("participants", "--out", missing).is_refused(3, "Папки")


READERS = (("check",), ("statistics", "participants", *AS_OF))


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_a_base_that_is_none_is_told(command, tmp_path, run_here):
    missing = tmp_path / "нет.nastavnik"
    assert run_here(*command, "--base", missing).is_refused(2, "нет.nastavnik")
    assert list(tmp_path.iterdir()) == []
    garbage = tmp_path / "мусор.nastavnik"
    garbage.write_bytes(b"\x00\xff" * 5000)
    assert run_here(*command, "--base", garbage).is_refused(2, "не база «Наставника»")
    foreign = planted(tmp_path / "чужая.nastavnik", "CREATE TABLE a (b)")
    assert run_here(*command, "--base", foreign).is_refused(2, "не база «Наставника»")
    assert run_here(*command, "--base", tmp_path).is_refused(2, "папка, а нужен файл базы")


def test_a_broken_base_is_told(own_base, run_here):
    content = bytearray(own_base.read_bytes())
    for start in range(8192, len(content) // 2, 4096):
        content[start : start + 512] = b"\xff" * 512
    own_base.write_bytes(content)
    answer = run_here("statistics", "participants", "--base", own_base, *AS_OF)
    assert answer.is_refused(2, "повреждена", "резервной копии")


def test_a_base_of_a_newer_program_is_refused_unchanged(own_base, tmp_path, run_here):
    planted(own_base, "UPDATE alembic_version SET version_num = '9999'")
    before = own_base.read_bytes()
    for command in (("check", "--base", own_base), ("restore", own_base, "--base", tmp_path / "б")):
        assert run_here(*command).is_refused(2, "более новой верси")
    assert own_base.read_bytes() == before


def test_a_server_that_does_not_answer_is_the_environment(run_here):
    url = "postgresql://nobody@127.0.0.1:1/школа"
    assert run_here("check", "--base", url).is_refused(3, "не отвечает")


def test_a_base_in_use_is_read_and_copied_but_not_replaced(own_base, demo_base, tmp_path):
    with window_holding(own_base):
        copy = tmp_path / "копия.nastavnik"
        assert run_main("backup", "--base", own_base, "--out", copy).code == 0
        assert run_main("check", "--base", own_base).code == 0
        assert run_main("restore", demo_base, "--base", own_base).is_refused(3, "занята")
    with open_base(copy, writable=False) as base:
        (found,) = [
            row
            for row in Services(base).people.rows(DEMO_YEAR)
            if row.name.last_name == "Из другого окна"
        ]
    assert found.person_id > 0


def test_a_folder_for_the_copy_that_is_missing_is_told(demo_base, tmp_path, run_here):
    out = tmp_path / "нет" / "копия.nastavnik"
    assert run_here("backup", "--base", demo_base, "--out", out).is_refused(3)
