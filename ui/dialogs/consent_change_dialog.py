"""An entered consent: its dates, and the scan of the signed paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.consents import ConsentRecord
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.buttons import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label


class ScanWish(Enum):
    """What shall become of the scan."""

    NOTHING = auto()
    ATTACH = auto()
    OPEN = auto()
    REMOVE = auto()


@dataclass(frozen=True)
class ConsentChange:
    """A consent with its dates as they shall be, and what is wished for its scan."""

    consent: ConsentRecord
    scan: ScanWish = ScanWish.NOTHING


class ConsentChangeDialog(RecordDialog[ConsentChange]):
    """Three dates; the buttons of the scan save what was typed and close the dialog."""

    def __init__(self, parent: QWidget | None, consent: ConsentRecord) -> None:
        self._wish = ScanWish.NOTHING
        self._consent = consent
        super().__init__(parent, consent.kind.label.capitalize(), others=self._scan_buttons())
        self.form.begin_row()
        self._dates = {
            name: self.form.add(name, label, DateEdit(label))
            for name, label in (
                ("signed_on", "Подписано"),
                ("until_on", "Действует по"),
                ("withdrawn_on", "Отозвано"),
            )
        }
        self.form.end_row()
        words = f"Скан: {consent.scan_name}" if consent.scan_name else "Скан не приложен."
        self.form.add_wide(text_label(words, "quiet", wraps=True))

    def fill(self, draft: ConsentChange) -> None:
        """Show the dates."""
        self._consent = draft.consent
        for name, field in self._dates.items():
            field.set_day(getattr(draft.consent, name))

    def draft(self) -> ConsentChange:
        """The dates as they stand and the wish for the scan."""
        consent = replace(
            self._consent,
            signed_on=self._dates["signed_on"].day or self._consent.signed_on,
            until_on=self._dates["until_on"].day,
            withdrawn_on=self._dates["withdrawn_on"].day,
        )
        return ConsentChange(consent, self._wish)

    def problems(self, draft: ConsentChange) -> Sequence[Problem]:
        """Dates that are not understood; the day of the signature must be there."""
        message = "Дата не понята. Напишите её так: 05.09.2026."
        wrong = [name for name, field in self._dates.items() if not field.is_understood]
        if self._dates["signed_on"].day is None and "signed_on" not in wrong:
            return [Problem("signed_on", "Укажите день подписания.")]
        until, signed = draft.consent.until_on, draft.consent.signed_on
        if until is not None and until < signed:
            return [Problem("until_on", "Срок согласия кончается раньше подписания.")]
        return [Problem(name, message) for name in wrong]

    def _scan_buttons(self) -> list[QWidget]:
        wishes = {ScanWish.ATTACH: "Приложить скан…"}
        if self._consent.scan_id is not None:
            wishes = {
                ScanWish.OPEN: "Открыть скан",
                ScanWish.ATTACH: "Заменить…",
                ScanWish.REMOVE: "Убрать скан",
            }
        return [button(words, on_click=self._wishing(wish)) for wish, words in wishes.items()]

    def _wishing(self, wish: ScanWish) -> Callable[[], None]:
        def accept_with_wish() -> None:
            self._wish = wish
            self.accept()
            if self.result() != self.DialogCode.Accepted:
                self._wish = ScanWish.NOTHING

        return accept_with_wish
