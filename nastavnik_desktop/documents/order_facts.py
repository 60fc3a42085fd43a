"""Facts of orders: everything is resolved, nothing is looked up any more.

``OrderFacts`` is common to all kinds; a kind adds the words that its template may use, and the
name of a field is the word itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead, OrderMark
from nastavnik_desktop.documents.page import DEFAULT_PRESET, PagePreset
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.orders import PlanStage, TableLayout

_ONE_PAIR = "наставническую пару"
_ONE_GROUP = "наставническую группу"
_NO_WORDS = {
    "school", "mark", "preset", "executor", "acquainted", "heading", "director_post",
    "director_name", "inserted",
}  # fmt: skip
"""Fields of the layout, which templates do not name."""


@dataclass(frozen=True)
class Participant:
    """Someone in the table of pairs: full name, and post, class, category, service as one text."""

    name: str
    about: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Member:
    """A mentee of a pairing with his own term."""

    person: Participant
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class PairingFacts:
    """A pair or a group as one entry of an annex; without a number of its own it is counted."""

    mentor: Participant
    members: tuple[Member, ...]
    role_model: str = ""
    is_group: bool = False
    number: int | None = None
    topic: str = ""
    consents: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class AnnexFacts:
    """The list of one mentoring form, such as «педагог – педагог».

    With the layout LIST it stands in the text of the order and makes no annex of its own.
    """

    form: str
    pairings: tuple[PairingFacts, ...]
    number: int = 1
    mentor_about_title: str = "Должность (класс), категория, стаж"
    mentee_about_title: str = "Должность (класс), стаж"
    layout: TableLayout = TableLayout.FULL
    title: str = ""

    @property
    def is_in_text(self) -> bool:
        """Whether the pairs stand in the text of the order."""
        return self.layout is TableLayout.LIST

    @property
    def starts_on(self) -> date:
        """The first day of the earliest member."""
        return min(member.starts_on for pairing in self.pairings for member in pairing.members)

    @property
    def ends_on(self) -> date:
        """The last day of the latest member."""
        return max(member.ends_on for pairing in self.pairings for member in pairing.members)

    @property
    def what_is_fixed(self) -> str:
        """«наставнические пары и группы» in the accusative, as the entries are."""
        groups = sum(pairing.is_group for pairing in self.pairings)
        pairs = len(self.pairings) - groups
        if groups and pairs:
            return "наставнические пары и группы"
        if groups:
            return _ONE_GROUP if groups == 1 else "наставнические группы"
        return _ONE_PAIR if pairs == 1 else "наставнические пары"

    @property
    def list_title(self) -> str:
        """«Список наставнических пар и групп», as the entries are."""
        words = {
            "наставнические пары и группы": "Список наставнических пар и групп",
            "наставнические группы": "Список наставнических групп",
            _ONE_GROUP: "Состав наставнической группы",
            _ONE_PAIR: "Состав наставнической пары",
        }
        return words.get(self.what_is_fixed, "Список наставнических пар")


@dataclass(frozen=True)
class PlanAnnex:
    """The road map that an order approves; without stages it is attached by hand."""

    title: str
    stages: tuple[PlanStage, ...] = ()
    number: int = 1


@dataclass(frozen=True)
class OutcomeLine:
    """A pair or group with what became of it."""

    mentor: Participant
    mentees: tuple[Participant, ...]
    term: str
    outcome: str


@dataclass(frozen=True)
class OutcomesAnnex:
    """The list of finished programmes of an order on results."""

    title: str
    lines: tuple[OutcomeLine, ...]
    number: int = 1


Annex = AnnexFacts | PlanAnnex | OutcomesAnnex


@dataclass(frozen=True)
class Assignment:
    """A mentor (an employee by ст. 351.8 ТК РФ) and those entrusted, with dates where told."""

    mentor: PersonForms
    mentees: tuple[PersonForms, ...]
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    reason: str = ""

    def mentees_in(self, case: Case) -> str:
        """«Петрова Ивана Ильича, учителя физики, и Лёвиной Полины Андреевны, учителя химии»."""
        *others, last = [person.full(case) for person in self.mentees]
        return f"{'; '.join(others)}, и {last}" if others else last


@dataclass(frozen=True)
class Acquainted:
    """A line of the acquaintance sheet; ``person_id`` is the card in the base, if there is one."""

    name: str
    post: str = ""
    person_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class OrderFacts:
    """What an order of any kind needs.

    ``year`` is «2026/27»; ``regulation`` is the genitive that follows «на основании»;
    ``control`` is None when the director keeps the control; ``grounds`` are ready phrases;
    a ``heading`` that the user typed stands as it is in the place of the template's;
    ``inserted`` are tables between clauses, which a line «[таблица 1]» puts into the text.
    """

    school: Letterhead
    mark: OrderMark
    year: str
    director_post: str
    director_name: str
    annexes: tuple[Annex, ...] = ()
    coordinator: PersonForms | None = None
    control: PersonForms | None = None
    regulation: str = ""
    grounds: tuple[str, ...] = ()
    executor: tuple[str, ...] = ()
    acquainted: tuple[Acquainted, ...] = ()
    heading: str = ""
    inserted: tuple[AnnexFacts, ...] = ()
    preset: PagePreset = field(default=DEFAULT_PRESET)

    def values(self) -> dict[str, object]:
        """The words that the template may use."""
        words = {
            item.name: getattr(self, item.name)
            for item in fields(self)
            if item.name not in _NO_WORDS
        }
        return {**words, "annexes_count": len(self.printed_annexes)}

    @property
    def printed_annexes(self) -> tuple[Annex, ...]:
        """Annexes that follow the text on pages of their own."""
        return tuple(
            annex
            for annex in self.annexes
            if not (isinstance(annex, AnnexFacts) and annex.is_in_text)
        )


@dataclass(frozen=True, kw_only=True)
class PairsOrderFacts(OrderFacts):
    """Order «О закреплении наставнических пар (групп)»; ``pay`` is a whole sentence."""

    personnel: PersonForms | None = None
    has_consents: bool = True
    programs_due_on: date | None = None
    report_due_on: date | None = None
    assignments: tuple[Assignment, ...] = ()
    pay: str = ""

    def values(self) -> dict[str, object]:
        """The words that the template may use; ``consents`` tells whether there are any."""
        return {**super().values(), "consents": self.has_consents}


@dataclass(frozen=True, kw_only=True)
class WorkingGroupFacts(OrderFacts):
    """Order «Об организации наставничества»: coordinator, working group, their terms."""

    chair: PersonForms | None = None
    members: tuple[PersonForms, ...] = ()
    site_keeper: PersonForms | None = None
    bases_due_on: date | None = None
    pairs_due_on: date | None = None
    interim_on: date | None = None
    final_on: date | None = None
    site_due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RoadMapFacts(OrderFacts):
    """Order «Об утверждении дорожной карты»; ``title`` names it, beginning with a small letter."""

    title: str = ""
    reports_due_on: tuple[date, ...] = ()


@dataclass(frozen=True)
class RowsChange:
    """Rows of an annex that an amendment changes in one way.

    ``rows`` is «строку 3» or «строки 3, 5» in the accusative, ``table`` the mark of the table
    with the new rows, empty for rows that are excluded. Pairs listed in the text of an order
    stand in no annex: their ``annex_number`` is 0.
    """

    action: str
    rows: str
    annex_number: int
    annexes_total: int
    table: str = ""

    @property
    def annex(self) -> str:
        """«приложения № 1», or «приложения» when the order has only one."""
        if not self.annex_number:
            return "перечня наставнических пар"
        return f"приложения № {self.annex_number}" if self.annexes_total > 1 else "приложения"

    @property
    def annex_itself(self) -> str:
        """«приложение № 1», or «приложение» when the order has only one."""
        if not self.annex_number:
            return "перечень наставнических пар"
        return f"приложение № {self.annex_number}" if self.annexes_total > 1 else "приложение"


@dataclass(frozen=True, kw_only=True)
class AmendmentFacts(OrderFacts):
    """Order «О внесении изменений в приказ»; ``target`` is «от 08.09.2026 № 130-од».

    ``editions`` are annexes that are given anew as a whole, in the genitive of their marks.
    """

    target: str = ""
    reason: str = ""
    ended: tuple[Assignment, ...] = ()
    started: tuple[Assignment, ...] = ()
    prolonged: tuple[Assignment, ...] = ()
    changes: tuple[RowsChange, ...] = ()
    editions: tuple[RowsChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TerminationFacts(OrderFacts):
    """Order «О досрочном прекращении наставничества»."""

    target: str = ""
    ended: tuple[Assignment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ResultsFacts(OrderFacts):
    """Order «Об итогах реализации программ наставничества»."""

    completed: tuple[Assignment, ...] = ()
    prolonged: tuple[Assignment, ...] = ()
    released: tuple[PersonForms, ...] = ()
    released_on: date | None = None
    approves_report: bool = True
    site_due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RewardFacts(OrderFacts):
    """Order «О поощрении наставников»; ``occasion`` follows «за»."""

    thanked: tuple[PersonForms, ...] = ()
    honoured: tuple[PersonForms, ...] = ()
    occasion: str = ""
    pay: str = ""
