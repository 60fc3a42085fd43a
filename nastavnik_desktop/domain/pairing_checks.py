"""What the form of a pair or group offers, and the rules of its draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import MentoringForm, PairingDraft, PairingKind
from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.problems import (
    LONGEST_LINE,
    LONGEST_TEXT,
    Level,
    Problem,
    too_long,
)


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


def problems_in(draft: PairingDraft, facts: PairingFacts) -> list[Problem]:
    """Errors that stop the draft and warnings worth a look."""
    return [
        *_people_problems(draft),
        *_date_problems(draft),
        *_load_problems(draft, facts),
        *too_long("role_model", draft.role_model, 300),
        *too_long("topic", draft.topic, LONGEST_LINE),
        *too_long("partner_school", draft.partner_school, 300),
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
