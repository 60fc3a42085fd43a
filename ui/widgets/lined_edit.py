"""A field for the text of a template: numbered lines, commands in colour, faulty lines marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import scaled, tokens_now
from ui.widgets.marked_lines import marked_line

_WORD = re.compile(r"\{\{.*?\}\}")
_COMMAND = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_GAP = 8


class LinedEdit(QPlainTextEdit):
    """Tab leaves the field, as it leaves every other. ``entered`` when the cursor comes in."""

    entered = Signal()

    def __init__(self, least_lines: int) -> None:
        super().__init__()
        self._numbers = _LineNumbers(self)
        self._colours = _Colours(self.document())
        self.setTabChangesFocus(True)
        height = self.fontMetrics().lineSpacing() * least_lines + scaled(18)
        self.setMinimumHeight(height)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update_requested)
        self.cursorPositionChanged.connect(self._numbers.update)
        self._make_room()

    @property
    def line(self) -> int:
        """The line of the cursor, counted from 1."""
        return self.textCursor().blockNumber() + 1

    def go_to_line(self, line: int, word: str = "") -> None:
        """Put the cursor into a line, counted from 1; a word in it is marked to be typed over."""
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        at = re.search(rf"\b{re.escape(word)}\b", cursor.block().text()) if word else None
        if at is not None:
            cursor.setPosition(cursor.block().position() + at.start())
            cursor.setPosition(
                cursor.block().position() + at.end(), QTextCursor.MoveMode.KeepAnchor
            )
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def insert(self, text: str) -> None:
        """Put a text in at the cursor, over what is marked; one step back takes it out again."""
        self.textCursor().insertText(text)
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """Put another text in the place of the whole; one step back brings it again."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def mark_lines(self, lines: Iterable[int]) -> None:
        """Mark faulty lines, counted from 1."""
        colour = tokens_now().danger_soft
        marked = [marked_line(self.document(), line, colour) for line in lines]
        self.setExtraSelections(marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._numbers.setGeometry(
            QRect(area.left(), area.top(), self.numbers_width(), area.height())
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that words go in here from now on."""
        super().focusInEvent(event)
        self.entered.emit()

    def numbers_width(self) -> int:
        """Room for the numbers of the lines."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + scaled(2 * _GAP)

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that are seen."""
        tokens, here = tokens_now(), self.textCursor().blockNumber()
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(tokens.hover))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        width, height = self.numbers_width() - scaled(_GAP), self.fontMetrics().lineSpacing()
        while block.isValid() and top <= event.rect().bottom():
            is_here = block.blockNumber() == here and self.hasFocus()
            painter.setPen(QColor(tokens.text if is_here else tokens.quiet))
            number = str(block.blockNumber() + 1)
            painter.drawText(0, round(top), width, height, Qt.AlignmentFlag.AlignRight, number)
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _on_update_requested(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self._numbers.scroll(0, scrolled)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


class _LineNumbers(QWidget):
    """The strip at the left; a screen reader has no use for it."""

    def __init__(self, edit: LinedEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(self._edit.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._edit.paint_numbers(event)


class _Colours(QSyntaxHighlighter):
    """Words in braces stand out, commands step back."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        tokens = tokens_now()
        for pattern, colour in ((_WORD, tokens.accent_text), (_COMMAND, tokens.quiet)):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), QColor(colour))
