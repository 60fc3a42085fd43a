"""The page of consolidated forms: the sheet of all schools, and the schools behind each figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.consolidation.summing import Consolidated
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport, ReportProblem
from ui.controllers.statistics_details import SIGNS
from ui.page import Page
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.views.consolidated import ConsolidatedView
from ui.views.statistics import ControlLine
from ui.widgets.details import Details, Item, LinkRow, Note, Section
from ui.widgets.filter_bar import ChipFacts

if TYPE_CHECKING:
    from nastavnik_desktop.services.consolidation import FormOfPackages


@dataclass(frozen=True)
class _Read:
    forms: list[FormOfPackages]
    kinds: list[SchoolKind]
    consolidated: Consolidated | None


class ConsolidatedPage(Page):
    """Keeps the chosen form, type and figure over every reload."""

    watches = Changes.PACKAGES | Changes.SCHOOL

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.exchange.consolidation
        self._papers = PaperDesk(shell)
        self._code = ""
        self._kind: SchoolKind | None = None
        self._found: Consolidated | None = None

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = ConsolidatedView()
        view.back.clicked.connect(lambda _checked: self.shell.open_page("consolidation", None))
        view.forms.changed.connect(self._on_form_chosen)
        view.tables.changed.connect(self._on_table_chosen)
        view.kind.activated.connect(lambda _place: self._on_kind_chosen())
        view.sheet.picked.connect(self._on_figure_picked)
        view.excel.clicked.connect(lambda _checked: self._papers.save(self._paper(), "xlsx"))
        view.pdf.clicked.connect(lambda _checked: self._papers.save(self._paper(), "pdf"))
        view.print.clicked.connect(lambda _checked: self._papers.show(self._paper()))
        self._shown = view
        return view

    def reload(self) -> None:
        """Add up again."""
        read = partial(self._read, self.shell.year())
        self.shell.operations.run("Сведение форм", read, self._show)

    def put_away_details(self) -> None:
        """Closing the pane lets the figure go."""
        self._shown.sheet.clearSelection()
        self.show_details(None)

    def _read(self, year: SchoolYear) -> _Read:
        forms = self._service.forms(year)
        sent = {row.school.kind for row in self._service.rows(year) if row.package is not None}
        kinds = [kind for kind in SchoolKind if kind in sent]
        codes = [form.code for form in forms]
        if not codes:
            return _Read(forms, kinds, None)
        self._code = self._code if self._code in codes else codes[0]
        self._kind = self._kind if self._kind in kinds else None
        try:
            found = self._service.consolidated(self._code, year, self._kind)
        except RuleViolation:  # no school of this type sent this form
            found = None
        return _Read(forms, kinds, found)

    def _show(self, read: _Read) -> None:
        view, self._found = self._shown, read.consolidated
        view.forms.show_chips(
            [ChipFacts(form.code, form.short_title, form.schools) for form in read.forms]
        )
        view.kind.set_choices(
            [(None, "Все типы школ"), *((kind, kind.label) for kind in read.kinds)]
        )
        view.kind.set_value(self._kind)
        view.show_empty(is_empty=self._found is None)
        if self._found is None:
            view.header.show_subtitle("")
            view.show_tables([])
            return
        report = self._found.report
        schools = counted(len(self._found.schools), "школа", "школы", "школ")
        view.header.show_subtitle(f"{report.form.title} · {schools}, {short_date(report.as_of)}")
        view.show_tables([table.short_title for table in report.form.tables])
        view.show_control([self._line(problem) for problem in report.problems])
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._found is not None:
            report = self._found.report
            at = min(int(self._shown.tables.chosen or 0), len(report.form.tables) - 1)
            self._shown.sheet.show_report(report, at)

    def _line(self, problem: ReportProblem) -> ControlLine:
        icon_name, tone, _ = SIGNS[problem.level]
        show = partial(self._show_problem, problem) if problem.ids else None
        return ControlLine(problem.message, icon_name, tone, show)

    def _show_problem(self, problem: ReportProblem) -> None:
        if self._found is not None:
            report = self._found.report
            links = tuple(self._school(report, key) for key in problem.ids)
            title = SIGNS[problem.level][2]
            self.show_details(Details(title, problem.message, (Section("Школы", links),)))

    def _school(self, report: FormReport, key: int, note: str = "") -> LinkRow:
        title = next(iter(report.titles.values())).get(key, f"№ {key}")
        go = partial(self.shell.open_page, "consolidation", key)
        return LinkRow(title, go, "school", note)

    def _on_figure_picked(self, address: Address) -> None:
        if self._found is None:
            return
        report = self._found.report
        cell, row = report.cells[address], report.form.row(address[0])
        items: tuple[Item, ...] = tuple(
            self._school(report, key, cell.reasons.get(key, "")) for key in cell.ids
        )
        if cell.kind is CellKind.FORMULA:
            items = (Note("Посчитано по сумме школ: доли не усредняются."),)
        where = f"Строка {row.printed} {row.title}, графа {address[1]}."
        name = report.form.column(address).heading[-1]
        title = f"{name[0].upper()}{name[1:]}: {cell.shown or 'не заполнено'}"
        nobody = (Note("Ни у одной школы.", is_quiet=True),)
        self.show_details(Details(title, where, (Section("Школы", items or nobody),)))

    def _on_form_chosen(self) -> None:
        self._code = self._shown.forms.chosen
        self._shown.tables.chosen = "0"
        self.show_details(None)
        self.reload()

    def _on_table_chosen(self) -> None:
        self.put_away_details()
        self._show_sheet()

    def _on_kind_chosen(self) -> None:
        chosen = self._shown.kind.value
        self._kind = chosen if isinstance(chosen, SchoolKind) else None
        self.show_details(None)
        self.reload()

    def _paper(self) -> Paper:
        found = self._found
        if found is None:
            raise RuntimeError("the buttons are off while there is nothing")
        kind = f", {self._kind.label}" if self._kind is not None else ""
        title = f"Свод {found.report.form.short_title} на {short_date(found.report.as_of)}{kind}"
        render = self._service.render_form
        makers = {name: partial(render, found, name) for name in ("pdf", "xlsx", "docx", "csv")}
        return Paper(title, makers)
