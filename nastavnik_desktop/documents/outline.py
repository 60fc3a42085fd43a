"""A document as plain text: for search, for screen readers beside a preview, for comparison."""

from __future__ import annotations

from collections.abc import Iterator

from nastavnik_desktop.documents.numbering import numbered
from nastavnik_desktop.documents.tree import (
    AnnexMark,
    Block,
    Document,
    LeftRight,
    NumberedClauses,
    PageFoot,
    Paragraph,
    Section,
    SignatureLine,
    Table,
)
from nastavnik_desktop.domain.charts import BarChart, TrendChart, told
from nastavnik_desktop.domain.full_name import NBSP

_PAGE = "\f"


def plain_text(document: Document) -> str:
    """Every text of the document in reading order, a line per paragraph and per table row.

    Non-breaking spaces become plain ones; a new section begins after a form feed.
    """
    lines = (line for block in document.blocks for line in _lines(block))
    return "\n".join(lines).replace(NBSP, " ")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from "".join(run.text for run in block.runs).split("\n")
        case LeftRight():
            yield f"{block.left}\t{block.right}"
        case SignatureLine():
            yield f"{block.post}\t{block.name}"
        case NumberedClauses():
            yield from (f"{number} {clause.text}" for number, clause in numbered(block))
        case PageFoot() | AnnexMark():
            yield from block.lines
        case Table():
            yield from _rows(block)
        case BarChart() | TrendChart():
            yield told(block)
        case Section():
            yield _PAGE


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield " | ".join(cell.text.replace("\n", " ") for cell in row.cells)
