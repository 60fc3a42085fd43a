"""Orders as documents: layout of ГОСТ Р 7.0.97-2025, text from a template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nastavnik_desktop.documents.letterhead import annex_mark, letterhead
from nastavnik_desktop.documents.order_facts import AnnexFacts, PairsOrderFacts
from nastavnik_desktop.documents.order_tables import acquaintance_table, pairs_table
from nastavnik_desktop.documents.order_templates import OrderTemplate, OrderText, fill
from nastavnik_desktop.documents.page import PageNumbering, PagePreset, PageSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Document,
    NumberedClauses,
    PageFoot,
    Paragraph,
    Role,
    Run,
    Section,
    SignatureLine,
)
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.language.typography import tidy

_ORDERS = "ПРИКАЗЫВАЮ:"


def pairs_order(facts: PairsOrderFacts, template: OrderTemplate) -> Document:
    """The order that fixes pairs and groups, with an annex per form and an acquaintance sheet.

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
            *letterhead(facts.school, facts.mark),
            *_body(text),
            *_signature(facts),
            *_annexes(facts),
            *_acquaintance(facts, text),
        ),
    )


def _body(text: OrderText) -> Iterator[Block]:
    yield Paragraph.of(text.heading, Role.HEADING)
    yield Paragraph.of(f"{text.preamble.rstrip(' ,')},", keep_with_next=True)
    yield Paragraph(
        (Run(_ORDERS),), Role.PLAIN, Alignment.LEFT, keep_with_next=True, space_before_pt=8
    )
    yield NumberedClauses(text.clauses, keeps_last_with_next=True)
    if text.grounds:
        yield Paragraph((Run(text.grounds),), keep_with_next=True, space_before_pt=8)


def _signature(facts: PairsOrderFacts) -> Iterator[Block]:
    yield SignatureLine(tidy(facts.director_post), tidy(facts.director_name))
    if facts.executor:
        yield PageFoot(facts.executor)


def _annexes(facts: PairsOrderFacts) -> Iterator[Block]:
    page = _annex_page(facts.preset)
    for annex in facts.annexes:
        yield Section(page, _sheet_name(annex, len(facts.annexes)))
        yield annex_mark(facts.school, facts.mark, annex.number, len(facts.annexes))
        yield Paragraph.of(_annex_title(annex), Role.TITLE)
        yield pairs_table(annex, page.text_width_mm, facts.preset.text.table_size_pt)


def _annex_page(preset: PagePreset) -> PageSetup:
    own = preset.annex_numbering is PageNumbering.OWN
    return replace(preset.page.turned(), restarts_numbering=own)


def _annex_title(annex: AnnexFacts) -> str:
    return tidy(f"{annex.list_title}\nпо форме «{annex.form}»")


def _sheet_name(annex: AnnexFacts, total: int) -> str:
    return "Приложение" if total == 1 else f"Приложение {annex.number}"


def _acquaintance(facts: PairsOrderFacts, text: OrderText) -> Iterator[Block]:
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
