"""Who has signed the acquaintance sheet of an order, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.acquaintance import (
    AcquaintanceRow,
    AddedLine,
    problems_in_added,
)
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label

_NOT_UNDERSTOOD = "Дата не понята: напишите её так: 08.09.2026."


@dataclass(frozen=True)
class Acquainting:
    """Days by the lines of the sheet; None where nobody has signed yet; people who are added."""

    days: Mapping[int, date | None]
    added: tuple[AddedLine, ...] = ()


class AcquaintanceDialog(RecordDialog[Acquainting]):
    """A date for each person; one click gives the same day to all who have none."""

    def __init__(
        self, parent: QWidget | None, order: OrderRow, rows: Sequence[AcquaintanceRow], today: date
    ) -> None:
        super().__init__(parent, "Ознакомление с приказом", "Сохранить")
        self._order, self._today = order, today
        self._added: list[tuple[AddedLine, DateEdit]] = []
        self.form.add_wide(text_label(order.title, "quiet", wraps=True))
        self.same_day = DateEdit("День для всех", today)
        self.same_day.set_day(today)
        self._common = text_label("", "error", wraps=True)
        self._common.hide()
        self.added_name, self.added_post = QLineEdit(), QLineEdit()
        giving = button("Поставить всем без даты", on_click=self.give_to_all)
        self.form.add_wide(_in_line(self.same_day, giving))
        self.form.add_wide(self._common)
        self.days = {
            row.acquaintance_id: self._add_line(_field(row.acquaintance_id), row.name, row.post)
            for row in rows
        }
        self._add_place_for_others()

    def fill(self, draft: Acquainting) -> None:
        """Show the days."""
        for key, field in self.days.items():
            field.set_day(draft.days.get(key))
        for line in draft.added:
            self._append(line)

    def draft(self) -> Acquainting:
        """The days as they stand."""
        added = tuple(AddedLine(one.name, one.post, field.day) for one, field in self._added)
        return Acquainting({key: field.day for key, field in self.days.items()}, added)

    def problems(self, _draft: Acquainting) -> Sequence[Problem]:
        """Days that are not understood, come before the order or are not here yet."""
        found = []
        for name, field in self._all_days():
            if not field.is_understood:
                found.append(Problem(name, _NOT_UNDERSTOOD))
            elif field.day is not None and field.day < self._order.order_date:
                found.append(Problem(name, "День раньше даты приказа."))
            elif field.day is not None and field.day > self._today:
                found.append(Problem(name, "Этот день ещё не наступил."))
        return found

    def give_to_all(self) -> None:
        """Give the day above to everybody who has none."""
        day = self.same_day.day
        self._common.setText("" if day else _NOT_UNDERSTOOD)
        self._common.setVisible(day is None)
        for _name, field in self._all_days():
            if day is not None and not field.text().strip():
                field.set_day(day)

    def add_person(self) -> None:
        """Put somebody without a line on the sheet."""
        line = AddedLine(self.added_name.text().strip(), self.added_post.text().strip())
        found = problems_in_added(line)
        self.form.show_problems([Problem(f"added_{one.field}", one.message) for one in found])
        if not found:
            self._append(line)
            self.added_name.clear()
            self.added_post.clear()

    def _all_days(self) -> list[tuple[str, DateEdit]]:
        known = [(_field(key), field) for key, field in self.days.items()]
        return [*known, *((_new_field(at), one[1]) for at, one in enumerate(self._added))]

    def _add_place_for_others(self) -> None:
        self.form.section("Кого нет в листе")
        self.form.begin_row()
        self.form.add("added_name", "Фамилия и инициалы", self.added_name)
        self.form.add("added_post", "Должность", self.added_post)
        self.form.end_row()
        self.form.add_wide(_in_line(button("Добавить в лист", on_click=self.add_person)))

    def _append(self, line: AddedLine) -> None:
        field = self._add_line(_new_field(len(self._added)), line.name, line.post)
        field.set_day(line.acquainted_on)
        self._added.append((line, field))
        self._fit_to_screen()

    def _add_line(self, name: str, who: str, post: str) -> DateEdit:
        label = ", ".join(filter(None, (who, post)))
        return self.form.add(name, label, DateEdit(label, self._today))


def _in_line(*widgets: QWidget) -> QWidget:
    together = QWidget()
    line = QHBoxLayout(together)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(scaled(8))
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch()
    return together


def _field(key: int) -> str:
    return f"day:{key}"


def _new_field(at: int) -> str:
    return f"new:{at}"
