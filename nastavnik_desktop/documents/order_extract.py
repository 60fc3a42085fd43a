"""An extract of an order («выписка из приказа»): the order with what concerns one pair only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nastavnik_desktop.documents.numbering import numbered
from nastavnik_desktop.documents.order_facts import AnnexFacts
from nastavnik_desktop.documents.order_tables import pairs_table
from nastavnik_desktop.documents.tree import (
    Block,
    Document,
    NumberedClauses,
    PageFoot,
    Paragraph,
    Role,
    Section,
    SignatureLine,
    Spacer,
    Table,
)

_NAME, _EXTRACT = "ПРИКАЗ", "ВЫПИСКА ИЗ ПРИКАЗА"
_LEFT_OUT = "…"
_SIZE_PT = 10.0


@dataclass(frozen=True)
class Certifier:
    """Who certifies the extract: post and «И. О. Фамилия»."""

    post: str
    name: str


def order_extract(
    order: Document,
    rows: tuple[AnnexFacts, ...],
    is_about_others: Callable[[str], bool],
    certifier: Certifier,
) -> Document:
    """The extract: clauses keep their numbers, those about other people give way to «…».

    ``rows`` are the annexes with the rows of the pair, as the order fixed them.
    """
    return replace(
        order,
        title=order.title.replace("Приказ", "Выписка из приказа", 1),
        blocks=(
            *_body(order, is_about_others),
            *_rows(order, rows),
            Spacer(14),
            Paragraph.of("Выписка верна", Role.PLAIN, keep_with_next=True),
            SignatureLine(certifier.post, certifier.name, space_before_pt=12),
            Paragraph.of("«____» ______________ 20____ г.", Role.PLAIN),
        ),
    )


def _body(order: Document, is_about_others: Callable[[str], bool]) -> Iterator[Block]:
    for block in order.blocks:
        if isinstance(block, Section):
            return
        if isinstance(block, NumberedClauses):
            yield from _clauses(block, is_about_others)
        elif isinstance(block, Paragraph) and block.role is Role.DOCUMENT_NAME:
            yield Paragraph.of(_EXTRACT, Role.DOCUMENT_NAME)
        elif isinstance(block, Table):
            if _is_letterhead(block):
                yield _renamed(block)
        elif not isinstance(block, PageFoot):
            yield block


def _clauses(block: NumberedClauses, is_about_others: Callable[[str], bool]) -> Iterator[Paragraph]:
    was_left_out = False
    for number, clause in numbered(block):
        if is_about_others(clause.text):
            if not was_left_out:
                yield Paragraph.of(_LEFT_OUT)
            was_left_out = True
            continue
        was_left_out = False
        yield Paragraph.of(f"{number} {clause.text}")


def _is_letterhead(table: Table) -> bool:
    """Requisites in the corner are a table with the name of the document; others are of pairs."""
    return any(cell.text == _NAME for row in table.rows for cell in row.cells)


def _renamed(table: Table) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, text=_EXTRACT) if cell.text == _NAME else cell for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _rows(order: Document, annexes: tuple[AnnexFacts, ...]) -> Iterator[Block]:
    for annex in annexes:
        which = f" № {annex.number}" if len(annexes) > 1 else ""
        title = f"Из приложения{which}: форма «{annex.form}»"
        yield Paragraph.of(title, Role.PLAIN, keep_with_next=True)
        table = pairs_table(annex, order.page.text_width_mm, _SIZE_PT)
        yield replace(table, size_pt=_SIZE_PT)
