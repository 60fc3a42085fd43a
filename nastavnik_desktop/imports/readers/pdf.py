"""Tables of a PDF that holds its text as text: ruled tables as grids, other lines as paragraphs."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from nastavnik_desktop.imports.grid import Grid, Merge, clean_value
from nastavnik_desktop.imports.readers.pdf_lines import Box, lines_of, paragraphs_of, text_of
from nastavnik_desktop.imports.readers.safety import broken_file, protected_file, refused_file

_SNAP = 3.0
"""Points between rules that are drawn twice and meant as one."""
_PAGE_NUMBER = re.compile(r"(?:стр\.|страница|[-–—])?\s*\d{1,3}\s*(?:[-–—]|из\s+\d{1,3})?")
_SCAN = (
    "это скан: в нём картинки вместо текста. Попросите файл Word или PDF, сохранённый из Word"
    " (в нём можно выделить слово мышью)"
)


def read_pdf(path: Path) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """Tables (named by their number from 1) and all paragraphs outside them.

    A table that goes on on the next page is one table. Raises UnreadableFile for a scan, a file
    with a password, a damaged or an endless one.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    from nastavnik_desktop.imports.readers.pdf_safety import LARGEST_PDF, refuse_bombs

    content = path.read_bytes()
    if len(content) > LARGEST_PDF:
        raise refused_file(path, f"PDF больше {LARGEST_PDF // 1024 // 1024} МБ не читается")
    if b"/Encrypt" in content:
        raise protected_file(path)
    refuse_bombs(path, content)
    try:
        with pdfplumber.open(path) as document:
            return _joined(_pages(path, document))
    except PDFEncryptionError as error:
        raise protected_file(path) from error
    except (
        PdfminerException, PDFException, PSException, ValueError, TypeError, KeyError, IndexError,
        AttributeError, AssertionError, RecursionError, OverflowError, ArithmeticError, OSError,
        zlib.error, struct.error,
    ) as error:  # fmt: skip
        raise broken_file(path) from error


def _pages(path: Path, document: Any) -> list[list[Grid | str]]:  # noqa: ANN401
    """What stands on each page, from top to bottom: tables and paragraphs."""
    from nastavnik_desktop.imports.readers.pdf_safety import MOST_PAGES, Stopwatch, survey

    if len(document.pages) > MOST_PAGES:
        raise refused_file(path, f"в нём больше {MOST_PAGES} страниц: это не дорожная карта")
    watch = Stopwatch(path)
    counts = [survey(page.page_obj, path, watch) for page in document.pages]
    if not any(texts for texts, _ in counts):
        raise refused_file(path, _SCAN if any(images for _, images in counts) else "он пустой")
    pages = []
    for page in document.pages:
        watch.check()
        pages.append(list(_parts(page)))
        page.close()
    return pages


def _parts(page: Any) -> Iterator[Grid | str]:  # noqa: ANN401
    """Tables and paragraphs of a page in the order in which they are read."""
    words = [_box(word) for word in page.extract_words(keep_blank_chars=False)]
    tables = [_boxes(table.cells) for table in page.find_tables()]
    tables = [cells for cells in tables if len(cells) > 1]
    placed = sorted((min(cell.top for cell in cells), cells) for cells in tables)
    rest = [word for word in words if not any(_frame(cells).holds(word) for _, cells in placed)]
    for top, cells in placed:
        above = [word for word in rest if word.top < top]
        rest = [word for word in rest if word.top >= top]
        yield from paragraphs_of(above)
        yield _grid(cells, words)
    yield from paragraphs_of(rest)


def _box(word: dict[str, Any]) -> Box:
    return Box(word["x0"], word["top"], word["x1"], word["bottom"], word["text"])


def _boxes(cells: Iterable[tuple[float, float, float, float]]) -> list[Box]:
    return [Box(*cell, "") for cell in cells]


def _frame(cells: list[Box]) -> Box:
    return Box(
        min(cell.left for cell in cells),
        min(cell.top for cell in cells),
        max(cell.right for cell in cells),
        max(cell.bottom for cell in cells),
        "",
    )


def _grid(cells: list[Box], words: list[Box]) -> Grid:
    """Rules become rows and columns; a cell over several of them is a joined one."""
    lefts = _snapped(cell.left for cell in cells)
    tops = _snapped(cell.top for cell in cells)
    rows: list[list[str]] = [[""] * len(lefts) for _ in tops]
    merges = []
    for cell in cells:
        row, column = _place(tops, cell.top), _place(lefts, cell.left)
        bottom, right = _last(tops, cell.bottom), _last(lefts, cell.right)
        rows[row][column] = text_of(cell, lines_of([word for word in words if cell.holds(word)]))
        if bottom > row or right > column:
            merges.append(Merge(row, column, bottom, right))
    values = tuple(tuple(clean_value(text) for text in row) for row in rows)
    return Grid("", values, tuple(merges))


def _snapped(places: Iterable[float]) -> list[float]:
    """Places of rules in order; those nearly at one place are one rule."""
    rules: list[float] = []
    for place in sorted(places):
        if not rules or place - rules[-1] > _SNAP:
            rules.append(place)
    return rules


def _place(rules: list[float], place: float) -> int:
    return min(range(len(rules)), key=lambda number: abs(rules[number] - place))


def _last(rules: list[float], end: float) -> int:
    """The last row or column that begins before the end of a cell."""
    return max(number for number, place in enumerate(rules) if place < end - _SNAP / 2)


def _joined(pages: list[list[Grid | str]]) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """Tables numbered, each with the paragraphs before it; one cut by a page end made whole."""
    grids: list[Grid] = []
    paragraphs: list[str] = []
    before: list[str] = []
    for parts in _without_page_marks(pages):
        for number, part in enumerate(parts):
            if isinstance(part, str):
                before.append(part)
                paragraphs.append(part)
            elif grids and number == 0 and not before and part.width == grids[-1].width:
                grids[-1] = _with_more(grids[-1], part)
            else:
                grids.append(replace(part, name=str(len(grids) + 1), text_before=tuple(before)))
                before = []
    return tuple(grids), tuple(paragraphs)


def _without_page_marks(pages: list[list[Grid | str]]) -> Iterator[list[Grid | str]]:
    """Pages without their numbers and without the line that begins or ends most of them."""
    edges = ({parts[0], parts[-1]} for parts in pages if parts)
    counts = Counter(part for ends in edges for part in ends if isinstance(part, str))
    often = {text for text, count in counts.items() if count > 2 and count * 2 > len(pages)}
    for parts in pages:
        yield [
            part
            for part in parts
            if not isinstance(part, str) or not (part in often or _PAGE_NUMBER.fullmatch(part))
        ]


def _with_more(grid: Grid, more: Grid) -> Grid:
    below = grid.height
    merges = (
        Merge(one.top + below, one.left, one.bottom + below, one.right) for one in more.merges
    )
    return replace(grid, rows=(*grid.rows, *more.rows), merges=(*grid.merges, *merges))
