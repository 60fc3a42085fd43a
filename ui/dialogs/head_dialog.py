"""Somebody who signs orders: the director or who acts for them, from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import Head, problems_in_head
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField

_TITLES = ("директор", "и. о. директора", "врио директора", "заведующий")
_WRONG_DATE = "Дата не понята. Напишите её так: 05.09.2026."


class HeadDialog(RecordDialog[Head]):
    """Open ends are empty dates."""

    def __init__(self, parent: QWidget | None, title: str, today: date) -> None:
        super().__init__(parent, title, save="Готово")
        add = self.form.add
        self._title = add("title", "Должность", ChoiceField([(each, each) for each in _TITLES]))
        self._last_name = add("last_name", "Фамилия", QLineEdit(), is_required=True)
        self.form.begin_row()
        self._first_name = add("first_name", "Имя", QLineEdit())
        self._patronymic = add("patronymic", "Отчество", QLineEdit())
        self.form.end_row()
        self.form.begin_row()
        self._since = add(
            "since_on", "С", DateEdit("С", today), hint="Пусто – руководит с самого начала"
        )
        self._until = add("until_on", "По", DateEdit("По", today), hint="Пусто – по сей день")
        self.form.end_row()
        self._given = Head(FullName(""))

    def fill(self, draft: Head) -> None:
        """Show a head; a title of the school's own stays among the choices."""
        self._given = draft
        titles = dict.fromkeys((*_TITLES, draft.title))
        self._title.set_choices([(each, each) for each in titles])
        self._title.set_value(draft.title)
        self._last_name.setText(draft.name.last_name)
        self._first_name.setText(draft.name.first_name)
        self._patronymic.setText(draft.name.patronymic)
        self._since.set_day(draft.since_on)
        self._until.set_day(draft.until_on)

    def draft(self) -> Head:
        """The head as the fields stand."""
        lines = (self._last_name, self._first_name, self._patronymic)
        return replace(
            self._given,
            name=FullName(*(" ".join(line.text().split()) for line in lines)),
            title=str(self._title.value or ""),
            since_on=self._since.day,
            until_on=self._until.day,
        )

    def problems(self, draft: Head) -> Sequence[Problem]:
        """Dates that are not understood, then the rules of the domain."""
        dates = (("since_on", self._since), ("until_on", self._until))
        unread = [Problem(name, _WRONG_DATE) for name, field in dates if not field.is_understood]
        return [*unread, *problems_in_head(draft)]
