"""The unit of counting: somebody's part in a pairing, and what a grouping says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from nastavnik_desktop.domain.local_acts import ActKind
from nastavnik_desktop.domain.road_maps.monitoring import MonitoredItem
from nastavnik_desktop.domain.statistics.facts import PairingRecord, PersonRecord


class Counts(StrEnum):
    """What a figure counts, and of what the ids beside it speak."""

    PEOPLE = "people"
    PAIRINGS = "pairings"
    ORDERS = "orders"
    ACTS = "acts"
    ITEMS = "items"
    SCHOOLS = "schools"


@dataclass(frozen=True)
class Observation:
    """A record that may be counted.

    ``subject_id`` is that of a person, a pairing, an order, an act or an item of a road map.
    ``person`` is who takes part, works or learns; where pairings are counted, their mentor.
    ``reason`` says in Russian who or what it is. ``weight`` is what is added up where not records
    are counted but their amounts (ставки); None when the amount is not known. ``texts`` are
    words of the record that a form may print: «requisites», «link».
    """

    subject_id: int
    reason: str
    person: PersonRecord | None = None
    pairing: PairingRecord | None = None
    act_kind: ActKind | None = None
    item: MonitoredItem | None = None
    weight: Decimal | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


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


def of_person(rule: Callable[[PersonRecord, date], Verdict]) -> Judge:
    """A judge that looks at the person alone; what is about nobody does not belong."""

    def judge(observed: Observation, as_of: date) -> Verdict:
        return None if observed.person is None else rule(observed.person, as_of)

    return judge
