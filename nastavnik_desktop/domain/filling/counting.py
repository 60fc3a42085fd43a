"""The counted cells of a blank as a statistical form, so that one engine fills both."""

from __future__ import annotations

from collections.abc import Iterable

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.filling.mapping import MappedCell
from nastavnik_desktop.domain.filling.sources import Counted, in_words
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.form import (
    FormColumn,
    FormRow,
    FormTable,
    Selector,
    StatisticsForm,
    TitlePage,
)
from nastavnik_desktop.domain.statistics.indicators import indicator

_RECORDS, _AMOUNTS = 3, 4
_COLUMNS = (
    FormColumn(1, ("Ячейка",)),
    FormColumn(2, ("Адрес",)),
    FormColumn(_RECORDS, ("Сколько",), part="records"),
    FormColumn(_AMOUNTS, ("Сумма",), part="amount", decimals=1),
)
"""Records are whole numbers; rates are printed with one decimal (ОО-1, 3.1, графа 17)."""
_NO_TITLE_PAGE = TitlePage("", (), "", "", (), "")


def counting_form(title: str, cells: Iterable[MappedCell]) -> StatisticsForm:
    """A form with a row for every counted cell; its code is the place of the cell."""
    rows = tuple(
        _row(cell.place, cell.source) for cell in cells if isinstance(cell.source, Counted)
    )
    table = FormTable(title, title, "", _COLUMNS, rows)
    return StatisticsForm("blank", title, title, _NO_TITLE_PAGE, (table,), ())


def address_of(place: CellPlace, source: Counted) -> Address:
    """Where the form of ``counting_form`` holds a cell."""
    column = _AMOUNTS if indicator(source.indicator).is_amount else _RECORDS
    return f"{place.sheet}!{place.address}", column


def _row(place: CellPlace, source: Counted) -> FormRow:
    code, column = address_of(place, source)
    part = _COLUMNS[column - 1].part
    parts = {part: Selector(source.indicator)}
    return FormRow(code, in_words(source), dict(source.where), number=place.address, parts=parts)
