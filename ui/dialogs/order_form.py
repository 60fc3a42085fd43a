"""The requisites of an order as its dialog edits them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from nastavnik_desktop.domain.orders import DraftOffer, OrderDraft, OrderKind
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Level, Problem
from ui.dialogs.order_kind_parts import part_of
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.form import Form

PAIRINGS_FIELD = "pairing_ids"

_LONGEST_NUMBER = 25
_SAMPLE = "08.09.2026"


class OrderForm(Form):
    """``changed`` after every change.

    A number that was only proposed follows the register and the year; grounds that were only
    proposed are proposed anew for other pairings. ``on_pairing_problems`` takes the problems of
    the list beside the form.
    """

    changed = Signal()

    def __init__(
        self, offer: DraftOffer, on_pairing_problems: Callable[[list[Problem]], object], today: date
    ) -> None:
        super().__init__()
        self._offer = offer
        self._show_pairing_problems = on_pairing_problems
        self._proposed_number = ""
        self._proposed_grounds = ""
        registers = [(each.register_id, each.title) for each in offer.registers]
        self.register = self.add("register_id", "Журнал", ChoiceField(registers))
        self.begin_row()
        self.number = self.add("number", "Номер", QLineEdit(), is_required=True)
        self.order_date = self.add("order_date", "Дата", DateEdit("Дата", today), is_required=True)
        self.end_row()
        self.heading = self.add("heading", "Заголовок", NoteField(3), is_required=True)
        self.begin_row()
        self.programs_due_on = self._add_term("programs_due_on", "Программы – до", today)
        self.report_due_on = self._add_term("report_due_on", "Отчёт – до", today)
        self.end_row()
        self.part = part_of(self, offer, today)
        self.control_by = self.add(
            "control_by", "Контроль", QLineEdit(), hint="Должность, фамилия и инициалы"
        )
        self.grounds = self.add("grounds", "Основание", NoteField(3))
        self.acceptance_note = self.add(
            "acceptance_note",
            "Примечание к замечаниям",
            NoteField(2),
            hint="Необязательно: почему приказ издаётся, хотя есть замечания. Хранится с приказом",
        )
        self._show_only_what_is_asked()
        self.number.setMaxLength(_LONGEST_NUMBER)
        self.control_by.setPlaceholderText("оставляю за собой")
        self._connect()

    def fill(self, draft: OrderDraft, proposed_grounds: str) -> None:
        """Show a draft; ``proposed_grounds`` are what the program would write.

        The number of an old draft may be in use by now: then the next one is proposed.
        """
        register_id, year = draft.register_id, draft.order_date.year
        self._proposed_number = self._offer.number_for(register_id, year)
        is_taken = self._offer.is_taken(register_id, year, draft.number)
        self._proposed_grounds = proposed_grounds
        self.register.set_value(draft.register_id)
        self.number.setText(self._proposed_number if is_taken else draft.number)
        self.order_date.set_day(draft.order_date)
        self.heading.setPlainText(draft.heading)
        self.programs_due_on.set_day(draft.programs_due_on)
        self.report_due_on.set_day(draft.report_due_on)
        self.control_by.setText(draft.control_by)
        self.grounds.setPlainText(draft.grounds)
        self.acceptance_note.setPlainText(draft.acceptance_note)
        self.part.fill(draft.details)

    def applied(self, draft: OrderDraft, chosen: Sequence[PairingRow]) -> OrderDraft:
        """The draft with what the fields hold for the chosen pairings.

        An empty date of the order leaves the one it had.
        """
        register_id = self.register.value
        return replace(
            draft,
            register_id=register_id if isinstance(register_id, int) else draft.register_id,
            number=self.number.text().strip(),
            order_date=self.order_date.day or draft.order_date,
            heading=_one_line(self.heading),
            programs_due_on=self.programs_due_on.day,
            report_due_on=self.report_due_on.day,
            control_by=self.control_by.text().strip(),
            grounds=_one_line(self.grounds),
            acceptance_note=_one_line(self.acceptance_note),
            pairing_ids=tuple(row.pairing_id for row in chosen),
            details=self.part.details(chosen),
        )

    def unread(self, chosen: Sequence[PairingRow]) -> list[Problem]:
        """Dates that are missing or not understood."""
        found = []
        if self.order_date.day is None:
            found.append(Problem("order_date", f"Укажите дату так: {_SAMPLE}."))
        for name, field in self.fields():
            if isinstance(field, DateEdit) and name != "order_date" and not field.is_understood:
                found.append(Problem(name, f"Дата не понята: напишите её так: {_SAMPLE}."))
        told = {one.field for one in found}
        return [*found, *(one for one in self.part.unfilled(chosen) if one.field not in told)]

    def propose_grounds(self, grounds: str) -> None:
        """Other pairings were chosen: change the grounds unless the user wrote her own."""
        if _one_line(self.grounds) == self._proposed_grounds:
            self.grounds.setPlainText(grounds)
        self._proposed_grounds = grounds

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, those of the pairings beside their list.

        A note is asked for only while there is something to accept.
        """
        has_warnings = any(problem.level is Level.WARNING for problem in problems)
        self.set_shown(
            "acceptance_note", is_shown=has_warnings or bool(self.acceptance_note.toPlainText())
        )
        own = [problem for problem in problems if problem.field != PAIRINGS_FIELD]
        super().show_problems(own)
        self._show_pairing_problems([each for each in problems if each.field == PAIRINGS_FIELD])

    def _add_term(self, name: str, label: str, today: date) -> DateEdit:
        return self.add(name, label, DateEdit(label, today))

    def _show_only_what_is_asked(self) -> None:
        is_of_pairs = self._offer.draft.kind is OrderKind.PAIRS
        for name in ("programs_due_on", "report_due_on"):
            self.set_shown(name, is_shown=is_of_pairs)
        self.set_shown("acceptance_note", is_shown=False)
        self.set_shown("control_by", is_shown=self._offer.draft.kind is not OrderKind.OTHER)

    def _connect(self) -> None:
        self.part.changed.connect(self.changed)
        for line in (self.number, self.control_by):
            line.textChanged.connect(self.changed)
        for day in (self.order_date, self.programs_due_on, self.report_due_on):
            day.textChanged.connect(self.changed)
        for note in (self.heading, self.grounds, self.acceptance_note):
            note.textChanged.connect(self.changed)
        self.order_date.textChanged.connect(self._on_place_changed)
        self.register.currentIndexChanged.connect(self._on_place_changed)

    def _on_place_changed(self) -> None:
        """Another register or another calendar year has another next number."""
        register_id, day = self.register.value, self.order_date.day
        if isinstance(register_id, int) and day is not None:
            proposed = self._offer.number_for(register_id, day.year)
            if self.number.text().strip() == self._proposed_number:
                self.number.setText(proposed)
            self._proposed_number = proposed
        if day is not None:
            self.part.follow_day(day)
        self.changed.emit()


def _one_line(field: NoteField) -> str:
    return " ".join(field.toPlainText().split())
