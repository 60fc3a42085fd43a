"""Pairs and groups: forms, drafts, rows, the state derived from facts, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind, PersonRow
from nastavnik_desktop.domain.problems import (
    LONGEST_LINE,
    LONGEST_TEXT,
    Level,
    Problem,
    too_long,
)
from nastavnik_desktop.domain.school_year import SchoolYear

MENTORING_AT_WORK_SINCE = date(2025, 3, 1)
"""Ст. 351.8 ТК РФ (ФЗ от 09.11.2024 № 381-ФЗ) is in force from this day."""


class PairingKind(StrEnum):
    """One to one, or one mentor with several mentees."""

    PAIR = "pair"
    GROUP = "group"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "пара" if self is PairingKind.PAIR else "группа"


class MentoringModel(StrEnum):
    """The two federal models that exist side by side: Р-145 and АЗ-1128/08."""

    PUPILS = "pupils"
    TEACHERS = "teachers"


class EndKind(StrEnum):
    """How a pairing ended."""

    COMPLETED = "completed"
    EARLY = "early"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "завершена" if self is EndKind.COMPLETED else "прекращена досрочно"


class PairingState(StrEnum):
    """The state of a pairing on a day, derived from its dates, consents and orders."""

    NO_CONSENT = "no_consent"
    READY = "ready"
    ORDERED = "ordered"
    ACTIVE = "active"
    OVERDUE = "overdue"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    PairingState.NO_CONSENT: "нет согласия",
    PairingState.READY: "готова к приказу",
    PairingState.ORDERED: "в приказе",
    PairingState.ACTIVE: "действует",
    PairingState.OVERDUE: "срок истёк",
    PairingState.COMPLETED: "завершена",
    PairingState.ENDED_EARLY: "прекращена",
}


@dataclass(frozen=True)
class MentoringForm:
    """A form of mentoring with its role models; ``code`` is stable, the title is the user's."""

    code: str
    title: str
    model: MentoringModel
    role_models: tuple[str, ...] = ()


@dataclass(frozen=True)
class MemberDraft:
    """A mentee of a pairing; own dates where they differ from the pairing's."""

    person_id: int
    joined_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True)
