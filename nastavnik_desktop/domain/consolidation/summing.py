"""A consolidated form: figures of schools are added up, shares are worked out from the sums.

A share is never the mean of shares: its formula is applied to the summed numerators and
denominators. A plan in per cent cannot be added up: it stands where all schools have the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.control import broken_rule
from nastavnik_desktop.domain.statistics.control_rules import Address, Relation
from nastavnik_desktop.domain.statistics.form import FormColumn, StatisticsForm
from nastavnik_desktop.domain.statistics.formula import Formula, Reference, Undefined
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import (
    Cell,
    CellKind,
    FormReport,
    ReportProblem,
    Value,
)

_NOT_SUMMED = frozenset({Relation.COVERED, Relation.NEAR_LAST_YEAR, Relation.SAME_IN_FORM})
"""Rules about the people of one school, or about a report that a consolidation does not have."""
_UNDEFINED = "–"
_ADDED = (CellKind.COUNTED, CellKind.GIVEN)


@dataclass(frozen=True)
class SchoolReport:
    """A form as a school sent it."""

    school_id: int
    school: str
    report: FormReport


@dataclass(frozen=True)
class Consolidated:
    """The consolidated form; ``left_out`` are schools whose edition of the form is another."""

    report: FormReport
    schools: tuple[SchoolReport, ...]
    left_out: tuple[str, ...] = ()


def consolidate(sent: Sequence[SchoolReport]) -> Consolidated:
    """Add up the reports of one form; at least one is needed.

    The edition that most schools sent decides, of equals the later one. A total over people is
    the sum of the totals of schools: who takes part in two schools is counted in both.
    """
    layout = _usual_layout(sent)
    fitting = tuple(one for one in sent if _layout(one.report.form) == layout)
    left_out = tuple(one.school for one in sent if _layout(one.report.form) != layout)
    latest = max((one.report for one in fitting), key=lambda report: report.as_of)
    cells = _Sums(latest.form, fitting).filled()
    rules = tuple(rule for rule in latest.form.rules if rule.relation not in _NOT_SUMMED)
    broken = [problem for rule in rules if (problem := broken_rule(rule, cells))]
    notes = [*_other_dates(fitting), *_other_editions(left_out), *_corrected_shares(fitting)]
    report = FormReport(
        form=replace(latest.form, rules=rules),
        as_of=latest.as_of,
        cells=cells,
        problems=(*broken, *notes),
        rules_kept=len(rules) - len(broken),
        titles={Counts.SCHOOLS: {one.school_id: one.school for one in fitting}},
    )
    return Consolidated(report, fitting, left_out)


def total_rows(form: StatisticsForm) -> list[str]:
    """Codes of the last row of each table that is its total, by which schools are compared."""
    found = []
    for table in form.tables:
        totals = [row.code for row in table.rows if "всего" in row.title.casefold()]
        found.append(totals[-1] if totals else table.rows[-1].code)
    return found


_Layout = tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


def _layout(form: StatisticsForm) -> _Layout:
    """Rows and columns as they are headed: forms of one layout can be added up."""
    return tuple(
        (
            tuple(f"{row.code} {row.title}" for row in table.rows),
            tuple((str(column.number), *column.heading) for column in table.columns),
        )
        for table in form.tables
    )


def _usual_layout(sent: Sequence[SchoolReport]) -> _Layout:
    counts: dict[_Layout, tuple[int, date]] = {}
    for one in sent:
        layout = _layout(one.report.form)
        number, latest = counts.get(layout, (0, date.min))
        counts[layout] = (number + 1, max(latest, one.report.as_of))
    return max(counts, key=lambda layout: counts[layout])


class _Sums:
    """Cells of the consolidation: first what is added up, then what formulas make of it."""

    def __init__(self, form: StatisticsForm, sent: Sequence[SchoolReport]) -> None:
        self._form = form
        self._sent = sent
        self._cells: dict[Address, Cell] = {}

    def filled(self) -> Mapping[Address, Cell]:
        """Every cell of the form."""
        formulas = {
            (row.code, column.number): formula for row, column, formula in self._form.formulas()
        }
        for row, column in self._form.cells():
            address = (row.code, column.number)
            if address not in formulas:
                self._cells[address] = self._added(address, column)
        for address, formula in formulas.items():
            self._cells[address] = self._worked_out(address, formula)
        return self._cells

    def _added(self, address: Address, column: FormColumn) -> Cell:
        parts = {
            one.school_id: cell
            for one in self._sent
            if (cell := one.report.cells.get(address)) is not None
        }
        kinds = {cell.kind for cell in parts.values()}
        if kinds == {CellKind.CROSSED} or not kinds & {*_ADDED, CellKind.TEXT}:
            kind = CellKind.CROSSED if kinds == {CellKind.CROSSED} else CellKind.BLANK
            return Cell(None, Counts.SCHOOLS, kind=kind)
        if CellKind.TEXT in kinds:
            return _named(parts)
        return _common(parts) if is_share(column) else _sum(parts)

    def _worked_out(self, address: Address, formula: Formula) -> Cell:
        decimals = self._form.column(address).decimals
        try:
            value = formula.value(lambda one: self._known(address, one))
        except Undefined:
            return Cell(None, Counts.SCHOOLS, kind=CellKind.FORMULA, text=_UNDEFINED)
        return Cell(value, Counts.SCHOOLS, kind=CellKind.FORMULA, decimals=decimals)

    def _known(self, address: Address, one: Reference) -> Decimal | None:
        cell = self._cells.get((one.row or address[0], one.number))
        if cell is not None and cell.text == _UNDEFINED:
            raise Undefined
        return None if cell is None or cell.value is None else Decimal(cell.value)


def is_share(column: FormColumn) -> bool:
    """Whether a column holds per cent, which cannot be added up."""
    return any("%" in part for part in column.heading)


def _sum(parts: Mapping[int, Cell]) -> Cell:
    """The figures that schools signed, corrections among them; schools with nothing are not named.

    A figure that no school gave stays empty: nothing is not zero.
    """
    given = {key: cell for key, cell in parts.items() if cell.figure is not None}
    decimals = max(cell.decimals for cell in parts.values())
    ids = tuple(sorted(key for key, cell in given.items() if cell.figure))
    total: Value = None
    if given:
        exact = sum((Decimal(cell.figure or 0) for cell in given.values()), Decimal(0))
        total = exact if decimals else int(exact)
    kind = next(iter(parts.values())).kind
    reasons = {key: given[key].shown for key in ids}
    return Cell(total, Counts.SCHOOLS, ids, reasons, kind, decimals=decimals)


def _common(parts: Mapping[int, Cell]) -> Cell:
    """A plan that all schools share; otherwise nothing, with what each one has behind it."""
    figures = {cell.figure for cell in parts.values()}
    decimals = max(cell.decimals for cell in parts.values())
    ids = tuple(sorted(key for key, cell in parts.items() if cell.figure is not None))
    value = figures.pop() if len(figures) == 1 else None
    reasons = {key: parts[key].shown for key in ids}
    return Cell(value, Counts.SCHOOLS, ids, reasons, CellKind.GIVEN, decimals=decimals)


def _named(parts: Mapping[int, Cell]) -> Cell:
    """Of words only this can be told: how many schools wrote something there."""
    ids = tuple(sorted(key for key, cell in parts.items() if cell.text.strip(_UNDEFINED)))
    schools = counted(len(parts), "школы", "школ", "школ")
    text = f"есть у {len(ids)} из {schools}"
    reasons = {key: parts[key].text for key in ids}
    return Cell(None, Counts.SCHOOLS, ids, reasons, CellKind.TEXT, text)


def _other_dates(sent: Sequence[SchoolReport]) -> list[ReportProblem]:
    dates: dict[date, list[SchoolReport]] = {}
    for one in sent:
        dates.setdefault(one.report.as_of, []).append(one)
    if len(dates) == 1:
        return []
    told = ", ".join(
        f"{short_date(day)} – {counted(len(dates[day]), 'школа', 'школы', 'школ')}"
        for day in sorted(dates)
    )
    latest = max(dates)
    ids = tuple(one.school_id for day in dates if day != latest for one in dates[day])
    message = f"Школы прислали показатели на разные даты: {told}."
    return [ReportProblem(message, Level.WARNING, Counts.SCHOOLS, ids)]


def _other_editions(left_out: Sequence[str]) -> list[ReportProblem]:
    if not left_out:
        return []
    message = f"В свод не вошли школы с другой редакцией формы: {'; '.join(left_out)}."
    return [ReportProblem(message, Level.ERROR, Counts.SCHOOLS)]


def _corrected_shares(sent: Sequence[SchoolReport]) -> list[ReportProblem]:
    ids = tuple(
        one.school_id
        for one in sent
        if any(cell.correction and cell.kind is CellKind.FORMULA
               for cell in one.report.cells.values())
    )  # fmt: skip
    if not ids:
        return []
    schools = counted(len(ids), "школа исправила", "школы исправили", "школ исправили")
    message = f"Доли или итоги {schools} вручную: в своде они посчитаны заново по слагаемым."
    return [ReportProblem(message, Level.WARNING, Counts.SCHOOLS, ids)]
