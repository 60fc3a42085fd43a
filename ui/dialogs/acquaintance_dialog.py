"""Who has signed the acquaintance sheet of an order, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.acquaintance import AcquaintanceRow
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label


@dataclass(frozen=True)
class Acquainting:
    """Days by the lines of the sheet; None where nobody has signed yet."""

    days: Mapping[int, date | None]


class AcquaintanceDialog(RecordDialog[Acquainting]):
    """A date for each person; one click gives the same day to all who have none."""

    def __init__(
        self, parent: QWidget | None, order: OrderRow, rows: Sequence[AcquaintanceRow], today: date
    ) -> None:
        super().__init__(parent, "Ознакомление с приказом", "Сохранить")
        self._order, self._today = order, today
        self.form.add_wide(text_label(order.title, "quiet", wraps=True))
        self.same_day = DateEdit("День для всех", today)
        self.same_day.set_day(today)
        self.same_day.setAccessibleName("День для всех")
        together = QWidget()
        line = QHBoxLayout(together)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scaled(8))
        line.addWidget(self.same_day)
        line.addWidget(button("Поставить всем без даты", on_click=self.give_to_all))
        line.addStretch()
        self.form.add_wide(together)
        self.days = {row.acquaintance_id: self._add_line(row) for row in rows}

    def fill(self, draft: Acquainting) -> None:
        """Show the days."""
        for key, field in self.days.items():
            field.set_day(draft.days.get(key))

    def draft(self) -> Acquainting:
        """The days as they stand."""
        return Acquainting({key: field.day for key, field in self.days.items()})

    def problems(self, draft: Acquainting) -> Sequence[Problem]:
        """Days that are not understood, come before the order or are not here yet."""
        found = []
        for key, field in self.days.items():
            name, day = _field(key), draft.days[key]
            if not field.is_understood:
                found.append(Problem(name, "Дата не понята: напишите её так: 08.09.2026."))
            elif day is not None and day < self._order.order_date:
                found.append(Problem(name, "День раньше даты приказа."))
            elif day is not None and day > self._today:
                found.append(Problem(name, "Этот день ещё не наступил."))
        return found

    def give_to_all(self) -> None:
        """Give the day above to everybody who has none."""
        for field in self.days.values():
            if not field.text().strip():
                field.set_day(self.same_day.day)

    def _add_line(self, row: AcquaintanceRow) -> DateEdit:
        label = ", ".join(filter(None, (row.name, row.post)))
        return self.form.add(_field(row.acquaintance_id), label, DateEdit(label, self._today))


def _field(key: int) -> str:
    return f"day:{key}"
