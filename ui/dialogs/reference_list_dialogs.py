"""A form of mentoring with its role models; the list of modes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.pairings import MentoringForm, MentoringModel
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.reference_lists import (
    MODEL_WORDS,
    ModesDraft,
    problems_in_form,
    problems_in_modes,
)
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import RadioChoice
from ui.widgets.fields import NoteField

_MODELS = tuple((model, words.capitalize()) for model, words in MODEL_WORDS.items())
_LINE_HINT = "Каждая с новой строки, в нужном порядке"


class MentoringFormDialog(RecordDialog[MentoringForm]):
    """A form that is there keeps its model: statistics know it by that."""

    def __init__(self, parent: QWidget | None, others: Sequence[MentoringForm]) -> None:
        super().__init__(parent, "Форма наставничества")
        self._known = tuple(others)
        self._given = MentoringForm("", "", MentoringModel.TEACHERS)
        self.title_field = self.form.add("title", "Название", QLineEdit(), is_required=True)
        self.model = self.form.add("model", "Модель", RadioChoice(_MODELS))
        self.role_models = self.form.add(
            "role_models", "Ролевые модели", NoteField(6), hint=_LINE_HINT
        )

    def fill(self, draft: MentoringForm) -> None:
        """Show a form of mentoring."""
        self._given = draft
        self.title_field.setText(draft.title)
        self.model.set_value(draft.model)
        self.model.setEnabled(not draft.code)
        self.role_models.setPlainText("\n".join(draft.role_models))

    def draft(self) -> MentoringForm:
        """The form of mentoring as the fields stand."""
        return replace(
            self._given,
            title=" ".join(self.title_field.text().split()),
            model=self.model.value,
            role_models=_lines(self.role_models.toPlainText()),
        )

    def problems(self, draft: MentoringForm) -> Sequence[Problem]:
        """By the rules of the domain."""
        return problems_in_form(draft, [one for one in self._known if one.code != draft.code])


class ModesDialog(RecordDialog[ModesDraft]):
    """All modes, a line each."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Виды наставничества")
        self.modes = self.form.add("modes", "Виды", NoteField(11), hint=_LINE_HINT)

    def fill(self, draft: ModesDraft) -> None:
        """Show the modes."""
        self.modes.setPlainText("\n".join(draft.modes))

    def draft(self) -> ModesDraft:
        """The modes as they stand."""
        return ModesDraft(_lines(self.modes.toPlainText()))

    def problems(self, draft: ModesDraft) -> Sequence[Problem]:
        """By the rules of the domain."""
        return problems_in_modes(draft)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(line.split()) for line in text.splitlines())))
