"""The end of one or several pairings: completed, or early with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from nastavnik_desktop.domain.pairing_life import PairingEnd, problems_in_end
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.working_days import WorkingCalendar
from ui.dialogs.notice_field import NoticeField
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
        calendar: WorkingCalendar,
    ) -> None:
        super().__init__(parent, _title(rows), "Завершить")
        self._rows = tuple(rows)
        self._calendar = calendar
        self.form.add_wide(text_label(_names(rows), "quiet", wraps=True))
        self.kind = self.form.add("kind", "Как закончилась", RadioChoice(_KINDS))
        self.notice = NoticeField(self.form, today, calendar)
        self.ended_on = self.form.add(
            "ended_on", "Дата окончания", DateEdit("Дата окончания", today), is_required=True
        )
        self.reason = self.form.add("reason", "Причина", QComboBox())
        self.reason.setEditable(True)
        self.reason.addItems(list(reasons))
        self.kind.changed.connect(self._on_kind_changed)
        self.notice.earliest_changed.connect(self._on_earliest_changed)

    def fill(self, draft: PairingEnd) -> None:
        """Show an end."""
        self.ended_on.set_day(draft.ended_on)
        self.kind.set_value(draft.kind)
        self.notice.set_day(draft.noticed_on)
        self._on_kind_changed()
        self.reason.setCurrentText(draft.reason)

    def draft(self) -> PairingEnd:
        """The end as it stands."""
        reason = self.reason.currentText().strip()
        is_early = self.kind.value is EndKind.EARLY
        noticed_on = self.notice.day if is_early else None
        return PairingEnd(self.ended_on.day, self.kind.value, reason, noticed_on)

    def problems(self, draft: PairingEnd) -> Sequence[Problem]:
        """By the rules of the domain."""
        return [*self.notice.problems(), *problems_in_end(draft, self._rows, self._calendar)]

    def _on_kind_changed(self) -> None:
        """A notice and a reason belong to an early end only."""
        is_early = self.kind.value is EndKind.EARLY
        self.form.set_shown("noticed_on", is_shown=is_early)
        self.form.set_shown("reason", is_shown=is_early)
        self.notice.words.setVisible(is_early and self.notice.day is not None)

    def _on_earliest_changed(self, earliest: date) -> None:
        """The end moves to the first day that the law allows, never backwards."""
        if self.ended_on.day is None or self.ended_on.day < earliest:
            self.ended_on.set_day(earliest)


def _title(rows: Sequence[PairingRow]) -> str:
    if len(rows) == 1:
        return "Завершить наставничество"
    return f"Завершить: {counted(len(rows), 'пара', 'пары', 'пар')}"


def _names(rows: Sequence[PairingRow]) -> str:
    shown = "\n".join(row.title for row in rows[:_NAMES_SHOWN])
    rest = len(rows) - _NAMES_SHOWN
    return f"{shown}\nи ещё {rest}" if rest > 0 else shown
