"""Templates of orders: the texts shipped with the program; the user's own replace them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nastavnik_desktop.documents.templating import render_text
from nastavnik_desktop.documents.tree import Clause

PARTS = ("heading", "preamble", "clauses", "grounds")
_TABLE = re.compile(r"\[таблица[ \u00a0](\d{1,3})\]")
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates" / "orders"


@dataclass(frozen=True)
class OrderTemplate:
    """Four texts of an order in the language of ``templating``.

    Every line of ``clauses`` is an item; a line that begins with «- » is a sub-item of the one
    above; a line that renders empty is left out; «[таблица 1]» puts in a table that the kind of
    order offers. Numbers are set by the program.
    """

    heading: str
    preamble: str
    clauses: str
    grounds: str


@dataclass(frozen=True)
class TableSlot:
    """The place of a table between clauses, counted from 1."""

    number: int


@dataclass(frozen=True)
class OrderText:
    """A template filled with facts."""

    heading: str
    preamble: str
    clauses: tuple[Clause | TableSlot, ...]
    grounds: str


def shipped_template(code: str) -> OrderTemplate:
    """The original template of a kind of order («pairs»), to which the user's own can be reset."""
    stored = json.loads((_FOLDER / f"{code}.json").read_text(encoding="utf-8"))
    return OrderTemplate(
        heading=stored["heading"],
        preamble=stored["preamble"],
        clauses="\n".join(stored["clauses"]),
        grounds=stored["grounds"],
    )


def fill(template: OrderTemplate, values: Mapping[str, object]) -> OrderText:
    """The text of an order.

    Raises RuleViolation whose field is the part of the template («clauses») that fails.
    """
    return OrderText(
        heading=_one_line(render_text(template.heading, values, "heading")),
        preamble=_one_line(render_text(template.preamble, values, "preamble")),
        clauses=tuple(_clauses(render_text(template.clauses, values, "clauses"))),
        grounds=_one_line(render_text(template.grounds, values, "grounds")),
    )


def _clauses(text: str) -> Iterator[Clause | TableSlot]:
    for line in text.splitlines():
        stripped = line.strip()
        if slot := _TABLE.fullmatch(stripped):
            yield TableSlot(int(slot[1]))
        elif stripped.startswith(("-", "–")):
            yield Clause(stripped[1:].strip(), level=2)
        elif stripped:
            yield Clause(stripped)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
