"""Two steps in the life of an order that need a day: it is signed, it is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.labels import text_label

_FREED = (
    "Номер останется в журнале с пометкой «отменён», а пары этого приказа снова станут "
    "свободны для другого."
)


@dataclass(frozen=True)
class Signing:
    """The day on which the director signed."""

    signed_on: date | None


@dataclass(frozen=True)
class Withdrawal:
    """The day of a withdrawal and its reason."""

    withdrawn_on: date | None
    reason: str = ""


class SigningDialog(RecordDialog[Signing]):
    """Asks when the order was signed."""

    def __init__(self, parent: QWidget | None, order: OrderRow, today: date) -> None:
        super().__init__(parent, "Приказ подписан", "Отметить")
        self._today = today
        self.form.add_wide(text_label(order.title, "quiet", wraps=True))
        field = DateEdit("Дата подписания", today)
        self.signed_on = self.form.add("signed_on", "Дата подписания", field, is_required=True)

    def fill(self, draft: Signing) -> None:
        """Show the day."""
        self.signed_on.set_day(draft.signed_on)

    def draft(self) -> Signing:
        """The day as it stands."""
        return Signing(self.signed_on.day)

    def problems(self, draft: Signing) -> Sequence[Problem]:
        """A day that has come."""
        if draft.signed_on is None:
            return [Problem("signed_on", "Укажите дату подписания.")]
        if draft.signed_on > self._today:
            return [Problem("signed_on", "День подписания ещё не наступил.")]
        return []


class WithdrawalDialog(RecordDialog[Withdrawal]):
    """Asks from when and why the order is withdrawn."""

    def __init__(self, parent: QWidget | None, order: OrderRow, today: date) -> None:
        super().__init__(parent, "Отменить приказ", "Отменить приказ")
        self._order = order
        self.form.add_wide(text_label(order.title, "quiet", wraps=True))
        self.form.add_wide(text_label(_FREED, wraps=True))
        field = DateEdit("Дата отмены", today)
        self.withdrawn_on = self.form.add("withdrawn_on", "Дата отмены", field, is_required=True)
        hint = "Например: ошибка в составе пар; взамен издан приказ № 13-од"
        self.reason = self.form.add("reason", "Причина", NoteField(), hint=hint, is_required=True)

    def fill(self, draft: Withdrawal) -> None:
        """Show day and reason."""
        self.withdrawn_on.set_day(draft.withdrawn_on)
        self.reason.setPlainText(draft.reason)

    def draft(self) -> Withdrawal:
        """Day and reason as they stand."""
        return Withdrawal(self.withdrawn_on.day, self.reason.toPlainText().strip())

    def problems(self, draft: Withdrawal) -> Sequence[Problem]:
        """Not before the order itself, and never without a reason."""
        found = []
        if draft.withdrawn_on is None:
            found.append(Problem("withdrawn_on", "Укажите дату отмены."))
        elif draft.withdrawn_on < self._order.order_date:
            day = short_date(self._order.order_date)
            found.append(Problem("withdrawn_on", f"Отмена раньше даты приказа ({day})."))
        if not draft.reason:
            found.append(Problem("reason", "Назовите причину отмены: она остаётся в журнале."))
        return found
