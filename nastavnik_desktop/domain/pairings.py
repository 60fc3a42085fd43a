"""Pairs and groups: forms, drafts, rows, and the state derived from facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.addenda import ContractAddendum
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Partnership, Pause
from nastavnik_desktop.domain.people import PersonKind
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
    REPLACED = "replaced"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _END_LABELS[self]


_END_LABELS = {
    EndKind.COMPLETED: "завершена",
    EndKind.EARLY: "прекращена досрочно",
    EndKind.REPLACED: "наставник заменён",
}


class PairingState(StrEnum):
    """The state of a pairing on a day, derived from its dates, consents and orders."""

    DRAFT = "draft"
    NO_CONSENT = "no_consent"
    NO_AGREEMENT = "no_agreement"
    READY = "ready"
    ORDERED = "ordered"
    ACTIVE = "active"
    PAUSED = "paused"
    OVERDUE = "overdue"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    MENTOR_REPLACED = "mentor_replaced"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    PairingState.DRAFT: "черновик",
    PairingState.NO_CONSENT: "нет согласия",
    PairingState.NO_AGREEMENT: "нет соглашения",
    PairingState.READY: "готова к приказу",
    PairingState.ORDERED: "в приказе",
    PairingState.ACTIVE: "действует",
    PairingState.PAUSED: "приостановлена",
    PairingState.OVERDUE: "срок истёк",
    PairingState.COMPLETED: "завершена",
    PairingState.ENDED_EARLY: "прекращена",
    PairingState.MENTOR_REPLACED: "наставник заменён",
}
ENDED_STATES = frozenset(
    (PairingState.COMPLETED, PairingState.ENDED_EARLY, PairingState.MENTOR_REPLACED)
)
"""States of a pairing that is over."""
_STATE_OF_END = {
    EndKind.COMPLETED: PairingState.COMPLETED,
    EndKind.EARLY: PairingState.ENDED_EARLY,
    EndKind.REPLACED: PairingState.MENTOR_REPLACED,
}


@dataclass(frozen=True)
class MentoringForm:
    """A form of mentoring with its role models; ``code`` is stable, the title is the user's."""

    code: str
    title: str
    model: MentoringModel
    role_models: tuple[str, ...] = ()
    is_archived: bool = False


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
    partnership: Partnership | None = None
    partner_school: str = ""


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
class FurtherMentor:
    """A second or substitute mentor of a pairing, with the days of the part."""

    person: Participant
    span: MentorSpan

    @property
    def role(self) -> MentorRole:
        """Second or substitute."""
        return self.span.role


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
    members: tuple[MemberDraft, ...] = ()
    further_mentors: tuple[FurtherMentor, ...] = ()
    pauses: tuple[Pause, ...] = ()
    addenda: tuple[ContractAddendum, ...] = ()
    noticed_on: date | None = None
    replaces_id: int | None = None
    replaced_by_id: int | None = None
    partnership: Partnership | None = None
    partner_school: str = ""

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
        """The mentor, all mentees, then mentors beside the main one."""
        return (self.mentor, *self.mentees, *(each.person for each in self.further_mentors))

    @property
    def mentor_ids(self) -> tuple[int, ...]:
        """Ids of the main mentor and of all who mentor or mentored beside."""
        return (self.mentor.person_id, *(each.person.person_id for each in self.further_mentors))

    def mentors_from(self, day: date) -> tuple[Participant, ...]:
        """The main mentor, and those beside whose part is not over before a day."""
        going_on = (
            each.person
            for each in self.further_mentors
            if each.span.until_on is None or day <= each.span.until_on
        )
        return (self.mentor, *going_on)

    def pause_on(self, day: date) -> Pause | None:
        """The break that holds on a day."""
        return next((pause for pause in self.pauses if pause.holds_on(day)), None)

    @property
    def is_between_employees(self) -> bool:
        """Whether ст. 351.8 ТК applies: an employee mentors an employee."""
        mentors = (self.mentor, *(each.person for each in self.further_mentors))
        return _has_staff(mentors) and _has_staff(self.mentees)

    def state_on(self, today: date) -> PairingState:
        """The state on a day."""
        if self.ended_on is not None and self.end_kind is not None and self.ended_on <= today:
            return _STATE_OF_END[self.end_kind]
        if self.order is not None and self.order.is_issued:
            return self._state_in_order(today)
        return self._state_before_order(today)

    def _state_in_order(self, today: date) -> PairingState:
        if self.ends_on < today:
            return PairingState.OVERDUE
        if self.starts_on > today:
            return PairingState.ORDERED
        return PairingState.PAUSED if self.pause_on(today) else PairingState.ACTIVE

    def _state_before_order(self, today: date) -> PairingState:
        if self.without_consent(today):
            return PairingState.NO_CONSENT
        if self.without_agreement(today):
            return PairingState.NO_AGREEMENT
        return PairingState.DRAFT if self.blockers(today) else PairingState.READY

    def blockers(self, on: date) -> list[str]:
        """What keeps the pairing out of an order of that day, in Russian sentences.

        An employee who mentors an employee needs a written consent and an agreement to the labour
        contract, or the work is in the duties of the post (ст. 351.8 ТК РФ, from 01.03.2025); a
        minor needs the consent of a representative (ст. 34 ч. 4 273-ФЗ).
        """
        people = (*self.mentors_from(on), *self.mentees)
        found = [blocker for person in people for blocker in self._of_consent(person, on)]
        for mentor in self.mentors_from(on):
            found += self._of_agreement(mentor, on)
        found += [f"{p.name.short} в архиве" for p in people if p.is_archived]
        return found

    def without_consent(self, on: date) -> list[Participant]:
        """Whose consent is still needed for an order of that day."""
        people = (*self.mentors_from(on), *self.mentees)
        return [person for person in people if self._of_consent(person, on)]

    def without_agreement(self, on: date) -> list[Participant]:
        """Whose agreement is still needed for an order of that day."""
        return [one for one in self.mentors_from(on) if self._of_agreement(one, on)]

    def needs_agreement(self, person: Participant, on: date) -> bool:
        """Whether ст. 351.8 ТК asks for an agreement with this mentor from a day on."""
        is_asked = on >= MENTORING_AT_WORK_SINCE and _has_staff(self.mentees)
        return is_asked and person.kind is PersonKind.STAFF

    def _of_consent(self, person: Participant, on: date) -> list[str]:
        if person.is_minor:
            return _representative_blocker(person, on)
        if person in self.mentors_from(on) and self.needs_agreement(person, on):
            return _consent_blocker(person, on, "письменного согласия наставника")
        return []

    def _of_agreement(self, person: Participant, on: date) -> list[str]:
        if not self.needs_agreement(person, on):
            return []
        own = [one for one in self.addenda if one.person_id == person.person_id]
        if any(one.allows_order_of(on) for one in own):
            return []
        if not own:
            return [f"нет дополнительного соглашения: {person.name.short}"]
        earliest = min(one.signed_on for one in own if one.signed_on is not None)
        day = short_date(earliest)
        return [f"соглашение позже даты приказа ({day}): {person.name.short}"]


def _has_staff(people: Iterable[Participant]) -> bool:
    return any(person.kind is PersonKind.STAFF for person in people)


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


def mentored_ids(rows: Iterable[PairingRow], on: date) -> set[int]:
    """Mentees of the pairs and groups that are not finished on a day."""
    return {
        mentee.person_id
        for row in rows
        if row.state_on(on) not in ENDED_STATES
        for mentee in row.mentees
    }
