"""The day of a notice (ст. 351.8 ТК РФ) with what follows from it said at once in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.working_days import WorkingCalendar
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import Form
from ui.widgets.labels import text_label

_TITLE = "Дата заявления или уведомления"
_HINT = "Пусто, если стороны договорились: предупреждение за три рабочих дня не нужно"


class NoticeField(QObject):
    """Adds its field and its words to a form; ``earliest_changed`` carries the earliest end."""

    earliest_changed = Signal(object)

    def __init__(self, form: Form, today: date, calendar: WorkingCalendar) -> None:
        super().__init__(form)
        self._calendar = calendar
        self._field = form.add("noticed_on", _TITLE, DateEdit(_TITLE, today), hint=_HINT)
        self.words = text_label("", "quiet", wraps=True)
        self.words.hide()
        form.add_wide(self.words)
        self._field.textChanged.connect(self._on_changed)

    @property
    def day(self) -> date | None:
        """The day of the notice."""
        return self._field.day

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self._field.set_day(day)

    def problems(self) -> list[Problem]:
        """A date that is not understood."""
        if self._field.is_understood:
            return []
        return [Problem("noticed_on", "Дата не понята: напишите её так: 29.12.2026.")]

    def _on_changed(self) -> None:
        day = self._field.day
        self.words.setText(self._calendar.notice_words(day) if day else "")
        self.words.setVisible(day is not None)
        if day is not None:
            self.earliest_changed.emit(self._calendar.earliest_end(day))
