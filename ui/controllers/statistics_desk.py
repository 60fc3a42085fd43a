"""What can be done with a form beside looking at it: figures by hand, sending, definitions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import NastavnikError
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft
from nastavnik_desktop.domain.statistics.report import FormReport
from nastavnik_desktop.domain.statistics.title_page import Edition
from ui.dialogs.statistics_dialogs import (
    EditionDialog,
    FigureDialog,
    FrozenDialog,
    OtherDate,
    OtherDateDialog,
)
from ui.shell import Shell
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.results import Saved

_DEFINITIONS = "Описание формы (*.json)"


class StatisticsDesk:
    """Asks, writes and tells; the page reloads by the changes that are published."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.statistics

    def enter_figure(self, report: FormReport, address: Address) -> None:
        """Ask for a figure, or for a correction with its reason."""
        draft = self._service.figure_draft(report, address)
        row = report.form.row(address[0])
        place = f"Строка {row.printed} «{row.title}», графа {address[1]}"
        make = partial(FigureDialog, place=place, needs_reason=draft.needs_reason)
        answer = self._shell.prompts.ask_draft(make, draft)
        if answer is not None:
            call = partial(self._service.enter, report, address, answer)
            self._writes.run("Ввод числа", call)

    def send(self, report: FormReport) -> None:
        """Ask to whom a report goes, and keep its copy."""
        service, code = self._shell.services.frozen_reports, report.form.code

        def read() -> tuple[FrozenDraft, date]:
            return service.new_draft(code, report.as_of), self._shell.services.school.today()

        def ask(found: tuple[FrozenDraft, date]) -> None:
            draft, today = found
            title = f"{report.form.title} на {short_date(report.as_of)}"
            make = partial(FrozenDialog, title=title, as_of=report.as_of, today=today)
            answer = self._shell.prompts.ask_draft(make, draft)
            if answer is not None:
                call = partial(service.freeze, code, report.as_of, answer)
                self._writes.run("Отправка отчёта", call)

        self._shell.operations.run("Подготовка отправки", read, ask)

    def ask_date(self, proposed: date, on_chosen: Callable[[date], object]) -> None:
        """Ask with which date to compare."""
        make = partial(OtherDateDialog, today=proposed)
        answer = self._shell.prompts.ask_draft(make, OtherDate(proposed))
        if answer is not None and answer.day is not None:
            on_chosen(answer.day)

    def edit_title_page(self, report: FormReport) -> None:
        """Ask for the texts of the title page."""
        code = report.form.code

        def ask(edition: Edition) -> None:
            make = partial(EditionDialog, title=report.form.title)
            answer = self._shell.prompts.ask_draft(make, edition)
            if answer is not None:
                call = partial(self._service.save_edition, code, answer)
                self._writes.run("Изменение титульного листа", call)

        self._shell.operations.run(
            "Чтение титульного листа", partial(self._service.edition, code), ask
        )

    def load_definition(self) -> None:
        """Take a form from a file; what is wrong in it is said with its place."""
        path = self._shell.prompts.choose_file_to_open("Загрузить форму", _DEFINITIONS)
        if path is not None:
            self._tell("Загрузка формы", partial(self._service.library.load, path))

    def save_definition(self, code: str) -> None:
        """Write the definition of a form to a file."""
        proposed = Path(f"{code}.json")
        path = self._shell.prompts.choose_file_to_save("Сохранить форму", _DEFINITIONS, proposed)
        if path is not None:
            call = partial(self._service.library.save_definition, code, path)
            self._tell("Сохранение формы", call)

    def remove_definition(self, code: str, title: str) -> None:
        """Take the user's own form away, after a question."""
        words = "Отправленные копии останутся. Форма программы с тем же кодом вернётся."
        question = f"Убрать свою форму «{title}»?"
        if self._shell.prompts.ask_yes_no(question, words, "Убрать"):
            self._tell("Удаление формы", partial(self._service.library.remove, code))

    def _tell(self, title: str, call: Callable[[], Saved]) -> None:
        """Definitions are files: there is no step of the journal to take back."""

        def done(saved: Saved) -> None:
            self._shell.changes.publish(saved.changes)
            self._shell.notify(Notice(saved.message))

        def failed(error: BaseException) -> None:
            if not isinstance(error, NastavnikError):
                raise error
            self._shell.prompts.show_error(title, error)

        self._shell.operations.run(title, call, done, failed)


def a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for the leap day."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - 1, day.month, 28 if is_leap_day else day.day)
