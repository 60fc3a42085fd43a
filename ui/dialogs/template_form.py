"""The parts of the text of a paper, each in a field with numbered lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from nastavnik_desktop.documents.paper_templates import (
    PART_TITLES,
    Template,
    TemplateKind,
    parts_of,
    template_of,
    texts_of,
)
from ui.widgets.form import Form
from ui.widgets.lined_edit import LinedEdit

if TYPE_CHECKING:
    from nastavnik_desktop.documents.template_check import TemplateFault

_LINES = {
    "heading": 2,
    "preamble": 3,
    "clauses": 8,
    "grounds": 2,
    "subtitle": 2,
    "paragraphs": 10,
    "table": 5,
    "closing": 4,
}
_GROWING = ("clauses", "paragraphs")
_HINTS = {
    "clauses": "Каждая строка – пункт, номера ставит программа; «- » в начале – подпункт. "
    "Пустая строка не печатается.",
    "paragraphs": "Каждая строка – абзац; пустая не печатается.",
}


class TemplateForm(Form):
    """``changed`` when the user types; words go into the part that had the cursor last."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind: TemplateKind | None = None
        self._is_showing = False
        self._last = ""
        self.edits: dict[str, LinedEdit] = {}
        for part, lines in _LINES.items():
            hint = _HINTS.get(part, "")
            made = self.add(part, PART_TITLES[part].capitalize(), LinedEdit(lines), hint=hint)
            made.textChanged.connect(self._on_text_changed)
            made.entered.connect(partial(self._remember, part))
            self.edits[part] = made
            if part in _GROWING:
                self.stretch(part)
            else:
                made.setFixedHeight(made.minimumHeight())

    def show_template(self, kind: TemplateKind, template: Template) -> None:
        """Show the texts of a kind, with the cursor in none of them yet."""
        self._kind, self._last = kind, parts_of(kind)[0]
        self._is_showing = True
        texts = texts_of(template)
        for part, edit in self.edits.items():
            self.set_shown(part, is_shown=part in parts_of(kind))
            edit.setPlainText(texts.get(part, ""))
        self._is_showing = False
        self.show_problems([])

    def put(self, template: Template) -> None:
        """Put other texts of the same kind in; each field can take its own back."""
        for part, text in texts_of(template).items():
            if self.edits[part].toPlainText() != text:
                self.edits[part].replace_all(text)

    def template(self) -> Template:
        """The texts as the fields hold them."""
        if self._kind is None:
            raise RuntimeError("no kind is shown")
        texts = {part: self.edits[part].toPlainText() for part in parts_of(self._kind)}
        return template_of(self._kind, texts)

    def insert(self, text: str) -> None:
        """Put a word in where the cursor was last."""
        self.edits[self._last].insert(text)

    def go_to(self, part: str, line: int, word: str = "") -> None:
        """Put the cursor into a line of a part."""
        self.edits[part].go_to_line(line, word)

    def mark(self, faults: Sequence[TemplateFault]) -> None:
        """Mark the lines of these faults."""
        for part, edit in self.edits.items():
            edit.mark_lines(fault.line for fault in faults if fault.part == part)

    def _remember(self, part: str) -> None:
        self._last = part

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()
