"""A day of the working calendar made off or working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import RadioChoice
from ui.widgets.date_edit import DateEdit

_KINDS = ((True, "Выходной"), (False, "Рабочий"))


@dataclass(frozen=True)
class DayDraft:
    """A correction as its form edits it."""

    day: date | None
    is_off: bool = True
    note: str = ""


class CalendarDayDialog(RecordDialog[DayDraft]):
    """The day, what it is, and why."""

    def __init__(self, parent: QWidget | None, today: date) -> None:
        super().__init__(parent, "Исправить день календаря")
        self.day = self.form.add("day", "День", DateEdit("День", today), is_required=True)
        self.is_off = self.form.add("is_off", "Какой это день", RadioChoice(_KINDS))
        self.note = self.form.add(
            "note", "Почему", QLineEdit(), hint="Например: перенос по постановлению Правительства"
        )

    def fill(self, draft: DayDraft) -> None:
        """Show a correction."""
        self.day.set_day(draft.day)
        self.is_off.set_value(draft.is_off)
        self.note.setText(draft.note)

    def draft(self) -> DayDraft:
        """The correction as the fields stand."""
        return DayDraft(self.day.day, self.is_off.value, self.note.text().strip())

    def problems(self, draft: DayDraft) -> Sequence[Problem]:
        """A day is needed."""
        return [] if draft.day else [Problem("day", "Укажите дату, например 31.12.2027.")]
