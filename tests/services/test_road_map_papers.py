"""What comes out of a kept road map: «Сегодня», reports, evidence, a year by months."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.execution import (
    execution_of,
    parse_period,
    quarter_control_day,
)
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    Mark,
    MarkStatus,
    OccurrenceState,
)
from nastavnik_desktop.domain.today import TaskAction
from tests.documents.readers import pdf_page_sizes
from tests.factory import TODAY, YEAR


@pytest.fixture
def teachers(services):
    return services.road_map_years.create_from_template("teachers", YEAR, "СОШ № 17").record_id


def occurrences(services, road_map_id):
    return services.road_maps.road_map(road_map_id).occurrences


def tasks(services):
    found = services.today.summary(YEAR).tasks
    return [one.title for one in found if one.action is TaskAction.OPEN_ROAD_MAPS]


def test_today_tells_what_is_overdue_and_what_comes(services, teachers):
    late = [one for one in occurrences(services, teachers) if one.due_on and one.due_on < TODAY]
    first, second = tasks(services)
    assert first == f"Просрочено по дорожной карте: {len(late)} мероприятие".replace(
        " м", "\u00a0м"
    )
    assert "7\u00a0дней" in second
    for one in late:
        services.road_map_marks.set_mark(one.key, Mark(MarkStatus.DONE, TODAY))
    assert len(tasks(services)) == 1


@pytest.mark.parametrize(
    ("written", "first", "last", "title"),
    [
        ("2026Q1", date(2026, 1, 1), date(2026, 3, 31), "I квартал 2026 года"),
        ("2026q4", date(2026, 10, 1), date(2026, 12, 31), "IV квартал 2026 года"),
        ("2026H2", date(2026, 7, 1), date(2026, 12, 31), "II полугодие 2026 года"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026 год"),
        ("2025/26", date(2025, 9, 1), date(2026, 8, 31), "2025/26 учебный год"),
    ],
)
def test_periods_are_understood(written, first, last, title):
    period = parse_period(written)
    assert (period.first_day, period.last_day, period.title) == (first, last, title)


@pytest.mark.parametrize("written", ["", "2026Q5", "2026H3", "2025/27", "26", "весь год"])
def test_other_words_are_no_period(written):
    with pytest.raises(RuleViolation, match="не понят"):
        parse_period(written)


@pytest.mark.parametrize(
    ("day", "control"),
    [
        (date(2026, 9, 8), date(2026, 9, 25)),
        (date(2026, 9, 26), date(2026, 12, 25)),
        (date(2026, 12, 26), date(2027, 3, 25)),
        (date(2026, 2, 28), date(2026, 3, 25)),
    ],
)
def test_a_quarter_is_controlled_by_the_25th_of_its_last_month(day, control):
    assert quarter_control_day(day) == control


def test_a_report_counts_each_matter_once(services, teachers):
    first = next(one for one in occurrences(services, teachers) if one.due_on)
    services.road_map_marks.set_mark(first.key, Mark(MarkStatus.DONE, TODAY))
    kept = services.road_maps.road_map(teachers)
    report = execution_of(kept, parse_period("2026/27"), TODAY)
    dated = [one for one in kept.occurrences if one.due_on]
    assert len(report.occurrences) == len(dated)
    assert sum(len(report.of(state)) for state in OccurrenceState) == len(dated)
    assert report.share_done == round(100 / len(dated), 1)
    assert execution_of(kept, parse_period("2031"), TODAY).share_done is None


def test_evidence_opens_without_the_program(services, teachers, tmp_path):
    first = next(one for one in occurrences(services, teachers) if one.due_on)
    marks = services.road_map_marks
    mark_id = marks.set_mark(first.key, Mark(MarkStatus.DONE, TODAY)).record_id
    scan = tmp_path / "протокол & список.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    marks.add_evidence(mark_id, Evidence(EvidenceKind.FILE), scan)
    marks.add_evidence(mark_id, Evidence(EvidenceKind.DOCUMENT, "Справка <1>", "5", TODAY))
    out = tmp_path / "подтверждения.zip"
    assert services.road_map_evidence.export(teachers, out) == 2
    with zipfile.ZipFile(out) as archive:
        (file,) = [name for name in archive.namelist() if name.startswith("files/")]
        assert archive.read(file) == b"%PDF-1.4 scan"
        page = archive.read("index.html").decode("utf-8")
        assert "Справка &lt;1&gt;" in page
        assert 'href="files/0001 протокол &amp; список.pdf"' in page
        book = openpyxl.load_workbook(io.BytesIO(archive.read("index.xlsx")))
    texts = [str(cell.value) for row in book.active for cell in row]
    assert file in texts


def test_a_year_of_the_school_prints_on_one_page(services, teachers, tmp_path):
    out = tmp_path / "год.pdf"
    services.road_map_papers.export_timeline(teachers, out)
    (size,) = pdf_page_sizes(out.read_bytes())
    assert size[0] > size[1]


def test_a_responsible_gets_a_list_of_tasks(services, teachers, tmp_path):
    out = tmp_path / "поручения.docx"
    own = services.road_map_people.tasks(YEAR)["Директор"]
    services.road_map_papers.export_tasks("Директор", own, out)
    assert out.read_bytes().startswith(b"PK")
