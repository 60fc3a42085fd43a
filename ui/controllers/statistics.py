"""The page «Статистика»: a form on a date, the people behind each figure, the paper."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.comparison import Comparison
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.frozen import FrozenRow
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport, ReportProblem
from ui.controllers.package_sending import PackageSending
from ui.controllers.statistics_desk import StatisticsDesk, a_year_before
from ui.controllers.statistics_details import SIGNS, FigureDetails
from ui.page import Page
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.tokens import Tone
from ui.views.statistics import ControlLine, StatisticsView
from ui.widgets.filter_bar import ChipFacts

if TYPE_CHECKING:
    from nastavnik_desktop.services.statistics import FormInfo

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100


@dataclass(frozen=True)
class _Read:
    """What a reading brings: forms, the report, sent copies, notices, a comparison."""

    forms: list[FormInfo]
    report: FormReport
    sent: list[FrozenRow]
    notices: tuple[str, ...] = ()
    comparison: Comparison | None = None


class StatisticsPage(Page):
    """Keeps the chosen form, date and figure over every reload.

    The sheet shows the base of now, a sent copy (``_copy``), or the base of now with what
    differs from another date (``_since``) or from a copy (``_against``).
    """

    watches = Changes.EVERYTHING

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.statistics
        self._papers = PaperDesk(shell)
        self._desk = StatisticsDesk(shell)
        self.packages = PackageSending(shell)
        self._details = FigureDetails(shell, self._papers, self.ask_figure)
        self._code = ""
        self._as_of: date | None = None
        self._year: SchoolYear | None = None
        self._report: FormReport | None = None
        self._comparison: Comparison | None = None
        self._copy: FrozenRow | None = None
        self._against: FrozenRow | None = None
        self._since: date | None = None

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = StatisticsView()
        view.forms.changed.connect(self._on_form_chosen)
        view.tables.changed.connect(self._on_table_chosen)
        view.as_of.day_changed.connect(self._on_day_changed)
        view.sheet.picked.connect(self._on_figure_picked)
        view.sheet.opened.connect(self._on_figure_opened)
        view.summary.clicked.connect(lambda _checked: self.shell.open_page("summary", None))
        view.blank.clicked.connect(lambda _checked: self.shell.open_page("blanks", None))
        view.excel.clicked.connect(lambda _checked: self._papers.save(self._paper(), "xlsx"))
        view.pdf.clicked.connect(lambda _checked: self._papers.save(self._paper(), "pdf"))
        view.print.clicked.connect(lambda _checked: self._papers.show(self._paper()))
        view.more.clicked.connect(self._on_more_clicked)
        view.back.clicked.connect(lambda _checked: self._show_now())
        self._shown = view
        return view

    def reload(self) -> None:
        """Fill the form again; another school year asks for another date."""
        read = partial(self._read, self.shell.year())
        self.shell.operations.run("Подсчёт показателей", read, self._show)

    def open_record(self, key: Hashable) -> None:
        """Open a form by its code."""
        if key != self._code and isinstance(key, str):
            self._shown.forms.choose(key)

    def put_away_details(self) -> None:
        """Closing the pane lets the figure go."""
        self._shown.sheet.clearSelection()
        self.show_details(None)

    # Reading

    def _read(self, year: SchoolYear) -> _Read:
        service, sent_reports = self._service, self.shell.services.frozen_reports
        forms = service.forms()
        codes = [form.code for form in forms]
        code = self._code if self._code in codes else codes[0]
        today = self.shell.services.school.today()
        as_of = self._as_of
        if as_of is None or year != self._year:
            as_of = min(max(today, year.first_day), year.last_day)
        self._code, self._as_of, self._year = code, as_of, year
        sent, notices = sent_reports.rows(code), service.library.own().notices
        if self._copy is not None:
            copy = sent_reports.report(self._copy.report_id)
            return _Read(forms, copy, sent, notices)
        if self._against is not None:
            found = sent_reports.compare(self._against.report_id, as_of)
            return _Read(forms, found.after, sent, notices, found)
        if self._since is not None:
            found = service.compare(code, self._since, as_of)
            return _Read(forms, found.after, sent, notices, found)
        return _Read(forms, service.report(code, as_of), sent, notices)

    def _show(self, read: _Read) -> None:
        view, report = self._shown, read.report
        self._report, self._comparison = report, read.comparison
        view.forms.show_chips([ChipFacts(form.code, form.short_title) for form in read.forms])
        view.show_tables([table.short_title for table in report.form.tables])
        view.as_of.set_day(report.as_of)
        view.as_of.setEnabled(self._copy is None)
        view.header.show_subtitle(report.form.title)
        view.show_state(self._state_words())
        view.show_control([*map(_notice_line, read.notices), *self._control_lines(report)])
        self._fill_menus(read)
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._report is not None:
            changed = self._comparison.differences if self._comparison is not None else ()
            before = {one.address: one.before for one in changed}
            at = min(int(self._shown.tables.chosen or 0), len(self._report.form.tables) - 1)
            self._shown.sheet.show_report(self._report, at, before)

    def _state_words(self) -> str:
        if self._copy is not None:
            signed = f", подписал {self._copy.signed_by}" if self._copy.signed_by else ""
            return f"{self._copy.caption}{signed}. Это копия: она не меняется."
        if self._comparison is None:
            return ""
        with_what = self._against.caption if self._against else f"на {short_date(self._since)}"
        count = len(self._comparison.differences)
        if not count:
            return f"Сравнение: {with_what}. Отличий нет."
        cells = counted(count, "отличие", "отличия", "отличий")
        return f"Сравнение: {with_what}. {cells}: выберите число, чтобы увидеть, кто дал разницу."

    # Menus

    def _fill_menus(self, read: _Read) -> None:
        compare, send = self._shown.compare.menu(), self._shown.send.menu()
        compare.clear()
        compare.addAction("С другой датой…", self._on_compare_asked)
        send.clear()
        send.addAction("Отправить и сохранить копию…", self.ask_sending)
        send.addAction("Отправить в управление…", self.send_package)
        send.addAction("Посылки и ответы", self.packages.show_sent)
        send.addAction("Загрузить замечания…", self.packages.load_remarks)
        for menu in (compare, send):
            if read.sent:
                menu.addSeparator()
        for row in read.sent:
            compare.addAction(row.caption, partial(self._compare_with, row))
            send.addAction(row.caption, partial(self._show_copy, row))
        info = next(form for form in read.forms if form.code == read.report.form.code)
        self._fill_more(info)

    def _fill_more(self, info: FormInfo) -> None:
        menu = self._shown.more_menu
        menu.clear()
        menu.addAction("Сохранить для Word…", lambda: self._papers.save(self._paper(), "docx"))
        menu.addAction("Сохранить как CSV…", lambda: self._papers.save(self._paper(), "csv"))
        menu.addSeparator()
        menu.addAction("Титульный лист…", self._on_title_page_asked)
        menu.addAction("Перечень документов", partial(self.shell.open_page, "acts", None))
        menu.addSeparator()
        menu.addAction("Загрузить свою форму…", self._desk.load_definition)
        save = partial(self._desk.save_definition, info.code)
        menu.addAction("Сохранить описание формы…", save)
        if info.is_own:
            remove = partial(self._desk.remove_definition, info.code, info.short_title)
            menu.addAction("Убрать свою форму…", remove)

    def _on_more_clicked(self) -> None:
        corner = QPoint(0, self._shown.more.height())
        self._shown.more_menu.popup(self._shown.more.mapToGlobal(corner))

    # What the user does

    def _on_form_chosen(self) -> None:
        self._code = self._shown.forms.chosen
        self._shown.tables.chosen = "0"
        self._show_now()

    def _show_now(self) -> None:
        """Leave copies and comparisons: the base of now."""
        self._copy = self._against = self._since = None
        self.show_details(None)
        self.reload()

    def _on_table_chosen(self) -> None:
        self.put_away_details()
        self._show_sheet()

    def _on_day_changed(self) -> None:
        day = self._shown.as_of.day
        if day is None or not _EARLIEST_YEAR <= day.year <= _LATEST_YEAR:
            self._shown.as_of.set_day(self._as_of)
        elif day != self._as_of:
            self._as_of = day
            self.reload()

    def _on_compare_asked(self) -> None:
        if self._as_of is not None:
            self._desk.ask_date(a_year_before(self._as_of), self._compare_since)

    def _compare_since(self, day: date) -> None:
        self._copy = self._against = None
        self._since = day
        self.reload()

    def _compare_with(self, row: FrozenRow) -> None:
        self._copy = self._since = None
        self._against, self._as_of = row, row.as_of
        self.reload()

    def _show_copy(self, row: FrozenRow) -> None:
        self._against = self._since = None
        self._copy = row
        self.show_details(None)
        self.reload()

    def ask_sending(self) -> None:
        """Send the shown report and keep its copy."""
        if self._report is not None:
            self._desk.send(self._report)

    def send_package(self) -> None:
        """Send the figures of the shown date to the authority as one file."""
        self.packages.begin(self._as_of)

    def _on_title_page_asked(self) -> None:
        if self._report is not None:
            self._desk.edit_title_page(self._report)

    def ask_figure(self, address: Address) -> None:
        """Let the user give or correct a figure."""
        if self._report is not None:
            self._desk.enter_figure(self._report, address)

    def _on_figure_picked(self, address: Address) -> None:
        if self._report is not None:
            details = self._details.of_figure(
                self._report, address, self._comparison, is_sent=self._copy is not None
            )
            self.show_details(details)
            self._shown.reveal(address)

    def _on_figure_opened(self, address: Address) -> None:
        """Enter goes to the only record behind a figure, or lets the user give the figure."""
        if self._report is None:
            return
        records = self._service.people_of(self._report, *address)
        if len(records) == 1:
            self._details.open(records[0].counts, records[0].record_id)
        elif self._report.cells[address].kind is CellKind.GIVEN and self._copy is None:
            self.ask_figure(address)
        else:
            self._on_figure_picked(address)

    def _paper(self) -> Paper:
        report = self._report
        if report is None:
            raise RuntimeError("the buttons stand beside a filled form")
        return Paper(
            f"{report.form.short_title} на {short_date(report.as_of)}",
            {
                name: partial(self._service.render, report, name)
                for name in ("pdf", "xlsx", "docx", "csv")
            },
        )

    # Control

    def _problem_details(self, report: FormReport, problem: ReportProblem) -> None:
        self._shown.sheet.clearSelection()
        self.show_details(self._details.of_problem(report, problem))

    def _control_lines(self, report: FormReport) -> list[ControlLine]:
        lines = [
            ControlLine(
                problem.message,
                *SIGNS[problem.level][:2],
                partial(self._problem_details, report, problem) if problem.ids else None,
            )
            for problem in report.problems
        ]
        note = [ControlLine(report.form.note, "info", Tone.ACCENT)] if report.form.note else []
        return [_kept_line(report.rules_kept), *note, *lines]


def _notice_line(words: str) -> ControlLine:
    return ControlLine(words, "triangle-alert", Tone.WARNING)


def _kept_line(count: int) -> ControlLine:
    rules = counted(count, "правило", "правила", "правил")
    verb = plural(count, "выполнено", "выполнены", "выполнено")
    return ControlLine(f"Контрольные соотношения: {rules} {verb}", "circle-check", Tone.GOOD)
