"""A table on the clipboard: tabs for Excel, HTML for Word and mail."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from ui.item_models.column import ShownTable


def copy_table(table: ShownTable) -> None:
    """Put a table on the clipboard in both forms."""
    content = QMimeData()
    content.setText(as_tabbed(table))
    content.setHtml(as_html(table))
    QGuiApplication.clipboard().setMimeData(content)


def as_tabbed(table: ShownTable) -> str:
    """Cells parted by tabs, rows by line breaks; breaks inside a cell become blanks."""
    lines = (table.headings, *table.rows)
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def as_html(table: ShownTable) -> str:
    """A plain HTML table with a row of headings."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in table.headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
