"""«Уходит из школы»: the day, the reason, and everything that depends on the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.leaving import LeavingDraft, LeavingPreview
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.cards import clear_layout
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label

_WHAT_HAPPENS = (
    "Карточка уйдёт в архив: в списках человека не будет, прошлые пары, приказы и отчёты "
    "останутся. Из архива можно вернуть."
)
_REASON_HINT = "Встанет причиной в парах, которые прекратятся, и пригодится для приказа"


class LeavingDialog(RecordDialog[LeavingDraft]):
    """The lines follow the day that is typed."""

    def __init__(self, parent: QWidget | None, preview: LeavingPreview, today: date) -> None:
        super().__init__(parent, "Уходит из школы", "Оформить уход")
        self._preview = preview
        self.form.add_wide(text_label(preview.name.full, "strong", wraps=True))
        self.form.add_wide(text_label(_WHAT_HAPPENS, "quiet", wraps=True))
        day = DateEdit("Последний день", today)
        self.on = self.form.add("on", "Последний день", day, is_required=True)
        self.reason = self.form.add(
            "reason", "Причина", QLineEdit(), hint=_REASON_HINT, is_required=True
        )
        self.form.section("Что зависит от человека")
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(8))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.form.add_wide(self._lines)
        self.on.day_changed.connect(self._show_lines)

    def fill(self, draft: LeavingDraft) -> None:
        """Show day and reason."""
        self.on.set_day(draft.on)
        self.reason.setText(draft.reason)
        self._show_lines()

    def draft(self) -> LeavingDraft:
        """Day and reason as they stand; a day that is not understood leaves the known one."""
        known = self._preview.draft
        return replace(known, on=self.on.day or known.on, reason=self.reason.text().strip())

    def problems(self, draft: LeavingDraft) -> Sequence[Problem]:
        """Both must be there."""
        found = []
        if self.on.day is None:
            found.append(Problem("on", "Укажите последний день, например 31.08.2026."))
        if not draft.reason:
            found.append(Problem("reason", "Назовите причину: она нужна для приказа."))
        return found

    def _show_lines(self) -> None:
        clear_layout(self._grid)
        lines = replace(self._preview, draft=self.draft()).dependencies
        for row, line in enumerate(lines):
            self._grid.addWidget(text_label(line.title, wraps=True), row, 0)
            self._grid.addWidget(text_label(line.advice, "quiet", wraps=True), row, 1)
        if not lines:
            words = "Ничего: человек не стоит в парах, базах и проектах приказов."
            self._grid.addWidget(text_label(words, "quiet", wraps=True), 0, 0, 1, 2)
