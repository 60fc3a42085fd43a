"""The end of one or several pairings: completed, or early with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from nastavnik_desktop.domain.pairing_life import PairingEnd, problems_in_end
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import RadioChoice
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label

_KINDS = (
    (EndKind.COMPLETED, "Программа завершена"),
    (EndKind.EARLY, "Прекращена досрочно"),
)
_NAMES_SHOWN = 5


class FinishPairingDialog(RecordDialog[PairingEnd]):
    """``reasons`` are offered and may be written anew."""

    def __init__(
        self,
        parent: QWidget | None,
        rows: Sequence[PairingRow],
        reasons: Sequence[str],
        today: date,
    ) -> None:
        super().__init__(parent, _title(rows), "Завершить")
        self._rows = tuple(rows)
        self.form.add_wide(text_label(_names(rows), "quiet", wraps=True))
        self.ended_on = self.form.add(
            "ended_on", "Дата окончания", DateEdit("Дата окончания", today), is_required=True
        )
        self.kind = self.form.add("kind", "Как закончилась", RadioChoice(_KINDS))
        self.reason = self.form.add("reason", "Причина", QComboBox())
        self.reason.setEditable(True)
        self.reason.addItems(list(reasons))

    def fill(self, draft: PairingEnd) -> None:
        """Show an end."""
        self.ended_on.set_day(draft.ended_on)
        self.kind.set_value(draft.kind)
        self.reason.setCurrentText(draft.reason)

    def draft(self) -> PairingEnd:
        """The end as it stands."""
        reason = self.reason.currentText().strip()
        return PairingEnd(self.ended_on.day, self.kind.value, reason)

    def problems(self, draft: PairingEnd) -> Sequence[Problem]:
        """By the rules of the domain."""
        return problems_in_end(draft, self._rows)


def _title(rows: Sequence[PairingRow]) -> str:
    if len(rows) == 1:
        return "Завершить наставничество"
    return f"Завершить: {counted(len(rows), 'пара', 'пары', 'пар')}"


def _names(rows: Sequence[PairingRow]) -> str:
    shown = "\n".join(row.title for row in rows[:_NAMES_SHOWN])
    rest = len(rows) - _NAMES_SHOWN
    return f"{shown}\nи ещё {rest}" if rest > 0 else shown
