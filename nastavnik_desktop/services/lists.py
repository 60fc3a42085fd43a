"""Printing and saving of what a table shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.results import Saved


class ListService:
    """A table as a paper: .xlsx, .docx or .pdf."""

    def render(
        self, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], file_format: str
    ) -> bytes:
        """The table as a file of the format ``pdf``, ``docx`` or ``xlsx``."""
        from nastavnik_desktop.documents.lists import ListColumn, list_document

        heads = [ListColumn(name) for name in columns]
        return render(list_document(title, heads, rows), file_format)

    def export(
        self, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], path: Path
    ) -> Saved:
        """Write the table to a file; the suffix tells the format."""
        write_whole(path, self.render(title, columns, rows, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)
