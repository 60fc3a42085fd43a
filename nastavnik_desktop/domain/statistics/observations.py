"""The unit of counting: somebody's part in a pairing, and what a grouping says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.statistics.facts import PairingRecord, PersonRecord


class Counts(StrEnum):
    """What a figure counts, and of what the ids beside it speak."""

    PEOPLE = "people"
    PAIRINGS = "pairings"


@dataclass(frozen=True)
class Observation:
    """A record that may be counted: ``subject_id`` is a person or a pairing.

    ``person`` is who takes part; where pairings are counted, their mentor. ``reason`` says in
    Russian who or what it is.
    """

    subject_id: int
    pairing: PairingRecord
    person: PersonRecord
    reason: str


@dataclass(frozen=True)
class Included:
    """The observation belongs to the group; ``reason`` adds the fact that decided."""

    reason: str = ""


@dataclass(frozen=True)
class Unknown:
    """Whether it belongs cannot be told: ``missing`` names what the card lacks."""

    missing: str


Verdict = Included | Unknown | None
"""None: the observation does not belong to the group."""

Judge = Callable[[Observation, date], Verdict]


@dataclass(frozen=True)
class Group:
    """A part of what an indicator counts; ``definition`` continues the indicator's own."""

    definition: str
    judge: Judge
