"""What people entered by hand for a form, and the other figures that its rules are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, too_long
from nastavnik_desktop.domain.statistics.control_rules import Address

if TYPE_CHECKING:
    from nastavnik_desktop.domain.statistics.report import Cell

GREATEST = Decimal(10_000_000)
GivenKey = tuple[str, str, int]
"""A figure that the user enters: its name, the code of the row, the calendar year."""


@dataclass(frozen=True)
class Correction:
    """A figure put in place of the counted one, and why."""

    value: Decimal
    reason: str


@dataclass(frozen=True)
class Figures:
    """Cells of another report: of a former date, or of another form."""

    as_of: date
    cells: Mapping[Address, Cell]


@dataclass(frozen=True)
class Entered:
    """Everything beside the facts: figures given, corrections, reports to compare with."""

    given: Mapping[GivenKey, Decimal] = field(default_factory=dict)
    corrections: Mapping[Address, Correction] = field(default_factory=dict)
    last_year: Figures | None = None
    others: Mapping[str, Figures] = field(default_factory=dict)


@dataclass(frozen=True)
class FigureDraft:
    """A figure as its dialog edits it: the text typed, and the reason of a correction."""

    text: str = ""
    reason: str = ""
    needs_reason: bool = True


def figure_of(text: str) -> Decimal:
    """The number of a typed figure: «12», «37,5», «1 200»; at most two decimals.

    Raises RuleViolation for anything else.
    """
    plain = text.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation as error:
        raise RuleViolation(f"«{text.strip()}» – не число.", "text") from error
    if not value.is_finite() or not 0 <= value < GREATEST or value != round(value, 2):
        message = "Число – от нуля, не больше двух знаков после запятой."
        raise RuleViolation(message, "text")
    return value


def problems_in_figure(draft: FigureDraft) -> list[Problem]:
    """What keeps a typed figure from being saved; an empty text takes the figure away."""
    found = too_long("reason", draft.reason, LONGEST_LINE)
    if not draft.text.strip():
        return found
    try:
        figure_of(draft.text)
    except RuleViolation as error:
        found.append(Problem("text", error.message))
    if draft.needs_reason and not draft.reason.strip():
        found.append(Problem("reason", "Укажите, почему число исправлено: это останется в отчёте."))
    return found
