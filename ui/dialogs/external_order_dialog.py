"""An order that was issued outside the program, entered by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.orders import problems_in_heading, problems_in_number
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.key_checks import KeyChecks


@dataclass(frozen=True)
class ExternalOrder:
    """What the register is told of it; ``pairing_ids`` are the pairs that it fixed."""

    number: str = ""
    order_date: date | None = None
    heading: str = ""
    pairing_ids: tuple[int, ...] = ()


class ExternalOrderDialog(RecordDialog[ExternalOrder]):
    """Requisites, and the pairs without an order to choose from."""

    def __init__(self, parent: QWidget | None, rows: Sequence[PairingRow], today: date) -> None:
        super().__init__(parent, "Приказ, изданный раньше", "Внести")
        self.form.begin_row()
        self.number = self.form.add("number", "Номер", QLineEdit(), is_required=True)
        self.order_date = self.form.add(
            "order_date", "Дата", DateEdit("Дата", today), is_required=True
        )
        self.form.end_row()
        self.heading = self.form.add("heading", "Заголовок", NoteField(3), is_required=True)
        titles = [(row.pairing_id, f"{row.title} · {row.form.title}") for row in rows]
        self.pairings = KeyChecks(titles)
        if rows:
            self.form.add("pairing_ids", "Какие пары он закрепил", self.pairings)

    def fill(self, draft: ExternalOrder) -> None:
        """Show a draft."""
        self.number.setText(draft.number)
        self.order_date.set_day(draft.order_date)
        self.heading.setPlainText(draft.heading)
        self.pairings.set_value(draft.pairing_ids)

    def draft(self) -> ExternalOrder:
        """The draft as it stands."""
        chosen = self.pairings.value
        return ExternalOrder(
            self.number.text().strip(),
            self.order_date.day,
            " ".join(self.heading.toPlainText().split()),
            tuple(key for key in self.pairings.boxes if key in chosen),
        )

    def problems(self, draft: ExternalOrder) -> Sequence[Problem]:
        """By the rules of every order."""
        found = [*problems_in_number(draft.number), *problems_in_heading(draft.heading)]
        if draft.order_date is None:
            found.append(Problem("order_date", "Укажите дату приказа."))
        return found
