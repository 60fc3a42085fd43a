"""What one page may ask another to begin: keys for ``Shell.open_page`` besides a record's id."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nastavnik_desktop.domain.orders import OrderKind

LIST_SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".docx")
"""Files in which a list of people may stand."""

ROAD_MAP_SUFFIXES = (".docx", ".xlsx", ".ods", ".csv", ".odt", ".pdf")
"""Files in which a road map may stand."""


@dataclass(frozen=True)
class NewPairing:
    """Open the dialog of a new pair, its mentees or its mentor already chosen."""

    mentee_ids: tuple[int, ...] = ()
    mentor_id: int | None = None


@dataclass(frozen=True)
class MatchMentees:
    """Find mentors for these mentees."""

    mentee_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class NewOrder:
    """Open the dialog of a new order; without pairings all that are ready are proposed.

    An amendment and a termination are about the order ``target_id``.
    """

    pairing_ids: tuple[int, ...] = ()
    kind: OrderKind = OrderKind.PAIRS
    target_id: int | None = None


@dataclass(frozen=True)
class OpenPaper:
    """Show the printed form of an order in the preview."""

    order_id: int


@dataclass(frozen=True)
class ShowPeople:
    """Show the people of one chip of the list, such as ``staff`` or ``early_career``."""

    chip: str


@dataclass(frozen=True)
class ImportList:
    """Load a list of people; without a file its chooser opens first."""

    path: Path | None = None


@dataclass(frozen=True)
class ImportRoadMap:
    """Load a road map from a file."""

    path: Path


@dataclass(frozen=True)
class ShowRoadMapItems:
    """Show exactly these items of road maps; without ids the road map of the year."""

    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class StartNewYear:
    """Open the preview of the new school year."""


@dataclass(frozen=True)
class RecordConsents:
    """Open the dialog that enters the consents of these people."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True)
class RecordAgreements:
    """Enter the agreement of the mentor of the first of these pairings, the others selected."""

    pairing_ids: tuple[int, ...]


@dataclass(frozen=True)
class TakePackages:
    """Choose packages of schools and take them."""


@dataclass(frozen=True)
class ListSchools:
    """Paste the list of a municipality's schools."""


@dataclass(frozen=True)
class PickRecords:
    """Select several records of a list."""

    ids: tuple[int, ...]
