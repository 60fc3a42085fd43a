"""A year of a road map by months, on an A4 page; a long plan goes on to further pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Table,
)
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.road_maps.kept import Occurrence, OccurrenceState
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(landscape=True, left_mm=10, right_mm=10, top_mm=10, bottom_mm=10)
_MONTHS = (
    "янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.",
    "дек.",
)  # fmt: skip
_SIGNS = {
    OccurrenceState.DONE: "✓",
    OccurrenceState.OVERDUE: "!",
    OccurrenceState.NOT_DONE: "–",
    OccurrenceState.DUE: "",
}
_LONGEST_EVENT = 90


def timeline(
    title: str, year: ReadingYear, occurrences: Sequence[Occurrence], as_of: date
) -> Document:
    """A row for each item, a column for each month; in the cells days with a sign of their state.

    The sign ✓ is done, ! overdue, – not done; a day without a sign is still to come.
    """
    rows: dict[tuple[str, str, int], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in occurrences:
        if one.due_on and one.due_on in year:
            sign = _SIGNS.get(one.state_on(as_of), "")
            rows[(one.number, one.event, one.key.item_id)][one.due_on.month].append(
                f"{one.due_on.day}{sign}"
            )
    head = ("№", "Мероприятие", *(_MONTHS[month - 1] for _, month in year.months))
    body = (_row(number, event, days, year) for (number, event, _), days in rows.items())
    table = Table(
        (12.0, 97.0, *(14.0,) * 12),
        (Row(tuple(header_cell(text) for text in head)), *body),
        header_rows=1,
        size_pt=8.0,
    )
    return Document(
        title=tidy(f"{title}: {year.label}"),
        page=_PAGE,
        text=TextSetup(size_pt=10.0, table_size_pt=8.0),
        sheet_name="Год",
        blocks=(
            Paragraph.of(tidy(f"{title}\n{year.label}"), Role.TITLE),
            table,
            Paragraph.of("✓ выполнено, ! просрочено, – не выполнено", Role.NOTE),
        ),
    )


def _row(number: str, event: str, days: dict[int, list[str]], year: ReadingYear) -> Row:
    short = event if len(event) <= _LONGEST_EVENT else f"{event[: _LONGEST_EVENT - 1]}…"
    months = (", ".join(days.get(month, ())) for _, month in year.months)
    return Row(
        (Cell(number), Cell(tidy(short)), *(Cell(text, Alignment.CENTER) for text in months))
    )
