"""An order that was issued outside the program, entered by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.orders import problems_in_heading, problems_in_number
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.check_list import CheckList
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.file_field import FileField

_MOST_LINES = 6


@dataclass(frozen=True)
class ExternalOrder:
    """What the register is told of it: the pairs that it fixed, its scan or text as a file."""

    number: str = ""
    order_date: date | None = None
    heading: str = ""
    pairing_ids: tuple[int, ...] = ()
    file: Path | None = None


class ExternalOrderDialog(RecordDialog[ExternalOrder]):
    """Requisites, the pairs without an order to choose from, the file that ``choose`` asks for."""

    def __init__(
        self,
        parent: QWidget | None,
        rows: Sequence[PairingRow],
        today: date,
        choose: Callable[[], Path | None],
        save: str = "Внести",
    ) -> None:
        super().__init__(parent, "Приказ, изданный раньше", save)
        self.form.begin_row()
        self.number = self.form.add("number", "Номер", QLineEdit(), is_required=True)
        self.order_date = self.form.add(
            "order_date", "Дата", DateEdit("Дата", today), is_required=True
        )
        self.form.end_row()
        self.heading = self.form.add("heading", "Заголовок", NoteField(3), is_required=True)
        label = "Какие пары он закрепил"
        self.pairings: CheckList[int] = CheckList(label, rows_shown=min(len(rows), _MOST_LINES))
        self.pairings.show_lines(
            [(row.pairing_id, f"{row.title} · {row.form.title}", False) for row in rows]
        )
        if rows:
            self.form.add("pairing_ids", label, self.pairings)
        hint = "Скан или текст: хранится в базе, открывается из журнала"
        self.file = self.form.add("file", "Файл приказа", FileField(choose), hint=hint)

    def fill(self, draft: ExternalOrder) -> None:
        """Show a draft."""
        self.number.setText(draft.number)
        self.order_date.set_day(draft.order_date)
        self.heading.setPlainText(draft.heading)
        self.pairings.mark(draft.pairing_ids)
        self.file.set_path(draft.file)

    def draft(self) -> ExternalOrder:
        """The draft as it stands."""
        return ExternalOrder(
            self.number.text().strip(),
            self.order_date.day,
            " ".join(self.heading.toPlainText().split()),
            tuple(self.pairings.chosen),
            self.file.path,
        )

    def problems(self, draft: ExternalOrder) -> Sequence[Problem]:
        """By the rules of every order."""
        found = [*problems_in_number(draft.number), *problems_in_heading(draft.heading)]
        if not self.order_date.is_understood:
            found.append(Problem("order_date", "Дата не понята: напишите её так: 08.09.2026."))
        elif draft.order_date is None:
            found.append(Problem("order_date", "Укажите дату приказа."))
        return found
