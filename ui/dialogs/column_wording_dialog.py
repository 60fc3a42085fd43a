"""A line of the user's own dictionary: how a column is headed and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.imports.own_words import ColumnWording, problem_of_wording
from ui.dialogs.import_columns_tab import NOT_LOADED, all_meanings
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.fields import ChoiceField

_HINT = "Так, как в файле. Большие и малые буквы, пробелы и знаки не важны."
_PHRASE_HINT = "Слова, по которым столбец узнаётся внутри названия; * – любое окончание."


class ColumnWordingDialog(RecordDialog[ColumnWording]):
    """``is_whole`` tells whether a whole heading is edited or a phrase that was written by hand."""

    def __init__(self, parent: QWidget | None, title: str, *, is_whole: bool) -> None:
        super().__init__(parent, title)
        hint = _HINT if is_whole else _PHRASE_HINT
        self._text = self.form.add(
            "text", "Название столбца", QLineEdit(), hint=hint, is_required=True
        )
        self._meaning = self.form.add("meaning", "Что в нём", ChoiceField())
        self._given = ColumnWording("", NOT_LOADED)

    def fill(self, draft: ColumnWording) -> None:
        """Show a line; a meaning that only its file knows stays among the choices."""
        self._given = draft
        self._text.setText(draft.text)
        self._meaning.set_choices(all_meanings(draft.meaning))
        self._meaning.set_value(draft.meaning)

    def draft(self) -> ColumnWording:
        """The line as the fields stand."""
        meaning = str(self._meaning.value or NOT_LOADED)
        return replace(self._given, text=self._text.text().strip(), meaning=meaning)

    def problems(self, draft: ColumnWording) -> Sequence[Problem]:
        """What keeps the text from being a heading."""
        problem = problem_of_wording(draft.text)
        return [Problem("text", problem)] if problem else []
