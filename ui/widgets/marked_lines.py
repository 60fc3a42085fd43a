"""Lines of a text on a coloured ground from edge to edge."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit


def marked_line(document: QTextDocument, line: int, colour: str) -> QTextEdit.ExtraSelection:
    """The mark of a line, counted from 1; the last one stands for a line that is not there."""
    form = QTextCharFormat()
    form.setBackground(QColor(colour))
    form.setProperty(QTextFormat.Property.FullWidthSelection, True)
    block = document.findBlockByNumber(line - 1)
    selection = QTextEdit.ExtraSelection()
    selection.format = form  # type: ignore[attr-defined]
    selection.cursor = QTextCursor(block if block.isValid() else document.lastBlock())  # type: ignore[attr-defined]
    return selection
