"""The page «Статистика»: a form on a date, the people behind each figure, the paper."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.form import Address
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import FormReport, ReportProblem
from ui.page import Page
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.tokens import Tone
from ui.views.statistics import ControlLine, StatisticsView
from ui.widgets.details import Details, LinkRow, Note, PaneButton, Section
from ui.widgets.filter_bar import ChipFacts

if TYPE_CHECKING:
    from nastavnik_desktop.services.statistics import CountedRecord, FormInfo

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100
_SHOWN_BEHIND = 60
_SIGNS = {
    Level.ERROR: ("circle-x", Tone.DANGER, "Ошибка"),
    Level.WARNING: ("triangle-alert", Tone.WARNING, "Проверьте"),
    Level.INFO: ("info", Tone.ACCENT, "К сведению"),
}
_PAGES = {Counts.PEOPLE: ("people", "user"), Counts.PAIRINGS: ("pairings", "handshake")}


class StatisticsPage(Page):
    """Keeps the chosen form, date and figure over every reload."""

    watches = Changes.EVERYTHING

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.statistics
        self._desk = PaperDesk(shell)
        self._code = ""
        self._as_of: date | None = None
        self._year: SchoolYear | None = None
        self._report: FormReport | None = None

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = StatisticsView()
        view.forms.changed.connect(self._on_form_chosen)
        view.as_of.day_changed.connect(self._on_day_changed)
        view.sheet.picked.connect(self._on_figure_picked)
        view.sheet.opened.connect(self._on_figure_opened)
        view.excel.clicked.connect(lambda _checked: self._desk.save(self._paper(), "xlsx"))
        view.pdf.clicked.connect(lambda _checked: self._desk.save(self._paper(), "pdf"))
        view.print.clicked.connect(lambda _checked: self._desk.show(self._paper()))
        self._shown = view
        return view

    def reload(self) -> None:
        """Fill the form again; another school year asks for another date."""
        read = partial(self._read, self.shell.year())
        self.shell.operations.run("Подсчёт показателей", read, lambda found: self._show(*found))

    def open_record(self, key: Hashable) -> None:
        """Open a form by its code."""
        if key != self._code and isinstance(key, str):
            self._shown.forms.choose(key)

    def put_away_details(self) -> None:
        """Closing the pane lets the figure go."""
        self._shown.sheet.clearSelection()
        self.show_details(None)

    # Reading

    def _read(self, year: SchoolYear) -> tuple[list[FormInfo], FormReport]:
        forms = self._service.forms()
        code = self._code or forms[0].code
        today = self.shell.services.school.today()
        as_of = self._as_of
        if as_of is None or year != self._year:
            as_of = min(max(today, year.first_day), year.last_day)
        self._code, self._as_of, self._year = code, as_of, year
        return forms, self._service.report(code, as_of)

    def _show(self, forms: Sequence[FormInfo], report: FormReport) -> None:
        view = self._shown
        self._report = report
        view.forms.show_chips([ChipFacts(form.code, form.short_title) for form in forms])
        view.as_of.set_day(report.as_of)
        view.header.show_subtitle(report.form.title)
        view.show_control(self._control_lines(report))
        view.sheet.show_report(report)

    # What the user does

    def _on_form_chosen(self) -> None:
        self._code = self._shown.forms.chosen
        self.show_details(None)
        self.reload()

    def _on_day_changed(self) -> None:
        day = self._shown.as_of.day
        if day is None or not _EARLIEST_YEAR <= day.year <= _LATEST_YEAR:
            self._shown.as_of.set_day(self._as_of)
        elif day != self._as_of:
            self._as_of = day
            self.reload()

    def _on_figure_picked(self, address: Address) -> None:
        if self._report is not None:
            self.show_details(self._figure_details(self._report, address))
            self._shown.reveal(address)

    def _on_figure_opened(self, address: Address) -> None:
        """Enter goes to the only record behind a figure; several are listed beside the page."""
        if self._report is None:
            return
        records = self._service.people_of(self._report, *address)
        if len(records) == 1:
            self._open(records[0].counts, records[0].record_id)
        else:
            self._on_figure_picked(address)

    def _open(self, counts: Counts, record_id: int) -> None:
        self.shell.open_page(_PAGES[counts][0], record_id)

    def _paper(self) -> Paper:
        report = self._report
        if report is None:
            raise RuntimeError("the buttons stand beside a filled form")
        return Paper(
            f"{report.form.short_title} на {short_date(report.as_of)}",
            {name: partial(self._service.render, report, name) for name in ("pdf", "xlsx")},
        )

    # Behind the figures

    def _figure_details(self, report: FormReport, address: Address) -> Details:
        row, number = report.form.row(address[0]), address[1]
        heading = report.form.column(number).heading
        records = self._service.people_of(report, *address)
        title = f"{_figure_name(heading)}: {report.cells[address].value}"
        where = f"Строка {row.code} {row.title}, графа {number}. "
        sections = (Section("", self._links(records)),)
        return Details(
            title,
            where + self._service.definition(report, *address),
            sections,
            self._list_buttons(title, records),
        )

    def _problem_details(self, report: FormReport, problem: ReportProblem) -> None:
        titles = report.people if problem.counts is Counts.PEOPLE else report.pairings
        page, icon = _PAGES[problem.counts]
        links = tuple(
            LinkRow(titles[key], partial(self.shell.open_page, page, key), icon)
            for key in problem.ids[:_SHOWN_BEHIND]
        )
        self._shown.sheet.clearSelection()
        title = _SIGNS[problem.level][2]
        rest = _rest(len(problem.ids))
        self.show_details(Details(title, problem.message, (Section("", (*links, *rest)),)))

    def _links(self, records: Sequence[CountedRecord]) -> tuple[LinkRow | Note, ...]:
        if not records:
            return (Note("За этим числом никого нет.", is_quiet=True),)
        links = (
            LinkRow(
                record.title,
                partial(self._open, record.counts, record.record_id),
                _PAGES[record.counts][1],
                record.reason,
            )
            for record in records[:_SHOWN_BEHIND]
        )
        return (*links, *_rest(len(records)))

    def _list_buttons(self, title: str, records: Sequence[CountedRecord]) -> tuple[PaneButton, ...]:
        if not records:
            return ()
        rows = [(record.title, record.reason) for record in records]
        render = self.shell.services.lists.render
        makers = {
            name: partial(render, title, ("Кто", "Почему посчитан"), rows, name)
            for name in ("pdf", "xlsx")
        }
        paper = Paper(title, makers)
        return (
            PaneButton("Список в Excel", partial(self._desk.save, paper, "xlsx"), "download"),
            PaneButton("Печать…", partial(self._desk.show, paper), "printer"),
        )

    def _control_lines(self, report: FormReport) -> list[ControlLine]:
        lines = [
            ControlLine(
                problem.message,
                *_SIGNS[problem.level][:2],
                partial(self._problem_details, report, problem) if problem.ids else None,
            )
            for problem in report.problems
        ]
        return [_kept_line(report.rules_kept), *lines]


def _figure_name(heading: tuple[str, ...]) -> str:
    """«Наставников, чел.: всего», «Молодые специалисты (0–3 года)», «Досрочно выбыли»."""
    name = heading[-1] if heading[-1] != "всего" else ": ".join(heading)
    return name[0].upper() + name[1:]


def _rest(count: int) -> tuple[Note, ...]:
    more = count - _SHOWN_BEHIND
    return (Note(f"и ещё {more}: весь список – в файле", is_quiet=True),) if more > 0 else ()


def _kept_line(count: int) -> ControlLine:
    rules = counted(count, "правило", "правила", "правил")
    verb = plural(count, "выполнено", "выполнены", "выполнены")
    return ControlLine(f"Контрольные соотношения: {rules} {verb}", "circle-check", Tone.GOOD)
