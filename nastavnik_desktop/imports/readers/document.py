"""A file as grids of cells, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nastavnik_desktop.imports.grid import Grid
from nastavnik_desktop.imports.readers.safety import FileKind, recognise_file


@dataclass(frozen=True)
class Document:
    """Grids of a file in their order; ``place_key`` is how the user calls one of them."""

    grids: tuple[Grid, ...]
    place_key: str
    paragraphs: tuple[str, ...] = ()


def open_document(path: Path) -> Document:
    """Read the cells of a file. Raises UnreadableFile with a sentence in Russian."""
    kind = recognise_file(path)
    if kind is FileKind.DOCX:
        from nastavnik_desktop.imports.readers.word import read_word

        grids, paragraphs = read_word(path)
        return Document(grids, "table", paragraphs)
    if kind is FileKind.ODT:
        from nastavnik_desktop.imports.readers.open_text import read_open_text

        grids, paragraphs = read_open_text(path)
        return Document(grids, "table", paragraphs)
    if kind is FileKind.PDF:
        from nastavnik_desktop.imports.readers.pdf import read_pdf

        grids, paragraphs = read_pdf(path)
        return Document(grids, "table", paragraphs)
    if kind is FileKind.TEXT:
        from nastavnik_desktop.imports.readers.delimited import read_delimited

        return Document((read_delimited(path),), "")
    from nastavnik_desktop.imports.readers.mojibake import repaired_grid
    from nastavnik_desktop.imports.readers.workbook import read_workbook

    return Document(tuple(map(repaired_grid, read_workbook(path, kind))), "sheet")
