"""``import`` of a road map, ``export-roadmap`` and ``roadmap-report`` as the user calls them."""

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from icalendar import Calendar

from nastavnik_desktop.imports.road_maps.reading import read_road_map
from tests.commands.conftest import ROOT, TABLES, run_main

MAPS = sorted((ROOT / "tests" / "data" / "roadmaps").glob("*.docx"))
SCHOOL = ROOT / "tests" / "data" / "roadmaps" / "krasnoyarsk-school-2023.docx"


@pytest.fixture
def base(tmp_path):
    return tmp_path / "школа.nastavnik"


def test_import_recognises_a_road_map(run_here, base):
    first = run_here("import", SCHOOL, "--base", base).json
    assert (first["kind"], first["road_map_id"], first["already_kept"]) == ("road_map", 1, False)
    assert first["counts"]["items"] == len(read_road_map(SCHOOL).items)
    again = run_here("import", SCHOOL, "--base", base).json
    assert (again["road_map_id"], again["already_kept"]) == (1, True)


def test_a_trial_run_makes_no_base(run_here, base):
    assert run_here("import", SCHOOL, "--base", base, "--dry-run").json["dry_run"] is True
    assert not base.exists()


def test_lists_of_people_are_imported_as_before(run_here, base):
    table = next(path for path in sorted(TABLES.glob("*.xlsx")) if "staff" in path.name)
    assert run_here("import", table, "--base", base).json["kind"] != "road_map"


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_road_map_that_we_print_is_read_back_the_same(run_here, base, tmp_path, path):
    run_here("import", path, "--base", base)
    printed = tmp_path / "печать.docx"
    run_here("export-roadmap", "1", "--base", base, "--out", printed)
    assert _without_places(read_road_map(printed)) == _without_places(read_road_map(path))


def _without_places(reading):
    items = tuple(replace(item, place="") for item in reading.items)
    return replace(reading, items=items, file="", skipped=())


@pytest.mark.parametrize("layout", ["A", "B", "C", "D"])
def test_every_layout_prints_all_items(run_here, base, tmp_path, layout):
    run_here("import", SCHOOL, "--base", base)
    printed = tmp_path / "печать.docx"
    run_here("export-roadmap", "1", "--base", base, "--out", printed, "--layout", layout)
    read = read_road_map(printed)
    assert [one.event for one in read.items] == [one.event for one in read_road_map(SCHOOL).items]


@pytest.mark.parametrize(("suffix", "start"), [("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_other_papers_are_written(run_here, base, tmp_path, suffix, start):
    run_here("import", SCHOOL, "--base", base)
    printed = tmp_path / f"печать.{suffix}"
    run_here("export-roadmap", "1", "--base", base, "--out", printed)
    assert printed.read_bytes().startswith(start)


def test_a_phone_gets_an_event_for_each_day(run_here, base, tmp_path):
    run_here("import", SCHOOL, "--base", base)
    table, calendar = tmp_path / "дни.csv", tmp_path / "дни.ics"
    for out in (table, calendar):
        run_here("export-roadmap", "1", "--base", base, "--out", out)
    with table.open(encoding="utf-8-sig", newline="") as lines:
        dated = [row for row in csv.DictReader(lines, delimiter=";") if row["Дата"]]
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert len(events) == len(dated) > 10
    assert len({event["uid"] for event in events}) == len(events)


def test_a_report_of_a_quarter_is_written(run_here, base, tmp_path):
    run_here("import", SCHOOL, "--base", base)
    out = tmp_path / "отчёт.docx"
    answer = run_here("roadmap-report", "--base", base, "--period", "2023Q4", "--out", out)
    assert answer.json["period"] == "2023Q4"
    texts = [one.text.replace("\u00a0", " ") for one in docx.Document(out).paragraphs]
    assert any("IV квартал 2023 года" in text for text in texts)


@pytest.mark.parametrize(
    ("period", "words"), [("2023Q5", "не понят"), ("2031", "ничего не запланировано")]
)
def test_a_period_that_cannot_be_is_refused(run_here, base, tmp_path, period, words):
    run_here("import", SCHOOL, "--base", base)
    out = tmp_path / "отчёт.docx"
    answer = run_here("roadmap-report", "--base", base, "--period", period, "--out", out)
    assert answer.is_refused(2, words)


def test_of_several_road_maps_one_must_be_chosen(run_here, base, tmp_path):
    twin = tmp_path / "ещё.docx"
    shutil.copy(SCHOOL, twin)
    document = docx.Document(twin)
    document.core_properties.title = "другая"
    document.save(twin)
    for path in (SCHOOL, twin):
        run_here("import", path, "--base", base)
    out = tmp_path / "отчёт.pdf"
    request = ("roadmap-report", "--base", base, "--period", "2023", "--out", out)
    assert run_here(*request).is_refused(2, "Дорожных карт несколько")
    assert run_here(*request, "--id", "2").code == 0
    assert Path(out).stat().st_size > 1000


def test_the_program_itself_knows_the_commands(base, tmp_path):
    paper, report = tmp_path / "план.pdf", tmp_path / "отчёт.xlsx"
    run_main("import", SCHOOL, "--base", base)
    assert run_main("export-roadmap", "1", "--base", base, "--out", paper).json["road_map_id"] == 1
    asked = ("--base", base, "--period", "2023/24", "--out", report)
    assert run_main("roadmap-report", *asked).json["period"] == "2023/24"
    assert paper.exists()
    assert report.exists()
