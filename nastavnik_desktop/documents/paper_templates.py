"""Papers whose texts the user edits: orders of every kind and consents, by one key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from nastavnik_desktop.documents.consent_templates import ConsentTemplate, shipped_consent
from nastavnik_desktop.documents.order_templates import PARTS, OrderTemplate, shipped_template
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.orders import OrderKind

TemplateKind = OrderKind | ConsentKind
Template = OrderTemplate | ConsentTemplate

ALL_KINDS: tuple[TemplateKind, ...] = (*OrderKind, *ConsentKind)
PART_TITLES = {
    "heading": "заголовок",
    "preamble": "преамбула",
    "clauses": "пункты",
    "grounds": "основание",
    "subtitle": "на что согласие",
    "paragraphs": "текст",
    "table": "строки таблицы",
    "closing": "текст после таблицы",
}
_CONSENT_PARTS = ("subtitle", "paragraphs")
_PUBLICATION_PARTS = (*_CONSENT_PARTS, "table", "closing")


def code_of(kind: TemplateKind) -> str:
    """How the base names the paper: as its file among the shipped texts is called."""
    folder = "orders" if isinstance(kind, OrderKind) else "consents"
    return f"{folder}/{kind.value}"


def title_of(kind: TemplateKind) -> str:
    """«приказ о закреплении пар (групп)», «согласие на публикацию на сайте»."""
    if kind is OrderKind.OTHER or isinstance(kind, ConsentKind):
        return kind.label
    return f"приказ {kind.label}"


def parts_of(kind: TemplateKind) -> tuple[str, ...]:
    """The parts that a paper of this kind has, as fields of its template, from the top down."""
    if isinstance(kind, OrderKind):
        return PARTS
    return _PUBLICATION_PARTS if kind is ConsentKind.PUBLICATION else _CONSENT_PARTS


def shipped(kind: TemplateKind) -> Template:
    """The texts that the program came with."""
    return shipped_template(kind.value) if isinstance(kind, OrderKind) else shipped_consent(kind)


def texts_of(template: Template) -> dict[str, str]:
    """The texts by the names of their parts."""
    return asdict(template)


def template_of(kind: TemplateKind, texts: Mapping[str, str]) -> Template:
    """The template of these texts; a part that is not among them is empty."""
    given = {part: texts.get(part, "") for part in parts_of(kind)}
    return OrderTemplate(**given) if isinstance(kind, OrderKind) else ConsentTemplate(**given)
