"""Facts of the order on pairs: everything is resolved, nothing is looked up any more."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead, OrderMark
from nastavnik_desktop.documents.page import DEFAULT_PRESET, PagePreset
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.full_name import Case

_ONE_PAIR = "наставническую пару"
_ONE_GROUP = "наставническую группу"


@dataclass(frozen=True)
class Participant:
    """Someone in the table of pairs: full name, and post, class, category, service as one text."""

    name: str
    about: str = ""


@dataclass(frozen=True)
class Member:
    """A mentee of a pairing with his own term."""

    person: Participant
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class PairingFacts:
    """A pair or a group as one entry of an annex."""

    mentor: Participant
    members: tuple[Member, ...]
    role_model: str = ""
    is_group: bool = False


@dataclass(frozen=True)
class AnnexFacts:
    """The list of one mentoring form, such as «педагог – педагог»."""

    form: str
    pairings: tuple[PairingFacts, ...]
    number: int = 1
    mentor_about_title: str = "Должность (класс), категория, стаж"
    mentee_about_title: str = "Должность (класс), стаж"

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
class Assignment:
    """An employee who is charged with mentoring (ст. 351.8 ТК РФ), and the employees entrusted."""

    mentor: PersonForms
    mentees: tuple[PersonForms, ...]

    def mentees_in(self, case: Case) -> str:
        """«Петрова Ивана Ильича, учителя физики, и Лёвиной Полины Андреевны, учителя химии»."""
        *others, last = [person.full(case) for person in self.mentees]
        return f"{'; '.join(others)}, и {last}" if others else last


@dataclass(frozen=True)
class Acquainted:
    """A line of the acquaintance sheet."""

    name: str
    post: str = ""


@dataclass(frozen=True)
class PairsOrderFacts:
    """Order «О закреплении наставнических пар (групп)».

    ``year`` is «2026/27»; ``regulation`` is the genitive that follows «на основании»;
    ``control`` is None when the director keeps the control; ``grounds`` are ready phrases;
    a ``heading`` that the user typed stands as it is in the place of the template's.
    """

    school: Letterhead
    mark: OrderMark
    year: str
    annexes: tuple[AnnexFacts, ...]
    director_post: str
    director_name: str
    coordinator: PersonForms | None = None
    control: PersonForms | None = None
    personnel: PersonForms | None = None
    regulation: str = ""
    has_consents: bool = True
    grounds: tuple[str, ...] = ()
    programs_due_on: date | None = None
    report_due_on: date | None = None
    executor: tuple[str, ...] = ()
    acquainted: tuple[Acquainted, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    heading: str = ""
    preset: PagePreset = field(default=DEFAULT_PRESET)

    def values(self) -> dict[str, object]:
        """The words that the template may use."""
        return {
            "year": self.year,
            "annexes": self.annexes,
            "assignments": self.assignments,
            "coordinator": self.coordinator,
            "control": self.control,
            "personnel": self.personnel,
            "regulation": self.regulation,
            "consents": self.has_consents,
            "grounds": self.grounds,
            "programs_due_on": self.programs_due_on,
            "report_due_on": self.report_due_on,
        }
