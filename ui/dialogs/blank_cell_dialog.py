"""What stands in a cell of a blank: an indicator with its groups, a form's cell, a fact, words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.filling.choice import (
    MOST_GROUPS,
    CellDraft,
    Choices,
    RowChoice,
    SourceKind,
    problems_in,
)
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import text_label

_GROUP_LABELS = ("Только", "и только", "и только")
_FIELDS = {
    SourceKind.COUNTED: ("indicator", *(f"group_{at}" for at in range(MOST_GROUPS))),
    SourceKind.FORM_CELL: ("form", "row", "column"),
    SourceKind.KNOWN: ("text",),
    SourceKind.WRITTEN: ("written",),
}
_ANYBODY = (None, "без отбора")


class BlankCellDialog(RecordDialog[CellDraft]):
    """The fields of one kind are shown; choosing an indicator or a form changes what follows."""

    def __init__(self, parent: QWidget | None, place: str, choices: Choices) -> None:
        super().__init__(parent, "Что стоит в ячейке")
        self._choices = choices
        self.form.add_wide(text_label(place, "quiet", wraps=True))
        kinds = [(kind, kind.label) for kind in SourceKind]
        self.kind = self.form.add("kind", "Вид", ChoiceField(kinds))
        self.indicator = self.form.add("indicator", "Показатель", ChoiceField(choices.indicators))
        self.groups = [
            self.form.add(f"group_{at}", label, ChoiceField([_ANYBODY]))
            for at, label in enumerate(_GROUP_LABELS)
        ]
        forms = [(one.code, one.title) for one in choices.forms]
        self.of_form = self.form.add("form", "Форма", ChoiceField(forms))
        self.row = self.form.add("row", "Строка", ChoiceField())
        self.column = self.form.add("column", "Графа", ChoiceField())
        texts = [(text, text.label) for text in KnownText]
        self.text = self.form.add("text", "Что написать", ChoiceField(texts))
        hint = "Число, которого нет в базе, или слова: так и станет в бланк"
        self.written = self.form.add("written", "Число или слова", QLineEdit(), hint=hint)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.indicator.currentIndexChanged.connect(lambda _at: self._offer_groups())
        self.of_form.currentIndexChanged.connect(lambda _at: self._offer_rows())
        self.row.currentIndexChanged.connect(lambda _at: self._offer_columns())

    def fill(self, draft: CellDraft) -> None:
        """Show what stands in the cell."""
        self.kind.set_value(draft.kind)
        self.indicator.set_value(draft.indicator)
        self._offer_groups()
        for field, chosen in zip(self.groups, draft.groups, strict=False):
            field.set_value(chosen)
        self.of_form.set_value(draft.form)
        self._offer_rows()
        if draft.row:
            self.row.set_value(draft.row)
        self._offer_columns()
        if draft.column:
            self.column.set_value(draft.column)
        self.text.set_value(draft.text)
        self.written.setText(draft.written)
        self._show_kind()

    def draft(self) -> CellDraft:
        """What is chosen now."""
        kind, text = self.kind.value, self.text.value
        groups = (field.value for field in self.groups)
        return CellDraft(
            kind if isinstance(kind, SourceKind) else SourceKind.COUNTED,
            str(self.indicator.value),
            tuple(one if isinstance(one, tuple) else None for one in groups),
            str(self.of_form.value or ""),
            str(self.row.value or ""),
            self.column.value if isinstance(self.column.value, int) else 0,
            text if isinstance(text, KnownText) else KnownText.SCHOOL_SHORT_NAME,
            self.written.text().strip(),
        )

    def problems(self, draft: CellDraft) -> Sequence[Problem]:
        """A group twice, a cell without its row, nothing written."""
        return problems_in(draft)

    def _show_kind(self) -> None:
        for kind, names in _FIELDS.items():
            for name in names:
                self.form.set_shown(name, is_shown=kind is self.kind.value)

    def _offer_groups(self) -> None:
        offered = self._choices.groups(str(self.indicator.value))
        for at, field in enumerate(self.groups):
            field.set_choices([_ANYBODY, *offered])
            if field.value is None:
                field.set_value(None)
            self.form.set_shown(f"group_{at}", is_shown=self._is_counted and bool(offered))

    @property
    def _is_counted(self) -> bool:
        return self.kind.value is SourceKind.COUNTED

    def _offer_rows(self) -> None:
        self.row.set_choices([(row.code, row.title) for row in self._rows()])

    def _offer_columns(self) -> None:
        chosen = next((row for row in self._rows() if row.code == self.row.value), None)
        self.column.set_choices(chosen.columns if chosen is not None else ())

    def _rows(self) -> tuple[RowChoice, ...]:
        forms = self._choices.forms
        return next((one.rows for one in forms if one.code == self.of_form.value), ())
