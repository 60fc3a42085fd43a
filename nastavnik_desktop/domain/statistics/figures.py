"""Single figures outside of any form: an indicator with its groups for each name."""

from __future__ import annotations

from collections.abc import Mapping

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

Asked = tuple[str, Mapping[str, str]]
"""An indicator and the groups that narrow it."""

_RECORDS, _AMOUNTS = 3, 4
_COLUMNS = (
    FormColumn(1, ("Что",)),
    FormColumn(2, ("Имя",)),
    FormColumn(_RECORDS, ("Сколько",), part="records"),
    FormColumn(_AMOUNTS, ("Сумма",), part="amount", decimals=1),
)
"""Records are whole numbers; rates are printed with one decimal (ОО-1, 3.1, графа 17)."""
_NO_TITLE_PAGE = TitlePage("", (), "", "", (), "")


def form_of_figures(title: str, figures: Mapping[str, Asked]) -> StatisticsForm:
    """A form with a row for every figure, so that the one engine counts them all."""
    rows = tuple(_row(name, *asked) for name, asked in figures.items())
    table = FormTable(title, title, "", _COLUMNS, rows)
    return StatisticsForm("figures", title, title, _NO_TITLE_PAGE, (table,), ())


def address_of_figure(name: str, code: str) -> Address:
    """Where the form of figures holds the one of a name that asks for an indicator."""
    return name, _AMOUNTS if indicator(code).is_amount else _RECORDS


def _row(name: str, code: str, where: Mapping[str, str]) -> FormRow:
    _, column = address_of_figure(name, code)
    parts = {_COLUMNS[column - 1].part: Selector(code)}
    return FormRow(name, indicator(code).title, dict(where), parts=parts)
