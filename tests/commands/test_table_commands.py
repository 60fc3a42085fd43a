"""``read-table`` and ``import`` as real processes."""

import json
import shutil

import pytest

from db.engine import open_base
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.commands.conftest import TABLES, run_main
from tests.db.content import rows_of
from tests.db.processes import window_holding

STAFF = TABLES / "01-staff-school17.xlsx"
MENTEES = TABLES / "03-mentees-mr42.xlsx"
BROKEN = TABLES / "08-broken-copy.xlsx"


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """A base that the import of the staff list has made, with its report."""
    base = tmp_path_factory.mktemp("bases") / "школа.nastavnik"
    return base, run_main("import", STAFF, "--base", base)


def test_what_was_understood_is_printed_and_nothing_is_written(tmp_path):
    expected = json.loads(STAFF.with_suffix(".expected.json").read_text("utf-8"))
    answer = run_main("read-table", STAFF)
    assert answer.said == ""
    read = answer.json
    assert {key: read[key] for key in ("file", "kind", "header_rows")} == {
        key: expected[key] for key in ("file", "kind", "header_rows")
    }
    assert [row["last_name"] for row in read["rows"]] == [
        row["last_name"] for row in expected["rows"]
    ]


def test_with_a_base_its_people_are_compared(imported, run_here):
    base, _ = imported
    before = base.read_bytes()
    alone, compared = (
        run_here("read-table", MENTEES, *more).json for more in ((), ("--base", base))
    )
    assert len(compared["problems"]) > len(alone["problems"])
    assert compared["rows"] == alone["rows"]
    assert "yo" in {problem["code"] for problem in compared["problems"]}
    assert base.read_bytes() == before


def test_the_import_makes_the_base_and_reports(imported):
    base, answer = imported
    report = answer.json
    assert (report["file"], report["kind"], report["dry_run"]) == (STAFF.name, "staff", False)
    assert report["counts"] == {"create": 32}
    assert len(report["created"]) == 32
    assert report["problems"]
    assert answer.said == "Файл загружен: 32\u00a0человека добавлено\n"
    with open_base(base, writable=False) as opened:
        services = Services(opened)
        assert len(services.people.rows(SchoolYear(2026))) == 32
        assert len(services.school.forms()) == 10


def test_the_second_import_changes_nothing(imported, tmp_path, run_here):
    base = tmp_path / "школа.nastavnik"
    shutil.copyfile(imported[0], base)
    with open_base(base, writable=False) as opened:
        before = rows_of(opened)
    report = run_here("import", STAFF, "--base", base).json
    assert report["counts"] == {"unchanged": 32}
    assert (report["created"], report["filled"]) == ([], [])
    with open_base(base, writable=False) as opened:
        assert rows_of(opened) == before


def test_a_dry_run_makes_no_base(tmp_path):
    base = tmp_path / "школа.nastavnik"
    answer = run_main("import", STAFF, "--base", base, "--dry-run")
    assert answer.json["counts"] == {"create": 32}
    assert answer.json["dry_run"] is True
    assert answer.said == "Пробный прогон: ничего не записано.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_writes_nothing_into_a_base(imported, run_here):
    base, _ = imported
    before = {path.name: path.read_bytes() for path in base.parent.iterdir() if path.is_file()}
    report = run_here("import", MENTEES, "--base", base, "--dry-run").json
    assert report["counts"]["create"] > 0
    after = {path.name: path.read_bytes() for path in base.parent.iterdir() if path.is_file()}
    assert after == before


def test_a_table_goes_into_a_server_too(empty_postgres, run_here):
    assert run_here("import", STAFF, "--base", empty_postgres).json["counts"] == {"create": 32}
    with open_base(empty_postgres) as base:
        assert len(Services(base).people.rows(SchoolYear(2026))) == 32


def test_a_dry_run_on_an_empty_server_makes_no_tables(empty_postgres, run_here):
    answer = run_here("import", STAFF, "--base", empty_postgres, "--dry-run")
    assert answer.is_refused(2, "не база «Наставника»")


@pytest.mark.parametrize("command", ["read-table", "import"])
def test_a_broken_table_is_told_and_makes_no_base(command, tmp_path):
    base = tmp_path / "школа.nastavnik"
    more = ("--base", base) if command == "import" else ()
    assert run_main(command, BROKEN, *more).is_refused(2, "08-broken-copy.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_not_there_is_told(tmp_path, run_here):
    missing = tmp_path / "нет.xlsx"
    assert run_here("read-table", missing).is_refused(2, "нет.xlsx")


def test_a_foreign_file_is_told(tmp_path, run_here):
    foreign = tmp_path / "фото.xlsx"
    foreign.write_bytes(bytes(range(256)) * 10)
    assert run_here("read-table", foreign).is_refused(2, "фото.xlsx")


def test_a_base_that_another_window_holds_is_not_written(imported, tmp_path):
    base = tmp_path / "школа.nastavnik"
    shutil.copyfile(imported[0], base)
    with window_holding(base):
        answer = run_main("import", MENTEES, "--base", base)
        assert answer.is_refused(3, "открыта только для чтения", "Закройте программу там")
        assert run_main("read-table", MENTEES, "--base", base).code == 0


def test_decisions_of_a_file_replace_the_default_ones(tmp_path, run_here):
    decisions = tmp_path / "решения.json"
    lines = [{"address": "Кадры, строка 8", "decision": "skip"}]
    decisions.write_text(json.dumps({"lines": lines}, ensure_ascii=False), "utf-8")
    base = tmp_path / "школа.nastavnik"
    report = run_here("import", STAFF, "--base", base, "--decisions", decisions).json
    assert report["counts"] == {"create": 31, "skip": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "не той формы"),
        ('{"lines": [{"address": "Кадры, строка 8", "decision": "да"}]}', "не той формы"),
        ('{"lines": [{"address": "Кадры, строка 99", "decision": "skip"}]}', "нет строки"),
    ],
)
def test_wrong_decisions_are_told_and_make_no_base(tmp_path, run_here, text, words):
    decisions = tmp_path / "решения.json"
    decisions.write_text(text, "utf-8")
    base = tmp_path / "школа.nastavnik"
    answer = run_here("import", STAFF, "--base", base, "--decisions", decisions)
    assert answer.is_refused(2, words)
    assert not base.exists()


def test_decisions_that_are_not_there_are_told(tmp_path, run_here):
    answer = run_here(
        "import", STAFF, "--base", tmp_path / "б.nastavnik", "--decisions", tmp_path / "нет.json"
    )
    assert answer.is_refused(2, "нет.json", "нет на месте")


def test_report_names_cells_and_who_is_missing(imported, tmp_path, run_here):
    base = tmp_path / "школа.nastavnik"
    shutil.copyfile(imported[0], base)
    report = run_here("import", STAFF, "--base", base, "--dry-run").json
    assert report["missing"] == report["notices"] == []
    assert "Кадры, K33" in {problem.get("address") for problem in report["problems"]}
