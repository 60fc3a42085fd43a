"""Two cards of one person: side by side, then one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.card_merge import MergePreview
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.form import Form
from ui.widgets.labels import text_label
from ui.widgets.two_values import TwoValues

_WIDTH = 720
_WHAT_HAPPENS = (
    "Из двух карточек станет одна. Приказы, которые уже выпущены, сохранят свой текст; "
    "объединение можно отменить."
)
_SAME = "Все поля карточек одинаковы: выбирать нечего."


class MergeDialog(RecordDialog[MergePreview]):
    """The value of each field is chosen by a click."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Объединить карточки", "Объединить", _WideForm())
        self._given: MergePreview | None = None
        self.values = TwoValues()
        self.moving = text_label("", wraps=True)
        self.form.add_wide(text_label(_WHAT_HAPPENS, "quiet", wraps=True))
        self.form.add_wide(self.values)
        self.form.add_wide(self.moving)

    def fill(self, draft: MergePreview) -> None:
        """Show both cards with the values that are proposed."""
        self._given = draft
        self.values.show_fields(draft.kept_title, draft.gone_title, draft.fields)
        words = [] if draft.fields else [_SAME]
        words += [f"Перейдёт к одной карточке: {', '.join(draft.moving)}."] if draft.moving else []
        self.moving.setText("\n".join(words))
        self.moving.setVisible(bool(words))

    def draft(self) -> MergePreview:
        """The cards with the values that are chosen now."""
        if self._given is None:
            raise RuntimeError("the dialog was not filled")
        return self._given.choosing(self.values.taken)

    def problems(self, draft: MergePreview) -> Sequence[Problem]:
        """Why the cards cannot be of one person."""
        return [Problem("", draft.refusal)] if draft.refusal else []


class _WideForm(Form):
    """Two columns of values need room."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(scaled(_WIDTH), 0))
