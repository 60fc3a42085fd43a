"""Filling of cells: counted from the facts, given by the user, made of other cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.entered import Entered
from nastavnik_desktop.domain.statistics.facts import StatisticsFacts
from nastavnik_desktop.domain.statistics.form import (
    FormColumn,
    FormRow,
    Selector,
    StatisticsForm,
    selector_of,
)
from nastavnik_desktop.domain.statistics.formula import Formula, Reference, Undefined
from nastavnik_desktop.domain.statistics.indicators import indicator
from nastavnik_desktop.domain.statistics.observations import Counts, Observation
from nastavnik_desktop.domain.statistics.pool import Pool
from nastavnik_desktop.domain.statistics.report import Cell, CellKind, with_correction

UNDEFINED = "–"
"""A share of nobody: there is no figure (Р-145: division by zero is no 0 %)."""


@dataclass
class Counting:
    """Fills the cells of one form on one date."""

    form: StatisticsForm
    facts: StatisticsFacts
    as_of: date
    entered: Entered
    cells: dict[Address, Cell] = field(default_factory=dict)
    hidden: dict[Address, tuple[Counts, tuple[int, ...]]] = field(default_factory=dict)
    _pools: dict[tuple[str, date], Pool] = field(default_factory=dict)

    def fill(self) -> None:
        """Every cell; formulas last, because they are made of the others."""
        for row, column in self.form.cells():
            selector = selector_of(row, column)
            if selector is None or selector.formula is None or column.number in row.crossed:
                self._put(row, column, self._plain(row, column, selector))
        for row, column, formula in self.form.formulas():
            self._put(row, column, self._worked_out(row, column, formula))

    def pool(self, code: str, column: FormColumn) -> Pool:
        """The observations of an indicator on the day of a column."""
        day = day_of(column, self.as_of)
        if (code, day) not in self._pools:
            known = indicator(code)
            self._pools[code, day] = Pool(known, day, list(known.observe(self.facts, day)))
        return self._pools[code, day]

    def _put(self, row: FormRow, column: FormColumn, cell: Cell) -> None:
        address = (row.code, column.number)
        self.cells[address] = with_correction(cell, self.entered.corrections.get(address))

    def _plain(self, row: FormRow, column: FormColumn, selector: Selector | None) -> Cell:
        if column.number in row.crossed:
            self._note_hidden(row, column, selector)
            return Cell(None, self._counts(selector), kind=CellKind.CROSSED)
        if selector is None:
            return Cell(None, kind=CellKind.BLANK)
        if selector.given:
            return self._given(selector.given, row, column)
        return self._counted(row, column, selector)

    def _note_hidden(self, row: FormRow, column: FormColumn, selector: Selector | None) -> None:
        if selector is not None and selector.indicator:
            cell = self._counted(row, column, selector)
            if cell.ids:
                self.hidden[row.code, column.number] = (cell.counts, cell.ids)

    def _counts(self, selector: Selector | None) -> Counts:
        is_counted = selector is not None and selector.indicator
        return indicator(selector.indicator).counts if selector and is_counted else Counts.PEOPLE

    def _given(self, name: str, row: FormRow, column: FormColumn) -> Cell:
        year = self.as_of.year - column.years_back
        written = self.entered.given.get((name, row.code, year))
        if written is None:
            default = self.form.default_of(name, row.code, year)
            written = Decimal(default) if default else None
        return Cell(written, kind=CellKind.GIVEN, decimals=column.decimals)

    def _counted(self, row: FormRow, column: FormColumn, selector: Selector) -> Cell:
        pool = self.pool(selector.indicator, column)
        places = pool.chosen(selector.where).places & pool.chosen(row.where).places
        found: dict[int, int] = {}
        for place in sorted(places):
            found.setdefault(pool.observations[place].subject_id, place)
        counts = pool.indicator.counts
        reasons = {key: pool.reason(place, selector.where, row.where)
                   for key, place in found.items()}  # fmt: skip
        records = [pool.observations[place] for place in found.values()]
        ids = tuple(sorted(found))
        if selector.shows:
            text = _text(records, selector.shows)
            return Cell(None, counts, ids, reasons, CellKind.TEXT, text)
        value = _amount(records) if pool.indicator.is_amount else len(found)
        return Cell(value, counts, ids, reasons, decimals=column.decimals)

    def _worked_out(self, row: FormRow, column: FormColumn, formula: Formula) -> Cell:
        parts = [self._cell_of(row, reference) for reference in formula.references]
        reasons: dict[int, str] = {}
        counts = parts[0].counts if parts else Counts.PEOPLE
        if formula.is_sum and all(part.counts is counts for part in parts):
            reasons = {key: why for part in parts for key, why in part.reasons.items()}
        ids = tuple(sorted(reasons))
        try:
            value = formula.value(lambda reference: self._figure(row, reference))
        except Undefined:
            return Cell(None, counts, kind=CellKind.FORMULA, text=UNDEFINED)
        text = UNDEFINED if any(part.text == UNDEFINED for part in parts) else ""
        return Cell(value, counts, ids, reasons, CellKind.FORMULA, text, decimals=column.decimals)

    def _cell_of(self, row: FormRow, reference: Reference) -> Cell:
        blank = Cell(None, kind=CellKind.BLANK)
        return self.cells.get((reference.row or row.code, reference.number), blank)

    def _figure(self, row: FormRow, reference: Reference) -> Decimal | None:
        cell = self._cell_of(row, reference)
        return None if cell.figure is None else cell.exact


def day_of(column: FormColumn, as_of: date) -> date:
    """The day of a column: the date itself, or the end of a former calendar year."""
    return date(as_of.year - column.years_back, 12, 31) if column.years_back else as_of


def _amount(records: Iterable[Observation]) -> Decimal:
    return sum((record.weight for record in records if record.weight is not None), Decimal(0))


def _text(records: Iterable[Observation], name: str) -> str:
    return "\n".join(dict.fromkeys(filter(None, (record.texts.get(name) for record in records))))


def unknown_of(counting: Counting) -> Mapping[tuple[str, int | None], set[int]]:
    """Records that could not be judged, by what is missing and the column, or None for rows."""
    found: dict[tuple[str, int | None], set[int]] = {}
    for row, column in counting.form.cells():
        selector = selector_of(row, column)
        if selector is None or not selector.indicator:
            continue
        pool = counting.pool(selector.indicator, column)
        for missing, ids in pool.chosen(selector.where).unknown.items():
            found.setdefault((missing, column.number), set()).update(ids)
        for missing, ids in pool.chosen(row.where).unknown.items():
            found.setdefault((missing, None), set()).update(ids)
        if pool.indicator.is_amount:
            without = {one.subject_id for one in pool.observations if one.weight is None}
            found.setdefault((pool.indicator.amount, column.number), set()).update(without)
    return found
