"""A year of a road map on one landscape sheet, A4 or A3: a column for each month, or days in order.

A plan that fits has a row for each item and a column for each month. Of a longer one the days
stand in order under the names of their months, as in a newspaper. Letters are as large as the
sheet allows; what does not fit even in the smallest goes on to further sheets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from nastavnik_desktop.documents.measure import lines_needed, text_mm
from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, PaperFormat, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.deadlines.wording import MONTHS
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.road_maps.kept import Occurrence, OccurrenceState
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(
    landscape=True, left_mm=10, right_mm=10, top_mm=10, bottom_mm=10, shows_numbers=False
)
_MONTHS = (
    "янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.",
    "дек.",
)  # fmt: skip
_SIGNS = {
    OccurrenceState.DONE: "√",
    OccurrenceState.OVERDUE: "!",
    OccurrenceState.NOT_DONE: "×",
    OccurrenceState.DUE: "",
}
_LEGEND = "√ выполнено, ! просрочено, × не выполнено; без знака – предстоит"
_GRID_SIZES = (11.0, 10.0, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_COLUMN_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
_COLUMNS = 4
_MONTH_SHARE, _NUMBER_SHARE, _EVENT_SHARE = 14.0, 12.0, 97.0
_MM_PER_PT = 25.4 / 72
_LINE = 1.15 * _MM_PER_PT
"""Height of a line of one point, in millimetres."""
_ROW_PADDING_MM = 4.5 * _MM_PER_PT
_SIDE_PADDING_MM = 2.8
_TITLE_PT, _BOLD_SHARE = 10.0, 0.85
_HEADING_MM = 24.0
"""Room for the title and the legend."""


def timeline(
    title: str,
    year: ReadingYear,
    occurrences: Sequence[Occurrence],
    as_of: date,
    paper: PaperFormat = PaperFormat.A4,
) -> Document:
    """The days of a year with a sign of their state; a day without a sign is still to come."""
    page = replace(_PAGE, paper=paper)
    dated = [one for one in occurrences if one.due_on and one.due_on in year]
    room = page.text_height_mm - _HEADING_MM
    table = _grid(dated, year, as_of, page, room) or _columns(dated, year, as_of, page, room)
    return Document(
        title=tidy(f"{title}: {year.label}"),
        page=page,
        text=TextSetup(size_pt=10.0, table_size_pt=8.0, note_size_pt=8.0),
        sheet_name="Год",
        blocks=(
            Paragraph((Run(tidy(_headline(title, year, page))),), Role.TITLE,
                      space_before_pt=0),
            table,
            Paragraph.of(_LEGEND, Role.NOTE),
        ),
    )  # fmt: skip


def _headline(title: str, year: ReadingYear, page: PageSetup) -> str:
    """The title, with the year where it does not name it, in at most two lines."""
    said = title if year.label in title else f"{title}, {year.label}"
    return _cut(said, _TITLE_PT, 2 * page.text_width_mm * _BOLD_SHARE)


def _grid(
    dated: Sequence[Occurrence], year: ReadingYear, as_of: date, page: PageSetup, room: float
) -> Table | None:
    """A row for each item; None where the rows need more than the sheet in readable letters."""
    days: dict[tuple[str, str, int], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in dated:
        key = (one.number, one.event, one.key.item_id)
        days[key][_month(one)].append(f"{_day(one)}{_sign(one, as_of)}")
    widths = (_NUMBER_SHARE, _EVENT_SHARE, *(_MONTH_SHARE,) * 12)
    share = page.text_width_mm / sum(widths)
    for size in _GRID_SIZES:
        rows = [_grid_row(key, found, year) for key, found in days.items()]
        heights = (_height(row, [width * share for width in widths], size) for row in rows)
        if sum(heights) + size * _LINE + _ROW_PADDING_MM <= room:
            head = ("№", "Мероприятие", *(_MONTHS[month - 1] for _, month in year.months))
            top = Row(tuple(header_cell(text) for text in head))
            return Table(widths, (top, *rows), header_rows=1, size_pt=size)
    return None


def _grid_row(key: tuple[str, str, int], days: dict[int, list[str]], year: ReadingYear) -> Row:
    number, event, _ = key
    months = (", ".join(days.get(month, ())) for _, month in year.months)
    return Row(
        (Cell(number), Cell(tidy(event)), *(Cell(text, Alignment.CENTER) for text in months))
    )


def _height(row: Row, widths: Sequence[float], size: float) -> float:
    lines = max(
        lines_needed(cell.text, width - _SIDE_PADDING_MM, size)
        for cell, width in zip(row.cells, widths, strict=True)
    )
    return lines * size * _LINE + _ROW_PADDING_MM


def _columns(
    dated: Sequence[Occurrence], year: ReadingYear, as_of: date, page: PageSetup, room: float
) -> Table:
    """Days in order under the names of their months, set in columns as a newspaper is."""
    ordered = sorted(dated, key=lambda one: one.due_on or date.max)
    count = len(ordered) + 2 * len({_month(one) for one in ordered})
    needed = -(-count // _COLUMNS) + 1
    fits = (size for size in _COLUMN_SIZES if needed * size * _LINE + _ROW_PADDING_MM <= room)
    size = next(fits, _COLUMN_SIZES[-1])
    width = page.text_width_mm / _COLUMNS - _SIDE_PADDING_MM
    lines = list(_lines(ordered, year, as_of, width, size))
    most = int((room - _ROW_PADDING_MM) / (size * _LINE))
    columns = list(_filled(lines, min(needed, most)))
    columns += [""] * (-len(columns) % _COLUMNS)
    rows = (columns[at : at + _COLUMNS] for at in range(0, len(columns), _COLUMNS))
    return Table((1.0,) * _COLUMNS, tuple(Row(tuple(map(Cell, row))) for row in rows), size_pt=size)


def _lines(
    ordered: Iterable[Occurrence], year: ReadingYear, as_of: date, width: float, size: float
) -> Iterator[str]:
    """The name of a month in capitals, then a line for each day: «25! · 1.3 Издать приказ»."""
    in_year = {month: calendar_year for calendar_year, month in year.months}
    for month, found in groupby(ordered, key=_month):
        yield ""
        yield f"{MONTHS[month - 1].upper()}{NBSP}{in_year[month]}"
        for one in found:
            number = one.number.rstrip(".")
            begins = f"{_day(one)}{_sign(one, as_of)} · {number} ".replace(" ", NBSP)
            yield begins + _cut(one.event, size, width - text_mm(begins, size))


def _filled(lines: Sequence[str], most: int) -> Iterator[str]:
    """Columns of at most so many lines; none ends with the name of a month or begins empty."""
    column: list[str] = []
    for line in lines:
        is_name_at_the_foot = not line and len(column) + 3 > most
        if column and (len(column) >= most or is_name_at_the_foot):
            yield "\n".join(column)
            column = []
        if line or column:
            column.append(line)
    if column:
        yield "\n".join(column)


def _cut(text: str, size: float, width_mm: float) -> str:
    """As much of a text as one line holds; what is left out is told by an ellipsis."""
    plain = " ".join(text.split())
    if text_mm(plain, size) <= width_mm:
        return plain
    share = width_mm / text_mm(plain, size)
    kept = plain[: max(int(len(plain) * share), 1)]
    while kept and text_mm(f"{kept}…", size) > width_mm:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _month(one: Occurrence) -> int:
    return one.due_on.month if one.due_on else 0


def _day(one: Occurrence) -> int:
    return one.due_on.day if one.due_on else 0


def _sign(one: Occurrence, as_of: date) -> str:
    return _SIGNS.get(one.state_on(as_of), "")
