"""What an order says besides its requisites: a record for each kind (DOMAIN: order clauses A–F)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.orders.kinds import OrderKind, TableLayout


@dataclass(frozen=True)
class LayoutChoice:
    """The layout that the user chose for the annex of a form of mentoring."""

    form_code: str
    layout: TableLayout


@dataclass(frozen=True)
class WorkingGroupDetails:
    """Coordinator and working group; people are «должность Фамилия И. О.», terms are days."""

    coordinator: str = ""
    chair: str = ""
    members: tuple[str, ...] = ()
    site_keeper: str = ""
    regulation: str = ""
    bases_due_on: date | None = None
    pairs_due_on: date | None = None
    interim_on: date | None = None
    final_on: date | None = None
    site_due_on: date | None = None


@dataclass(frozen=True)
class PlanLine:
    """A line of the road map as its annex prints it."""

    event: str
    deadline: str = ""
    responsible: str = ""
    result: str = ""


@dataclass(frozen=True)
class PlanStage:
    """A stage of the road map with its lines."""

    title: str
    lines: tuple[PlanLine, ...] = ()


@dataclass(frozen=True)
class RoadMapDetails:
    """The road map that is approved; without stages it is attached by hand.

    ``title`` is the nominative that stands above the annex; ``reports_due_on`` are the days by
    which the coordinator reports on its progress. ``road_map_id`` is the kept road map that the
    order approves: its stages are then those that it has when the order is printed.
    """

    title: str = ""
    stages: tuple[PlanStage, ...] = ()
    reports_due_on: tuple[date, ...] = ()
    road_map_id: int | None = None


@dataclass(frozen=True)
class PairsDetails:
    """Layouts of annexes, who prepares the additional agreements, how mentors are paid.

    ``regulation`` is the genitive that follows «на основании»; ``pay`` a whole sentence.
    """

    layouts: tuple[LayoutChoice, ...] = ()
    regulation: str = ""
    personnel: str = ""
    pay: str = ""

    def layout_of(self, form_code: str) -> TableLayout:
        """The layout of a form's annex."""
        chosen = {choice.form_code: choice.layout for choice in self.layouts}
        return chosen.get(form_code, TableLayout.FULL)


@dataclass(frozen=True)
class TermChange:
    """A new last day of a pairing that stands in an order."""

    pairing_id: int
    ends_on: date


@dataclass(frozen=True)
class AmendmentDetails:
    """Changes of an earlier order; rows are told one by one or the whole annex is given anew."""

    reason: str = ""
    terms: tuple[TermChange, ...] = ()
    is_new_edition: bool = False


@dataclass(frozen=True)
class EndedPairing:
    """A pairing that ends before its time."""

    pairing_id: int
    ended_on: date
    reason: str = ""


@dataclass(frozen=True)
class TerminationDetails:
    """Which pairings end early, when and why."""

    ended: tuple[EndedPairing, ...] = ()


class Outcome(StrEnum):
    """What becomes of a pairing at the end of its programme."""

    COMPLETED = "completed"
    PROLONGED = "prolonged"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "завершена" if self is Outcome.COMPLETED else "продлена"


@dataclass(frozen=True)
class PairingOutcome:
    """The outcome of a pairing: the day on which it was completed, or to which it is prolonged."""

    pairing_id: int
    outcome: Outcome
    on: date


@dataclass(frozen=True)
class ResultsDetails:
    """Outcomes of the pairings; ``released_on`` is the day from which mentors are free."""

    outcomes: tuple[PairingOutcome, ...] = ()
    released_on: date | None = None
    approves_report: bool = True
    site_due_on: date | None = None


@dataclass(frozen=True)
class RewardDetails:
    """Who is thanked and who gets a certificate of honour, by ids; the occasion and the pay.

    ``occasion`` follows «За» («многолетнюю работу …»); ``pay`` is the document in the
    instrumental that follows «в соответствии с».
    """

    thanked: tuple[int, ...] = ()
    honoured: tuple[int, ...] = ()
    occasion: str = ""
    pay: str = ""


@dataclass(frozen=True)
class FreeDetails:
    """An order of the user's own words: preamble and clauses, in the language of templates."""

    preamble: str = ""
    clauses: str = ""


Details = (
    WorkingGroupDetails
    | RoadMapDetails
    | PairsDetails
    | AmendmentDetails
    | TerminationDetails
    | ResultsDetails
    | RewardDetails
    | FreeDetails
)
DETAILS_OF: dict[OrderKind, type[Details]] = {
    OrderKind.WORKING_GROUP: WorkingGroupDetails,
    OrderKind.ROAD_MAP: RoadMapDetails,
    OrderKind.PAIRS: PairsDetails,
    OrderKind.AMENDMENT: AmendmentDetails,
    OrderKind.TERMINATION: TerminationDetails,
    OrderKind.RESULTS: ResultsDetails,
    OrderKind.REWARD: RewardDetails,
    OrderKind.OTHER: FreeDetails,
}
