"""Papers about the execution of a road map: report of a period, tasks of one responsible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.road_maps import ROAD_MAP_PAGE, ROAD_MAP_TEXT
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from nastavnik_desktop.domain.charts import BarChart
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.road_maps.execution import (
    FIGURES,
    Execution,
    IndicatorLine,
    number_words,
    reason_words,
)
from nastavnik_desktop.domain.road_maps.kept import (
    STATE_WORDS,
    Evidence,
    Occurrence,
    OccurrenceState,
)
from nastavnik_desktop.language.typography import tidy

_MOST_BARS = 16
"""Bars of a chart that surely fit a landscape page."""
_DONE_HEAD = (
    ("№", 14.0), ("Мероприятие", 88.0), ("Ответственный", 50.0), ("Срок", 24.0),
    ("Выполнено", 24.0), ("Подтверждение", 67.0),
)  # fmt: skip
_OPEN_HEAD = (
    ("№", 14.0), ("Мероприятие", 96.0), ("Ответственный", 52.0), ("Срок", 24.0),
    ("Состояние", 27.0), ("Причина", 54.0),
)  # fmt: skip
_INDICATOR_HEAD = (
    ("№", 14.0), ("Мероприятие", 100.0), ("Показатель", 70.0), ("Год", 20.0), ("План", 22.0),
    ("Факт", 22.0), ("Отклонение", 24.0),
)  # fmt: skip
_TASK_HEAD = (
    ("№", 14.0), ("Мероприятие", 130.0), ("Срок", 28.0), ("Состояние", 35.0),
    ("Отметка о выполнении", 60.0),
)  # fmt: skip


def execution_report(report: Execution, school: str = "") -> Document:
    """«Отчёт о выполнении дорожной карты»: figures, what is done, what is not and why."""
    title = tidy(f"Отчёт о выполнении дорожной карты за {report.period.title}")
    return _document(title, school, _report_blocks(report, title))


def task_list(
    responsible: str, occurrences: Sequence[Occurrence], as_of: date, school: str = ""
) -> Document:
    """What one responsible has to do, with room for a mark by hand."""
    title = tidy(f"Перечень поручений по дорожной карте: {responsible}")
    rows = (_task_row(one, as_of) for one in occurrences)
    blocks = (
        Paragraph.of(title, Role.TITLE),
        _table(_TASK_HEAD, rows),
        Paragraph.of(f"По состоянию на {short_date(as_of)}", Role.NOTE),
    )
    return _document(title, school, iter(blocks))


def _document(title: str, school: str, blocks: Iterator[Block]) -> Document:
    return Document(
        title=title,
        author=school,
        page=ROAD_MAP_PAGE,
        text=ROAD_MAP_TEXT,
        sheet_name="Отчёт",
        blocks=tuple(blocks),
    )


def _report_blocks(report: Execution, title: str) -> Iterator[Block]:
    yield Paragraph.of(title, Role.TITLE)
    yield Paragraph.of(report.title, Role.SUBTITLE)
    yield Paragraph.of(f"По состоянию на {short_date(report.as_of)}", Role.PLAIN)
    yield _figures(report)
    if report.occurrences:
        yield from _chart(report.chart_of_states())
    yield from _part(
        "Выполнено", _DONE_HEAD, [_done_row(one) for one in report.of(OccurrenceState.DONE)]
    )
    open_states = (OccurrenceState.OVERDUE, OccurrenceState.NOT_DONE, OccurrenceState.DUE)
    yield from _part(
        "Не выполнено, просрочено, предстоит",
        _OPEN_HEAD,
        [_open_row(one, report.as_of) for state in open_states for one in report.of(state)],
    )
    yield from _part(
        "Показатели: план и факт", _INDICATOR_HEAD, [_indicator(one) for one in report.indicators]
    )
    yield from _chart(report.chart_of_indicators())


def _chart(chart: BarChart) -> Iterator[Block]:
    """A chart under its title, parted where it has many bars; nothing where it has none."""
    for at in range(0, len(chart.bars), _MOST_BARS):
        title = f"{chart.title} (продолжение)" if at else chart.title
        yield _heading(title)
        yield replace(chart, bars=chart.bars[at : at + _MOST_BARS])


def _figures(report: Execution) -> Table:
    """How many were due, and how many of them stand how; the share is of all that were due."""
    counts = [len(report.of(state)) for state in FIGURES]
    share = "–" if report.share_done is None else f"{report.share_done:g}\u00a0%".replace(".", ",")
    words = ("всего по плану", *(STATE_WORDS[state] for state in FIGURES), "доля выполненных")
    values = (*map(str, (len(report.occurrences), *counts)), share)
    return Table(
        (44.5,) * 6,
        (
            Row(tuple(header_cell(word) for word in words)),
            Row(tuple(Cell(value, Alignment.CENTER, bold=True) for value in values)),
        ),
        header_rows=1,
    )


def _part(title: str, head: Sequence[tuple[str, float]], rows: list[Row]) -> Iterator[Block]:
    if rows:
        yield _heading(title)
        yield _table(head, rows)


def _heading(title: str) -> Paragraph:
    return Paragraph((Run(title, bold=True),), Role.HEADING, keep_with_next=True)


def _table(head: Sequence[tuple[str, float]], rows: Iterator[Row] | list[Row]) -> Table:
    top = Row(tuple(header_cell(title) for title, _ in head))
    return Table(tuple(width for _, width in head), (top, *rows), header_rows=1)


def _texts(*texts: str) -> Row:
    return Row(tuple(Cell(tidy(text)) for text in texts))


def _done_row(one: Occurrence) -> Row:
    done_on = one.mark.done_on if one.mark else None
    evidence = one.mark.evidence if one.mark else ()
    shown = "; ".join(filter(None, map(evidence_words, evidence)))
    return _texts(
        one.number, one.event, one.responsible, short_date(one.due_on), short_date(done_on), shown
    )


def evidence_words(evidence: Evidence) -> str:
    """«Протокол педсовета № 3 от 01.09.2026», «приказ.pdf», or the address of a link."""
    day = evidence.dated_on
    parts = (
        evidence.title or evidence.file_name or evidence.link,
        f"№\u00a0{evidence.number}" if evidence.number else "",
        f"от {short_date(day)}" if day else "",
    )
    return " ".join(part for part in parts if part)


def _open_row(one: Occurrence, as_of: date) -> Row:
    return _texts(
        one.number,
        one.event,
        one.responsible,
        short_date(one.due_on),
        STATE_WORDS[one.state_on(as_of)],
        reason_words(one),
    )


def _indicator(line: IndicatorLine) -> Row:
    difference = None if line.plan is None or line.fact is None else line.fact - line.plan
    figures = tuple(
        Cell(number_words(value), Alignment.CENTER, value=value)
        for value in (line.plan, line.fact, difference)
    )
    texts = (line.number, tidy(line.event), tidy(line.indicator), str(line.year))
    return Row((*(Cell(text) for text in texts), *figures))


def _task_row(one: Occurrence, as_of: date) -> Row:
    return _texts(
        one.number, one.event, short_date(one.due_on), STATE_WORDS[one.state_on(as_of)], ""
    )
