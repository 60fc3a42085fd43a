"""Annexes of orders: title and table of pairs, of a road map, of finished programmes."""

from __future__ import annotations

from collections.abc import Iterator

from nastavnik_desktop.documents.order_facts import (
    Annex,
    AnnexFacts,
    OutcomeLine,
    OutcomesAnnex,
    PlanAnnex,
)
from nastavnik_desktop.documents.order_tables import header_cell, pairs_table
from nastavnik_desktop.documents.tree import Alignment, Block, Cell, Paragraph, Role, Row, Table
from nastavnik_desktop.documents.widths import with_whole_words
from nastavnik_desktop.domain.orders import PlanLine
from nastavnik_desktop.language.typography import tidy


def annex_content(annex: Annex, width_mm: float, size_pt: float) -> Iterator[Block]:
    """The title of an annex and its table; an annex attached by hand has its title only."""
    yield Paragraph.of(_title(annex), Role.TITLE)
    if isinstance(annex, AnnexFacts):
        yield pairs_table(annex, width_mm, size_pt)
    elif isinstance(annex, OutcomesAnnex):
        yield with_whole_words(_outcomes_table(annex), width_mm, size_pt)
    elif annex.stages:
        yield with_whole_words(_plan_table(annex), width_mm, size_pt)


def _title(annex: Annex) -> str:
    if isinstance(annex, AnnexFacts):
        return annex.title or tidy(f"{annex.list_title}\nпо форме «{annex.form}»")
    return tidy(annex.title)


def _header(*titles: str) -> Row:
    return Row(tuple(header_cell(title) for title in titles))


def _outcomes_table(annex: OutcomesAnnex) -> Table:
    return Table(
        widths_mm=(11, 70, 80, 40, 46),
        rows=(
            _header("№\nп/п", "Наставник", "Наставляемый", "Срок реализации", "Итог"),
            *(_outcome_row(number, line) for number, line in enumerate(annex.lines, start=1)),
        ),
        header_rows=1,
    )


def _outcome_row(number: int, line: OutcomeLine) -> Row:
    mentees = (", ".join(filter(None, (one.name, one.about))) for one in line.mentees)
    mentor = ", ".join(filter(None, (line.mentor.name, line.mentor.about)))
    return Row(
        (
            Cell(f"{number}.", Alignment.CENTER),
            Cell(tidy(mentor)),
            Cell("\n".join(tidy(one) for one in mentees)),
            Cell(line.term, Alignment.CENTER),
            Cell(tidy(line.outcome)),
        )
    )


def _plan_table(annex: PlanAnnex) -> Table:
    """Stages as rows over the whole width, lines numbered through."""
    rows = [_header("№\nп/п", "Мероприятие", "Срок", "Ответственный", "Результат")]
    number = 0
    for stage in annex.stages:
        if stage.title:
            rows.append(Row((Cell(tidy(stage.title), Alignment.CENTER, bold=True, colspan=5),)))
        for line in stage.lines:
            number += 1
            rows.append(_plan_row(number, line))
    return Table(widths_mm=(11, 96, 40, 50, 50), rows=tuple(rows), header_rows=1)


def _plan_row(number: int, line: PlanLine) -> Row:
    texts = (line.event, line.deadline, line.responsible, line.result)
    return Row((Cell(f"{number}.", Alignment.CENTER), *(Cell(tidy(text)) for text in texts)))
