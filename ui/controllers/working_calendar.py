"""The section «Рабочий календарь» of the settings: every correction is saved at once."""

from __future__ import annotations

from datetime import date
from functools import partial

from nastavnik_desktop.domain.working_days import CalendarLine, Correction
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.working_calendar import CalendarYear
from ui.shell import Shell
from ui.views.working_calendar import WorkingCalendarView
from ui.widgets.notice_bar import NoticeAction
from ui.writes import Writes

_YEARS_BEFORE, _YEARS_AFTER = 1, 3


class WorkingCalendarController:
    """Keeps the view of the calendar; the year of the school's today is shown first."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.working_calendar
        self.view = WorkingCalendarView(shell.settings)
        self.view.add.clicked.connect(lambda _checked: self.correct())
        self.view.reset.clicked.connect(lambda _checked: self.reset_picked())
        self.view.table.picked.connect(self._on_picked)
        self.view.year.activated.connect(lambda _place: self.reload())
        self._on_picked([])

    def reload(self) -> None:
        """Read the days of the chosen year again."""
        chosen = self.view.year.value

        def read() -> tuple[int, CalendarYear]:
            this_year = self._shell.services.school.today().year
            return this_year, self._service.of_year(
                chosen if isinstance(chosen, int) else this_year
            )

        self._shell.operations.run("Чтение календаря", read, lambda found: self._show(*found))

    def correct(self) -> None:
        """Ask for a day; the picked one is proposed."""
        from ui.dialogs.calendar_day_dialog import CalendarDayDialog, DayDraft

        picked = self.view.table.picked_rows()[:1]
        draft = DayDraft(picked[0].day, not picked[0].is_off) if picked else DayDraft(None)

        def ask(today: date) -> None:
            answer = self._shell.prompts.ask_draft(
                lambda parent: CalendarDayDialog(parent, today), draft
            )
            if answer is not None and answer.day is not None:
                correction = Correction(answer.day, answer.is_off, answer.note)
                call = partial(self._service.set_day, correction)
                self._writes.run("Рабочий календарь", call, next_steps=self._after)

        self._shell.operations.run("Дата", self._shell.services.school.today, ask)

    def reset_picked(self) -> None:
        """Take the correction of the picked day back."""
        for line in self.view.table.picked_rows()[:1]:
            call = partial(self._service.reset_day, line.day)
            self._writes.run("Рабочий календарь", call, next_steps=self._after)

    def _after(self, _saved: Saved) -> tuple[NoticeAction, ...]:
        self.reload()
        return ()

    def _show(self, this_year: int, found: CalendarYear) -> None:
        years = range(this_year - _YEARS_BEFORE, this_year + _YEARS_AFTER + 1)
        self.view.year.set_choices([(year, str(year)) for year in years])
        self.view.year.set_value(found.year)
        self.view.warning.setText(found.warning)
        self.view.warning.setVisible(bool(found.warning))
        self.view.model.set_rows(found.lines)

    def _on_picked(self, lines: list[CalendarLine]) -> None:
        self.view.reset.setEnabled(len(lines) == 1 and lines[0].is_corrected)
