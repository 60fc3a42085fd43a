"""Versions of the text of a paper: look at one, compare it with the present text, take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from nastavnik_desktop.documents.paper_templates import PART_TITLES, Template, texts_of
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.text_difference import LineMark, MarkedLine, difference
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled, tokens_now
from ui.widgets.labels import text_label
from ui.widgets.marked_lines import marked_line

_SIZE = (860, 380)
_LIST_WIDTH = 290
_SAME = "Этот текст не отличается от того, что в полях."
_LEGEND = "«+» – строка вернётся, «−» – строка уйдёт; остальное без перемен."


@dataclass(frozen=True)
class OfferedText:
    """A text that can be taken back, by what it is called: «Версия 2 от 08.09.2026 в 14:05»."""

    title: str
    template: Template


class TemplateVersionsDialog(RecordDialog[Template]):
    """The draft is the text to be put into the fields; nothing is saved here."""

    def __init__(
        self, parent: QWidget | None, title: str, offered: Sequence[OfferedText], present: Template
    ) -> None:
        super().__init__(parent, f"Версии: {title}", "Взять этот текст")
        self._offered = tuple(offered)
        self._present = present
        self.versions = QListWidget()
        self.versions.setProperty("kind", "choice")
        self.versions.setAccessibleName("Версии текста")
        self.versions.setFixedWidth(scaled(_LIST_WIDTH))
        for one in self._offered:
            item = QListWidgetItem(one.title)
            item.setSizeHint(QSize(0, scaled(30)))
            self.versions.addItem(item)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName("Чем версия отличается от текста в полях")
        self._about = text_label("", "quiet", wraps=True)
        self.form.add_wide(self._make_body())
        self.versions.currentRowChanged.connect(lambda _row: self._show_chosen())

    def fill(self, draft: Template) -> None:
        """Choose the first version that is another text."""
        others = [at for at, one in enumerate(self._offered) if one.template != draft]
        self.versions.setCurrentRow(others[0] if others else 0)
        self.versions.setFocus()

    def draft(self) -> Template:
        """The chosen text."""
        return self._offered[max(self.versions.currentRow(), 0)].template

    def is_changed(self) -> bool:
        """Choosing what to look at is no change: Esc closes at once."""
        return False

    def problems(self, draft: Template) -> Sequence[Problem]:
        """Every version was right when it was kept; it is checked again when it is saved."""
        del draft
        return ()

    def _make_body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self.versions)
        column = QVBoxLayout()
        column.setSpacing(scaled(8))
        column.addWidget(self._about)
        column.addWidget(self.lines, 1)
        row.addLayout(column, 1)
        body.setMinimumSize(scaled(_SIZE[0]), scaled(_SIZE[1]))
        return body

    def _show_chosen(self) -> None:
        lines = _compared(self._present, self.draft())
        is_same = all(line is None or line.mark is LineMark.SAME for _words, line in lines)
        self._about.setText(_SAME if is_same else _LEGEND)
        self.lines.setPlainText("\n".join(words for words, _line in lines))
        self.lines.setExtraSelections(
            [
                marked_line(self.lines.document(), at, _ground_of(line.mark))
                for at, (_words, line) in enumerate(lines, 1)
                if line is not None and line.mark is not LineMark.SAME
            ]
        )


def _ground_of(mark: LineMark) -> str:
    tokens = tokens_now()
    return tokens.good_soft if mark is LineMark.ADDED else tokens.danger_soft


def _compared(present: Template, chosen: Template) -> list[tuple[str, MarkedLine | None]]:
    """Lines part by part, each under the title of its part; an empty part is left out."""
    now, then = texts_of(present), texts_of(chosen)
    lines: list[tuple[str, MarkedLine | None]] = []
    for part, text in now.items():
        found = difference(text, then[part])
        if found:
            lines.append((PART_TITLES[part].upper(), None))
            lines += [(f"{line.mark} {line.text}", line) for line in found]
    return lines
