"""The values of a blank's cells from the base, each with the report that it was counted in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from db.queries.school import school as school_of
from db.queries.statistics import statistics_facts
from nastavnik_desktop.domain.filling.counting import address_of, counting_form
from nastavnik_desktop.domain.filling.filled import (
    FilledBlank,
    FilledCell,
    figure_value,
    written_value,
)
from nastavnik_desktop.domain.filling.known_texts import text_of
from nastavnik_desktop.domain.filling.mapping import BlankMapping, MappedCell
from nastavnik_desktop.domain.filling.sources import Counted, FormCell, Known, Written
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.statistics import engine
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport
from nastavnik_desktop.services.statistics_filling import filled
from nastavnik_desktop.services.statistics_forms import FormLibrary

_CROSS = "х"


def filled_blank(
    session: Session, library: FormLibrary, mapping: BlankMapping, as_of: date
) -> FilledBlank:
    """All cells on a date; the number of selects depends neither on the base nor on the cells."""
    filling = _Filling(
        as_of,
        school_of(session) or School(),
        _counted(session, mapping, as_of),
        _forms(session, library, mapping, as_of),
    )
    cells = tuple(filling.cell(one) for one in mapping.cells)
    reports = (filling.counted,) if filling.counted is not None else ()
    warnings = tuple((report, problem) for report in reports for problem in report.problems)
    return FilledBlank(mapping, as_of, cells, warnings)


def _counted(session: Session, mapping: BlankMapping, as_of: date) -> FormReport | None:
    form = counting_form(mapping.title, mapping.cells)
    if not form.rows:
        return None
    facts = statistics_facts(session, as_of, is_whole_school=engine.needs_school(form))
    return engine.compute(form, facts, as_of)


def _forms(
    session: Session, library: FormLibrary, mapping: BlankMapping, as_of: date
) -> dict[str, FormReport]:
    """The forms that the mapping names, as far as they are known."""
    known = {info.code for info in library.forms()}
    named = _named(mapping.cells) & known
    return {code: filled(session, library, code, as_of) for code in sorted(named)}


def _named(cells: Iterable[MappedCell]) -> set[str]:
    return {cell.source.form for cell in cells if isinstance(cell.source, FormCell)}


@dataclass(frozen=True)
class _Filling:
    as_of: date
    school: School
    counted: FormReport | None
    forms: dict[str, FormReport] = field(default_factory=dict)

    def cell(self, mapped: MappedCell) -> FilledCell:
        match mapped.source:
            case Counted() as source:
                address = address_of(mapped.place, source)
                return _figure(mapped, self.counted, address)
            case FormCell() as source:
                return self._of_form(mapped, source)
            case Known() as source:
                return self._known(mapped, source)
            case Written() as source:
                return FilledCell(mapped, written_value(source.text), source.text)

    def _of_form(self, mapped: MappedCell, source: FormCell) -> FilledCell:
        report = self.forms.get(source.form)
        if report is None:
            problem = f"формы «{source.form}» в программе нет."
            return FilledCell(mapped, None, problem=problem)
        address = (source.row, source.column)
        if address not in report.cells:
            problem = (
                f"в форме «{report.form.short_title}» нет строки {source.row} "
                f"с графой {source.column}."
            )
            return FilledCell(mapped, None, problem=problem)
        return _figure(mapped, report, address)

    def _known(self, mapped: MappedCell, source: Known) -> FilledCell:
        text = text_of(source.text, self.school, self.as_of)
        return FilledCell(mapped, text or None, text)


def _figure(mapped: MappedCell, report: FormReport | None, address: Address) -> FilledCell:
    if report is None:
        return FilledCell(mapped, None, problem="эта ячейка не посчитана.")
    cell = report.cells[address]
    if cell.kind is CellKind.CROSSED:
        return FilledCell(mapped, _CROSS, _CROSS, report, address)
    value = figure_value(cell.figure, cell.text)
    return FilledCell(mapped, value, cell.shown, report, address)
