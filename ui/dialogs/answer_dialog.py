"""One line or one of several choices, asked in the look of the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form

Field = TypeVar("Field", bound=QWidget)

_WIDTH = 420


class AnswerDialog(QDialog, Generic[Field]):
    """A single field under its label; Enter accepts, Esc changes nothing."""

    def __init__(self, parent: QWidget | None, title: str, label: str, field: Field) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(_WIDTH))
        form = Form()
        self.field = form.add("answer", label, field)
        accept = button("Готово", "primary", on_click=self.accept)
        accept.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addStretch()
        row.addWidget(button("Отмена", on_click=self.reject))
        row.addWidget(accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(16))
        layout.addWidget(form)
        layout.addLayout(row)
        field.setFocus()


def text_dialog(
    parent: QWidget | None, title: str, label: str, text: str
) -> AnswerDialog[QLineEdit]:
    """A dialog for one line; the text proposed is selected, so that typing replaces it."""
    made = AnswerDialog(parent, title, label, QLineEdit(text))
    made.field.selectAll()
    return made


def choice_dialog(
    parent: QWidget | None, title: str, label: str, choices: Sequence[str]
) -> AnswerDialog[ChoiceField]:
    """A dialog for one of several; the value of its field is the place of the choice."""
    return AnswerDialog(parent, title, label, ChoiceField(list(enumerate(choices))))
