"""Papers of road maps: a year on one sheet, charts of execution beside their tables."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.documents.page import PaperFormat
from nastavnik_desktop.documents.preview import page_texts
from nastavnik_desktop.documents.render import render_pdf, render_xlsx
from nastavnik_desktop.documents.road_map_report import execution_report
from nastavnik_desktop.documents.road_map_timeline import timeline
from nastavnik_desktop.documents.tree import BarChart
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.road_maps.execution import (
    Execution,
    IndicatorLine,
    parse_period,
)
from nastavnik_desktop.domain.road_maps.kept import (
    Mark,
    MarkStatus,
    Occurrence,
    OccurrenceKey,
)
from tests.documents.readers import opened_xlsx, pdf_page_sizes

YEAR, TODAY = ReadingYear(2026), date(2026, 12, 1)
EVENT = "Разработка и утверждение распорядительных актов о внедрении целевой модели"
MARKS = (
    Mark(MarkStatus.DONE, date(2026, 9, 7)),
    Mark(MarkStatus.NOT_DONE, reason="не утверждено финансирование"),
    None,
)


def occurrences(count):
    """Matters spread over the months of the year, done, not done and open by turns."""
    return [
        Occurrence(
            OccurrenceKey(at + 1, 0, 2026, _day(at)),
            f"{at // 8 + 1}.{at % 8 + 1}",
            f"{EVENT}, часть {at + 1}",
            "Куратор",
            MARKS[at % 3],
        )
        for at in range(count)
    ]


def _day(at):
    in_year, month = YEAR.months[at % 12]
    return date(in_year, month, 1 + at % 28)


def sheet(count, paper=PaperFormat.A4):
    return render_pdf(timeline("Дорожная карта школы", YEAR, occurrences(count), TODAY, paper))


@pytest.mark.parametrize("paper", PaperFormat)
@pytest.mark.parametrize("count", [1, 10, 40, 200])
def test_a_year_stands_on_one_landscape_sheet(count, paper):
    (size,) = pdf_page_sizes(sheet(count, paper))
    assert [round(side) for side in size] == {
        PaperFormat.A4: [297, 210],
        PaperFormat.A3: [420, 297],
    }[paper]


@pytest.mark.parametrize("count", [12, 200])
def test_every_matter_of_the_year_is_on_the_sheet_with_its_state(count):
    text = "\n".join(page_texts(sheet(count)))
    for one in occurrences(count):
        assert one.number in text
    assert "√ выполнено" in text
    assert text.count("√") == 1 + sum(one.mark is MARKS[0] for one in occurrences(count))
    assert text.count("!") > 1


def test_a_plan_too_long_for_the_smallest_letters_goes_on_and_loses_nothing():
    pages = page_texts(sheet(900))
    text = "\n".join(pages)
    assert len(pages) > 1
    assert sum(text.count(f"{at // 8 + 1}.{at % 8 + 1}") > 0 for at in range(900)) == 900


def test_the_year_is_named_once():
    headline = timeline("Карта на 2026/27 учебный год", YEAR, occurrences(3), TODAY).blocks[0]
    assert headline.runs[0].text.count("2026/27") == 1


def report(count, indicators=()):
    return Execution(
        "Дорожная карта", parse_period("2026/27"), TODAY, tuple(occurrences(count)), indicators
    )


def charts(document):
    return [block for block in document.blocks if isinstance(block, BarChart)]


def test_the_chart_of_states_shows_the_figures_of_the_table():
    document = execution_report(report(30))
    (chart,) = charts(document)
    assert [(bar.label, bar.shown) for bar in chart.bars] == [
        ("выполнено", "10"), ("просрочено", "3"), ("не выполнено", "10"), ("предстоит", "7"),
    ]  # fmt: skip
    assert chart.whole == 30


def test_indicators_are_drawn_as_shares_of_their_plan():
    lines = (
        IndicatorLine("1.1", "Обучение", "Доля педагогов, %", 2026, 10.0, 7.5),
        IndicatorLine("1.2", "Отбор", "Число пар", 2026, None, 4.0),
        IndicatorLine("1.3", "Итоги", "Число кейсов", 2026, 2.0, None),
    )
    _, chart = charts(execution_report(report(3, lines)))
    (bar,) = chart.bars
    assert (bar.label, bar.value, bar.shown) == ("1.1 Доля педагогов, %, 2026 г.", 75, "7,5 из 10")


def test_many_indicators_are_parted_so_that_each_chart_fits_its_page():
    line = IndicatorLine("1", "Обучение", "Доля педагогов, %", 2026, 10.0, 7.0)
    lines = tuple(replace(line, number=str(at)) for at in range(60))
    document = execution_report(report(3, lines))
    assert sum(len(one.bars) for one in charts(document)[1:]) == 60
    assert len(page_texts(render_pdf(document))) > 3


def test_an_empty_period_has_no_chart():
    assert charts(execution_report(report(0))) == []


def test_the_report_opens_as_a_workbook():
    book = opened_xlsx(render_xlsx(execution_report(report(5))))
    texts = [str(cell.value).replace("\u00a0", " ") for row in book.active for cell in row]
    assert {"выполнено", "просрочено", "не утверждено финансирование"} <= set(texts)
