"""Orders as documents: layout of ГОСТ Р 7.0.97-2025, text from a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nastavnik_desktop.documents.letterhead import annex_mark, letterhead
from nastavnik_desktop.documents.order_annexes import annex_content
from nastavnik_desktop.documents.order_facts import Annex, OrderFacts
from nastavnik_desktop.documents.order_tables import acquaintance_table, pairs_table
from nastavnik_desktop.documents.order_templates import (
    OrderTemplate,
    OrderText,
    TableSlot,
    fill,
)
from nastavnik_desktop.documents.page import PageNumbering, PagePreset, PageSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Clause,
    Document,
    NumberedClauses,
    PageFoot,
    Paragraph,
    Role,
    Run,
    Section,
    SignatureLine,
    Spacer,
)
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.language.typography import tidy

_ORDERS = "ПРИКАЗЫВАЮ:"
_GAP_PT = 6.0
_INSERTED_SIZE_PT = 10.0


def order_document(facts: OrderFacts, template: OrderTemplate) -> Document:
    """An order of any kind: its text, its annexes on pages of their own, acquaintance sheet.

    Raises RuleViolation (field: part of the template) when the template cannot be filled.
    """
    text = fill(template, facts.values())
    if facts.heading:
        text = replace(text, heading=tidy(facts.heading))
    return Document(
        title=f"Приказ {facts.mark.reference} «{text.heading}»".replace(NBSP, " "),
        author=facts.school.short_name or facts.school.full_name,
        page=facts.preset.page,
        text=facts.preset.text,
        sheet_name="Приказ",
        blocks=(
            *letterhead(facts.school, facts.mark, preset=facts.preset),
            *_body(text, facts),
            *_signature(facts),
            *_annexes(facts),
            *_acquaintance(facts, text),
        ),
    )


def _body(text: OrderText, facts: OrderFacts) -> Iterator[Block]:
    yield Paragraph.of(text.heading, Role.HEADING)
    if text.preamble:
        yield Paragraph.of(_led_to_the_verb(text.preamble), keep_with_next=True)
    yield Paragraph(
        (Run(_ORDERS),), Role.PLAIN, Alignment.LEFT, keep_with_next=True, space_before_pt=8
    )
    yield from _clauses(text.clauses, facts)
    if text.grounds:
        yield Paragraph((Run(text.grounds),), keep_with_next=True, space_before_pt=8)


def _led_to_the_verb(preamble: str) -> str:
    """The preamble as it stands before «ПРИКАЗЫВАЮ».

    A comma closes the last of several turns («в целях …, на основании …, ПРИКАЗЫВАЮ»); a single
    turn («в связи с увольнением наставника ПРИКАЗЫВАЮ») takes none unless the user wrote it.
    """
    said = preamble.rstrip(" ,")
    return f"{said}," if "," in preamble else said


def _clauses(parts: Sequence[Clause | TableSlot], facts: OrderFacts) -> Iterator[Block]:
    """Clauses with tables between them; the numbers go on behind a table."""
    waiting: list[Clause] = []
    done = 0
    for part in parts:
        if isinstance(part, Clause):
            waiting.append(part)
            continue
        if waiting:
            yield NumberedClauses(tuple(waiting), keeps_last_with_next=True, starts_at=done + 1)
        done += sum(clause.level == 1 for clause in waiting)
        waiting = []
        yield from _inserted(part, facts)
    if waiting:
        yield NumberedClauses(tuple(waiting), keeps_last_with_next=True, starts_at=done + 1)


def _inserted(slot: TableSlot, facts: OrderFacts) -> Iterator[Block]:
    if not 1 <= slot.number <= len(facts.inserted):
        message = f"В тексте названа таблица {slot.number}, а в приказе такой нет."
        raise RuleViolation(message, "clauses")
    annex = facts.inserted[slot.number - 1]
    table = pairs_table(annex, facts.preset.page.text_width_mm, _INSERTED_SIZE_PT)
    yield Spacer(_GAP_PT)
    yield replace(table, size_pt=_INSERTED_SIZE_PT)
    yield Spacer(_GAP_PT)


def _signature(facts: OrderFacts) -> Iterator[Block]:
    yield SignatureLine(tidy(facts.director_post), tidy(facts.director_name))
    if facts.executor and facts.preset.shows_executor:
        yield PageFoot(facts.executor)


def _annexes(facts: OrderFacts) -> Iterator[Block]:
    page = _annex_page(facts.preset)
    annexes = facts.printed_annexes
    for annex in annexes:
        yield Section(page, _sheet_name(annex, len(annexes)))
        yield annex_mark(facts.school, facts.mark, annex.number, len(annexes))
        yield from annex_content(annex, page.text_width_mm, facts.preset.text.table_size_pt)


def _annex_page(preset: PagePreset) -> PageSetup:
    own = preset.annex_numbering is PageNumbering.OWN
    return replace(preset.page.turned(), restarts_numbering=own)


def _sheet_name(annex: Annex, total: int) -> str:
    return "Приложение" if total == 1 else f"Приложение {annex.number}"


def _acquaintance(facts: OrderFacts, text: OrderText) -> Iterator[Block]:
    if not facts.acquainted:
        return
    page = replace(facts.preset.page, restarts_numbering=True)
    yield Section(page, "Ознакомление")
    yield Paragraph.of("Лист ознакомления", Role.TITLE)
    yield Paragraph.of(
        f"с приказом {tidy(facts.school.short_name)} {facts.mark.reference}\n«{text.heading}»",
        Role.SUBTITLE,
    )
    yield Paragraph.of("С приказом ознакомлены:", Role.PLAIN, keep_with_next=True)
    yield acquaintance_table(facts.acquainted)