class PairingDraft:
    """A pair or group as a form edits it."""

    year: SchoolYear
    form_code: str = ""
    role_model: str = ""
    modes: tuple[str, ...] = ()
    mentor_id: int | None = None
    members: tuple[MemberDraft, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    topic: str = ""
    note: str = ""
    pairing_id: int | None = None
    kind: PairingKind = PairingKind.PAIR


@dataclass(frozen=True)
class Participant:
    """A person inside a pairing, with what lists and checks need of them."""

    person_id: int
    name: FullName
    kind: PersonKind
    occupation: str
    is_minor: bool = False
    consented_on: date | None = None
    is_consent_by_representative: bool = False
    is_archived: bool = False


@dataclass(frozen=True)
class OrderLink:
    """The order in which a pairing stands."""

    order_id: int
    number: str
    order_date: date
    is_issued: bool


@dataclass(frozen=True)
class PairingRow:
    """A pair or group as lists, the details pane and the order check see it."""

    pairing_id: int
    kind: PairingKind
    year: SchoolYear
    form: MentoringForm
    role_model: str
    modes: tuple[str, ...]
    mentor: Participant
    mentees: tuple[Participant, ...]
    starts_on: date
    ends_on: date
    ended_on: date | None
    end_kind: EndKind | None
    end_reason: str
    topic: str
    note: str
    order: OrderLink | None

    @property
    def title(self) -> str:
        """«Иванова А. П. → Петров И. И.»."""
        first = self.mentees[0].name.short if self.mentees else "без наставляемых"
        more = f" +\u00a0{len(self.mentees) - 1}" if len(self.mentees) > 1 else ""
        return f"{self.mentor.name.short} → {first}{more}"

    @property
    def term(self) -> str:
        """«08.09.2026 – 29.05.2027»."""
        return f"{short_date(self.starts_on)}\u00a0– {short_date(self.ended_on or self.ends_on)}"

    @property
    def participants(self) -> tuple[Participant, ...]:
        """The mentor and all mentees."""
        return (self.mentor, *self.mentees)

    @property
    def is_between_employees(self) -> bool:
        """Whether ст. 351.8 ТК applies: an employee mentors an employee."""
        return self.mentor.kind is PersonKind.STAFF and any(
            mentee.kind is PersonKind.STAFF for mentee in self.mentees
        )

    def state_on(self, today: date) -> PairingState:
        """The state on a day."""
        if self.ended_on is not None and self.ended_on <= today:
            early = self.end_kind is EndKind.EARLY
            return PairingState.ENDED_EARLY if early else PairingState.COMPLETED
        if self.order is not None and self.order.is_issued:
            if self.ends_on < today:
                return PairingState.OVERDUE
            return PairingState.ACTIVE if self.starts_on <= today else PairingState.ORDERED
        return PairingState.NO_CONSENT if self.blockers(today) else PairingState.READY

    def blockers(self, on: date) -> list[str]:
        """What keeps the pairing out of an order of that day, in Russian sentences.

        An employee who mentors an employee needs a written consent (ст. 351.8 ТК РФ, from
        01.03.2025); a minor needs the consent of a representative (ст. 34 ч. 4 273-ФЗ).
        """
        found = [
            blocker for person in self.participants for blocker in self._of_consent(person, on)
        ]
        found += [f"{p.name.short} в архиве" for p in self.participants if p.is_archived]
        return found

    def without_consent(self, on: date) -> list[Participant]:
        """Whose consent is still needed for an order of that day."""
        return [person for person in self.participants if self._of_consent(person, on)]

    def _of_consent(self, person: Participant, on: date) -> list[str]:
        if person.is_minor:
            return _representative_blocker(person, on)
        is_asked = self.is_between_employees and on >= MENTORING_AT_WORK_SINCE
        if person is self.mentor and is_asked:
            return _consent_blocker(person, on, "письменного согласия наставника")
        return []


def _consent_blocker(person: Participant, on: date, what: str) -> list[str]:
    if person.consented_on is None:
        return [f"нет {what}: {person.name.short}"]
    if person.consented_on > on:
        return [
            f"согласие позже даты приказа ({short_date(person.consented_on)}): {person.name.short}"
        ]
    return []


def _representative_blocker(person: Participant, on: date) -> list[str]:
    if person.consented_on is not None and not person.is_consent_by_representative:
        return [f"согласие подписал не представитель: {person.name.short}"]
    return _consent_blocker(person, on, "согласия законного представителя")


@dataclass(frozen=True)
class PairingFacts:
    """What the rules need besides the draft: names, loads and the limit of the school."""

    names: dict[int, str]
    mentor_load: int = 0
    mentee_limit: int = 3
    mentor_capacity: int | None = None


@dataclass(frozen=True)
class PairingOffer:
    """A draft with all that its form offers and its check needs, read once.

    ``loads`` counts the mentees that a mentor has besides this pairing, ``capacities`` are
    mentors' own limits; people are in the order of their names.
    """

    draft: PairingDraft
    people: tuple[PersonRow, ...]
    forms: tuple[MentoringForm, ...]
    modes: tuple[str, ...]
    mentee_limit: int
    loads: Mapping[int, int] = field(default_factory=dict)
    capacities: Mapping[int, int] = field(default_factory=dict)

    def free_places(self, person_id: int) -> int:
        """How many mentees more a mentor may take; below zero when there are too many."""
        limit = self.capacities.get(person_id, self.mentee_limit)
        return limit - self.loads.get(person_id, 0)

    def facts(self, draft: PairingDraft) -> PairingFacts:
        """What the check of a draft needs."""
        mentor_id = draft.mentor_id or 0
        return PairingFacts(
            names={row.person_id: row.name.short for row in self.people},
            mentor_load=self.loads.get(mentor_id, 0),
            mentee_limit=self.mentee_limit,
            mentor_capacity=self.capacities.get(mentor_id),
        )


@dataclass(frozen=True)
class PairingEnd:
    """The actual end of one or several pairings as a form edits it."""

    ended_on: date | None
    kind: EndKind = EndKind.COMPLETED
    reason: str = ""


def problems_in_end(end: PairingEnd, rows: tuple[PairingRow, ...]) -> list[Problem]:
    """What keeps an end from being written down for these pairings."""
    if end.ended_on is None:
        return [Problem("ended_on", "Укажите дату окончания.")]
    found = [
        Problem("ended_on", f"{row.title}: начало {short_date(row.starts_on)}, а конец раньше.")
        for row in rows
        if end.ended_on < row.starts_on
    ]
    if end.kind is EndKind.EARLY and not end.reason.strip():
        found.append(Problem("reason", "Назовите причину: она нужна для приказа о прекращении."))
    return [*found, *too_long("reason", end.reason, LONGEST_LINE)]


def problems_in(draft: PairingDraft, facts: PairingFacts) -> list[Problem]:
    """Errors that stop the draft and warnings worth a look."""
    return [
        *_people_problems(draft),
        *_date_problems(draft),
        *_load_problems(draft, facts),
        *too_long("role_model", draft.role_model, 300),
        *too_long("topic", draft.topic, LONGEST_LINE),
        *too_long("note", draft.note, LONGEST_TEXT),
    ]


def _people_problems(draft: PairingDraft) -> list[Problem]:
    found = []
    ids = [member.person_id for member in draft.members]
    if not draft.form_code:
        found.append(Problem("form_code", "Выберите форму наставничества."))
    if draft.mentor_id is None:
        found.append(Problem("mentor_id", "Выберите наставника."))
    if not ids:
        found.append(Problem("members", "Добавьте хотя бы одного наставляемого."))
    if draft.mentor_id is not None and draft.mentor_id in ids:
        found.append(Problem("members", "Человек не может быть наставником самому себе."))
    if len(set(ids)) != len(ids):
        found.append(Problem("members", "Один наставляемый указан дважды."))
    if draft.kind is PairingKind.PAIR and len(ids) > 1:
        found.append(Problem("members", "В паре один наставляемый: выберите «группа»."))
    return found


def _date_problems(draft: PairingDraft) -> list[Problem]:
    found = []
    for name, day, what in (
        ("starts_on", draft.starts_on, "Начало"),
        ("ends_on", draft.ends_on, "Окончание"),
    ):
        if day is None:
            found.append(Problem(name, f"{what}: укажите дату."))
        elif day not in draft.year:
            found.append(
                Problem(name, f"{what} {short_date(day)} – вне {draft.year} учебного года.")
            )
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        found.append(Problem("ends_on", "Окончание раньше начала."))
    return found


def _load_problems(draft: PairingDraft, facts: PairingFacts) -> list[Problem]:
    limit = facts.mentor_capacity if facts.mentor_capacity is not None else facts.mentee_limit
    load = facts.mentor_load + len(draft.members)
    if draft.mentor_id is None or load <= limit:
        return []
    name = facts.names.get(draft.mentor_id, "наставника")
    message = f"Наставляемых у наставника ({name}) станет {load}, а предел – {limit}."
    return [Problem("mentor_id", message, Level.WARNING)]


def mentored_ids(rows: Iterable[PairingRow], on: date) -> set[int]:
    """Mentees of the pairs and groups that are not finished on a day."""
    finished = {PairingState.COMPLETED, PairingState.ENDED_EARLY}
    return {
        mentee.person_id
        for row in rows
        if row.state_on(on) not in finished
        for mentee in row.mentees
    }
